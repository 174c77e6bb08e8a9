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
        kb info --coverage
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "List the sentences with a figure, money or a reporting verb that gave no fact.")
  var coverage = false

  func run() throws {
    if coverage { return try printCoverage() }
    let info = try database.openForReading().info()
    try output.printer.write(InfoPage(info), Caption(title: "what is in \(info.path)", source: info.path))
  }

  private func printCoverage() throws {
    let store = try database.openForReading()
    var report = CoverageReport()
    try store.uncoveredSentences { report.add($0) }
    try output.printer.write(
      report.answer, Caption(title: "sentences of \(store.path) that gave no fact", source: store.path))
  }
}
