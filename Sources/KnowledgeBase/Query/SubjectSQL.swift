internal import QueryLanguage

/// Where a subject's rows and their parts are in the schema: `f` is the fact, `d` its document, `m` a party that acts,
/// `a` its actor and `c` the country that the row counts for.
struct SubjectSQL {
  typealias Parties = (table: SQLText, fact: SQLText, agents: SQLText, recipients: SQLText, joined: SQLText)

  /// The rows with their documents, behind `FROM`.
  var source: SQLText
  /// Joins the parties that act, their actors and the country to ``source``; a row a party.
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
  /// The table of parties, its column for the fact, and the roles of those that act and of those that are acted upon.
  /// In an answer by party those of `joined` count.
  var parties: Parties?
  /// The money or figure of a row, to sort by.
  var amount: SQLText = "NULL"

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

  /// The condition that a row of the table of parties acts.
  func agentRole(_ party: SQLText) -> SQLText {
    parties.map { " AND \(party).role IN \($0.joined)" } ?? .empty
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
  }

  private static var commitments: SubjectSQL {
    var sql = SubjectSQL(
      source: "commitments AS f",
      partyJoins: """

          LEFT JOIN commitment_parties AS m ON m.commitment_id = f.id AND m.role = 'maker'
          LEFT JOIN actors AS a ON a.id = m.actor_id
          LEFT JOIN countries AS c ON c.code = a.country_code
        """, agent: "ifnull(a.name, m.surface)", agentsName: "makers")
    sql.parties = ("commitment_parties", "commitment_id", "('maker')", "('recipient')", "('maker')")
    sql.amount = "ifnull(f.amount, f.quantity)"
    return sql
  }

  private static var events: SubjectSQL {
    var sql = SubjectSQL(
      source: "events AS f",
      partyJoins: """

          LEFT JOIN event_participants AS m ON m.event_id = f.id
          LEFT JOIN actors AS a ON a.id = m.actor_id
          LEFT JOIN countries AS c ON c.code = f.country_code
        """, agent: "ifnull(a.name, m.surface)", agentsName: "participants")
    sql.parties = (
      "event_participants", "event_id", "('agent', 'participant')", "('target', 'participant')",
      "('agent', 'target', 'participant')"
    )
    return sql
  }

  private static var operations: SubjectSQL {
    var sql = SubjectSQL(
      source: "operations AS f",
      partyJoins: """

          LEFT JOIN operation_participants AS m ON m.operation_id = f.id AND m.role = 'lead'
          LEFT JOIN actors AS a ON a.id = m.actor_id
          LEFT JOIN countries AS c ON c.code = f.country_code
        """, agent: "ifnull(a.name, m.surface)", agentsName: "leads")
    sql.parties = ("operation_participants", "operation_id", "('lead')", "('target')", "('lead')")
    sql.amount = "(SELECT max(value) FROM operation_outcomes WHERE operation_id = f.id)"
    return sql
  }

  private static var statistics: SubjectSQL {
    var sql = SubjectSQL(
      source: "statistics AS f",
      partyJoins: """

          LEFT JOIN actors AS a ON a.id = f.source_actor_id
          LEFT JOIN countries AS c ON c.code = f.country_code
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
          LEFT JOIN countries AS c ON c.code = a.country_code
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
      source: "actors AS f", partyJoins: "\n  LEFT JOIN countries AS c ON c.code = f.country_code", agent: "f.name",
      agentsName: "names")
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
        """, partyJoins: "\n  LEFT JOIN countries AS c ON c.code = f.country_code", agent: "f.name",
      agentsName: "names")
    sql.useDocuments()
    sql.isRowADocument = true
    return sql
  }
}

extension TypedQuery.Subject {
  /// The column that names a row.
  var idColumn: SQLText { self == .documents ? "d.id" : "f.id" }
}
