/// A key as a terminal sends it.
enum Key: Sendable, Hashable {
  case text(Character)
  case enter, tab, backspace, delete
  case left, right, up, down, home, end, wordLeft, wordRight
  case deleteToEnd, deleteToStart, deleteWord
  /// Redraw on an empty screen.
  case clear
  /// Give the line up (Ctrl-C).
  case cancel
  /// End of input (Ctrl-D), or delete where there is something.
  case endOfInput
  /// A key that does nothing here.
  case other

  /// The next key; nil at the end of the input.
  ///
  /// Escape sequences are those of ECMA-48 and of xterm; what is not known is read to its end and ignored.
  static func read(_ next: () -> UInt8?) -> Key? {
    guard let byte = next() else { return nil }
    switch byte {
    case 0x0A, 0x0D: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x1B: return escape(next)
    case 0x00...0x1F: return control(byte)
    default: return character(byte, next)
    }
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x03: .cancel
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x0B: .deleteToEnd
    case 0x0C: .clear
    case 0x0E: .down
    case 0x10: .up
    case 0x15: .deleteToStart
    case 0x17: .deleteWord
    default: .other
    }
  }

  private static func escape(_ next: () -> UInt8?) -> Key {
    switch next() {
    case UInt8(ascii: "b"): return .wordLeft
    case UInt8(ascii: "f"): return .wordRight
    case UInt8(ascii: "O"): return next().map { final($0, parameters: "") } ?? .other
    case UInt8(ascii: "["):
      var parameters = ""
      // Parameters and intermediates are 0x20 to 0x3F; a terminal sends few of them.
      while let byte = next(), parameters.utf8.count < 16 {
        guard byte < 0x40 else { return final(byte, parameters: parameters) }
        parameters.unicodeScalars.append(Unicode.Scalar(byte))
      }
      return .other
    default: return .other
    }
  }

  private static func final(_ byte: UInt8, parameters: String) -> Key {
    // ";5" is Ctrl, ";3" is Alt.
    let jumps = parameters.hasSuffix(";5") || parameters.hasSuffix(";3")
    switch byte {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return jumps ? .wordRight : .right
    case UInt8(ascii: "D"): return jumps ? .wordLeft : .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "~"):
      switch parameters {
      case "1", "7": return .home
      case "4", "8": return .end
      case "3": return .delete
      default: return .other
      }
    default: return .other
    }
  }

  /// A character of one to four bytes of UTF-8; what is none is ignored.
  private static func character(_ first: UInt8, _ next: () -> UInt8?) -> Key {
    let length =
      switch first {
      case 0..<0x80: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return .other }
    var bytes = [first]
    while bytes.count < length, let byte = next() { bytes.append(byte) }
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else { return .other }
    return .text(character)
  }
}
