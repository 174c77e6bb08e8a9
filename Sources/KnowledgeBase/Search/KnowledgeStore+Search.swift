internal import PolicyModel
public import QueryLanguage
internal import SQLite

/// A document that a search found.
public struct SearchHit: Sendable, Hashable {
  /// A piece of the best passage, marked where it is what was sought.
  public struct Piece: Sendable, Hashable {
    /// The words.
    public var text: String
    /// Whether they are what was sought.
    public var isMatch: Bool
  }

  /// A fact that the passage states.
  public struct Fact: Sendable, Hashable {
    /// Its table, as `kb show` names it.
    public var table: String
    /// Its row.
    public var id: Int
    /// The words that state it.
    public var evidence: String
  }

  /// The document's row.
  public var id: Int
  /// Its title, if known.
  public var title: String?
  /// The day of publication, ISO 8601, if known.
  public var publishedOn: String?
  /// Who published it, if known.
  public var publisher: String?
  /// Its path or URI.
  public var source: String
  /// The best passage.
  public var passage: [Piece]
  /// What the passage states, in its order.
  public var facts: [Fact] = []
  /// How well it fits: the negative of SQLite's bm25, larger for better.
  public var score: Double
}

/// Which documents a search looks at.
public struct SearchOptions: Sendable, Hashable {
  /// At most so many documents.
  public var limit = 10
  /// The longest time that the search may take.
  public var deadline: Duration = .seconds(30)

  /// The usual options.
  public init() {}
}

/// What a search found.
public struct SearchResult: Sendable, Hashable {
  /// The documents, best first.
  public var hits: [SearchHit]
  /// What a reader should know: how names were taken, which documents were compared.
  public var notes: [String]
}

extension KnowledgeStore {
  /// So many documents are compared with each other at most: the rest of what a common word finds is as good.
  static var mostRanked: Int { 500 }

  /// Cuts what was typed into words and conditions; an end is a condition only where every name in it is known here.
  ///
  /// - Parameter parser: asked for only where there may be a condition: the words alone need no vocabulary.
  public func searchPhrase(_ text: String, parser: () -> QueryParser) throws(KnowledgeBaseError) -> SearchPhrase {
    try SearchPhrase(text) { (end: String) throws(KnowledgeBaseError) -> [QueryFilter]? in
      let reading = try question("documents \(end)", parser: parser()).reading
      guard let query = reading.query, reading.diagnostics.isEmpty,
        query == TypedQuery(.documents, filters: query.filters)
      else { return nil }
      let isSearch = query.filters.contains { filter in
        if case .words = filter { true } else { false }
      }
      return isSearch || query.filters.isEmpty ? nil : query.filters
    }
  }

  /// The documents that the words are in, best first; nil where the words ask for nothing.
  public func search(
    _ phrase: SearchPhrase, parser: () -> QueryParser, options: SearchOptions = SearchOptions()
  ) throws(KnowledgeBaseError) -> SearchResult? {
    let sought = SearchExpression(phrase.words)
    guard let expression = sought.text else { return nil }
    return try reading { () throws(SQLiteError) in
      try connection.withDeadline(after: options.deadline) { () throws(SQLiteError) in
        let query = TypedQuery(.documents, filters: phrase.filters)
        let names =
          query.filters.isEmpty
          ? NameResolution() : try NameResolver.resolve(query, in: self, vocabulary: parser().vocabulary)
        var result = try search(expression, query, names, options)
        if sought.isCut {
          result.notes.append("only the first \(SearchExpression.mostTerms) words and phrases are sought")
        }
        return result
      }
    }
  }

  private func search(
    _ expression: String, _ query: TypedQuery, _ names: NameResolution, _ options: SearchOptions
  ) throws(SQLiteError) -> SearchResult {
    var result = SearchResult(hits: [], notes: names.notes)
    let sought = SearchSQL(
      expression: expression, conditions: FilterSQL(query, names: names).conditions(joinsParties: false),
      hasFilters: !query.filters.isEmpty)
    let oldest = try connection.first(sought.oldestRanked.text, sought.oldestRanked.values) {
      row throws(SQLiteError) in row.integer(at: 0)
    }
    if oldest != nil {
      result.notes.append(
        "very many documents have these words: the best of the \(Self.mostRanked) that were stored last are shown")
    }
    let sql = sought.hits(since: oldest, limit: options.limit)
    result.hits = try connection.all(sql.text, sql.values) { row throws(SQLiteError) in
      SearchHit(
        id: row.integer(at: 0), title: row.optionalText(at: 1), publishedOn: row.optionalText(at: 2),
        publisher: row.optionalText(at: 3), source: row.text(at: 4), passage: SearchSQL.pieces(row.text(at: 5)),
        score: row.real(at: 6))
    }
    for index in result.hits.indices { result.hits[index].facts = try facts(in: result.hits[index]) }
    return result
  }

  // MARK: Facts of the passage

  /// The facts whose evidence lies in the passage of a hit; none where the passage is the title.
  private func facts(in hit: SearchHit) throws(SQLiteError) -> [SearchHit.Fact] {
    var passage = hit.passage.map(\.text).joined()
    if passage.hasPrefix(SearchSQL.ellipsis) { passage.removeFirst(SearchSQL.ellipsis.count) }
    if passage.hasSuffix(SearchSQL.ellipsis) { passage.removeLast(SearchSQL.ellipsis.count) }
    let found = try connection.first(
      "SELECT instr(text, ?1), length(?1) FROM documents WHERE id = ?2", [.text(passage), Value(hit.id)]
    ) { row throws(SQLiteError) in (start: row.integer(at: 0) - 1, length: row.integer(at: 1)) }
    guard let found, found.start >= 0, found.length > 0 else { return [] }
    let selects = FactLayout.all.map { layout in
      """
      SELECT '\(layout.table.rawValue)' AS fact_table, id, evidence, evidence_start
      FROM \(layout.table.rawValue)
      WHERE document_id = ?1 AND evidence_start < ?3 AND evidence_end > ?2
      """
    }
    return try connection.all(
      selects.joined(separator: "\nUNION ALL\n") + "\nORDER BY evidence_start, fact_table, id",
      [Value(hit.id), Value(found.start), Value(found.start + found.length)]
    ) { row throws(SQLiteError) in
      SearchHit.Fact(table: row.text(at: 0), id: row.integer(at: 1), evidence: row.text(at: 2))
    }
  }
}
