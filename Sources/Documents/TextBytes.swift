/// What single bytes and scalars of UTF-8 text are, for loops that work on bytes.
public enum TextBytes {
  /// Whether the byte is an ASCII digit.
  @inline(__always) public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  /// Whether the byte is an ASCII letter.
  @inline(__always) public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  /// Whether the byte is an ASCII capital.
  @inline(__always) public static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  /// Whether the byte is an ASCII small letter.
  @inline(__always) public static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  /// Whether the byte is ASCII white space (tab, line feed, vertical tab, form feed, carriage return, blank).
  @inline(__always) public static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
  /// The ASCII small letter of an ASCII capital; any other byte as it is.
  @inline(__always) public static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
  /// The number of bytes of the scalar that `byte` leads, from 1 to 4; 1 for a continuation byte.
  @inline(__always) public static func scalarWidth(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// The width in bytes of the white-space scalar at `index`, or nil where there is none.
  public static func blankWidth(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    let byte = bytes[index]
    if byte < 0x80 { return isSpace(byte) ? 1 : nil }
    if byte == 0xC2 { return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : nil }
    guard index + 2 < bytes.count, byte == 0xE2 || byte == 0xE3 else { return nil }
    return isWideBlank(byte, bytes[index + 1], bytes[index + 2]) ? 3 : nil
  }

  /// The width in bytes of the white-space scalar that ends at `end`, or nil where there is none.
  public static func blankWidth(_ bytes: Span<UInt8>, endingAt end: Int) -> Int? {
    guard end > 0 else { return nil }
    let last = bytes[end - 1]
    if last < 0x80 { return isSpace(last) ? 1 : nil }
    if end >= 2, last == 0xA0, bytes[end - 2] == 0xC2 { return 2 }
    guard end >= 3 else { return nil }
    return isWideBlank(bytes[end - 3], bytes[end - 2], last) ? 3 : nil
  }

  /// U+2000–U+200B, U+2028, U+2029, U+202F, U+205F and U+3000 in UTF-8.
  private static func isWideBlank(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE2, 0x80): (0x80...0x8B).contains(c) || c == 0xA8 || c == 0xA9 || c == 0xAF
    case (0xE2, 0x81): c == 0x9F
    case (0xE3, 0x80): c == 0x80
    default: false
    }
  }
}
