import Documents
import Ingestion

/// Lines on standard error about inputs that something is wrong with.
struct ProblemList {
  /// So many lines at most: ten thousand broken files are no reason for ten thousand lines.
  private static let limit = 20
  /// Where the rest can be read, in words.
  let rest: String
  private var shown = 0
  private var hidden = 0

  init(rest: String) { self.rest = rest }

  /// Shows one problem, or counts it where there have been enough.
  mutating func add(_ problem: InputProblem) {
    guard shown < Self.limit else { return hidden += 1 }
    shown += 1
    let diagnostic = problem.diagnostic
    let hint = diagnostic.hint.map { "; \($0)" } ?? ""
    StandardError.write("kb: \(problem.source): \(diagnostic.message)\(hint)")
  }

  /// Says how many were not shown.
  func finish() {
    if hidden > 0 { StandardError.write("kb: and \(hidden) more\(rest)") }
  }
}
