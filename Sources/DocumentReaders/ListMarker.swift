internal import Documents

/// The mark that opens an item of a list: `•`, `-`, `*`, `–`, `1.`, `2)`, `(a)`, `(iv)`, with a blank behind it.
struct ListMarker: Equatable {
  /// Where the item's text begins.
  let end: Int

  /// Bullets beyond ASCII, as UTF-8: • ‣ ◦ ▪ ● · – — ■ ○.
  private static let bullets: Set<String> = ["•", "‣", "◦", "▪", "●", "·", "–", "—", "■", "○", "-", "*", "+"]
  private static let maximumWidth = 6
  /// An item has a letter or a digit within so many bytes; `* * *` has none.
  private static let wordBytes = 40

  /// The marker at the start of `range`, or nil where there is none or nothing follows it.
  init?(_ text: LineText, _ range: ByteRange) {
    let bytes = text.bytes
    let limit = min(range.end, range.start + Self.maximumWidth + 1)
    guard let blank = (range.start..<limit).first(where: { TextBytes.isSpace(bytes[$0]) }), blank > range.start else {
      return nil
    }
    guard Self.isMarker(bytes[range.start..<blank]) else { return nil }
    var end = blank
    while end < range.end, TextBytes.isSpace(bytes[end]) { end += 1 }
    let hasWord = bytes[end..<min(range.end, end + Self.wordBytes)].contains {
      TextBytes.isLetter($0) || TextBytes.isDigit($0) || $0 >= 0xC3
    }
    guard hasWord else { return nil }
    self.end = end
  }

  private static func isMarker(_ mark: ArraySlice<UInt8>) -> Bool {
    if mark.count <= 3, bullets.contains(String(decoding: mark, as: UTF8.self)) { return true }
    guard let last = mark.last, last == 0x2E || last == 0x29 else { return false }
    let isOpened = mark.first == 0x28
    let label = mark.dropFirst(isOpened ? 1 : 0).dropLast()
    guard 1...4 ~= label.count else { return false }
    if label.allSatisfy(TextBytes.isDigit) { return label.count <= 3 }
    guard last == 0x29, label.allSatisfy(TextBytes.isLower) else { return false }
    return label.count == 1 || label.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
  }
}

/// The depth of list items by their indents.
struct ListNesting {
  private var indents: [Int] = []

  /// The depth, from 1, of an item at that indent behind the items seen before.
  mutating func depth(indent: Int) -> Int {
    while let last = indents.last, last > indent { indents.removeLast() }
    if indents.last != indent { indents.append(indent) }
    return indents.count
  }
}
