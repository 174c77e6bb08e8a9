/// The JSON that our own queries build with `json_array`: arrays of texts, numbers and nulls, at most two deep.
enum JSONArray {
  /// One element.
  enum Element: Hashable {
    case null
    case number(Double)
    case text(String)
    case array([Element])
  }

  /// Reads an array; elements that it does not know become null.
  static func read(_ json: String) -> [Element] {
    var reader = Reader(bytes: Array(json.utf8))
    guard case .array(let elements) = reader.element(depth: 0) else { return [] }
    return elements
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

    mutating func element(depth: Int) -> Element {
      switch current {
      case UInt8(ascii: "[") where depth < 3: return .array(elements(depth: depth))
      case UInt8(ascii: "\""): return .text(text())
      default: return scalar()
      }
    }

    private mutating func elements(depth: Int) -> [Element] {
      var elements: [Element] = []
      index += 1
      while index < bytes.count, current != UInt8(ascii: "]") {
        if current == UInt8(ascii: ",") || current == UInt8(ascii: " ") {
          index += 1
        } else {
          elements.append(element(depth: depth + 1))
        }
      }
      index += 1
      return elements
    }

    private mutating func scalar() -> Element {
      let start = index
      while index < bytes.count, current != UInt8(ascii: ","), current != UInt8(ascii: "]") { index += 1 }
      if index == start { index += 1 }
      return Double(String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)).map { .number($0) }
        ?? .null
    }

    private mutating func text() -> String {
      var text: [UInt8] = []
      index += 1
      while index < bytes.count, current != UInt8(ascii: "\"") {
        if current == UInt8(ascii: "\\") {
          index += 1
          escape(into: &text)
        } else {
          text.append(current)
          index += 1
        }
      }
      index += 1
      return String(decoding: text, as: UTF8.self)
    }

    /// SQLite escapes quotation mark, backslash and control characters only, so one code unit is enough.
    private mutating func escape(into text: inout [UInt8]) {
      let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
        UInt8(ascii: "t"): 0x09,
      ]
      if current == UInt8(ascii: "u"), index + 4 < bytes.count {
        let digits = String(decoding: bytes[index + 1...index + 4], as: UTF8.self)
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        text += Array(String(scalar).utf8)
        index += 5
      } else {
        text.append(escapes[current] ?? current)
        index += 1
      }
    }
  }
}
