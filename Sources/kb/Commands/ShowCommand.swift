import ArgumentParser
import KnowledgeBase
import PolicyModel

/// `kb show`: one fact or actor in full.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one fact, its parties and its sentence in context, or one actor.",
    discussion: """
      Examples:
        kb show commitment 3
        kb show statistic 12
        kb show actor 7 --json
      """)

  @Argument(
    help: "What it is: actor, event, operation, commitment, statistic or statement.",
    completion: .list(FactTable.allCases.map(singular)), transform: Self.table)
  var table: FactTable
  @Argument(help: "Its id, as the tables and views give it.")
  var id: Int
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let store = try database.openForReading()
    let caption = Caption(title: "\(Self.singular(table)) \(id)", source: database.path)
    if table == .actors {
      guard let actor = try store.actor(id: id) else { throw missing }
      try output.printer.write(ActorPage(actor), caption)
    } else {
      guard let fact = try store.fact(table, id: id) else { throw missing }
      try output.printer.write(FactPage(fact, title: caption.title), caption)
    }
  }

  private var missing: Failure {
    Failure(
      .usage, "\(database.path): there is no \(Self.singular(table)) \(id); `kb query \(table.rawValue)` lists them")
  }

  private static func table(_ name: String) throws -> FactTable {
    let wanted = name.lowercased()
    guard let table = FactTable.allCases.first(where: { wanted == $0.rawValue || wanted == singular($0) }) else {
      throw ValidationError("'\(name)' is none of \(FactTable.allCases.map(singular).joined(separator: ", "))")
    }
    return table
  }

  private static func singular(_ table: FactTable) -> String { String(table.rawValue.dropLast()) }
}
