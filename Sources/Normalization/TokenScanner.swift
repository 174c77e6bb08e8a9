internal import Documents
internal import Lexicon

/// Cuts a text into tokens in one pass.
///
/// - Complexity: O(length of the text).
struct TokenScanner {
  let lexicon: MeasureLexicon

  /// The tokens of a range, with a boundary at the end.
  func tokens(of bytes: Span<UInt8>, in range: ByteRange) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5 + 2)
    var index = range.start
    let end = min(range.end, bytes.count)
    var gap = Token.Gap.line
    while index < end {
      if let blank = blankRun(bytes, from: index, to: end) {
        if blank.lines > 1 {
          tokens.append(Token(start: Int32(index), end: Int32(index), kind: .boundary, gap: .line))
        }
        gap = blank.gap
        index = blank.end
        continue
      }
      let token = token(bytes, at: index, to: end, gap: gap)
      tokens.append(token)
      index = Int(token.end)
      gap = .none
    }
    tokens.append(Token(start: Int32(end), end: Int32(end), kind: .boundary, gap: .line))
    return tokens
  }

  private func blankRun(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> (end: Int, lines: Int, gap: Token.Gap)? {
    var index = start
    var lines = 0
    var blanks = 0
    while index < end, let width = TextBytes.blankWidth(bytes, at: index) {
      if bytes[index] == 0x0A { lines += 1 }
      blanks += bytes[index] == 0x09 ? 2 : 1
      index += width
    }
    guard index > start else { return nil }
    return (min(index, end), lines, lines > 0 ? .line : blanks == 1 ? .blank : .wide)
  }

  private func token(_ bytes: Span<UInt8>, at start: Int, to end: Int, gap: Token.Gap) -> Token {
    let first = bytes[start]
    if TextBytes.isDigit(first) { return digits(bytes, at: start, to: end, gap: gap) }
    if TextBytes.isLetter(first) || first >= 0x80 && Self.isLetter(Self.scalar(bytes, at: start, to: end).value) {
      return word(bytes, at: start, to: end, gap: gap)
    }
    let scalar = Self.scalar(bytes, at: start, to: end)
    var token = Token(start: Int32(start), end: Int32(start + scalar.width), kind: .symbol, gap: gap)
    token.payload = UInt64(scalar.value)
    if first >= 0x80 || Self.named.contains(first) {
      token.word = lexicon.number(of: TextKey(bytes.extracting(start..<start + scalar.width)))
      token.roles = lexicon.roles[Int(token.word)]
      // "$" tells a figure where the letters of a currency ("US", "R") do not.
      if token.roles.contains(.sign) { token.roles.insert(.number) }
    }
    return token
  }

  /// The ASCII symbols that phrases are made of.
  private static let named: Set<UInt8> = [0x24, 0x2D, 0x2E, 0x27, 0x3C, 0x3D, 0x3E]

  private func digits(_ bytes: Span<UInt8>, at start: Int, to end: Int, gap: Token.Gap) -> Token {
    var index = start
    var value: UInt64 = 0
    while index < end, TextBytes.isDigit(bytes[index]) {
      if index - start < 18 { value = value &* 10 &+ UInt64(bytes[index] &- 0x30) }
      index += 1
    }
    var token = Token(start: Int32(start), end: Int32(index), kind: .digits, gap: gap)
    token.payload = value
    token.roles = .number
    return token
  }

  private func word(_ bytes: Span<UInt8>, at start: Int, to end: Int, gap: Token.Gap) -> Token {
    var index = start
    var isUpper = true
    while index < end {
      let byte = bytes[index]
      if TextBytes.isLetter(byte) {
        if byte & 0x20 != 0 { isUpper = false }
        index += 1
      } else if byte >= 0x80 {
        let scalar = Self.scalar(bytes, at: index, to: end)
        guard Self.isLetter(scalar.value) else { break }
        isUpper = false
        index += scalar.width
      } else {
        break
      }
    }
    var token = Token(start: Int32(start), end: Int32(index), kind: .word, gap: gap)
    token.isCapitalised = TextBytes.isUpper(bytes[start])
    token.isUpper = isUpper
    token.endsInS = Self.looksPlural(bytes, start, index)
    token.endsInEd = index - start > 4 && bytes[index - 1] == 0x64 && bytes[index - 2] == 0x65
    guard index - start <= 24 else { return token }
    let spelling = bytes.extracting(start..<index)
    token.word = lexicon.number(of: TextKey(spelling, foldingCase: true))
    token.roles = lexicon.roles[Int(token.word)]
    if index - start <= 6 { token.payload = TextKey(spelling).value }
    return token
  }

  private static func looksPlural(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start > 3, bytes[end - 1] == 0x73 else { return false }
    return bytes[end - 2] != 0x73 && bytes[end - 2] != 0x69 && bytes[end - 2] != 0x75
  }

  /// The scalar at `index` and its width; a broken one counts as a letter of one byte.
  static func scalar(_ bytes: Span<UInt8>, at index: Int, to end: Int) -> (value: UInt32, width: Int) {
    let first = bytes[index]
    let width = TextBytes.scalarWidth(first)
    guard width > 1, index + width <= end else { return (first < 0x80 ? UInt32(first) : 0xC0, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, width)
  }

  /// Whether a scalar outside ASCII continues a word: everything but the blocks of punctuation and symbols.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: false
    case 0x0E3F, 0x060B, 0x17DB, 0x0589, 0x058F, 0x09F3: false
    case 0x2000...0x2BFF, 0x3000...0x303F, 0xFDFC, 0xFE50...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFE0...0xFFEE:
      false
    case 0x5143, 0x5186: false  // the signs of the yuan and the yen
    default: true
    }
  }
}
