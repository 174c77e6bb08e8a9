/// The widths of texts on a terminal, and texts broken into lines that fit.
enum TextColumns {
  /// The columns that a text takes: none for marks that combine, two for East Asian wide characters and pictures.
  static func width(_ text: some StringProtocol) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x300: return 1
    case 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      let category = scalar.properties.generalCategory
      return category == .nonspacingMark || category == .enclosingMark ? 0 : 1
    }
  }

  /// The longest beginning that takes at most so many columns.
  static func prefix(_ text: String, width: Int) -> String {
    var room = width
    return String(
      text.prefix { character in
        room -= self.width(String(character))
        return room >= 0
      })
  }

  /// The line without blanks at its end.
  static func trimmed(_ line: String) -> String {
    guard let last = line.utf8.lastIndex(where: { $0 != 0x20 }) else { return "" }
    return String(line[...last])
  }

  /// The text in lines of at most `width` columns, broken at blanks where that is possible; a text of more than
  /// `mostLines` lines is cut with "…".
  static func lines(_ text: String, width: Int, mostLines: Int = .max) -> [String] {
    let width = max(1, width)
    // Most cells: nothing to measure scalar by scalar, and often nothing to break.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.count <= width ? [text] : linesOfBytes(text, width: width, mostLines: mostLines)
    }
    var lines: [String] = []
    var line = ""
    var room = width
    for word in text.utf8.split(separator: 0x20).map({ Substring($0) }) {
      // What is cut is not broken first.
      guard lines.count <= mostLines else { break }
      let length = self.width(word)
      if !line.isEmpty, length + 1 <= room {
        line += " " + word
        room -= length + 1
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, room) = ("", width)
      if length <= width {
        line += word
        room -= length
        continue
      }
      for character in word {
        let step = self.width(String(character))
        if step > room, !line.isEmpty {
          lines.append(line)
          (line, room) = ("", width)
        }
        line.append(character)
        room -= step
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > mostLines else { return lines.isEmpty ? [""] : lines }
    lines.removeLast(lines.count - mostLines)
    var last = lines.removeLast()
    while self.width(last) >= width { last.removeLast() }
    return lines + [last + "…"]
  }

  /// The same for a text in which each byte takes a column, without looking further than its last line.
  private static func linesOfBytes(_ text: String, width: Int, mostLines: Int) -> [String] {
    let bytes = Array(text.utf8)
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count, lines.count <= mostLines {
      if bytes[start] == 0x20 {
        start += 1
        continue
      }
      // A line ends before a blank, or in a word that is longer than a line.
      let reach = min(bytes.count, start + width)
      let end = reach == bytes.count ? reach : (start...reach).last { bytes[$0] == 0x20 } ?? reach
      lines.append(start..<end)
      start = end
    }
    func line(_ range: Range<Int>) -> String {
      let last = range.last { bytes[$0] != 0x20 } ?? range.lowerBound
      return String(decoding: bytes[range.lowerBound...last], as: UTF8.self)
    }
    guard lines.count > mostLines else { return lines.isEmpty ? [""] : lines.map(line) }
    let shown = lines.prefix(mostLines).map(line)
    return shown.dropLast() + [shown[mostLines - 1].prefix(width - 1) + "…"]
  }
}
