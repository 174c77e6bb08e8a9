import Documents

/// What the scalar at a place is to the tokenizer.
enum ScalarClass {
  case letter
  case digit
  case apostrophe
  case hyphen
  case punctuation

  /// The class of the scalar at `index` and its width in bytes; scalars beyond ASCII are letters unless they lie in
  /// the blocks of punctuation, symbols and pictographs.
  static func at(_ index: Int, in bytes: Span<UInt8>) -> (scalarClass: ScalarClass, width: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (ascii(byte), 1) }
    let width = min(TextBytes.scalarWidth(byte), bytes.count - index)
    switch width {
    case 2: return (byte == 0xC2 || (byte == 0xC3 && isSign(bytes[index + 1])) ? .punctuation : .letter, 2)
    case 3: return (wide(byte, bytes[index + 1], bytes[index + 2]), 3)
    case 4: return (byte == 0xF0 && bytes[index + 1] >= 0x9F ? .punctuation : .letter, 4)
    default: return (.punctuation, 1)
    }
  }

  private static func ascii(_ byte: UInt8) -> ScalarClass {
    if TextBytes.isLetter(byte) || byte == UInt8(ascii: "_") { return .letter }
    if TextBytes.isDigit(byte) { return .digit }
    if byte == UInt8(ascii: "'") { return .apostrophe }
    return byte == UInt8(ascii: "-") ? .hyphen : .punctuation
  }

  /// × and ÷ among the Latin-1 letters.
  private static func isSign(_ second: UInt8) -> Bool { second == 0x97 || second == 0xB7 }

  private static func wide(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> ScalarClass {
    guard a == 0xE2 || a == 0xE3 else { return a == 0xEF && (0xB8...0xBD).contains(b) ? .punctuation : .letter }
    if a == 0xE3 { return b == 0x80 ? .punctuation : .letter }
    if b == 0x80, c == 0x99 { return .apostrophe }
    if b == 0x80, c == 0x90 || c == 0x91 { return .hyphen }
    return b <= 0xAF ? .punctuation : .letter
  }
}
