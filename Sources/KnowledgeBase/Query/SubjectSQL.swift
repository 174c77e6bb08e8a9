internal import QueryLanguage
internal import SQLite

/// Where a subject's rows and their parts are in the schema: `f` is the fact, `d` its document, `m` a party that acts and
/// `a` its actor.
struct SubjectSQL {
  typealias Parties = (table: SQLText, fact: SQLText, agents: SQLText, recipients: SQLText, joined: SQLText)

  /// The rows with their documents, behind `FROM`.
  var source: SQLText
  /// Joins the parties that act and their actors to ``source``; a row a party.
  var partyJoins: SQLText
  /// The first day of a row: its own where the text says one, else its document's.
  var firstDay: SQLText = "f.first_day"
  /// The last day, likewise.
  var lastDay: SQLText = "f.last_day"
  /// The name of a party that acts, null where there is none.
  var agent: SQLText
  /// What tells parties that act apart: the row of `actors`, or the words of the unnamed.
  var agentKey: SQLText = "ifnull(m.actor_id, m.surface)"
  /// What the parties that act are called in an answer; nil where there are none.
  var agentsName: String?
  /// The table of parties, its column for the fact, and what the roles of those that act fulfil, and of those that are
  /// acted upon.
  /// In an answer by party those of `joined` count.
  var parties: Parties?
  /// The money or figure of a row, to sort by.
  var amount: SQLText = "NULL"

  /// Where a row of an event, operation or statistic is.
  var country: SQLText = "f.country_code"
  /// Whether a statement is quoted word for word.
  var isQuoted: SQLText = "f.direct"
  /// The country of the makers of a commitment, where rows are one a country.
  var makersCountry: SQLText?
  /// Who published a row's document, where the rows themselves have it.
  var publisher: SQLText?
  /// Whether an actor has a row a document.
  var isRowADocument = false
  /// The condition that leaves out the copies of documents.
  var original: SQLText = "f.is_copy = 0"
  /// Joins the document of a fact as `d`; nothing where ``source`` has it.
  var documentJoin: SQLText = "\n  JOIN documents AS d INDEXED BY documents_id ON d.id = f.document_id"

  /// The rows of a query's subject: of actors those with sums over their documents, where no condition asks for these.
  init(_ query: TypedQuery) {
    let asksForDocuments =
      query.dimensions.contains { ![.country, .kind].contains($0) }
      || query.filters.contains { filter in
        switch filter {
        case .place, .kinds, .actorKinds, .office, .party: false
        default: true
        }
      }
    self = query.subject == .actors && !asksForDocuments ? .summedActors : SubjectSQL(query.subject)
  }

  init(_ subject: TypedQuery.Subject) {
    switch subject {
    case .commitments: self = .commitments
    case .events: self = .events
    case .operations: self = .operations
    case .statistics: self = .statistics
    case .statements: self = .statements
    case .documents: self = .documents
    case .actors: self = .actors
    }
  }

  /// The rows of `fact_counts` or `figure_sums` for a subject, by one of its dimensions.
  static func counts(
    of subject: TypedQuery.Subject, by dimension: CountKey.Dimension, in table: SQLText = "fact_counts"
  ) -> SubjectSQL {
    var sql = SubjectSQL(source: "\(table) AS f", partyJoins: "", agent: "NULL", agentsName: nil)
    sql.original = "f.fact_table = \(.text(subject.rawValue)) AND f.dimension = \(.text(dimension.rawValue))"
    // "2024" stands before each of its days, and "2024~" behind them.
    sql.firstDay = "nullif(f.first_period, '')"
    sql.lastDay = "nullif(f.last_period, '') || '~'"
    sql.documentJoin = .empty
    sql.country = "nullif(f.value, '')"
    sql.makersCountry = "f.value"
    sql.isQuoted = "f.kind = 'quoted'"
    sql.publisher = "nullif(f.value, '')"
    return sql
  }

  /// The rows of parties of a subject: they have their fact's kind, status, days and money.
  static func partyRows(_ parties: Parties, roles: SQLText?) -> SubjectSQL {
    var sql = SubjectSQL(source: "\(parties.table) AS f", partyJoins: "", agent: "NULL", agentsName: nil)
    sql.original = "f.is_copy = 0" + (roles.map { " AND f.role \($0)" } ?? .empty)
    sql.documentJoin = .empty
    return sql
  }

  /// Those that count once in an answer by party or, where `byCountry`, by the makers' country.
  static func countedPartyRows(_ parties: Parties, roles: SQLText, byCountry: Bool) -> SubjectSQL {
    var sql = partyRows(parties, roles: roles)
    sql.original += byCountry ? " AND f.is_country_repeat = 0" : " AND f.is_repeat = 0"
    if byCountry { sql.makersCountry = "f.country_code" }
    return sql
  }

  /// The condition that a row of the table of parties acts.
  func agentRole(_ party: SQLText) -> SQLText {
    parties.map { " AND \(party).role \($0.joined)" } ?? .empty
  }

  private init(source: SQLText, partyJoins: SQLText, agent: SQLText, agentsName: String?) {
    self.source = source
    self.partyJoins = partyJoins
    self.agent = agent
    self.agentsName = agentsName
  }

  /// For subjects whose rows are documents, or the documents that name an actor.
  private mutating func useDocuments() {
    firstDay = "d.published_on"
    lastDay = "d.published_on"
    original = "d.duplicate_of IS NULL"
    documentJoin = .empty
    publisher = "d.publisher"
  }

  private static var commitments: SubjectSQL {
    var sql = SubjectSQL(
      source: "commitments AS f",
      partyJoins: """

          LEFT JOIN commitment_parties AS m ON m.commitment_id = f.id AND m.role = 'maker'
          LEFT JOIN actors AS a ON a.id = m.actor_id
        """, agent: "ifnull(a.name, m.surface)", agentsName: "makers")
    sql.parties = ("commitment_parties", "commitment_id", "= 'maker'", "= 'recipient'", "= 'maker'")
    sql.amount = "ifnull(f.amount, f.quantity)"
    return sql
  }

  private static var events: SubjectSQL {
    var sql = SubjectSQL(
      source: "events AS f",
      partyJoins: """

          LEFT JOIN event_participants AS m ON m.event_id = f.id
          LEFT JOIN actors AS a ON a.id = m.actor_id
        """, agent: "ifnull(a.name, m.surface)", agentsName: "participants")
    sql.parties = (
      "event_participants", "event_id", "IN ('agent', 'participant')", "IN ('target', 'participant')",
      "IN ('agent', 'target', 'participant')"
    )
    return sql
  }

  private static var operations: SubjectSQL {
    var sql = SubjectSQL(
      source: "operations AS f",
      partyJoins: """

          LEFT JOIN operation_participants AS m ON m.operation_id = f.id AND m.role = 'lead'
          LEFT JOIN actors AS a ON a.id = m.actor_id
        """, agent: "ifnull(a.name, m.surface)", agentsName: "leads")
    sql.parties = ("operation_participants", "operation_id", "= 'lead'", "= 'target'", "= 'lead'")
    sql.amount = "(SELECT max(value) FROM operation_outcomes WHERE operation_id = f.id)"
    return sql
  }

  private static var statistics: SubjectSQL {
    var sql = SubjectSQL(
      source: "statistics AS f",
      partyJoins: """

          LEFT JOIN actors AS a ON a.id = f.source_actor_id
        """, agent: "ifnull(a.name, f.source)", agentsName: "sources")
    sql.amount = "ifnull(f.value, f.high)"
    sql.agentKey = "ifnull(f.source_actor_id, f.source)"
    return sql
  }

  private static var statements: SubjectSQL {
    var sql = SubjectSQL(
      source: "statements AS f",
      partyJoins: """

          LEFT JOIN actors AS a ON a.id = f.speaker_actor_id
        """, agent: "ifnull(a.name, f.speaker)", agentsName: "speakers")
    sql.agentKey = "ifnull(f.speaker_actor_id, f.speaker)"
    return sql
  }

  private static var documents: SubjectSQL {
    var sql = SubjectSQL(source: "documents AS d", partyJoins: "", agent: "NULL", agentsName: nil)
    sql.useDocuments()
    return sql
  }

  /// Actors, a row each, with what the ingest counts of their documents.
  private static var summedActors: SubjectSQL {
    var sql = SubjectSQL(
      source: "actors AS f", partyJoins: "", agent: "f.name", agentsName: "names")
    sql.original = "f.documents > 0"
    sql.documentJoin = .empty
    return sql
  }

  private static var actors: SubjectSQL {
    var sql = SubjectSQL(
      source: """
        actors AS f
          JOIN document_actors AS n ON n.actor_id = f.id
          JOIN documents AS d INDEXED BY documents_id ON d.id = n.document_id
        """, partyJoins: "", agent: "f.name", agentsName: "names")
    sql.useDocuments()
    sql.isRowADocument = true
    return sql
  }
}

extension TypedQuery.Subject {
  /// The table of its rows.
  var table: SQLText {
    switch self {
    case .commitments: "commitments"
    case .events: "events"
    case .operations: "operations"
    case .statistics: "statistics"
    case .statements: "statements"
    case .documents: "documents"
    case .actors: "actors"
    }
  }

  /// The column that names a row.
  var idColumn: SQLText { self == .documents ? "d.id" : "f.id" }
}
