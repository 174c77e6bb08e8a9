extension KnowledgeStore {
  /// Everything stored, by source: what an ingest compares its inputs with.
  public func knownDocuments() throws(KnowledgeBaseError) -> [String: KnownDocument] { [:] }

  /// Opens a run in `ingest_runs`.
  public func beginRun(extractorVersion: String) throws(KnowledgeBaseError) -> IngestRun {
    IngestRun(id: 0, extractorVersion: extractorVersion)
  }

  /// Stores a batch in one transaction: when it returns, the batch is on the disk; when it throws, nothing of it is.
  ///
  /// A source that is known has all its rows replaced; facts that are still there keep their ids. 100 to 500 documents
  /// are a good batch: the transaction's cost is shared, and memory stays bounded.
  ///
  /// - Returns: an outcome a document, in the order of the batch. A refused document does not stop the others.
  public func store(
    _ batch: [ExtractedDocument], run: IngestRun
  ) throws(KnowledgeBaseError) -> [StoreOutcome] { [] }

  /// Lists inputs that gave no document in `ingest_problems`, in place of what was listed for the same sources before.
  public func record(_ failures: [FailedInput], run: IngestRun) throws(KnowledgeBaseError) {}

  /// Removes the documents below `roots` (equal to one, or below it as a folder) that are not in `present`.
  ///
  /// - Returns: the sources removed, sorted.
  public func prune(roots: [String], keeping present: Set<String>) throws(KnowledgeBaseError) -> [String] { [] }

  /// Closes a run with its counts.
  public func finish(_ run: IngestRun, counts: IngestCounts) throws(KnowledgeBaseError) {}
}
