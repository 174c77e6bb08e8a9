internal import Documents

/// Finds the datelines that open running text: `BRUSSELS, 14 May 2025 –`, `WASHINGTON, D.C. – (May 3, 2005)`.
enum Datelines {
  /// The blocks with the dateline as furniture, and its date.
  struct Result {
    var blocks: [Block]
    var published: PublicationDate?
  }

  private static let bodyBlocks = 6
  private static let longest = 120
  private static let leastRest = 40
  private static let mostWords = 12

  /// Looks at the first blocks of running text.
  static func splitting(_ blocks: [Block], of text: LineText) -> Result {
    var result = Result(blocks: blocks, published: nil)
    var seen = 0
    for (index, block) in blocks.enumerated() where block.kind == .paragraph {
      seen += 1
      guard seen <= bodyBlocks else { break }
      guard let end = end(of: block.range, in: text) else { continue }
      let dateline = ByteRange(block.range.start, end)
      if let match = DateScanner(text.bytes).first(in: dateline) {
        result.published = PublicationDate(match.date, basis: .dateline)
      }
      let rest = text.source.trimmed(ByteRange(end, block.range.end))
      result.blocks[index].range = rest
      result.blocks.insert(Block(kind: .furniture, range: text.source.trimmed(dateline)), at: index)
      break
    }
    return result
  }

  /// Where the dateline that opens the block ends, behind its dash, or nil.
  private static func end(of range: ByteRange, in text: LineText) -> Int? {
    let limit = min(range.end - leastRest, range.start + longest)
    guard limit > range.start, let dash = dash(text.bytes, range.start, limit) else { return nil }
    let place = ByteRange(range.start, dash.lowerBound)
    let date = DateScanner(text.bytes).first(in: ByteRange(range.start, min(range.end, dash.upperBound + 40)))
    let head = ByteRange(range.start, min(date?.range.start ?? place.end, place.end))
    guard isPlace(text, head, hasDate: date != nil, isTight: dash.count > 2) else { return nil }
    guard let date, date.range.start >= dash.upperBound else { return dash.upperBound }
    return behindBracketed(date.range, after: dash.upperBound, text.bytes, range.end) ?? dash.upperBound
  }

  /// Behind `(May 3, 2005)` that follows the dash, and a dash after it.
  private static func behindBracketed(
    _ date: ByteRange, after start: Int, _ bytes: [UInt8], _ end: Int
  ) -> Int? {
    let lead = bytes[start..<date.start].filter { !TextBytes.isSpace($0) }
    guard lead == [0x28], date.end < end, bytes[date.end] == 0x29 else { return nil }
    return date.end + 1
  }

  /// The first dash of a dateline: an en or em dash, `--`, `.-`, or a hyphen with a blank on a side.
  private static func dash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int>? {
    var index = start
    while index + 2 < end {
      if bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 {
        return index..<index + 3
      }
      if bytes[index] == 0x2D {
        var behind = index
        while behind < end, bytes[behind] == 0x2D { behind += 1 }
        let isSet = index > start && (TextBytes.isSpace(bytes[index - 1]) || bytes[index - 1] == 0x2E)
        if behind - index > 1 || isSet || behind < end && TextBytes.isSpace(bytes[behind]) { return index..<behind }
      }
      index += 1
    }
    return nil
  }

  /// Whether the words are the name of a place as a dateline writes it.
  private static func isPlace(_ text: LineText, _ range: ByteRange, hasDate: Bool, isTight: Bool) -> Bool {
    let shape = LineShape(text, range)
    guard 1...mostWords ~= shape.words, shape.isTitleCase else { return false }
    let first = text.bytes[range.start..<range.end].split(whereSeparator: TextBytes.isSpace).first ?? []
    let isCapitals = first.count > 2 && !first.contains(where: TextBytes.isLower)
    let hasComma = text.bytes[range.start..<range.end].contains(0x2C)
    return isCapitals && shape.words <= 6 || hasDate || hasComma && shape.words <= 5 || isTight && shape.words <= 2
  }
}
