internal import Documents
internal import PolicyModel
internal import SQLite

extension KnowledgeStore {
  /// Stores one document with its facts, in place of what is stored of its source; the full-text index is the caller's.
  ///
  /// - Returns: whether the source was known.
  func write(_ extracted: ExtractedDocument, _ rows: DocumentRows, run: IngestRun) throws(SQLiteError) -> Bool {
    let previous = try previousRows(of: rows.source)
    if let previous { try removeContents(ofDocument: previous.id) }
    let id = try writeDocument(extracted.document, run, over: previous?.id)
    let sentences = try writeSentences(rows.sentences, document: id)
    let actors = try writeActors(rows.actors, document: id, previous: previous?.actors ?? [])
    let stored = StoredPlaces(document: id, publishedOn: rows.publishedOn, sentences: sentences, actors: actors)
    var counts = DocumentCounts(document: id, publisher: extracted.document.publisher)
    try writeFacts(rows, stored, previous: previous, counts: &counts)
    pending.written[id] = counts
    pending.uncounted.remove(id)
    if let previous { try tidyUp(actors: previous.actors, places: previous.places) }
    try markDuplicates(sha256: extracted.document.sha256)
    if let previous, previous.sha256 != extracted.document.sha256 { try markDuplicates(sha256: previous.sha256) }
    return previous != nil
  }

  private func writeDocument(
    _ document: Document, _ run: IngestRun, over previous: Int?
  ) throws(SQLiteError) -> Int {
    let values: [Value] = [
      .text(document.source), Value(document.title), Value(document.publisher),
      Value(document.published?.date.description), Value(document.published?.basis.rawValue),
      .text(document.language), .text(document.mediaType), .text(document.sha256), .text(run.extractorVersion),
      .text(document.text.string),
    ]
    if let previous {
      try connection.run(Self.updateDocument, values: values + [Value(previous)])
      return previous
    }
    try connection.run(Self.insertDocument, values: values)
    return connection.lastInsertedRow
  }

  private static let insertDocument = """
    INSERT INTO documents (
      source, title, publisher, published_on, published_basis, language, media_type, sha256, extractor_version, text,
      ingested_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    """
  private static let updateDocument = """
    UPDATE documents
    SET source = ?, title = ?, publisher = ?, published_on = ?, published_basis = ?, language = ?, media_type = ?,
      sha256 = ?, extractor_version = ?, text = ?, duplicate_of = NULL, ingested_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
    WHERE id = ?
    """

  /// Takes the document of a source, if there is one, out of the full-text indexes, which must be told the words that
  /// they know.
  func removeFromIndex(_ source: String) throws(SQLiteError) {
    try writeFactSentences(
      of: source,
      "INSERT INTO fact_sentences_fts (fact_sentences_fts, rowid, text) VALUES ('delete', ?, ?)")
    try connection.run(
      """
      INSERT INTO documents_fts (documents_fts, rowid, title, text)
      SELECT 'delete', id, title, text FROM documents WHERE source = ?
      """, .text(source))
  }

  /// Runs a statement that takes a row and its text for each sentence of a source that states a fact.
  private func writeFactSentences(of source: String, _ sql: String) throws(SQLiteError) {
    let sentences = try connection.all(
      "SELECT id, text FROM fact_sentences WHERE document_id = (SELECT id FROM documents WHERE source = ?)",
      [.text(source)]
    ) { row throws(SQLiteError) in [row.value(at: 0), row.value(at: 1)] }
    for sentence in sentences { try connection.run(sql, values: sentence) }
  }

  /// Puts the sentences of a source that state facts into their index.
  func addFactSentencesToIndex(_ source: String) throws(SQLiteError) {
    try writeFactSentences(of: source, "INSERT INTO fact_sentences_fts (rowid, text) VALUES (?, ?)")
  }

  /// Puts a document that has just been stored into the full-text index.
  func addToIndex(_ document: Document) throws(SQLiteError) {
    // Not INSERT … SELECT: for a statement that may insert several rows SQLite has FTS5 write out what it has gathered.
    try connection.run(
      "INSERT INTO documents_fts (rowid, title, text) VALUES ((SELECT id FROM documents WHERE source = ?), ?, ?)",
      .text(document.source), Value(document.title), .text(document.text.string))
  }

  /// Puts what is stored of a source, if anything is, into the full-text index.
  func addStoredToIndex(_ source: String) throws(SQLiteError) {
    try connection.run(
      "INSERT INTO documents_fts (rowid, title, text) SELECT id, title, text FROM documents WHERE source = ?",
      .text(source))
  }

  private func writeSentences(_ sentences: [Range<Int>], document: Int) throws(SQLiteError) -> [Int] {
    var ids: [Int] = []
    ids.reserveCapacity(sentences.count)
    try connection.withStatement(
      "INSERT INTO sentences (document_id, ordinal, start_offset, end_offset) VALUES (?, ?, ?, ?)"
    ) { statement throws(SQLiteError) in
      for (index, sentence) in sentences.enumerated() {
        try statement.run(
          Value(document), Value(index + 1), Value(sentence.lowerBound), Value(sentence.upperBound))
        ids.append(connection.lastInsertedRow)
      }
    }
    return ids
  }

  /// Points all documents of the same bytes but one at that one: the one whose source sorts first, whatever the order
  /// in which they came.
  func markDuplicates(sha256: String) throws(SQLiteError) {
    let isAlone = try connection.first(
      "SELECT count(*) < 2 AND count(duplicate_of) = 0 FROM documents WHERE sha256 = ?", [.text(sha256)]
    ) { row in row.integer(at: 0) != 0 }
    guard isAlone == false else { return }
    let sharing = try connection.all("SELECT id FROM documents WHERE sha256 = ?", [.text(sha256)]) {
      row throws(SQLiteError) in row.integer(at: 0)
    }
    for id in sharing { try uncount(document: id) }
    try connection.run(
      """
      WITH original (id) AS (SELECT id FROM documents WHERE sha256 = ?1 ORDER BY source LIMIT 1)
      UPDATE documents
      SET duplicate_of = (SELECT nullif(original.id, documents.id) FROM original)
      WHERE sha256 = ?1
        AND duplicate_of IS NOT (SELECT nullif(original.id, documents.id) FROM original)
      """, .text(sha256))
  }
}
