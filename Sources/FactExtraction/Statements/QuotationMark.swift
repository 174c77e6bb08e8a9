internal import Documents

/// A character that may open or close a quotation.
struct QuotationMark: Equatable {
  /// Which marks belong together: British and American habits, and the guillemets of translated texts.
  enum Family { case double, single, guillemets }

  var family: Family
  /// The width in bytes.
  var width: Int
  /// Whether it may open.
  var opens: Bool
  /// Whether it may close; an apostrophe may as well.
  var closes: Bool
  /// Whether the same character is an apostrophe.
  var isApostrophe: Bool

  /// The mark at `index`, judged by the characters beside it, or nil.
  init?(_ bytes: [UInt8], at index: Int, in block: ByteRange) {
    switch bytes[index] {
    case 0x22: self.init(.double, 1, isStraight: true)
    case 0x27: self.init(.single, 1, isStraight: true)
    case 0xC2 where index + 1 < block.end && bytes[index + 1] == 0xAB: self.init(.guillemets, 2, opens: true)
    case 0xC2 where index + 1 < block.end && bytes[index + 1] == 0xBB: self.init(.guillemets, 2, opens: false)
    case 0xE2 where index + 2 < block.end && bytes[index + 1] == 0x80:
      switch bytes[index + 2] {
      case 0x9C, 0x9E: self.init(.double, 3, opens: true)
      case 0x9D: self.init(.double, 3, opens: false)
      case 0x98: self.init(.single, 3, opens: true)
      case 0x99: self.init(.single, 3, opens: false)
      default: return nil
      }
    default: return nil
    }
    judge(bytes, index, block)
  }

  private init(_ family: Family, _ width: Int, opens: Bool) {
    self.family = family
    self.width = width
    self.opens = opens
    closes = !opens
    isApostrophe = family == .single && !opens
  }

  private init(_ family: Family, _ width: Int, isStraight: Bool) {
    self.family = family
    self.width = width
    opens = isStraight
    closes = isStraight
    isApostrophe = family == .single
  }

  /// Rules out what the neighbours exclude: a mark opens before a word and closes behind one.
  private mutating func judge(_ bytes: [UInt8], _ index: Int, _ block: ByteRange) {
    let before = index > block.start ? bytes[index - 1] : 0x20
    let behind = index + width < block.end ? bytes[index + width] : 0x20
    opens = opens && !TextBytes.isSpace(behind) && !Self.isWord(before)
    closes = closes && !TextBytes.isSpace(before) && !(family == .single && Self.isWord(behind))
    if family != .double { opens = opens && Self.isWord(behind) || opens && behind >= 0x80 || opens && behind == 0x22 }
    if family == .single, opens, width == 1 { opens = !Self.isElision(bytes, index + 1, block.end) }
  }

  /// Whether an apostrophe stands for left-out letters before `index`: '90s, 'n', 'em, 'til, 'tis.
  private static func isElision(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    let word = bytes[index..<min(end, index + 5)].prefix { isWord($0) }
    if word.count >= 3, word.prefix(2).allSatisfy(TextBytes.isDigit), word.last == 0x73 { return true }
    return ["n", "em", "til", "tis", "twas", "cause"].contains(
      String(decoding: word.map(TextBytes.lowered), as: UTF8.self))
  }

  /// Whether the byte belongs to a word; bytes of marks beyond ASCII (lead byte 0xE2 and what follows it) do not.
  static func isWord(_ byte: UInt8) -> Bool {
    TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || 0xC3...0xDF ~= byte
  }
}
