internal import Documents

/// Finds the blocks that state no facts: labels, contacts, bylines, end marks, menus, links.
enum Furniture {
  private static let longestLine = 240
  private static let longestByline = 120

  /// The blocks with furniture marked, and end marks cut off the last line that holds them.
  static func marking(_ blocks: [Block], in text: LineText) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      if block.kind != .furniture, isFurniture(block, in: text) {
        result.append(Block(kind: .furniture, range: block.range))
      } else if block.kind != .furniture, let mark = endMark(text, block.range) {
        let body = text.source.trimmed(ByteRange(block.range.start, mark))
        if !body.isEmpty { result.append(Block(kind: block.kind, range: body)) }
        result.append(Block(kind: .furniture, range: ByteRange(mark, block.range.end)))
      } else {
        result.append(block)
      }
    }
    return result
  }

  private static func isFurniture(_ block: Block, in text: LineText) -> Bool {
    guard block.range.count <= longestLine else {
      return !text.bytes[block.range.start..<block.range.end].contains(where: isWordByte)
    }
    if case .tableRow = block.kind {
      return !text.bytes[block.range.start..<block.range.end].contains(where: isWordByte)
    }
    let words = FurnitureWords.words(of: text.lowered(block.range, limit: longestLine))
    if words.isEmpty || FurnitureWords.isWholeLine(words) || FurnitureWords.isOpening(words) { return true }
    return isMenu(text, block.range) || isAddress(words) || isByline(text, block.range, words)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || byte >= 0xC3
  }

  private static let separators: Set<Unicode.Scalar> = ["|", "·", "•", ">", "»", "/"]

  /// Phrases of a menu between bars, dots or arrows.
  private static func isMenu(_ text: LineText, _ range: ByteRange) -> Bool {
    let parts = text.lowered(range, limit: longestLine).unicodeScalars.split { separators.contains($0) }
    return parts.count > 1 && parts.allSatisfy { FurnitureWords.isWholeLine(FurnitureWords.words(of: String($0))) }
  }

  /// Nothing but links, mail addresses and telephone numbers.
  private static func isAddress(_ words: [String]) -> Bool {
    words.allSatisfy { word in
      word.hasPrefix("http") || word.hasPrefix("www.") || word.contains("@") && word.contains(".")
    }
  }

  /// `By Ann Bee and Cee Dee`, `(Reporting by …)`.
  private static func isByline(_ text: LineText, _ range: ByteRange, _ words: [String]) -> Bool {
    guard range.count <= longestByline, let first = words.first else { return false }
    if FurnitureWords.credits.contains(first), words.dropFirst().first == "by" { return true }
    guard first == "by", 3...14 ~= words.count, !LineShape.endsAsSentence(text.bytes, range) else { return false }
    return LineShape(text, range).isTitleCase
  }

  /// Where an end mark (`###`, `# # #`, `-30-`, `--30--`) that closes the block begins, or nil.
  private static func endMark(_ text: LineText, _ range: ByteRange) -> Int? {
    let bytes = text.bytes
    var index = range.end
    var signs = 0
    while index > range.start, isEndMarkByte(bytes[index - 1]), range.end - index < 12 {
      index -= 1
      if bytes[index] == 0x23 { signs += 1 }
    }
    let tail = bytes[index..<range.end]
    let isThirty =
      tail.contains(0x33) && tail.filter { !TextBytes.isSpace($0) && $0 != 0x2D }.elementsEqual([0x33, 0x30])
    let isDashed = tail.first { !TextBytes.isSpace($0) } == 0x2D && tail.last == 0x2D
    guard signs == 3 && !isThirty || isThirty && isDashed && signs == 0 else { return nil }
    while index < range.end, TextBytes.isSpace(bytes[index]) { index += 1 }
    return index
  }

  private static func isEndMarkByte(_ byte: UInt8) -> Bool {
    byte == 0x23 || byte == 0x2D || byte == 0x30 || byte == 0x33 || TextBytes.isSpace(byte)
  }
}
