internal import Documents

/// Full calendar dates in running text, as English writes them.
///
/// Read are `2025-03-31`, `2025/03/31`, `31.03.2025`, `4 August 2025`, `06 AUG 2025`, `the 4th of May 2025`,
/// `Aug. 21, 2025`, `March 31st, 2025`, and `31/03/2025` or `03/31/2025` where only one reading is a day.
struct DateScanner {
  /// A date and the bytes that state it.
  struct Match {
    var date: CalendarDate
    var range: ByteRange
  }

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    var table: [String: Int] = ["sept": 9]
    for (index, name) in names.enumerated() {
      table[name] = index + 1
      table[String(name.prefix(3))] = index + 1
    }
    return table
  }()

  private let bytes: [UInt8]
  /// How a day and a month in figures are told apart where both readings are dates; nil leaves them unread.
  private let dayFirst: Bool?

  init(_ bytes: [UInt8], dayFirst: Bool? = nil) {
    self.bytes = bytes
    self.dayFirst = dayFirst
  }

  /// The first date in `range`.
  func first(in range: ByteRange) -> Match? {
    var index = range.start
    while index < range.end {
      if let match = match(at: index, end: range.end) { return match }
      index = nextWord(index, range.end)
    }
    return nil
  }

  /// The last date in `range`.
  func last(in range: ByteRange) -> Match? {
    var found: Match?
    var index = range.start
    while index < range.end {
      if let match = match(at: index, end: range.end) {
        found = match
        index = match.range.end
      } else {
        index = nextWord(index, range.end)
      }
    }
    return found
  }

  /// The start of the next run of letters or digits.
  private func nextWord(_ start: Int, _ end: Int) -> Int {
    var index = start
    let isWord = TextBytes.isLetter(bytes[index]) || TextBytes.isDigit(bytes[index])
    while index < end, isWord, TextBytes.isLetter(bytes[index]) || TextBytes.isDigit(bytes[index]) { index += 1 }
    while index < end, !TextBytes.isLetter(bytes[index]), !TextBytes.isDigit(bytes[index]) { index += 1 }
    return index
  }

  /// A date that starts at `start`, a word's first byte.
  private func match(at start: Int, end: Int) -> Match? {
    var cursor = Cursor(bytes: bytes, index: start, end: end)
    let date = TextBytes.isDigit(bytes[start]) ? numeric(&cursor) : monthFirst(&cursor)
    guard let date, !cursor.isInsideWord else { return nil }
    return Match(date: date, range: ByteRange(start, cursor.index))
  }

  private func monthFirst(_ cursor: inout Cursor) -> CalendarDate? {
    guard let month = Self.months[cursor.letters()] else { return nil }
    cursor.skip(".")
    guard cursor.blanks(), let day = cursor.number(digits: 1...2) else { return nil }
    cursor.ordinal()
    cursor.skip(",")
    guard cursor.blanks(), let year = cursor.number(digits: 4...4) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private func numeric(_ cursor: inout Cursor) -> CalendarDate? {
    let start = cursor.index
    guard let first = cursor.number(digits: 1...4) else { return nil }
    if cursor.index - start == 4 {
      guard let mark = cursor.separator(), let month = cursor.number(digits: 1...2), cursor.separator() == mark,
        let day = cursor.number(digits: 1...2)
      else { return nil }
      return CalendarDate(year: first, month: month, day: day)
    }
    guard cursor.index - start <= 2 else { return nil }
    if let mark = cursor.separator(), mark != 0x2D || cursor.isAtDigit { return inFigures(first, mark, &cursor) }
    return dayThenName(first, &cursor)
  }

  /// `31/03/2025` and `31.03.2025` behind the first separator.
  private func inFigures(_ first: Int, _ mark: UInt8, _ cursor: inout Cursor) -> CalendarDate? {
    guard let second = cursor.number(digits: 1...2), cursor.separator() == mark,
      let year = cursor.number(digits: 4...4)
    else { return nil }
    let dayThenMonth = CalendarDate(year: year, month: second, day: first)
    let monthThenDay = mark == 0x2E ? nil : CalendarDate(year: year, month: first, day: second)
    guard let dayThenMonth, let monthThenDay, first != second else { return dayThenMonth ?? monthThenDay }
    return dayFirst.map { $0 ? dayThenMonth : monthThenDay }
  }

  /// `4 August 2025` behind the day.
  private func dayThenName(_ day: Int, _ cursor: inout Cursor) -> CalendarDate? {
    cursor.ordinal()
    cursor.skip(".")
    if !cursor.blanks() { cursor.skip("-") }
    var name = cursor.letters()
    if name == "of" {
      cursor.blanks()
      name = cursor.letters()
    }
    guard let month = Self.months[name] else { return nil }
    cursor.skip(".")
    cursor.skip(",")
    if !cursor.blanks() { cursor.skip("-") }
    guard let year = cursor.number(digits: 4...4) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The month of an English name or its first three letters, whatever the case.
  static func month(_ name: String) -> Int? { months[name.lowercased()] }
}

/// A reading position in a date.
private struct Cursor {
  let bytes: [UInt8]
  var index: Int
  let end: Int

  var isAtDigit: Bool { index < end && TextBytes.isDigit(bytes[index]) }
  var isInsideWord: Bool { isAtDigit || index < end && TextBytes.isLetter(bytes[index]) && bytes[index] != 0x54 }

  mutating func number(digits: ClosedRange<Int>) -> Int? {
    let start = index
    var value = 0
    while isAtDigit, index - start <= digits.upperBound {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return digits.contains(index - start) ? value : nil
  }

  /// Up to ten letters, folded; longer words are no part of a date.
  mutating func letters() -> String {
    let start = index
    while index < end, index - start <= 10, TextBytes.isLetter(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index].map(TextBytes.lowered), as: UTF8.self)
  }

  mutating func separator() -> UInt8? {
    guard index < end, bytes[index] == 0x2D || bytes[index] == 0x2E || bytes[index] == 0x2F else { return nil }
    index += 1
    return bytes[index - 1]
  }

  mutating func skip(_ mark: Unicode.Scalar) {
    if index < end, UInt32(bytes[index]) == mark.value { index += 1 }
  }

  @discardableResult mutating func blanks() -> Bool {
    let start = index
    while index < end, index - start < 8 {
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    return index > start
  }

  mutating func ordinal() {
    guard index + 1 < end else { return }
    let pair = (TextBytes.lowered(bytes[index]), TextBytes.lowered(bytes[index + 1]))
    switch pair {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): index += 2
    default: break
    }
  }
}
