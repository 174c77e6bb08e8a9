public import DocumentReaders
import Documents
public import FactExtraction
public import KnowledgeBase
import PolicyModel

/// Brings a knowledge base up to date with the files behind a list of arguments.
///
/// Documents are read and analysed on several threads, ahead of one writer that stores them in the order of their
/// sources, a batch a transaction: the rows are the same whatever the number of threads, and a run that dies leaves
/// whole batches, which the next run does not repeat.
public struct Ingestor: Sendable {
  /// What an ingest is to do.
  public struct Options: Sendable {
    /// What is known about the documents beforehand.
    public var reading = ReadingOptions()
    /// What reads facts off an analysed document.
    public var extractor = FactExtractor()
    /// The number of threads.
    public var jobs = 1
    /// Whether documents whose files are gone are removed.
    public var prunes = false
    /// Whether documents that did not change are extracted again all the same.
    public var isThorough = false
    /// What is recorded as the extractor; a document that another one extracted is read again.
    public var extractorVersion: String

    /// Makes options that read with one thread and remove nothing.
    public init(extractorVersion: String) {
      self.extractorVersion = extractorVersion
    }
  }

  private let options: Options
  private let pipeline: DocumentPipeline

  /// Makes an ingestor.
  public init(options: Options) {
    self.options = options
    pipeline = DocumentPipeline(reading: options.reading, extractor: options.extractor)
  }

  /// Ingests the files below `arguments` into `store`.
  ///
  /// - Parameters:
  ///   - onProgress: Called after each input.
  ///   - shouldStop: Asked between inputs; what was read until then is stored, and the run ends.
  /// - Throws: where the database fails; the batches before are stored.
  public func ingest(
    _ arguments: [String], into store: KnowledgeStore, onProgress: (IngestionProgress) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws(KnowledgeBaseError) -> IngestionSummary {
    let sources = Self.sources(arguments, database: store.path)
    let known = try store.knownDocuments()
    var writer = try BatchWriter(store: store, extractorVersion: options.extractorVersion)
    for problem in sources.problems { try writer.fail(problem) }
    let interrupted = try eachInput(sources.sorted(), known: known, shouldStop, onProgress) {
      outcome throws(KnowledgeBaseError) in try writer.take(outcome)
    }
    try writer.flush()
    if options.prunes && !interrupted {
      try writer.remove(Self.gone(known.keys, arguments, sources))
    }
    var summary = try writer.finish()
    summary.wasInterrupted = interrupted
    return summary
  }

  /// Does everything that ``ingest(_:into:onProgress:shouldStop:)`` does but write.
  ///
  /// - Parameter store: The database to compare with; nil where there is none yet.
  public func rehearse(
    _ arguments: [String], with store: KnowledgeStore?, onProgress: (IngestionProgress) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws(KnowledgeBaseError) -> IngestionSummary {
    let sources = Self.sources(arguments, database: store?.path)
    let known = try store?.knownDocuments() ?? [:]
    var summary = IngestionSummary()
    for problem in sources.problems { summary.fail(problem) }
    summary.wasInterrupted = eachInput(sources.sorted(), known: known, shouldStop, onProgress) { outcome in
      summary.rehearse(outcome, isKnown: known[outcome.source] != nil)
    }
    if options.prunes && !summary.wasInterrupted {
      summary.counts.removed = Self.gone(known.keys, arguments, sources).count
    }
    return summary
  }

  private static func sources(_ arguments: [String], database: String?) -> SourceDiscovery {
    SourceDiscovery(arguments, excluding: database.map { [$0, $0 + "-wal", $0 + "-shm", $0 + "-journal"] } ?? [])
  }

  /// Hands the outcome of each input to `take` in order.
  ///
  /// - Returns: whether `shouldStop` ended it early.
  private func eachInput<Failure: Error>(
    _ files: [SourceFile], known: [String: KnownDocument], _ shouldStop: () -> Bool,
    _ onProgress: (IngestionProgress) -> Void, _ take: (InputOutcome) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let run = OrderedRun<SourceFile, InputOutcome>(jobs: options.jobs, size: \.size) { outcome(of: $0, known: known) }
    var done = 0
    var interrupted = false
    try run.run(over: files) { outcome throws(Failure) in
      try take(outcome)
      done += 1
      onProgress(IngestionProgress(done: done, total: files.count))
      interrupted = done < files.count && shouldStop()
      return !interrupted
    }
    return interrupted
  }

  private func outcome(of file: SourceFile, known: [String: KnownDocument]) -> InputOutcome {
    var clock = StageClock()
    do throws(InputProblem) {
      let bytes = try clock.time(.reading) { () throws(InputProblem) in try pipeline.bytes(of: file) }
      guard !isCurrent(known[file.source], bytes) else { return .unchanged(file.source) }
      let document = try clock.time(.reading) { () throws(InputProblem) in
        try pipeline.document(from: bytes, of: file)
      }
      guard !isCurrent(known[file.source], document) else { return .unchanged(document.source) }
      clock.bytes = document.text.utf8Count
      let facts = pipeline.facts(of: document, clock: &clock)
      return .extracted(ExtractedDocument(document, facts: facts), clock)
    } catch {
      return .failed(error)
    }
  }

  /// Whether the bytes alone show that nothing would change: they are those of the stored document, and neither then
  /// nor now has the command line a say in its date or publisher.
  private func isCurrent(_ known: KnownDocument?, _ bytes: [UInt8]) -> Bool {
    guard let known, !options.isThorough, known.extractorVersion == options.extractorVersion else { return false }
    guard options.reading.date == nil, known.published?.basis != .given else { return false }
    guard options.reading.publisher == nil, known.publisher == nil else { return false }
    return known.sha256 == DocumentReader.sha256(bytes)
  }

  /// Whether storing the document again would change nothing.
  private func isCurrent(_ known: KnownDocument?, _ document: Document) -> Bool {
    guard let known, !options.isThorough else { return false }
    return known.sha256 == document.sha256 && known.extractorVersion == options.extractorVersion
      && known.published == document.published && known.publisher == document.publisher
  }

  /// The known sources below the arguments whose files are gone; those below what could not be listed are not.
  private static func gone(
    _ known: some Sequence<String>, _ arguments: [String], _ sources: SourceDiscovery
  ) -> [String] {
    let found = Set(sources.files.map(\.source))
    let roots = arguments.filter { $0 != "-" }.map { RawPath(argument: $0) }
    let unlisted = sources.problems.map(\.source)
    return known.filter { source in
      !found.contains(source) && roots.contains { $0.covers(source) }
        && !unlisted.contains { source == $0 || source.hasPrefix($0 + "/") }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
