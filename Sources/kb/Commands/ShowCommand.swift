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
        kb show actor National Crime Agency
      """)

  @Argument(
    help: "What it is: actor, event, operation, commitment, statistic or statement.",
    completion: .list(FactTable.allCases.map(singular)), transform: Self.table)
  var table: FactTable
  @Argument(help: ArgumentHelp("Its id, as the tables and views give it; of an actor also its name.", valueName: "id"))
  var words: [String]
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    let name = words.joined(separator: " ")
    guard table == .actors || Int(name) != nil else {
      throw ValidationError("'\(name)' is no id; say kb show \(Self.singular(table)) 3")
    }
  }

  func run() throws {
    let store = try database.openForReading()
    let id = try self.id(in: store)
    let caption = Caption(title: "\(Self.singular(table)) \(id)", source: database.path)
    if table == .actors {
      guard let actor = try store.actor(id: id) else { throw missing(id) }
      try output.printer.write(ActorPage(actor), caption)
    } else {
      guard let fact = try store.fact(table, id: id) else { throw missing(id) }
      try output.printer.write(FactPage(fact, title: caption.title), caption)
    }
  }

  private func id(in store: KnowledgeStore) throws -> Int {
    let name = words.joined(separator: " ")
    if let id = Int(name) { return id }
    let actors = try store.actors(named: name)
    guard let actor = actors.first else {
      throw Failure(.usage, "\(database.path): nobody is called '\(name)'; `kb query actors` lists them")
    }
    guard actors.count == 1 else {
      let choices = actors.prefix(10).map {
        "\($0.id) (\([$0.name, $0.kind, $0.country].compactMap { $0 }.joined(separator: ", ")))"
      }
      throw Failure(
        .usage, "\(actors.count) actors are called '\(name)'; say which: \(choices.joined(separator: "; "))")
    }
    return actor.id
  }

  private func missing(_ id: Int) -> Failure {
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
