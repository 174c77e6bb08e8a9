public import Documents

/// How a phrase was read: the query where there is one, what each part of the phrase was taken for, and what was not
/// understood.
public struct QueryReading: Sendable, Hashable {
  /// Some words of the phrase and what they were taken for.
  public struct Part: Sendable, Hashable {
    /// The words as written.
    public var words: String
    /// Where they stand.
    public var range: ByteRange
    /// What they were taken for, in the form of ``TypedQuery/description``.
    public var meaning: String
  }

  /// The phrase.
  public var phrase: String
  /// The query, or nil where the phrase has an error.
  public var query: TypedQuery?
  /// What was understood, in the order of the phrase.
  public var parts: [Part]
  /// What was not understood or is worth knowing, in the order of the phrase.
  public var diagnostics: [Diagnostic]
  /// The nearest phrases that can be read, best first; only where there is no query.
  public var suggestions: [String]
}
