internal import Documents

/// Tells a line that dates its document from one that mentions a date.
struct DatedLine {
  /// A date that a line sets apart.
  struct Found {
    var date: CalendarDate
    /// The words that do so: the whole line, or its first words where text follows.
    var range: ByteRange
    /// Whether it is the day of publication, not the day on which a page was fetched.
    var isPublication: Bool
  }

  private static let longestLine = 200
  private static let longestLead = 120
  private static let longestClosing = 100
  /// So many words in front of a date that is not the day of publication; more are a sentence.
  private static let longestOther = 6

  /// Words that may stand before a day of publication.
  private static let labels: Set<String> = [
    "date", "dated", "published", "posted", "issued", "released", "release", "updated", "update", "last", "first",
    "on", "as", "of", "publication", "created", "modified", "for", "immediate", "press", "news", "media", "online",
    "filed", "the", "version", "at", "a", "current",
  ]
  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun",
  ]
  /// Words before a date that is not the day of publication.
  private static let others: Set<String> = [
    "today", "today's", "when", "where", "deadline", "due", "expires", "closing", "event", "time", "starts", "ends",
    "until", "embargoed", "accessed", "retrieved", "printed", "hearing", "effective", "by", "since", "from", "after",
    "before",
  ]

  private let text: LineText
  private let scanner: DateScanner

  init(_ text: LineText, dayFirst: Bool?) {
    self.text = text
    scanner = DateScanner(text.bytes, dayFirst: dayFirst)
  }

  /// Reads a line above the text.
  func read(_ range: ByteRange, isFirst: Bool) -> Found? {
    let head = ByteRange(range.start, min(range.end, range.start + Self.longestLine))
    guard let match = scanner.first(in: head) else { return nil }
    let lead = ByteRange(range.start, match.range.start)
    let rest = ByteRange(match.range.end, range.end)
    guard lead.count <= Self.longestLead, let kind = leadKind(lead) ?? (isPlaces(lead) ? .place : nil) else {
      return nil
    }
    if range.count <= Self.longestLine, isTail(rest) || kind == .release {
      return Found(date: match.date, range: range, isPublication: kind != .other)
    }
    guard kind != .other, kind != .separated, kind != .place, kind != .empty || isFirst, startsText(rest) else {
      return nil
    }
    return Found(date: match.date, range: ByteRange(range.start, match.range.end), isPublication: true)
  }

  /// Reads a line below the text: a dated line, `Place, 12 June 2024`, `(Nov. 18, 2025)`, `Done at Tunis on …`.
  func readClosing(_ range: ByteRange) -> Found? {
    guard let match = scanner.last(in: ByteRange(max(range.start, range.end - Self.longestLine), range.end)) else {
      return nil
    }
    let lead = ByteRange(range.start, match.range.start)
    let rest = ByteRange(match.range.end, range.end)
    let opening = words(ByteRange(range.start, min(range.end, range.start + 16)))
    if opening.first == "done", opening.dropFirst().first == "at" || opening.dropFirst().first == "in" {
      return Found(date: match.date, range: match.range, isPublication: true)
    }
    guard range.count <= Self.longestClosing, isTail(rest) else { return nil }
    let kind = leadKind(lead)
    guard kind != nil || isPlaces(lead) else { return nil }
    return Found(date: match.date, range: range, isPublication: kind != .other)
  }

  private enum Lead { case empty, label, release, separated, place, other }

  /// What stands before a date, or nil where it is running text.
  private func leadKind(_ lead: ByteRange) -> Lead? {
    var words = words(lead)
    let hadWeekday = words.last.map(Self.weekdays.contains) ?? false
    if hadWeekday { words.removeLast() }
    if words.contains(where: Self.others.contains) { return words.count <= Self.longestOther ? .other : nil }
    if words.isEmpty { return hadWeekday ? .label : .empty }
    if words.allSatisfy({ Self.labels.contains($0) || $0.allSatisfy(\.isNumber) }) { return .label }
    if words.starts(with: ["for", "immediate", "release"]) || words.starts(with: ["for", "release"]) {
      return .release
    }
    return endsWithSeparator(lead, skipping: hadWeekday) ? .separated : nil
  }

  /// Whether a bar, a dot or a colon stands before the date, or before its weekday.
  private func endsWithSeparator(_ lead: ByteRange, skipping weekday: Bool) -> Bool {
    var part = text.lowered(lead)[...]
    func trim() { while let last = part.last, last.isWhitespace || last == "," { part.removeLast() } }
    trim()
    if weekday {
      while let last = part.last, last.isLetter || last == "." { part.removeLast() }
      trim()
    }
    guard let last = part.last else { return false }
    return "|·•:–—/)".contains(last)
  }

  /// Whether nothing but a time of day, brackets or a part behind a separator follows the date.
  private func isTail(_ rest: ByteRange) -> Bool {
    let tail = text.lowered(rest, limit: Self.longestLine)
    let visible = tail.drop { $0.isWhitespace || ",.)]*_".contains($0) }
    guard let first = visible.first else { return true }
    if "|·•–—/([-".contains(first) { return true }
    let words = words(rest)
    let others = words.filter { word in
      !Self.weekdays.contains(word) && !Self.timeWords.contains(word) && !(word.first?.isNumber ?? false)
    }
    return others.isEmpty || words.first?.first?.isNumber == true && others.count <= 4
  }

  private static let timeWords: Set<String> = [
    "am", "pm", "a.m", "p.m", "at", "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest",
    "bst", "ist", "eet", "hrs", "noon", "midnight",
  ]

  /// Whether a sentence or a title begins behind the date.
  private func startsText(_ rest: ByteRange) -> Bool {
    let visible = text.string(ByteRange(rest.start, min(rest.end, rest.start + 12))).drop(while: \.isWhitespace)
    guard let first = visible.first, rest.count > 1 else { return false }
    return first.isUppercase || "\"“‘'".contains(first)
  }

  /// Whether the words before a date are names of places: `Lahore and Geneva, `.
  private func isPlaces(_ lead: ByteRange) -> Bool {
    let shape = LineShape(text, lead)
    return shape.words <= 6 && shape.isTitleCase && endsWithComma(lead)
  }

  private func endsWithComma(_ lead: ByteRange) -> Bool {
    text.bytes[lead.start..<lead.end].last { !TextBytes.isSpace($0) } == 0x2C
  }

  private func words(_ range: ByteRange) -> [String] {
    FurnitureWords.words(of: text.lowered(range)).map { $0.hasSuffix(":") ? String($0.dropLast()) : $0 }
  }
}
