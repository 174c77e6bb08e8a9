internal import QueryLanguage
internal import SQLite

/// A query as SQL: the rows, and the sentences that they rest on.
struct CompiledQuery {
  /// The rows. The first ``keyCount`` columns name a row to ``evidence``.
  var rows: SQLText
  /// The columns of ``rows``.
  var columns: [Answer.Column]
  /// The column of what is asked for; nil where a row is a fact.
  var measure: Int?
  /// How many columns name a row; 0 where there is one row only.
  var keyCount: Int
  /// The sentences: the columns that name the row, then the fact's id, the sentence, and its document's source, title
  /// and day.
  var evidence: SQLText
}

/// Turns typed queries into SQL.
struct QueryCompiler {
  let query: TypedQuery
  let sql: SubjectSQL
  let filters: FilterSQL
  /// At most so many rows.
  let limit: Int
  /// At most so many sentences.
  static let mostSentences = 2_000

  init(_ query: TypedQuery, names: NameResolution, limit: Int) {
    self.query = query
    self.sql = SubjectSQL(query)
    self.filters = FilterSQL(query, names: names)
    self.limit = limit
  }

  /// The query's SQL.
  func compiled() -> CompiledQuery {
    query.dimensions.isEmpty && query.form == .list ? list() : groups()
  }

  /// The number of rows that fulfil the conditions.
  func count() -> SQLText {
    var all = query
    (all.dimensions, all.form) = ([], .count)
    let counter = QueryCompiler(all, names: filters.names, limit: 1)
    if counter.countedRows != nil || counter.partyRows != nil { return "SELECT facts FROM (\(counter.totals))" }
    // Only an actor has several rows: one a document.
    let counted: SQLText = sql.isRowADocument ? "count(DISTINCT f.id)" : "count(*)"
    return "SELECT \(counted)\nFROM \(sql.source)\nWHERE \(filters.conditions(joinsParties: false))"
  }

  // MARK: Lists

  private func list() -> CompiledQuery {
    let order = listOrder
    // The rows are found before they are numbered: an index in the wanted order ends after the last of the page.
    let page: SQLText = """
      WITH page AS (
        SELECT id, day, row_number() OVER (ORDER BY \(order.page)) AS position
        FROM (
          \(partyPage ?? page(sortedBy: order))
          LIMIT \(.integer(Int64(limit)))
        )
      )

      """
    let list = ListSQL(query.subject)
    let evidence: SQLText = """
      \(page)SELECT page.id, page.id, \(sentence), d.source, d.title, d.published_on
      FROM page
      \(evidenceJoins)
      ORDER BY page.position
      LIMIT \(.integer(Int64(Self.mostSentences)))
      """
    return CompiledQuery(
      rows: page + list.select + "\nORDER BY page.position", columns: list.columns,
      measure: query.order?.key == .amount ? list.columns.firstIndex { $0.type == .figures } : nil, keyCount: 1,
      evidence: evidence)
  }

  private typealias Order = (key: SQLText, rows: SQLText, page: SQLText)

  private func page(sortedBy order: Order) -> SQLText {
    if query.subject == .operations, query.order == TypedQuery.Order(.amount, isDescending: true) {
      return largestOperations
    }
    let name: SQLText = query.subject == .actors ? ", f.name AS name" : .empty
    return """
      SELECT \(query.subject.idColumn) AS id, \(day) AS day, \(order.key) AS sort_key\(name)
          FROM \(pageSource)
          WHERE \(filters.conditions(joinsParties: false))\(rowGrouping)
          ORDER BY \(order.rows)
      """
  }

  /// Operations by the largest of their outcomes, in the order of the index of these; behind them those without any.
  private var largestOperations: SQLText {
    let conditions = filters.conditions(joinsParties: false)
    let most: SQLText = "\(.integer(Int64(limit)))"
    return """
      SELECT id, day, sort_key
          FROM (
            WITH sized AS MATERIALIZED (
              SELECT f.id AS id, f.first_day AS day, o.value AS sort_key
              FROM operation_outcomes AS o INDEXED BY operation_outcomes_value
              CROSS JOIN operations AS f ON f.id = o.operation_id
              WHERE o.is_copy = 0
                AND NOT EXISTS (
                  SELECT 1 FROM operation_outcomes AS q
                  WHERE q.operation_id = f.id
                    AND (q.value > o.value OR q.value = o.value AND q.ordinal < o.ordinal))
                AND \(conditions)
              ORDER BY o.value DESC, o.operation_id
              LIMIT \(most)
            )
            SELECT * FROM sized
            UNION ALL
            SELECT *
            FROM (
              SELECT f.id, f.first_day, NULL
              FROM \(sql.source)
              WHERE \(conditions) AND NOT EXISTS (SELECT 1 FROM operation_outcomes WHERE operation_id = f.id)
              ORDER BY f.id
              LIMIT \(most)
            )
            WHERE (SELECT count(*) FROM sized) < \(most)
          )
          ORDER BY sort_key DESC, id
      """
  }

  private var pageSource: SQLText {
    if gathersDocuments { return "documents AS d INDEXED BY documents_id" }
    return filters.readsDays ? "\(sql.source) INDEXED BY \(query.subject.table)_first_day" : sql.source
  }

  /// Whether documents are found by the few that they name, and not by their day: their rows are read without their texts.
  private var gathersDocuments: Bool {
    query.subject == .documents
      && query.filters.contains { filter in
        switch filter {
        case .party(_, let references), .place(let references): filters.names[references].frequency == .rare
        default: false
        }
      }
  }

  /// An actor has a row a document.
  private var rowGrouping: SQLText { sql.isRowADocument ? "\n  GROUP BY f.id" : .empty }

  private var day: SQLText {
    query.subject == .actors ? sql.isRowADocument ? "max(d.published_on)" : "f.last_day" : sql.firstDay
  }

  /// How many documents name an actor.
  private var documents: SQLText { sql.isRowADocument ? "count(*)" : "f.documents" }

  /// What a list is sorted by: the key, and the order of the rows and of the page in terms of it.
  private var listOrder: Order {
    let id = query.subject.idColumn
    let order = query.order ?? TypedQuery.Order(.date, isDescending: true)
    if query.order == nil, query.subject == .actors {
      return (documents, "\(documents) DESC, f.name, f.id", "sort_key DESC, name, id")
    }
    let key: SQLText =
      switch order.key {
      case .date: day
      case .count: query.subject == .actors ? documents : day
      case .amount: sql.amount
      case .deadline: query.subject == .commitments ? "f.deadline" : day
      case .place: [.events, .operations, .statistics].contains(query.subject) ? "f.place" : day
      }
    // Where the largest come first, nulls come last by themselves.
    return order.isDescending
      ? (key, "\(key) DESC, \(id)", "sort_key DESC, id")
      : (key, "\(key) NULLS LAST, \(id)", "sort_key NULLS LAST, id")
  }

  // MARK: Sentences

  /// From the rows of `page` or `facts`, which have the fact's `id`, to its sentence and document.
  var evidenceJoins: SQLText {
    switch query.subject {
    case .commitments: "JOIN commitments AS f USING (id)" + Self.sentenceJoins
    case .events: "JOIN events AS f USING (id)" + Self.sentenceJoins
    case .operations: "JOIN operations AS f USING (id)" + Self.sentenceJoins
    case .statistics: "JOIN statistics AS f USING (id)" + Self.sentenceJoins
    case .statements: "JOIN statements AS f USING (id)" + Self.sentenceJoins
    case .documents: "JOIN documents AS d USING (id)"
    case .actors: Self.mentionJoins
    }
  }

  private static let sentenceJoins: SQLText = """

    JOIN documents AS d ON d.id = f.document_id
    JOIN sentences AS s ON s.id = f.sentence_id
    """

  /// The first sentence of each document that names the actor.
  private static let mentionJoins: SQLText = """
    JOIN actors AS f USING (id)
    JOIN document_actors AS n ON n.actor_id = f.id
    JOIN actor_mentions AS x ON x.document_id = n.document_id AND x.actor_id = n.actor_id AND x.ordinal = 1
    JOIN documents AS d ON d.id = x.document_id AND d.duplicate_of IS NULL
    JOIN sentences AS s
      ON s.document_id = x.document_id AND s.start_offset <= x.start_offset AND s.end_offset > x.start_offset
    """

  /// The text of the row's sentence; a document's is its beginning.
  var sentence: SQLText {
    query.subject == .documents
      ? "substr(d.text, 1, 200)" : "substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset)"
  }
}
