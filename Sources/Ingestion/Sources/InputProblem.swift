public import Documents

/// Something wrong with one input; it never stops the others.
public struct InputProblem: Error, Sendable, Hashable {
  /// The input as it is named in the database.
  public var source: String
  /// What is wrong with it and what to do.
  public var diagnostic: Diagnostic

  /// Makes a problem.
  public init(source: String, diagnostic: Diagnostic) {
    self.source = source
    self.diagnostic = diagnostic
  }
}
