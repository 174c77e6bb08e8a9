internal import Documents

/// From bytes to the stored text: UTF-8, UTF-16 by its byte-order mark, else Windows-1252; line ends become LF.
enum TextDecoder {
  /// The stored text, and what was noticed on the way.
  struct Result {
    var text: SourceText
    var diagnostics: [Diagnostic]
  }

  /// Over one control character in so many bytes, a file is no text.
  private static let bytesPerControl = 20

  /// Decodes and cleans.
  ///
  /// - Throws: `empty`, `binary`, `notDecodable`.
  static func decode(_ bytes: [UInt8]) throws(ReadingError) -> Result {
    guard !bytes.isEmpty else { throw ReadingError(.empty, "the file is empty") }
    var diagnostics: [Diagnostic] = []
    let string = try string(of: bytes, &diagnostics)
    let (clean, controls) = TextCleaner.clean(string)
    if controls > 0 {
      diagnostics.append(
        Diagnostic(
          .warning, code: "control-characters", "\(controls) control characters were replaced by blanks"))
    }
    guard clean.utf8.contains(where: { !TextBytes.isSpace($0) }) else {
      throw ReadingError(.empty, "the file holds nothing but white space")
    }
    return Result(text: SourceText(clean), diagnostics: diagnostics)
  }

  private static func string(of bytes: [UInt8], _ diagnostics: inout [Diagnostic]) throws(ReadingError) -> String {
    if let order = UTF16Decoder.byteOrder(of: bytes) {
      let decoded = try UTF16Decoder.decode(bytes, order)
      if decoded.replaced > 0 {
        diagnostics.append(
          Diagnostic(
            .warning, code: "invalid-utf16", "\(decoded.replaced) code units without a partner became U+FFFD"))
      }
      return decoded.string
    }
    try refuseBinary(bytes)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let valid = String(validating: bytes[start...], as: UTF8.self) { return valid }
    diagnostics.append(
      Diagnostic(
        .warning, code: "not-utf8", "the file is not UTF-8 and was read as Windows-1252",
        hint: "convert the file to UTF-8 if letters look wrong"))
    return Windows1252.decode(bytes[start...])
  }

  /// Throws where too many of the bytes are control characters that text does not use.
  private static func refuseBinary(_ bytes: [UInt8]) throws(ReadingError) {
    var controls = 0
    for byte in bytes where byte < 0x20 && !TextBytes.isSpace(byte) && byte != 0x1B { controls += 1 }
    if controls * bytesPerControl > bytes.count {
      throw ReadingError(.binary, "the file is binary: \(controls) of \(bytes.count) bytes are control characters")
    }
  }
}
