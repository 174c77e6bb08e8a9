package import Documents

/// What the network sees of a token: the row of its word and the rows of its pieces.
///
/// A word's key folds capitals, turns digits to zeros and curly apostrophes to straight ones. Its pieces are hashed:
/// beginnings, endings, the pattern of its capitals, digits and signs, and whether blanks stand around it.
package struct WordFeatures {
  /// The number of pieces of every token.
  package static let pieces = 7
  /// The pieces that tell a word from most others: its longest ending and beginning.
  package static let tellingPieces = [2, 4]
  /// The number of rows that pieces are hashed to.
  package static let pieceRows = 1 << 15
  /// Longer words are seen as their first and last bytes.
  private static let longest = 48

  private var folded: [UInt8] = []

  package init() { folded.reserveCapacity(Self.longest) }

  /// The key of the word at `range` and, appended to `rows`, the rows of its pieces.
  package mutating func read(_ bytes: Span<UInt8>, _ range: ByteRange, into rows: inout [UInt32]) -> TextKey {
    fold(bytes, range)
    let count = folded.count
    rows.append(row(1, max(0, count - 2)..<count))
    rows.append(row(2, max(0, count - 3)..<count))
    rows.append(row(3, max(0, count - 5)..<count))
    rows.append(row(4, 0..<min(1, count)))
    rows.append(row(5, 0..<min(3, count)))
    rows.append(shapeRow(bytes, range))
    rows.append(spacingRow(bytes, range))
    return TextKey(folded.span)
  }

  /// The key of a word, as `read` makes it.
  package mutating func key(_ bytes: Span<UInt8>, _ range: ByteRange) -> TextKey {
    fold(bytes, range)
    return TextKey(folded.span)
  }

  private mutating func fold(_ bytes: Span<UInt8>, _ range: ByteRange) {
    folded.removeAll(keepingCapacity: true)
    var index = range.start
    while index < range.end {
      if folded.count == Self.longest / 2, range.end - index > Self.longest / 2 {
        index = range.end - Self.longest / 2
      }
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < range.end, bytes[index + 1] == 0x80, bytes[index + 2] | 1 == 0x99 {
        folded.append(UInt8(ascii: "'"))
        index += 3
        continue
      }
      folded.append(TextBytes.isDigit(byte) ? UInt8(ascii: "0") : TextBytes.lowered(byte))
      index += 1
    }
  }

  private func row(_ kind: UInt64, _ range: Range<Int>) -> UInt32 {
    var hash = kind &* 0x9E37_79B9_7F4A_7C15
    let span = folded.span
    for index in range { hash = Self.step(hash, span[index]) }
    return Self.finish(hash)
  }

  /// The row of the word's pattern: capitals X, small letters x, digits 0, runs cut to two.
  private func shapeRow(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt32 {
    var hash: UInt64 = 6 &* 0x9E37_79B9_7F4A_7C15
    var last: UInt8 = 0
    var repeats = 0
    for index in range.start..<min(range.end, range.start + Self.longest) {
      let byte = Self.pattern(bytes[index])
      repeats = byte == last ? repeats + 1 : 0
      last = byte
      if repeats < 2 { hash = Self.step(hash, byte) }
    }
    return Self.finish(hash)
  }

  private static func pattern(_ byte: UInt8) -> UInt8 {
    if TextBytes.isUpper(byte) { return UInt8(ascii: "X") }
    if TextBytes.isLower(byte) { return UInt8(ascii: "x") }
    if TextBytes.isDigit(byte) { return UInt8(ascii: "0") }
    return byte
  }

  /// The row of the blanks around the word, its first letter's case and its length.
  private func spacingRow(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt32 {
    let before = range.start == 0 || TextBytes.blankWidth(bytes, endingAt: range.start) != nil
    let after = range.end >= bytes.count || TextBytes.blankWidth(bytes, at: range.end) != nil
    var hash: UInt64 = 7 &* 0x9E37_79B9_7F4A_7C15
    hash = Self.step(hash, (before ? 1 : 0) + (after ? 2 : 0))
    hash = Self.step(hash, Self.pattern(bytes[range.start]))
    hash = Self.step(hash, UInt8(min(range.count, 12)))
    return Self.finish(hash)
  }

  @inline(__always) private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  private static func finish(_ hash: UInt64) -> UInt32 {
    var mixed = hash ^ (hash >> 32)
    mixed = mixed &* 0xd6e8_feb8_6659_fd93
    mixed ^= mixed >> 32
    return UInt32(truncatingIfNeeded: mixed) & UInt32(pieceRows - 1)
  }
}
