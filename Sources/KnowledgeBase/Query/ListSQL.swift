internal import QueryLanguage

/// The columns of a list of each subject, over `page (id, day, position)`.
struct ListSQL {
  /// The columns' names and types.
  var columns: [Answer.Column]
  /// `SELECT … FROM page …`, without an order.
  var select: SQLText

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

  private init(_ columns: [Answer.Column], _ select: SQLText) {
    self.columns = columns
    self.select = select
  }

  private static let commitments = ListSQL(
    [
      Answer.Column("id", .integer), Answer.Column("date", .date), Answer.Column("makers", .list),
      Answer.Column("action", .text), Answer.Column("figures", .figures), Answer.Column("recipients", .list),
      Answer.Column("deadline", .date), Answer.Column("kind", .text), Answer.Column("status", .text),
      Answer.Column("source", .text),
    ],
    """
    SELECT
      page.id, page.day, \(names("maker")), f.action,
      (
        SELECT json_group_array(json(figure))
        FROM (
          SELECT json_array('=', f.amount, NULL, ifnull(f.currency, ''), 1) AS figure WHERE f.amount IS NOT NULL
          UNION ALL
          SELECT json_array('=', f.quantity, NULL, ifnull(f.unit, ''), 0) WHERE f.quantity IS NOT NULL
        )
      ),
      \(names("recipient")), f.deadline, f.kind, f.status, d.source
    FROM page
    JOIN commitments AS f USING (id)
    JOIN documents AS d INDEXED BY documents_id ON d.id = f.document_id
    """)

  /// The makers or recipients of a commitment.
  private static func names(_ role: StaticString) -> SQLText {
    """
    (
        SELECT json_group_array(name)
        FROM (
          SELECT ifnull(a.name, m.surface) AS name
          FROM commitment_parties AS m
          LEFT JOIN actors AS a ON a.id = m.actor_id
          WHERE m.commitment_id = f.id AND m.role = '\(name: role)'
          ORDER BY m.ordinal
        )
      )
    """
  }

  private static let events = ListSQL(
    [
      Answer.Column("id", .integer), Answer.Column("date", .date), Answer.Column("until", .date),
      Answer.Column("kind", .text), Answer.Column("participants", .list), Answer.Column("what", .text),
      Answer.Column("place", .text), Answer.Column("country", .text), Answer.Column("status", .text),
      Answer.Column("source", .text),
    ],
    """
    SELECT
      page.id, page.day, f.end_date, f.kind,
      (
        SELECT json_group_array(name)
        FROM (
          SELECT ifnull(a.name, m.surface) AS name
          FROM event_participants AS m
          LEFT JOIN actors AS a ON a.id = m.actor_id
          WHERE m.event_id = f.id
          ORDER BY m.ordinal
        )
      ),
      f.evidence, f.place, c.name, f.status, d.source
    FROM page
    JOIN events AS f USING (id)
    JOIN documents AS d INDEXED BY documents_id ON d.id = f.document_id
    LEFT JOIN countries AS c ON c.code = f.country_code
    """)

  private static let operations = ListSQL(
    [
      Answer.Column("id", .integer), Answer.Column("date", .date), Answer.Column("kind", .text),
      Answer.Column("leads", .list), Answer.Column("targets", .list), Answer.Column("figures", .figures),
      Answer.Column("place", .text), Answer.Column("country", .text), Answer.Column("status", .text),
      Answer.Column("source", .text),
    ],
    """
    SELECT
      page.id, page.day, f.kind, \(participants("lead")), \(participants("target")),
      (
        SELECT json_group_array(json_array('=', o.value, NULL, o.unit, o.unit GLOB '[A-Z][A-Z][A-Z]'))
        FROM operation_outcomes AS o
        WHERE o.operation_id = f.id
      ),
      f.place, c.name, f.status, d.source
    FROM page
    JOIN operations AS f USING (id)
    JOIN documents AS d INDEXED BY documents_id ON d.id = f.document_id
    LEFT JOIN countries AS c ON c.code = f.country_code
    """)

  /// The leads or targets of an operation.
  private static func participants(_ role: StaticString) -> SQLText {
    """
    (
        SELECT json_group_array(name)
        FROM (
          SELECT ifnull(a.name, m.surface) AS name
          FROM operation_participants AS m
          LEFT JOIN actors AS a ON a.id = m.actor_id
          WHERE m.operation_id = f.id AND m.role = '\(name: role)'
          ORDER BY m.ordinal
        )
      )
    """
  }

  private static let statistics = ListSQL(
    [
      Answer.Column("id", .integer), Answer.Column("date", .date), Answer.Column("until", .date),
      Answer.Column("metric", .text), Answer.Column("figures", .figures), Answer.Column("change", .text),
      Answer.Column("place", .text), Answer.Column("country", .text), Answer.Column("claimed_by", .text),
      Answer.Column("source", .text),
    ],
    """
    SELECT
      page.id, page.day, f.end_date, f.metric,
      json_array(
        json_array(
          f.comparator, ifnull(f.value, f.low), f.high, ifnull(f.unit, ''),
          ifnull(f.unit GLOB '[A-Z][A-Z][A-Z]', 0))),
      f.change, f.place, c.name, ifnull(a.name, f.source), d.source
    FROM page
    JOIN statistics AS f USING (id)
    JOIN documents AS d INDEXED BY documents_id ON d.id = f.document_id
    LEFT JOIN actors AS a ON a.id = f.source_actor_id
    LEFT JOIN countries AS c ON c.code = f.country_code
    """)

  private static let statements = ListSQL(
    [
      Answer.Column("id", .integer), Answer.Column("date", .date), Answer.Column("speaker", .text),
      Answer.Column("text", .text), Answer.Column("form", .text), Answer.Column("source", .text),
    ],
    """
    SELECT
      page.id, page.day, ifnull(a.name, f.speaker), f.text, iif(f.direct, 'quoted', 'reported'), d.source
    FROM page
    JOIN statements AS f USING (id)
    JOIN documents AS d INDEXED BY documents_id ON d.id = f.document_id
    LEFT JOIN actors AS a ON a.id = f.speaker_actor_id
    """)

  private static let documents = ListSQL(
    [
      Answer.Column("id", .integer), Answer.Column("date", .date), Answer.Column("title", .text),
      Answer.Column("publisher", .text), Answer.Column("facts", .integer), Answer.Column("source", .text),
    ],
    """
    SELECT
      page.id, page.day, d.title, d.publisher,
      (
        SELECT ifnull(sum(facts), 0)
        FROM fact_counts
        WHERE fact_table IN ('events', 'operations', 'commitments', 'statistics', 'statements')
          AND dimension = 'document' AND value = +d.id
      ),
      d.source
    FROM page
    JOIN documents AS d USING (id)
    """)

  private static let actors = ListSQL(
    [
      Answer.Column("id", .integer), Answer.Column("name", .text), Answer.Column("kind", .text),
      Answer.Column("country", .text), Answer.Column("roles", .list), Answer.Column("documents", .integer),
      Answer.Column("latest", .date),
    ],
    """
    SELECT
      page.id, f.name, f.kind, c.name,
      (
        SELECT json_group_array(DISTINCT r.title)
        FROM (SELECT title FROM actor_roles WHERE actor_id = f.id ORDER BY document_id DESC LIMIT 100) AS r
      ),
      f.documents, page.day
    FROM page
    JOIN actors AS f USING (id)
    LEFT JOIN countries AS c ON c.code = f.country_code
    """)
}
