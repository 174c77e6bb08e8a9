import ArgumentParser
import KnowledgeBase

/// `kb export`: the database as JSON Lines.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the database as JSON Lines, one object a row.",
    discussion: """
      Each document with its text, then its actors and facts; documents by source.

      Examples:
        kb export > everything.jsonl
        kb export commitments statistics | jq .evidence
      """)

  /// A format of the export.
  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl }

  @Argument(
    help: ArgumentHelp("Only these tables (default: all).", valueName: "table"),
    completion: .list(ExportRecord.Table.allCases.map(\.rawValue)), transform: Self.table)
  var tables: [ExportRecord.Table] = []
  @OptionGroup var database: DatabaseOptions
  @Option(help: "The format.")
  var format = Format.jsonl

  func run() throws {
    let store = try database.openForReading()
    var output = StandardOutput()
    try store.export(tables: Set(tables.isEmpty ? ExportRecord.Table.allCases : tables)) { record in
      for line in record.lines { output.writeLine(line) }
    }
    output.flush()
  }

  private static func table(_ name: String) throws -> ExportRecord.Table {
    guard let table = ExportRecord.Table(rawValue: name) else {
      let names = ExportRecord.Table.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no table '\(name)'; the tables are \(names)")
    }
    return table
  }
}
