internal import Glibc
public import Testing

/// A file beside the tests that holds what a test expects, in the folder `Goldens`.
///
/// With `KB_RECORD=1` in the environment it is written anew, and the test fails, so that nobody records by accident.
public struct Golden: Sendable {
  private let path: String

  /// The file of that name beside the test that asks.
  public init(_ name: String, test: StaticString = #filePath) {
    let folder = "\(test)".split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    path = "\(folder)/Goldens/\(name)"
  }

  /// Holds `text` against the file.
  public func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    guard unsafe getenv("KB_RECORD") == nil else {
      ScratchFolder.write(Array(text.utf8), to: path)
      Issue.record("recorded \(path); run again without KB_RECORD", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: ScratchFolder.read(path), as: UTF8.self)
    guard text != expected else { return }
    let difference = zip(lines(text) + [""], lines(expected) + [""]).first { $0 != $1 }
    Issue.record(
      "not as in \(path): \(difference?.0 ?? "") instead of \(difference?.1 ?? "")", sourceLocation: sourceLocation)
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
