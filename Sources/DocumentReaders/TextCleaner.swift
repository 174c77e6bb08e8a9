internal import Documents

/// Line ends to LF, control characters to blanks: what the stored text is, whatever the file held.
///
/// A terminal, a spreadsheet and a browser obey some characters instead of showing them: C0 and C1 controls, the
/// bidirectional marks and embeddings, an inner byte-order mark. Each becomes one blank, so that code-point offsets
/// of the rest stay.
enum TextCleaner {
  /// The clean text, and how many characters became blanks.
  static func clean(_ string: String) -> (text: String, controls: Int) {
    let bytes = Array(string.utf8)
    guard let first = bytes.indices.first(where: { dirt(bytes, at: $0) != nil || bytes[$0] == 0x0D }) else {
      return (string, 0)
    }
    var output = Array(bytes[..<first])
    output.reserveCapacity(bytes.count)
    var controls = 0
    var index = first
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0D {
        output.append(0x0A)
        index += index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      } else if let width = dirt(bytes, at: index) {
        output.append(0x20)
        controls += 1
        index += width
      } else {
        output.append(byte)
        index += 1
      }
    }
    return (String(decoding: output, as: UTF8.self), controls)
  }

  /// The text with each run of white space and control characters as one blank, and none at its ends.
  static func oneLine(_ string: String) -> String {
    clean(string).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The width of the control character at `index`, or nil; tab, LF and CR are none.
  @inline(__always) private static func dirt(_ bytes: [UInt8], at index: Int) -> Int? {
    let byte = bytes[index]
    if byte < 0x80 { return byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F ? 1 : nil }
    switch byte {
    case 0xC2: return bytes[index + 1] < 0xA0 ? 2 : nil
    case 0xD8: return bytes[index + 1] == 0x9C ? 2 : nil
    case 0xE2: return isBidirectional(bytes[index + 1], bytes[index + 2]) ? 3 : nil
    case 0xEF: return bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : nil
    default: return nil
    }
  }

  /// U+200E, U+200F, U+202A–U+202E and U+2066–U+2069 behind their first byte.
  private static func isBidirectional(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third == 0x8E || third == 0x8F || 0xAA...0xAE ~= third
    case 0x81: 0xA6...0xA9 ~= third
    default: false
    }
  }
}
