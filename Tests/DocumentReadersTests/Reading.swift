import DocumentReaders
import Documents

/// Reads a text as a file of that name.
func read(_ text: String, named source: String = "page.txt") throws(ReadingError) -> Document {
  try DocumentReader().read(bytes: Array(text.utf8), source: source)
}

extension Document {
  /// The texts of the blocks that pass the test.
  func texts(where test: (Block.Kind) -> Bool) -> [String] { blocks.filter { test($0.kind) }.map { text[$0.range] } }
  /// The furniture.
  var furniture: [String] { texts { $0 == .furniture } }
  /// The running text.
  var paragraphs: [String] { texts { $0 == .paragraph } }
  /// The headings of every level.
  var headings: [String] {
    texts { kind in
      if case .heading = kind { return true }
      return false
    }
  }
  /// The day of publication and its basis, as `2025-03-31 header`.
  var dated: String? { published.map { "\($0.date) \($0.basis.rawValue)" } }
}
