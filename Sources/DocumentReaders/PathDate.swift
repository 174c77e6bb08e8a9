internal import Documents

/// The day in a file's name or path: `2025-03-31-summit.txt`, `20250331.txt`, `10Apr2007Name3.txt`, `/2025/03/31/`.
enum PathDate {
  /// The date of the file's name, else of the folders above it.
  static func find(in source: String) -> CalendarDate? {
    let bytes = Array(source.utf8)
    let name = (bytes.lastIndex(of: 0x2F) ?? -1) + 1
    return find(bytes, name, bytes.count) ?? find(bytes, 0, bytes.count)
  }

  private static func find(_ bytes: [UInt8], _ start: Int, _ end: Int) -> CalendarDate? {
    for index in start..<end where TextBytes.isDigit(bytes[index]) {
      if index > 0, TextBytes.isDigit(bytes[index - 1]) { continue }
      if let date = date(bytes, at: index, end) { return date }
    }
    return nil
  }

  /// A date whose first digit stands at `index`.
  private static func date(_ bytes: [UInt8], at index: Int, _ end: Int) -> CalendarDate? {
    let digits = run(bytes, index, end, TextBytes.isDigit)
    switch digits {
    case 8: return plausible(number(bytes, index, 4), number(bytes, index + 4, 2), number(bytes, index + 6, 2))
    case 4: return yearFirst(bytes, index, end)
    case 1, 2: return dayFirst(bytes, index, digits, end)
    default: return nil
    }
  }

  /// `2025-03-31`, with any one of `-`, `_`, `.`, `/` between the parts.
  private static func yearFirst(_ bytes: [UInt8], _ index: Int, _ end: Int) -> CalendarDate? {
    let month = index + 5
    guard month < end, isMark(bytes[index + 4]) else { return nil }
    let monthDigits = run(bytes, month, end, TextBytes.isDigit)
    let day = month + monthDigits + 1
    guard 1...2 ~= monthDigits, day < end, bytes[day - 1] == bytes[index + 4] else { return nil }
    let dayDigits = run(bytes, day, end, TextBytes.isDigit)
    guard 1...2 ~= dayDigits else { return nil }
    return plausible(number(bytes, index, 4), number(bytes, month, monthDigits), number(bytes, day, dayDigits))
  }

  /// `10Apr2007`, `10-April-2007`.
  private static func dayFirst(_ bytes: [UInt8], _ index: Int, _ digits: Int, _ end: Int) -> CalendarDate? {
    var name = index + digits
    if name < end, isMark(bytes[name]) { name += 1 }
    let letters = run(bytes, name, end, TextBytes.isLetter)
    var year = name + letters
    if year < end, isMark(bytes[year]) { year += 1 }
    guard 3...9 ~= letters, run(bytes, year, end, TextBytes.isDigit) == 4,
      let month = DateScanner.month(String(decoding: bytes[name..<name + letters], as: UTF8.self))
    else { return nil }
    return plausible(number(bytes, year, 4), month, number(bytes, index, digits))
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x2F }

  private static func run(_ bytes: [UInt8], _ start: Int, _ end: Int, _ test: (UInt8) -> Bool) -> Int {
    var index = start
    while index < end, index - start < 10, test(bytes[index]) { index += 1 }
    return index - start
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// A day of the years in which a file that we read may have been published.
  private static func plausible(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    1800...2199 ~= year ? CalendarDate(year: year, month: month, day: day) : nil
  }
}
