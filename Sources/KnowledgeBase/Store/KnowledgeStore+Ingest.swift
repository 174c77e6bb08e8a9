internal import Documents
internal import PolicyModel
internal import SQLite

extension KnowledgeStore {
  /// Everything stored, by source: what an ingest compares its inputs with.
  public func knownDocuments() throws(KnowledgeBaseError) -> [String: KnownDocument] {
    try reporting { () throws(SQLiteError) in
      var known: [String: KnownDocument] = [:]
      try connection.query(
        "SELECT source, sha256, extractor_version, published_on, published_basis, publisher FROM documents"
      ) { row in
        let date = row.optionalText(at: 3).flatMap { CalendarDate(iso: $0) }
        let basis = row.optionalText(at: 4).flatMap { PublicationDate.Basis(rawValue: $0) }
        known[row.text(at: 0)] = KnownDocument(
          sha256: row.text(at: 1), extractorVersion: row.text(at: 2),
          published: date.flatMap { date in basis.map { PublicationDate(date, basis: $0) } },
          publisher: row.optionalText(at: 5))
      }
      return known
    }
  }

  /// Opens a run in `ingest_runs`.
  public func beginRun(extractorVersion: String) throws(KnowledgeBaseError) -> IngestRun {
    try reporting { () throws(SQLiteError) in
      try connection.run(
        """
        INSERT INTO ingest_runs (started_at, extractor_version)
        VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)
        """, .text(extractorVersion))
      return IngestRun(id: connection.lastInsertedRow, extractorVersion: extractorVersion)
    }
  }

  /// Stores a batch in one transaction: when it returns, the batch is on the disk; when it throws, nothing of it is.
  ///
  /// A source that is known has all its rows replaced; facts that are still there keep their ids. 100 to 500 documents
  /// are a good batch: the transaction's cost is shared, and memory stays bounded.
  ///
  /// - Returns: an outcome a document, in the order of the batch. A refused document does not stop the others.
  public func store(
    _ batch: [ExtractedDocument], run: IngestRun
  ) throws(KnowledgeBaseError) -> [StoreOutcome] {
    try reporting { () throws(SQLiteError) in
      do throws(SQLiteError) {
        return try storeAll(batch, run: run, isolated: false)
      } catch  where Self.isRefusal(error) {
        return try storeAll(batch, run: run, isolated: true)
      }
    }
  }

  /// - Parameter isolated: whether each document has a savepoint of its own, so that a refused one can be left out. It
  ///   costs a copy of every page that a document touches; so a batch is stored without first, and again with it only
  ///   where that fails.
  private func storeAll(
    _ batch: [ExtractedDocument], run: IngestRun, isolated: Bool
  ) throws(SQLiteError) -> [StoreOutcome] {
    try connection.transaction { () throws(SQLiteError) in
      // FTS5 writes out what it has gathered at every savepoint and at some statements of others: the index is written
      // before and after everything else, in one go.
      pending = PendingCounts()
      let sources = Set(batch.map(\.document.source)).sorted()
      for source in sources { try removeFromIndex(source) }
      var outcomes: [StoreOutcome] = []
      outcomes.reserveCapacity(batch.count)
      for extracted in batch {
        outcomes.append(try isolated ? storeIsolated(extracted, run: run) : store(extracted, run: run))
      }
      try index(batch, outcomes)
      try countDocuments()
      return outcomes
    }
  }

  /// Puts what was stored, or stays stored, of each source of a batch into the full-text index; of a source that is in
  /// the batch twice the later document was stored.
  private func index(_ batch: [ExtractedDocument], _ outcomes: [StoreOutcome]) throws(SQLiteError) {
    var seen: Set<String> = []
    for (extracted, outcome) in zip(batch, outcomes).reversed() where seen.insert(outcome.source).inserted {
      if case .refused = outcome.action {
        try addStoredToIndex(outcome.source)
      } else {
        try addToIndex(extracted.document)
      }
      try addFactSentencesToIndex(outcome.source)
    }
  }

  private static func isRefusal(_ error: SQLiteError) -> Bool {
    SQLiteError.Code.constraint ~= error.code || SQLiteError.Code.tooBig ~= error.code
  }

  private func store(_ extracted: ExtractedDocument, run: IngestRun) throws(SQLiteError) -> StoreOutcome {
    let rows = DocumentRows(extracted.document, extracted.facts)
    var counts: [FactTable: Int] = [.actors: rows.actors.count]
    for (layout, facts) in zip(FactLayout.all, rows.facts) { counts[layout.table] = facts.count }
    let wasKnown = try write(extracted, rows, run: run)
    try writeProblems(extracted.diagnostics, of: extracted.document, run: run)
    return StoreOutcome(source: rows.source, action: wasKnown ? .replaced : .added, factCounts: counts)
  }

  private func storeIsolated(_ extracted: ExtractedDocument, run: IngestRun) throws(SQLiteError) -> StoreOutcome {
    let before = pending
    do throws(SQLiteError) {
      return try connection.savepoint { () throws(SQLiteError) in try store(extracted, run: run) }
    } catch  where Self.isRefusal(error) {
      pending = before
      let source = extracted.document.source
      let problem = Diagnostic(
        .error, code: "refused-by-database", "the database refused the document: \(error.message)",
        hint: "report it with the document")
      try replaceProblems(of: source, with: [(problem, nil)], run: run)
      return StoreOutcome(source: source, action: .refused(error.message), factCounts: [:])
    }
  }

  /// Lists inputs that gave no document in `ingest_problems`, in place of what was listed for the same sources before.
  public func record(_ failures: [FailedInput], run: IngestRun) throws(KnowledgeBaseError) {
    try reporting { () throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        for failure in failures { try replaceProblems(of: failure.source, with: [(failure.diagnostic, nil)], run: run) }
      }
    }
  }

  /// Closes a run with its counts.
  public func finish(_ run: IngestRun, counts: IngestCounts) throws(KnowledgeBaseError) {
    try reporting { () throws(SQLiteError) in
      try findCountedDays()
      try connection.run(
        """
        UPDATE ingest_runs
        SET finished_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), new_documents = ?, changed_documents = ?,
          unchanged_documents = ?, removed_documents = ?, failed_inputs = ?
        WHERE id = ?
        """, Value(counts.new), Value(counts.changed), Value(counts.unchanged), Value(counts.removed),
        Value(counts.failed), Value(run.id))
    }
  }

  private func writeProblems(
    _ diagnostics: [Diagnostic], of document: Document, run: IngestRun
  ) throws(SQLiteError) {
    let offsets = diagnostics.contains { $0.range != nil } ? CodePointOffsets(document.text) : nil
    let problems = diagnostics.map { diagnostic in
      let range = diagnostic.range.flatMap { document.text.range.contains($0) ? $0 : nil }
      return (diagnostic, range.flatMap { offsets?.codePoints(of: $0) })
    }
    try replaceProblems(of: document.source, with: problems, run: run)
  }

  private func replaceProblems(
    of source: String, with problems: [(Diagnostic, Range<Int>?)], run: IngestRun
  ) throws(SQLiteError) {
    try connection.run("DELETE FROM ingest_problems WHERE source = ?", .text(source))
    for (diagnostic, range) in problems {
      try connection.run(
        """
        INSERT INTO ingest_problems (run_id, source, severity, code, message, hint, start_offset, end_offset)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, Value(run.id), .text(source), .text(diagnostic.severity.rawValue), .text(diagnostic.code),
        .text(diagnostic.message), Value(diagnostic.hint), Value(range?.lowerBound), Value(range?.upperBound))
    }
  }
}
