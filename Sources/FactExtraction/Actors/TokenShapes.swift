internal import Documents
internal import LanguageAnalysis

/// How each token of a document is written.
struct TokenShapes: Sendable {
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt8
    /// It begins with a capital.
    static let capital = Shape(rawValue: 1)
    /// It has two letters or more, all of them capitals.
    static let allCapitals = Shape(rawValue: 2)
    /// It begins with a digit.
    static let digit = Shape(rawValue: 4)
    /// White space stands before it.
    static let spaced = Shape(rawValue: 8)
    /// It is a letter with a full stop, or one letter.
    static let initial = Shape(rawValue: 16)
  }

  private let shapes: [Shape]
  /// Each token's bytes, for look-ups of names.
  let ranges: [ByteRange]

  init(_ reading: Reading) {
    let ranges = reading.tokens.map(\.range)
    self.ranges = ranges
    shapes = reading.document.text.withBytes { bytes in
      ranges.indices.map { index in
        let spaced = index == 0 || ranges[index - 1].end < ranges[index].start
        return Self.shape(of: ranges[index], in: bytes).union(spaced ? .spaced : [])
      }
    }
  }

  subscript(token: Int) -> Shape { shapes[token] }

  private static func shape(of range: ByteRange, in bytes: Span<UInt8>) -> Shape {
    var shape: Shape = []
    let first = bytes[range.start]
    if TextBytes.isUpper(first) || isWideCapital(bytes, at: range.start, before: range.end) { shape.insert(.capital) }
    if TextBytes.isDigit(first) { shape.insert(.digit) }
    var (upper, lower) = (0, 0)
    for index in range.start..<range.end {
      if TextBytes.isUpper(bytes[index]) { upper += 1 }
      if TextBytes.isLower(bytes[index]) || bytes[index] >= 0x80 { lower += 1 }
    }
    if upper >= 2, lower == 0 { shape.insert(.allCapitals) }
    if upper == 1, lower == 0, range.count <= 2, !shape.contains(.digit) { shape.insert(.initial) }
    return shape
  }

  /// Whether a capital of Latin-1 or Latin Extended-A begins at `index`: there, capitals have even scalars but for
  /// a few.
  private static func isWideCapital(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Bool {
    guard index + 1 < end else { return false }
    switch bytes[index] {
    case 0xC3: return (0x80...0x9E).contains(bytes[index + 1])
    case 0xC4: return bytes[index + 1] & 1 == (bytes[index + 1] >= 0xB9 ? 1 : 0)
    case 0xC5: return bytes[index + 1] & 1 == (bytes[index + 1] <= 0x88 || bytes[index + 1] >= 0xB9 ? 1 : 0)
    case 0xC8: return bytes[index + 1] & 1 == 0
    default: return false
    }
  }
}
