import Documents

/// Vectors of frequent words that were learned elsewhere from far more text, from vectors.tsv.xz.
struct PretrainedVectors {
  /// The numbers of a vector.
  static let width = 50
  /// The words in file order, most frequent first.
  private(set) var keys: [TextKey] = []
  /// The vectors of the words, of length 1.
  private(set) var values: [Float] = []

  /// Reads a word a line, then its numbers, one sign each: "O" is 0, the signs before it in ASCII are below, those
  /// after it above.
  init(_ text: String) throws {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where !line.starts(with: "# ".utf8) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { throw Self.unreadable(line) }
      let numbers = line[line.index(after: tab)...].map { Float($0) - Float(UInt8(ascii: "O")) }
      guard numbers.count == Self.width else { throw Self.unreadable(line) }
      let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
      keys.append(TextKey(String(decoding: line[..<tab], as: UTF8.self)))
      values += numbers.map { $0 / max(length, 1) }
    }
  }

  private static func unreadable(_ line: Substring.UTF8View) -> TreebankError {
    TreebankError(description: "vectors.tsv.xz: cannot read: \(Substring(line))")
  }
}
