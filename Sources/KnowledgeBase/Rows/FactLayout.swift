internal import PolicyModel

/// How one table of facts is laid out in the database and in the export: the only list of its columns.
struct FactLayout: Sendable {
  /// A column that belongs to this kind of fact only, with its name in the export.
  struct Column: Sendable {
    let name: String
    let exported: String
    /// Whether two facts of the same words are told apart by it: it goes into the fingerprint.
    let isIdentifying: Bool
    let type: ColumnType

    init(_ name: String, _ type: ColumnType, as exported: String? = nil, identifying: Bool = false) {
      self.name = name
      self.type = type
      self.exported = exported ?? name
      self.isIdentifying = identifying
    }
  }

  /// What a column holds.
  enum ColumnType: Sendable { case text, number, truth }

  /// Where the parties of a fact are.
  enum Parties: Sendable {
    /// In a table of their own, exported as a list of names for each role: `leads`, `targets`.
    case lists(table: String, key: String, roles: [(role: String, exported: String)])
    /// In a table of their own, exported as one list of names with roles.
    case roles(table: String, key: String, exported: String)
    /// At most one, in two columns of the fact: the words and the actor.
    case single(role: String, surface: String, actor: String)
  }

  let table: FactTable
  let columns: [Column]
  let parties: Parties
  /// Whether it has a place: the columns `place`, `place_id` and `country_code`.
  var hasPlace: Bool { columns.contains { $0.name == "place" } }

  private static let period = [Column("start_date", .text, as: "start"), Column("end_date", .text, as: "end")]
  private static let place = [Column("place", .text), Column("country_code", .text, as: "country")]

  static let events = FactLayout(
    table: .events,
    columns: [Column("kind", .text, identifying: true), Column("status", .text)] + period + place,
    parties: .roles(table: "event_participants", key: "event_id", exported: "participants"))

  static let operations = FactLayout(
    table: .operations,
    columns: [Column("kind", .text, identifying: true), Column("status", .text)] + period + place,
    parties: .lists(
      table: "operation_participants", key: "operation_id", roles: [("lead", "leads"), ("target", "targets")]))

  static let commitments = FactLayout(
    table: .commitments,
    columns: [
      Column("kind", .text, identifying: true), Column("status", .text), Column("action", .text, identifying: true),
      Column("amount", .number), Column("currency", .text), Column("quantity", .number), Column("unit", .text),
      Column("deadline", .text),
    ],
    parties: .lists(
      table: "commitment_parties", key: "commitment_id", roles: [("maker", "makers"), ("recipient", "recipients")]))

  static let statistics = FactLayout(
    table: .statistics,
    columns: [
      Column("value", .number, identifying: true), Column("low", .number, identifying: true),
      Column("high", .number, identifying: true), Column("comparator", .text),
      Column("unit", .text, identifying: true), Column("metric", .text), Column("change", .text),
    ] + period + place,
    parties: .single(role: "source", surface: "source", actor: "source_actor_id"))

  static let statements = FactLayout(
    table: .statements,
    columns: [Column("text", .text, identifying: true), Column("direct", .truth)],
    parties: .single(role: "speaker", surface: "speaker", actor: "speaker_actor_id"))

  /// All of them, in the order of the export.
  static let all = [events, operations, commitments, statistics, statements]

  /// The layout of a table; nil for actors, which are no facts.
  static func of(_ table: FactTable) -> FactLayout? { all.first { $0.table == table } }
}
