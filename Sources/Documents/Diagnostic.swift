/// A problem that a user should see, found while reading or analysing; it never stops the run.
public struct Diagnostic: Sendable, Hashable {
  /// How grave a diagnostic is.
  public enum Severity: String, Sendable, Hashable {
    /// Worth knowing; the result is as good as it can be.
    case note
    /// The result may be wrong or incomplete.
    case warning
    /// The input gave no result.
    case error
  }

  /// How grave it is.
  public var severity: Severity
  /// A stable name for the kind of problem, in kebab case (`not-utf8`), for filters and tests.
  public var code: String
  /// What is wrong, in one line, without the document's path.
  public var message: String
  /// Where in the text, if anywhere.
  public var range: ByteRange?
  /// What to do about it, in one line.
  public var hint: String?

  /// Makes a diagnostic.
  public init(_ severity: Severity, code: String, _ message: String, range: ByteRange? = nil, hint: String? = nil) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.hint = hint
  }
}
