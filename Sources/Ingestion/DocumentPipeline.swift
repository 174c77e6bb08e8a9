public import DocumentReaders
public import Documents
public import FactExtraction
public import LanguageAnalysis
import Normalization
public import PolicyModel

/// The stages that a document goes through, one after the other: bytes in, facts out.
///
/// A pure function of the bytes, the options and the embedded data; one value serves all threads.
public struct DocumentPipeline: Sendable {
  private let reader: DocumentReader
  private let options: ReadingOptions
  private let analyzer = LanguageAnalyzer()
  private let recognizer = MeasureRecognizer()
  private let extractor: FactExtractor

  /// Makes the stages over the embedded data, with an extractor of facts of one's own if one is given.
  public init(reading options: ReadingOptions = ReadingOptions(), extractor: FactExtractor = FactExtractor()) {
    self.options = options
    self.extractor = extractor
    reader = DocumentReader(options: options)
  }

  /// The document of a file.
  public func document(of file: SourceFile) throws(InputProblem) -> Document {
    try document(from: bytes(of: file), of: file)
  }

  /// The bytes of a file.
  func bytes(of file: SourceFile) throws(InputProblem) -> [UInt8] {
    do throws(FileFailure) {
      return try file.bytes(limit: options.maximumBytes)
    } catch {
      throw InputProblem(source: file.source, diagnostic: error.diagnostic)
    }
  }

  /// The document that a file's bytes hold.
  func document(from bytes: [UInt8], of file: SourceFile) throws(InputProblem) -> Document {
    do throws(ReadingError) {
      return try reader.read(bytes: bytes, source: file.source)
    } catch {
      throw InputProblem(
        source: file.source, diagnostic: Diagnostic(.error, code: error.code.rawValue, error.message))
    }
  }

  /// What a document states.
  public func facts(of document: Document) -> DocumentFacts {
    var clock = StageClock()
    return facts(of: document, clock: &clock)
  }

  /// What a document states, with the time and work that it took added to `clock`.
  func facts(of document: Document, clock: inout StageClock) -> DocumentFacts {
    let analysis = clock.time(.analysis) { analyzer.analyze(document) }
    let measures = clock.time(.measures) { self.measures(of: document) }
    clock.tokens += analysis.tokens.count
    return clock.time(.extraction) { extractor.facts(in: document, analysis: analysis, measures: measures) }
  }

  /// All that the rules propose for a document, with the reasons, and the analysis that they read.
  public func proposals(of document: Document) -> (analysis: Analysis, proposals: FactProposals) {
    let analysis = analyzer.analyze(document)
    let measures = measures(of: document)
    return (analysis, extractor.proposals(in: document, analysis: analysis, measures: measures))
  }

  private func measures(of document: Document) -> [Measure] {
    let ranges = document.blocks.filter { $0.kind != .furniture }.map(\.range)
    let context = MeasureContext(referenceDate: document.published?.date)
    return recognizer.find(in: document.text, ranges: ranges, context: context, withChanges: false).measures
  }
}
