import ArgumentParser
import KnowledgeBase

/// `kb info`: what is in the database.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Print what is in the database: rows a table, versions, size.",
    discussion: """
      Examples:
        kb info
        kb info --json
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let info = try database.openForReading().info()
    try output.printer.write(InfoPage(info), Caption(title: "what is in \(info.path)", source: info.path))
  }
}
