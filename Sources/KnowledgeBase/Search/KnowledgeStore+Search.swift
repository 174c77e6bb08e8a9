internal import Documents
public import PolicyModel
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
  /// How well it fits: the negative of SQLite's bm25, larger for better.
  public var score: Double
}

/// Which documents a search looks at.
public struct SearchOptions: Sendable, Hashable {
  /// At most so many documents.
  public var limit = 10
  /// Published within the period.
  public var period = Period.unknown
  /// Published by this publisher, in any case.
  public var publisher: String?
  /// The longest time that the search may take.
  public var deadline: Duration = .seconds(30)

  /// The usual options.
  public init() {}
}

extension KnowledgeStore {
  /// The documents that the words are in, best first; nil where the words ask for nothing.
  public func search(
    _ words: String, options: SearchOptions = SearchOptions()
  ) throws(KnowledgeBaseError) -> [SearchHit]? {
    guard let expression = SearchExpression(words).text else { return nil }
    var conditions: [SQLText] = ["documents_fts MATCH \(.text(expression))", SubjectSQL.original]
    if let start = options.period.start { conditions.append("d.published_on >= \(.text(start.description))") }
    if let end = options.period.end { conditions.append("d.published_on <= \(.text(end.description))") }
    if let publisher = options.publisher { conditions.append("d.publisher = \(.text(publisher)) COLLATE NOCASE") }
    let sql: SQLText = """
      SELECT
        d.id, d.title, d.published_on, d.publisher, d.source,
        snippet(documents_fts, -1, \(.text(Self.opening)), \(.text(Self.closing)), ' … ', 32), -rank
      FROM documents_fts
      JOIN documents AS d ON d.id = documents_fts.rowid
      WHERE \(SQLText.joined(conditions, by: " AND "))
      ORDER BY rank
      LIMIT \(.integer(Int64(options.limit)))
      """
    return try reading { () throws(SQLiteError) in
      try connection.withDeadline(after: options.deadline) { () throws(SQLiteError) in
        try connection.all(sql.text, sql.values) { row throws(SQLiteError) in
          SearchHit(
            id: row.integer(at: 0), title: row.optionalText(at: 1), publishedOn: row.optionalText(at: 2),
            publisher: row.optionalText(at: 3), source: row.text(at: 4), passage: Self.pieces(row.text(at: 5)),
            score: row.real(at: 6))
        }
      }
    }
  }

  /// Control characters that mark matches in a snippet: no reader leaves them in a text.
  private static var opening: String { "\u{02}" }
  private static var closing: String { "\u{03}" }

  private static func pieces(_ snippet: String) -> [SearchHit.Piece] {
    var pieces: [SearchHit.Piece] = []
    var text = String.UnicodeScalarView()
    var isMatch = false
    for scalar in snippet.unicodeScalars {
      guard scalar == "\u{02}" || scalar == "\u{03}" else {
        text.append(scalar)
        continue
      }
      if !text.isEmpty { pieces.append(SearchHit.Piece(text: String(text), isMatch: isMatch)) }
      text = String.UnicodeScalarView()
      isMatch = scalar == "\u{02}"
    }
    if !text.isEmpty { pieces.append(SearchHit.Piece(text: String(text), isMatch: isMatch)) }
    return pieces
  }
}
