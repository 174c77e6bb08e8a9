internal import Documents

/// What a short stretch of text looks like: its words, their capitals, its last mark.
struct LineShape {
  /// The number of words.
  let words: Int
  /// The words that begin with a capital or a digit.
  let capitalised: Int
  /// Whether there are letters and all of them are capitals.
  let isAllCapitals: Bool
  /// Whether the text ends as a sentence does: with a full stop, an exclamation mark or a mark that goes on.
  let isSentence: Bool
  /// Whether the first letter is a capital or a digit.
  let startsWithCapital: Bool

  /// Words that titles leave small (Chicago Manual of Style, 8.159).
  private static let smallWords: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "de", "del", "du", "en", "for", "from", "if", "in", "into", "la",
    "nor", "of", "off", "on", "onto", "or", "over", "per", "the", "to", "up", "v", "via", "vs", "with",
  ]

  init(_ text: LineText, _ range: ByteRange) {
    var words = 0
    var capitalised = 0
    var hasLower = false
    var hasUpper = false
    var starts: Bool?
    for word in text.bytes[range.start..<range.end].split(whereSeparator: TextBytes.isSpace) {
      guard let first = word.first(where: { TextBytes.isLetter($0) || TextBytes.isDigit($0) || $0 >= 0xC3 }) else {
        continue
      }
      words += 1
      let isSmallWord = TextBytes.isLower(first) && word.count <= 4 && Self.smallWords.contains(Self.letters(of: word))
      let isCapital = !TextBytes.isLower(first)
      if isCapital || isSmallWord && words > 1 { capitalised += 1 }
      starts = starts ?? isCapital
      hasLower = hasLower || word.contains(where: TextBytes.isLower)
      hasUpper = hasUpper || word.contains(where: TextBytes.isUpper)
    }
    self.words = words
    self.capitalised = capitalised
    isAllCapitals = hasUpper && !hasLower
    startsWithCapital = starts ?? false
    isSentence = Self.endsAsSentence(text.bytes, range)
  }

  /// Whether nearly all words are written as a title writes them.
  var isTitleCase: Bool { words > 0 && startsWithCapital && capitalised * 10 >= words * 9 }

  private static func letters(of word: ArraySlice<UInt8>) -> String {
    String(decoding: word.filter(TextBytes.isLetter), as: UTF8.self)
  }

  /// Whether the stretch ends as a sentence does, closing quotation marks and brackets left out.
  static func endsAsSentence(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    var end = range.end
    while end > range.start, Self.isCloser(bytes, end) { end -= bytes[end - 1] < 0x80 ? 1 : 3 }
    guard end > range.start else { return false }
    switch bytes[end - 1] {
    case 0x2E, 0x21, 0x2C, 0x3B, 0x3A: return true
    case 0xA6: return end - range.start >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
    default: return false
    }
  }

  /// Whether a closing quotation mark, bracket or asterisk ends at `end`.
  private static func isCloser(_ bytes: [UInt8], _ end: Int) -> Bool {
    switch bytes[end - 1] {
    case 0x22, 0x27, 0x29, 0x5D, 0x2A, 0x5F: return true
    case 0x99, 0x9D: return end >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
    default: return false
    }
  }
}
