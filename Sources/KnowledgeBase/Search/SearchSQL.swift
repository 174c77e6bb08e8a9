internal import SQLite

/// The statements of a search, over the full-text index and its documents.
struct SearchSQL {
  /// What is sought, in the language of FTS5.
  let expression: String
  /// What the documents `d` fulfil besides.
  let conditions: SQLText
  /// Whether there are conditions of the user's among them.
  let hasFilters: Bool

  /// Control characters that mark matches in a snippet: no reader leaves them in a text.
  private static let opening = "\u{02}"
  private static let closing = "\u{03}"
  /// What stands where a snippet leaves something out.
  static let ellipsis = " … "

  /// The row from which on there are ``KnowledgeStore/mostRanked`` documents with the words; none where there are fewer
  /// in all. It is found without weighing any of them.
  var oldestRanked: SQLText {
    """
    SELECT documents_fts.rowid
    FROM documents_fts\(hasFilters ? "\n  CROSS JOIN documents AS d INDEXED BY documents_id ON d.id = documents_fts.rowid" : .empty)
    WHERE documents_fts MATCH \(.text(expression))\(hasFilters ? " AND \(conditions)" : .empty)
    ORDER BY documents_fts.rowid DESC
    LIMIT 1 OFFSET \(.integer(Int64(KnowledgeStore.mostRanked)))
    """
  }

  /// The best documents with their passages.
  func hits(since oldest: Int?, limit: Int) -> SQLText {
    let range: SQLText = oldest.map { " AND documents_fts.rowid > \(.integer(Int64($0)))" } ?? .empty
    return """
      SELECT
        d.id, d.title, d.published_on, d.publisher, d.source,
        snippet(documents_fts, -1, \(.text(Self.opening)), \(.text(Self.closing)), \(.text(Self.ellipsis)), 32), -rank
      FROM documents_fts
      JOIN documents AS d ON d.id = documents_fts.rowid
      WHERE documents_fts MATCH \(.text(expression))\(range) AND \(conditions)
      ORDER BY rank
      LIMIT \(.integer(Int64(limit)))
      """
  }

  /// A snippet cut at its marks.
  static func pieces(_ snippet: String) -> [SearchHit.Piece] {
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
