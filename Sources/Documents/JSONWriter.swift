/// Writes JSON (RFC 8259) on one line, value by value: `{"name": "…", "count": 3}`.
///
/// Control characters, the C1 range among them, are escaped, so that no text can reach a terminal as a command.
/// Commas come by themselves; the caller closes what it opens.
public struct JSONWriter: Sendable {
  private var bytes: [UInt8] = []
  /// Whether the next value or key needs a comma before it.
  private var needsComma = false

  /// An empty text.
  public init() {}

  /// What has been written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Opens an object.
  public mutating func beginObject() { open(0x7B) }
  /// Closes an object.
  public mutating func endObject() { close(0x7D) }
  /// Opens an array.
  public mutating func beginArray() { open(0x5B) }
  /// Closes an array.
  public mutating func endArray() { close(0x5D) }

  /// The name of an object's next member.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(contentsOf: [0x3A, 0x20])
    needsComma = false
  }

  /// A text, or null.
  public mutating func value(_ text: String?) {
    separate()
    if let text { quote(text) } else { append("null") }
    needsComma = true
  }

  /// An integer, or null.
  public mutating func value(_ number: Int?) {
    separate()
    append(number.map(String.init) ?? "null")
    needsComma = true
  }

  /// A number, or null; whole numbers below 2^53 are written without a point, and what is not finite as null.
  public mutating func value(_ number: Double?) {
    separate()
    if let number, number.isFinite {
      let isWhole = number == number.rounded() && abs(number) < 9_007_199_254_740_992
      append(isWhole ? String(Int64(number)) : String(number))
    } else {
      append("null")
    }
    needsComma = true
  }

  /// A truth value.
  public mutating func value(_ flag: Bool) {
    separate()
    append(flag ? "true" : "false")
    needsComma = true
  }

  /// A text member.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// An integer member.
  public mutating func member(_ name: String, _ number: Int?) {
    key(name)
    value(number)
  }

  /// A number member.
  public mutating func member(_ name: String, _ number: Double?) {
    key(name)
    value(number)
  }

  /// A truth member.
  public mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// An array of texts.
  public mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(contentsOf: [0x2C, 0x20]) }
  }

  private mutating func append(_ plain: String) { bytes.append(contentsOf: plain.utf8) }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, UInt8(scalar.value)])
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: escape(scalar.value)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ scalar: UInt32) {
    let digits = String(scalar, radix: 16)
    append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
  }
}
