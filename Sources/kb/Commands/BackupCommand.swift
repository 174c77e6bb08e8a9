import ArgumentParser
import KnowledgeBase

/// `kb backup`: one consistent copy of the database.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the database to one consistent file while others read and write.",
    discussion: """
      Examples:
        kb backup kb-2025-03.db
        kb backup --force latest.db
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file(extensions: ["db"]))
  var destination: String
  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Replace the file if there is one.")
  var force = false

  func run() throws {
    try database.openForReading().backup(to: destination, replacing: force)
  }
}
