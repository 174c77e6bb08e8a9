internal import Documents
internal import Lexicon

/// A range of a text in stretches of about 64 KB, so that no array of tokens grows with the text.
struct TextStretches {
  private static let size = 1 << 16

  private var start: Int
  private let end: Int

  init(_ range: ByteRange, of text: SourceText) {
    start = range.start
    end = min(range.end, text.utf8Count)
  }

  /// The tokens of each stretch of a range, cut once for all who read them.
  static func tokens(of range: ByteRange, in text: SourceText, _ lexicon: MeasureLexicon) -> [[Token]] {
    let scanner = TokenScanner(lexicon: lexicon)
    return text.withBytes { bytes in
      var stretches = TextStretches(range, of: text)
      var tokens: [[Token]] = []
      while let stretch = stretches.next(of: bytes) { tokens.append(scanner.tokens(of: bytes, in: stretch)) }
      return tokens
    }
  }

  /// The next stretch; nil at the end.
  mutating func next(of bytes: Span<UInt8>) -> ByteRange? {
    guard start < end else { return nil }
    let cut = cut(bytes)
    defer { start = cut }
    return ByteRange(start, cut)
  }

  /// Where a stretch ends: behind its last empty line, or else its last blank, so that no word and hardly ever an
  /// expression is cut.
  private func cut(_ bytes: Span<UInt8>) -> Int {
    guard end - start > Self.size else { return end }
    let limit = start + Self.size
    var blank: Int?
    var index = limit - 1
    while index > start {
      if bytes[index] == 0x0A, bytes[index - 1] == 0x0A { return index + 1 }
      if blank == nil, TextBytes.isSpace(bytes[index]) { blank = index + 1 }
      index -= 1
    }
    if let blank { return blank }
    var hard = limit
    while hard > start + 1, bytes[hard] & 0xC0 == 0x80 { hard -= 1 }
    return hard
  }
}
