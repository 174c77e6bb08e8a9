internal import Documents

/// The marks of Markdown lines (https://spec.commonmark.org, https://github.github.com/gfm for tables).
enum MarkdownSyntax {
  /// The level of an ATX heading and the range of its text, or nil.
  static func heading(_ text: LineText, _ line: LineText.Line) -> (level: Int, range: ByteRange)? {
    guard line.indent < 4 else { return nil }
    let bytes = text.bytes
    var index = line.range.start
    while index < line.range.end, bytes[index] == 0x23, index - line.range.start < 7 { index += 1 }
    let level = index - line.range.start
    guard 1...6 ~= level, index < line.range.end, TextBytes.isSpace(bytes[index]) else { return nil }
    var end = line.range.end
    while end > index, bytes[end - 1] == 0x23 { end -= 1 }
    if end > index, !TextBytes.isSpace(bytes[end - 1]) { end = line.range.end }
    let range = text.source.trimmed(ByteRange(index, end))
    return range.isEmpty ? nil : (level, range)
  }

  /// The level of the heading that a line under it makes (`===` 1, `---` 2), or nil.
  static func underline(_ text: LineText, _ line: LineText.Line) -> Int? {
    let bytes = text.bytes[line.range.start..<line.range.end]
    if bytes.allSatisfy({ $0 == 0x3D }) { return 1 }
    return bytes.count > 1 && bytes.allSatisfy { $0 == 0x2D } ? 2 : nil
  }

  /// Whether the line is a rule across the page: three or more `-`, `*` or `_`.
  static func isRule(_ text: LineText, _ line: LineText.Line) -> Bool {
    let bytes = text.bytes[line.range.start..<line.range.end]
    guard let mark = bytes.first, mark == 0x2D || mark == 0x2A || mark == 0x5F else { return false }
    var count = 0
    for byte in bytes {
      if byte == mark { count += 1 } else if !TextBytes.isSpace(byte) { return false }
    }
    return count >= 3
  }

  /// Whether the line opens or closes a block of code.
  static func isFence(_ text: LineText, _ line: LineText.Line) -> Bool {
    text.starts(line.range, with: "```") || text.starts(line.range, with: "~~~")
  }

  /// Whether the line separates a table's head from its body.
  static func isDelimiterRow(_ text: LineText, _ line: LineText.Line) -> Bool {
    let bytes = text.bytes[line.range.start..<line.range.end]
    guard bytes.contains(0x7C), bytes.contains(0x2D) else { return false }
    return bytes.allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || TextBytes.isSpace($0) }
  }

  /// Whether the line is a table's row: it opens with a bar and holds another one.
  static func isRow(_ text: LineText, _ line: LineText.Line) -> Bool {
    let bytes = text.bytes[line.range.start..<line.range.end]
    return bytes.first == 0x7C && bytes.dropFirst().contains(0x7C)
  }

  /// Whether the line is a comment, an image or a link and nothing else.
  static func isObject(_ text: LineText, _ line: LineText.Line) -> Bool {
    if text.starts(line.range, with: "<!--") { return true }
    let isLink = text.starts(line.range, with: "![") || text.starts(line.range, with: "[")
    return isLink && text.bytes[line.range.end - 1] == 0x29
      && text.bytes[line.range.start..<line.range.end].firstRange(of: [0x5D, 0x28]) != nil
      && text.bytes[line.range.start..<line.range.end - 1].firstIndex(of: 0x29) == nil
  }
}
