internal import Documents

/// Emphasis that belongs to a block rather than to words in it.
enum Emphasis {
  private static let labelBytes = 80

  /// The block without marks around all of it; a label in strong type at its start (`**Summary.** …`) becomes a
  /// heading of its own.
  static func unwrapping(_ block: Block, in text: LineText) -> [Block] {
    let bytes = text.bytes
    let range = block.range
    guard range.count > 4, let mark = mark(bytes, range.start) else { return [block] }
    guard let close = closing(bytes, ByteRange(range.start + mark.count, range.end), mark) else { return [block] }
    let inner = ByteRange(range.start + mark.count, close)
    if close + mark.count == range.end, !inner.isEmpty { return [Block(kind: block.kind, range: inner)] }
    let rest = text.source.trimmed(ByteRange(close + mark.count, range.end))
    guard mark.count == 2, inner.count <= labelBytes, LineShape(text, inner).isSentence, !rest.isEmpty else {
      return [block]
    }
    return [Block(kind: .heading(level: 3), range: inner), Block(kind: block.kind, range: rest)]
  }

  /// The `*`, `**`, `_` or `__` at `index`.
  private static func mark(_ bytes: [UInt8], _ index: Int) -> ArraySlice<UInt8>? {
    guard bytes[index] == 0x2A || bytes[index] == 0x5F else { return nil }
    let isDouble = bytes[index + 1] == bytes[index]
    let mark = bytes[index..<index + (isDouble ? 2 : 1)]
    guard index + mark.count < bytes.count, bytes[index + mark.count] != bytes[index] else { return nil }
    return TextBytes.isSpace(bytes[index + mark.count]) ? nil : mark
  }

  /// Where the same mark closes, or nil.
  private static func closing(_ bytes: [UInt8], _ range: ByteRange, _ mark: ArraySlice<UInt8>) -> Int? {
    var index = range.start
    while index + mark.count <= range.end {
      if bytes[index..<index + mark.count].elementsEqual(mark) { return index }
      index += 1
    }
    return nil
  }
}
