internal import Documents

/// The stored text with its lines: what every layout rule reads.
struct LineText {
  /// One line that is not blank.
  struct Line {
    /// The line without white space at its ends; never empty.
    var range: ByteRange
    /// The columns of white space before it; a tab counts four.
    var indent: Int
    /// Whether a blank line stands before it, or nothing at all.
    var gapBefore: Bool
  }

  /// The stored text.
  let source: SourceText
  /// The bytes of the stored text.
  let bytes: [UInt8]
  /// The lines that are not blank, in order.
  let lines: [Line]

  init(_ source: SourceText) {
    self.source = source
    self.bytes = Array(source.string.utf8)
    self.lines = Self.lines(of: source, bytes)
  }

  /// The text of a range.
  func string(_ range: ByteRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }

  /// The text of a range with ASCII capitals folded, at most `limit` bytes of it.
  func lowered(_ range: ByteRange, limit: Int = 200) -> String {
    let end = min(range.end, range.start + limit)
    return String(decoding: bytes[range.start..<end].map(TextBytes.lowered), as: UTF8.self)
  }

  /// Whether the bytes of `prefix` stand at the start of `range`.
  func starts(_ range: ByteRange, with prefix: StaticString) -> Bool {
    bytes[range.start..<range.end].starts(with: prefix.description.utf8)
  }

  private static func lines(of source: SourceText, _ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var gap = true
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let range = source.trimmed(ByteRange(start, end))
      if range.isEmpty {
        gap = true
      } else {
        let indent = bytes[start..<range.start].reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
        lines.append(Line(range: range, indent: indent, gapBefore: gap))
        gap = false
      }
      start = end + 1
    }
    return lines
  }
}
