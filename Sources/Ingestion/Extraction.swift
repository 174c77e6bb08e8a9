public import DocumentReaders
import Documents
public import FactExtraction
public import KnowledgeBase

/// From files to the lines of the export, without a database.
public struct Extraction: Sendable {
  /// What came of one input.
  public struct Outcome: Sendable {
    /// The lines; nil where the input gave no document.
    public var record: ExportRecord?
    /// What is wrong with it.
    public var problems: [InputProblem]
  }

  private let pipeline: DocumentPipeline
  private let jobs: Int

  /// Makes an extraction on so many threads.
  public init(
    reading: ReadingOptions = ReadingOptions(), extractor: FactExtractor = FactExtractor(), jobs: Int = 1
  ) {
    pipeline = DocumentPipeline(reading: reading, extractor: extractor)
    self.jobs = jobs
  }

  /// Hands the outcome of each input behind `arguments` to `take`, in the order of the arguments and within a folder
  /// by path; inputs that could not be listed come first. False from `take` ends it.
  public func run(_ arguments: [String], take: (Outcome) -> Bool) {
    let sources = SourceDiscovery(arguments)
    for problem in sources.problems {
      guard take(Outcome(record: nil, problems: [problem])) else { return }
    }
    let run = OrderedRun<SourceFile, Outcome>(jobs: jobs, size: \.size) { file in
      do throws(InputProblem) {
        let document = try pipeline.document(of: file)
        return Outcome(
          record: ExportRecord(document, pipeline.facts(of: document)),
          problems: document.diagnostics.map { InputProblem(source: document.source, diagnostic: $0) })
      } catch {
        return Outcome(record: nil, problems: [error])
      }
    }
    run.run(over: sources.files, consume: take)
  }
}
