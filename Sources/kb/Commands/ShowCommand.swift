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
        kb show actor 7
      """)

  @Argument(
    help: "What it is: actor, event, operation, commitment, statistic or statement.",
    completion: .list(FactTable.allCases.map(singular)), transform: Self.table)
  var table: FactTable
  @Argument(help: "Its id, as the tables and views give it.")
  var id: Int
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let store = try database.openForReading()
    var output = StandardOutput()
    if table == .actors {
      guard let actor = try store.actor(id: id) else { throw missing }
      ActorPage(actor).write(to: &output)
    } else {
      guard let fact = try store.fact(table, id: id) else { throw missing }
      FactPage(fact, title: "\(Self.singular(table)) \(id)").write(to: &output)
    }
    output.flush()
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
