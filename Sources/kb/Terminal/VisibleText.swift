/// Text from documents, names and paths, made fit for a terminal: the one place that keeps their control characters
/// from being obeyed.
enum VisibleText {
  /// Text in which control characters other than tab and line feed stand as `\u{1B}`.
  static func block(_ text: String) -> String {
    escaped(text) { $0 == "\n" || $0 == "\t" }
  }

  /// Text on one line: runs of white space become one blank, other control characters stand as `\u{1B}`.
  static func line(_ text: String) -> String {
    if isPlainLine(text) { return text }
    let words = text.unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
    return escaped(words.map { String($0) }.joined(separator: " ")) { _ in false }
  }

  /// Whether a text is printable ASCII without blanks at an end or beside each other.
  private static func isPlainLine(_ text: String) -> Bool {
    var isAfterBlank = true
    for byte in text.utf8 {
      guard 0x20..<0x7F ~= byte, byte != 0x20 || !isAfterBlank else { return false }
      isAfterBlank = byte == 0x20
    }
    return !isAfterBlank || text.isEmpty
  }

  private static func escaped(_ text: String, except isAllowed: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) && !isAllowed($0) }) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) && !isAllowed(scalar) {
        visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// The control characters of ASCII and ISO 8859, and those that reorder what stands around them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
