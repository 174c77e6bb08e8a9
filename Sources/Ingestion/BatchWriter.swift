import Documents
import KnowledgeBase
import PolicyModel

/// Stores outcomes in the order in which they come, many a transaction, and keeps count.
struct BatchWriter {
  /// A transaction costs two waits for the disk, so documents share one; it ends early where the texts are long, so
  /// that memory stays bounded, or the work is slow, so that a killed run has little to repeat.
  private static var batchLimit: (documents: Int, bytes: Int, age: Duration) { (200, 4 << 20, .seconds(1)) }

  private let store: KnowledgeStore
  private let run: IngestRun
  private var summary = IngestionSummary()
  private var batch: [ExtractedDocument] = []
  private var batchBytes = 0
  private var batchStart = ContinuousClock.now
  private var failures: [FailedInput] = []

  init(store: KnowledgeStore, extractorVersion: String) throws(KnowledgeBaseError) {
    self.store = store
    run = try store.beginRun(extractorVersion: extractorVersion)
  }

  mutating func take(_ outcome: InputOutcome) throws(KnowledgeBaseError) {
    switch outcome {
    case .unchanged: summary.counts.unchanged += 1
    case .failed(let problem): try fail(problem)
    case .extracted(let extracted, let clock):
      summary.note(extracted, clock)
      if batch.isEmpty { batchStart = .now }
      batch.append(extracted)
      batchBytes += extracted.document.text.utf8Count
    }
    let limit = Self.batchLimit
    if batch.count + failures.count >= limit.documents || batchBytes >= limit.bytes
      || !batch.isEmpty && ContinuousClock.now - batchStart >= limit.age
    {
      try flush()
    }
  }

  mutating func fail(_ problem: InputProblem) throws(KnowledgeBaseError) {
    summary.fail(problem)
    failures.append(FailedInput(source: problem.source, diagnostic: problem.diagnostic))
  }

  /// Brings to the disk what is waiting.
  mutating func flush() throws(KnowledgeBaseError) {
    let (store, run, batch, failures) = (store, run, batch, failures)
    let outcomes = try summary.clock.time(.storing) { () throws(KnowledgeBaseError) in
      if !failures.isEmpty { try store.record(failures, run: run) }
      return batch.isEmpty ? [] : try store.store(batch, run: run)
    }
    self.batch.removeAll(keepingCapacity: true)
    self.failures.removeAll()
    batchBytes = 0
    for outcome in outcomes { try count(outcome) }
  }

  private mutating func count(_ outcome: StoreOutcome) throws(KnowledgeBaseError) {
    switch outcome.action {
    case .added: summary.counts.new += 1
    case .replaced: summary.counts.changed += 1
    case .refused(let reason):
      summary.fail(
        InputProblem(
          source: outcome.source,
          diagnostic: Diagnostic(.error, code: "refused", reason, hint: "report this document")))
    }
    summary.facts.merge(outcome.factCounts) { $0 + $1 }
  }

  /// Removes documents.
  mutating func remove(_ sources: [String]) throws(KnowledgeBaseError) {
    summary.counts.removed = try store.prune(roots: sources, keeping: []).count
  }

  /// Closes the run.
  mutating func finish() throws(KnowledgeBaseError) -> IngestionSummary {
    try store.finish(run, counts: summary.counts)
    return summary
  }
}
