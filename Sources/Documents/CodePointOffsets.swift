/// From byte offsets to Unicode code-point offsets and back, for one text.
///
/// The database and every output count code points, because `substr()` of SQLite and slices of other languages do.
/// An ASCII text costs nothing; any other keeps one offset for every 256 bytes.
public struct CodePointOffsets: Sendable {
  private static let stride = 256
  private let text: SourceText
  /// The number of code points before each multiple of `stride`; empty for an ASCII text.
  private let marks: [Int32]
  /// The number of code points of the whole text.
  public let count: Int

  /// Reads `text` once.
  ///
  /// - Complexity: O(length of the text).
  public init(_ text: SourceText) {
    self.text = text
    var marks: [Int32] = []
    marks.reserveCapacity(text.utf8Count / Self.stride + 1)
    var seen = 0
    text.withBytes { bytes in
      for index in 0..<bytes.count {
        if index % Self.stride == 0 { marks.append(Int32(seen)) }
        if bytes[index] & 0xC0 != 0x80 { seen += 1 }
      }
    }
    self.count = seen
    self.marks = seen == text.utf8Count ? [] : marks
  }

  /// The number of code points before the byte at `offset`.
  public func codePoint(atByte offset: Int) -> Int {
    precondition(0 <= offset && offset <= text.utf8Count, "the offset must lie in the text")
    guard !marks.isEmpty else { return offset }
    guard offset < text.utf8Count else { return count }
    let mark = offset / Self.stride
    return text.withBytes { bytes in
      var seen = Int(marks[mark])
      for index in mark * Self.stride..<offset where bytes[index] & 0xC0 != 0x80 { seen += 1 }
      return seen
    }
  }

  /// The code-point offsets of a byte range, half open.
  public func codePoints(of range: ByteRange) -> Range<Int> {
    codePoint(atByte: range.start)..<codePoint(atByte: range.end)
  }

  /// The byte offset of the code point at `offset`.
  public func byte(atCodePoint offset: Int) -> Int {
    precondition(0 <= offset && offset <= count, "the offset must lie in the text")
    guard !marks.isEmpty else { return offset }
    guard offset < count else { return text.utf8Count }
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(marks[middle]) <= offset { low = middle } else { high = middle }
    }
    return text.withBytes { bytes in
      var seen = Int(marks[low])
      for index in low * Self.stride..<bytes.count where bytes[index] & 0xC0 != 0x80 {
        if seen == offset { return index }
        seen += 1
      }
      return bytes.count
    }
  }
}
