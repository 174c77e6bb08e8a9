/// Why bytes did not become a document.
public struct ReadingError: Error, Sendable, Hashable {
  /// The kind of failure, with a stable name for `ingest_problems`.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// No bytes, or nothing but white space and control characters.
    case empty
    /// Bytes that are no text.
    case binary
    /// A known format that has no reader.
    case unsupportedFormat = "unsupported-format"
    /// More bytes than the options allow.
    case tooLarge = "too-large"
    /// Bytes that announce an encoding which they are not in.
    case notDecodable = "not-decodable"
  }

  /// The kind of failure.
  public let code: Code
  /// What is wrong and what to do, in one line, without the document's path.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension ReadingError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
