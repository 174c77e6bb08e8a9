internal import Documents
public import PolicyModel
internal import SQLite

extension KnowledgeStore {
  /// The sentences of one document that no fact rests on.
  public struct UncoveredSentences: Sendable, Hashable {
    /// One sentence.
    public struct Sentence: Sendable, Hashable {
      /// Its number in the document, from 1.
      public var ordinal: Int
      /// Its words.
      public var text: String
    }

    /// The document's path or URI.
    public var document: String
    /// The number of all its sentences.
    public var total: Int
    /// In text order.
    public var sentences: [Sentence]
  }

  /// The kinds of facts that a user's own frames brought.
  public func ownKinds() throws(KnowledgeBaseError) -> [(table: FactTable, kind: FactKind)] {
    let rows = try reporting { () throws(SQLiteError) in
      try connection.all(
        "SELECT fact_table, kind FROM fact_kinds WHERE meaning IS NULL ORDER BY fact_table, kind"
      ) { row in (table: row.text(at: 0), kind: row.text(at: 1)) }
    }
    return rows.compactMap { row in
      FactTable(rawValue: row.table).flatMap { table in FactKind(row.kind).map { (table: table, kind: $0) } }
    }
  }

  /// Hands, for each document by source, the sentences that no event, operation, commitment, statistic or statement
  /// rests on to `take`, all as of one moment.
  public func uncoveredSentences(_ take: (UncoveredSentences) -> Void) throws(KnowledgeBaseError) {
    try reporting { () throws(SQLiteError) in
      try connection.transaction(.deferred) { () throws(SQLiteError) in
        let documents = try connection.all("SELECT id, source FROM documents ORDER BY source") { row in
          (id: row.integer(at: 0), source: row.text(at: 1))
        }
        for document in documents { take(try uncovered(document.id, document.source)) }
      }
    }
  }

  private func uncovered(_ id: Int, _ source: String) throws(SQLiteError) -> UncoveredSentences {
    let sentences = try connection.all(
      "SELECT ordinal, start_offset, end_offset FROM sentences WHERE document_id = ? ORDER BY ordinal",
      [.integer(Int64(id))]
    ) { row in (ordinal: row.integer(at: 0), range: row.integer(at: 1)..<row.integer(at: 2)) }
    let evidence = try connection.all(Self.evidenceSQL, [.integer(Int64(id))]) { row in
      row.integer(at: 0)..<row.integer(at: 1)
    }
    let text = try connection.first("SELECT text FROM documents WHERE id = ?", [.integer(Int64(id))]) { row in
      SourceText(row.text(at: 0))
    }
    var result = UncoveredSentences(document: source, total: sentences.count, sentences: [])
    guard let text else { return result }
    let offsets = CodePointOffsets(text)
    var next = 0
    var reach = 0
    for sentence in sentences {
      while next < evidence.count, evidence[next].lowerBound < sentence.range.upperBound {
        reach = max(reach, evidence[next].upperBound)
        next += 1
      }
      guard reach <= sentence.range.lowerBound else { continue }
      let bytes = ByteRange(
        offsets.byte(atCodePoint: sentence.range.lowerBound), offsets.byte(atCodePoint: sentence.range.upperBound))
      result.sentences.append(.init(ordinal: sentence.ordinal, text: text[bytes]))
    }
    return result
  }

  /// A fact covers every sentence that its evidence reaches into: a quotation may span several.
  private static let evidenceSQL =
    ["events", "operations", "commitments", "statistics", "statements"]
    .map { "SELECT evidence_start AS first, evidence_end FROM \($0) WHERE document_id = ?1" }
    .joined(separator: " UNION ALL ") + " ORDER BY first"
}
