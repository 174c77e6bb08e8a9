public import DocumentReaders
public import Documents
public import PolicyModel

/// The stages that a document goes through, one after the other: bytes in, facts out.
///
/// A pure function of the bytes, the options and the embedded data; one value serves all threads.
public struct DocumentPipeline: Sendable {
  private let reader: DocumentReader
  private let options: ReadingOptions

  /// Makes the stages; the embedded data are parsed when they are first used.
  public init(reading options: ReadingOptions = ReadingOptions()) {
    self.options = options
    reader = DocumentReader(options: options)
  }

  /// The document of a file.
  public func document(of file: SourceFile) throws(InputProblem) -> Document {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try file.bytes(limit: options.maximumBytes)
    } catch {
      throw InputProblem(source: file.source, diagnostic: error.diagnostic)
    }
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
    DocumentFacts()
  }
}
