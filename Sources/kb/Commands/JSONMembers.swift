import Documents

/// The text members of one JSON object (RFC 8259); members of any other kind are passed over.
struct JSONMembers {
  /// The values of the members that are texts.
  private(set) var texts: [String: String] = [:]
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Reads the object that `bytes` hold; nil where they hold none.
  init?(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
    guard take(0x7B) else { return nil }
    if take(0x7D) { return }
    repeat {
      guard peek() == 0x22, let name = text(), take(0x3A) else { return nil }
      if peek() == 0x22 {
        guard let value = text() else { return nil }
        texts[name] = value
      } else if !skip() {
        return nil
      }
    } while take(0x2C)
    guard take(0x7D) else { return nil }
  }

  /// The next byte that is no white space.
  private mutating func peek() -> UInt8? {
    while index < bytes.endIndex, TextBytes.isSpace(bytes[index]) { index += 1 }
    return index < bytes.endIndex ? bytes[index] : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  /// Passes over a number, a literal, an array or an object.
  private mutating func skip() -> Bool {
    var depth = 0
    while let byte = peek() {
      switch byte {
      case 0x22: guard text() != nil else { return false }
      case 0x5B, 0x7B:
        depth += 1
        index += 1
      case 0x5D, 0x7D:
        guard depth > 0 else { return true }
        depth -= 1
        index += 1
      case 0x2C where depth == 0: return true
      default: index += 1
      }
      if depth == 0, peek() == 0x2C || peek() == 0x7D { return true }
    }
    return false
  }

  /// A text between quotation marks, its escapes undone.
  private mutating func text() -> String? {
    index += 1
    var units: [UInt8] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x22: return String(decoding: units, as: UTF8.self)
      case 0x5C: guard appendEscaped(to: &units) else { return nil }
      default: units.append(byte)
      }
    }
    return nil
  }

  private mutating func appendEscaped(to units: inout [UInt8]) -> Bool {
    guard index < bytes.endIndex else { return false }
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x6E: units.append(0x0A)
    case 0x74: units.append(0x09)
    case 0x72: units.append(0x0D)
    case 0x62: units.append(0x08)
    case 0x66: units.append(0x0C)
    case 0x75:
      guard let scalar = escapedScalar() else { return false }
      units.append(contentsOf: String(Character(scalar)).utf8)
    default: units.append(byte)
    }
    return true
  }

  /// The scalar of `\uXXXX`, of two where they are a surrogate pair; a lone surrogate becomes U+FFFD.
  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let high = hexadecimal() else { return nil }
    guard 0xD800...0xDBFF ~= high, index + 1 < bytes.endIndex, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else {
      return Unicode.Scalar(high) ?? "\u{FFFD}"
    }
    index += 2
    guard let low = hexadecimal() else { return nil }
    guard 0xDC00...0xDFFF ~= low else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.endIndex else { return nil }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    index += 4
    return UInt32(digits, radix: 16)
  }
}
