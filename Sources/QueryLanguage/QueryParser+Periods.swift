internal import Documents
public import PolicyModel

/// Days and periods: `2025`, `March 2025`, `31 March 2025`, `2025-03-31`, `Q2 2025`, `last year`, `past 6 months`.
extension QueryParser {
  /// A period with the number of its words.
  typealias PeriodReading = (period: Period, count: Int)

  /// The day or period that a text names as a whole (`2024`, `March 2025`, `last year`), or nil.
  public func period(_ text: String) -> Period? {
    guard text.utf8.count <= Self.longestPhrase else { return nil }
    var parser = self
    parser.tokens = QueryTokenizer(text).tokens
    guard let found = parser.period(at: 0), found.count == parser.tokens.count else { return nil }
    return found.period
  }

  /// The period at a place, or nil.
  func period(at start: Int) -> PeriodReading? {
    let index = start < tokens.count && tokens[start].folded == "the" ? start + 1 : start
    guard index < tokens.count, !tokens[index].isQuoted else { return nil }
    let found =
      fiscalPeriod(at: index) ?? isoPeriod(at: index) ?? partOfYear(at: index) ?? namedPeriod(at: index)
      ?? relativePeriod(at: index)
      ?? countedPeriod(at: index) ?? edgePeriod(at: index)
    return found.map { ($0.period, $0.count + index - start) }
  }

  /// `2025-03-31`, `2025-03`, `2025`, `2020s`, `Q2 2025`, `2025-Q2`.
  private func isoPeriod(at index: Int) -> PeriodReading? {
    let word = tokens[index].folded
    if let day = CalendarDate(iso: word) { return (Period(start: day, end: day), 1) }
    if let year = Self.year(word) { return Self.months(1...12, of: year).map { ($0, 1) } }
    if word.hasSuffix("s"), let year = Self.year(String(word.dropLast())), year % 10 == 0 {
      let end = CalendarDate(year: year + 9, month: 12, day: 31)
      return (Period(start: CalendarDate(year: year, month: 1, day: 1), end: end), 1)
    }
    if let found = slashedPeriod(word) { return (found, 1) }
    let pieces = word.split(separator: "-")
    if pieces.count == 2, let year = Self.year(String(pieces[0])) {
      if let last = Self.year(String(pieces[1])), year < last {
        let end = CalendarDate(year: last, month: 12, day: 31)
        return (Period(start: CalendarDate(year: year, month: 1, day: 1), end: end), 1)
      }
      if let quarter = Self.quarter(String(pieces[1])) { return Self.quarter(quarter, of: year).map { ($0, 1) } }
      if pieces[1].utf8.count == 2, let month = Int(pieces[1]), 1...12 ~= month {
        return Self.months(month...month, of: year).map { ($0, 1) }
      }
    }
    if let quarter = Self.quarter(word), index + 1 < tokens.count, let year = Self.year(tokens[index + 1].folded) {
      return Self.quarter(quarter, of: year).map { ($0, 2) }
    }
    if word == "h1" || word == "h2", index + 1 < tokens.count, let year = Self.year(tokens[index + 1].folded) {
      return Self.months(word == "h1" ? 1...6 : 7...12, of: year).map { ($0, 2) }
    }
    return nil
  }

  /// `31/03/2025`, `3/31/2025`, `31.03.2025`, `3/2025`: where day and month cannot change places.
  private func slashedPeriod(_ word: String) -> Period? {
    let pieces = word.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." }
    let numbers = pieces.compactMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
    guard numbers.count == pieces.count, let last = pieces.last, let year = Self.year(String(last)) else { return nil }
    if numbers.count == 2, 1...12 ~= numbers[0] { return Self.months(numbers[0]...numbers[0], of: year) }
    guard numbers.count == 3, numbers[0] > 12 || numbers[1] > 12 || numbers[0] == numbers[1] else { return nil }
    let (day, month) = numbers[1] > 12 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
    return CalendarDate(year: year, month: month, day: day).map { Period(start: $0, end: $0) }
  }

  /// `first quarter of 2025`, `second half of 2025`.
  private func partOfYear(at index: Int) -> PeriodReading? {
    guard index + 2 < tokens.count, let number = value(.ordinal, at: index).flatMap({ Int($0.value) }) else {
      return nil
    }
    let last = tokens[index + 2].folded == "of" ? index + 3 : index + 2
    guard last < tokens.count, let year = Self.year(tokens[last].folded) else { return nil }
    let span = tokens[index + 1].folded
    let period =
      span == "quarter"
      ? Self.quarter(number, of: year)
      : span == "half" && number <= 2 ? Self.months(number * 6 - 5...number * 6, of: year) : nil
    return period.map { ($0, last + 1 - index) }
  }

  /// `end of 2026`, `start of March 2025`: the last or first day.
  private func edgePeriod(at index: Int) -> PeriodReading? {
    let isEnd = tokens[index].folded == "end"
    guard isEnd || ["start", "beginning"].contains(tokens[index].folded), index + 2 < tokens.count,
      tokens[index + 1].folded == "of", tokens[index + 2].folded != "the" || index + 3 < tokens.count
    else { return nil }
    let inner = tokens[index + 2].folded == "the" ? index + 3 : index + 2
    guard
      let whole = isoPeriod(at: inner) ?? partOfYear(at: inner) ?? namedPeriod(at: inner) ?? relativePeriod(at: inner),
      let day = isEnd ? whole.period.end : whole.period.start
    else { return nil }
    return (Period(start: day, end: day), inner - index + whole.count)
  }

  /// `March 2025`, `31 March 2025`, `March 31, 2025`, `31 March`, `March`: without a year the latest up to today.
  private func namedPeriod(at index: Int) -> PeriodReading? {
    var next = index
    var day = Self.dayNumber(tokens[next].folded)
    if day != nil { next += 1 }
    if next < tokens.count, day != nil, tokens[next].folded == "of" { next += 1 }
    guard let month = value(.month, at: next).flatMap({ Int($0.value) }) else { return nil }
    next += 1
    if day == nil, next < tokens.count, let number = Self.dayNumber(tokens[next].folded) {
      day = number
      next += 1
    }
    if next < tokens.count, let year = Self.year(tokens[next].folded) {
      return Self.dayOrMonth(day, month, year).map { ($0, next + 1 - index) }
    }
    guard day != nil || month != 5 || tokens[index].isCapitalised else { return nil }
    for year in [today.year, today.year - 1] {
      guard let period = Self.dayOrMonth(day, month, year), let first = period.start, first <= today else { continue }
      return (period, next - index)
    }
    return nil
  }

  /// `today`, `yesterday`, `this month`, `last year`, `next quarter`.
  private func relativePeriod(at index: Int) -> PeriodReading? {
    let dayShifts = ["today": 0, "now": 0, "yesterday": -1, "tomorrow": 1]
    if let shift = dayShifts[tokens[index].folded], let day = today.adding(days: shift) {
      return (Period(start: day, end: day), 1)
    }
    let shifts = ["this": 0, "last": -1, "previous": -1, "next": 1]
    guard let shift = shifts[tokens[index].folded], index + 1 < tokens.count,
      let span = value(.span, at: index + 1), !tokens[index + 1].folded.hasSuffix("s")
    else { return nil }
    return calendarPeriod(span.value, shiftedBy: shift).map { ($0, 2) }
  }

  /// `last 6 months`, `past year`, `past three weeks`: so many spans up to today.
  private func countedPeriod(at index: Int) -> PeriodReading? {
    let isAhead = ["next", "coming"].contains(tokens[index].folded)
    guard isAhead || ["last", "past", "previous", "preceding"].contains(tokens[index].folded), index + 1 < tokens.count
    else { return nil }
    var next = index + 1
    var count = 1
    if let number = wholeNumber(at: next) {
      count = number.value
      next += number.count
    }
    guard let span = value(.span, at: next), let period = counted(count, span.value, isAhead: isAhead) else {
      return nil
    }
    return (period, next + 1 - index)
  }

  /// So many spans up to today, or from today on.
  func counted(_ count: Int, _ span: String, isAhead: Bool) -> Period? {
    guard count <= 10_000, let edge = shifted(today, by: isAhead ? count : -count, span) else { return nil }
    return isAhead ? Period(start: today, end: edge) : Period(start: edge.adding(days: 1), end: today)
  }

  private func calendarPeriod(_ span: String, shiftedBy shift: Int) -> Period? {
    switch span {
    case "year": return Self.months(1...12, of: today.year + shift)
    case "quarter":
      let index = today.year * 4 + (today.month - 1) / 3 + shift
      return Self.quarter(index % 4 + 1, of: index / 4)
    case "month":
      let index = today.year * 12 + today.month - 1 + shift
      return Self.months(index % 12 + 1...index % 12 + 1, of: index / 12)
    case "week":
      let monday = today.adding(days: 1 - today.weekday + 7 * shift)
      return Period(start: monday, end: monday?.adding(days: 6))
    default: return today.adding(days: shift).map { Period(start: $0, end: $0) }
    }
  }

  private func shifted(_ day: CalendarDate, by count: Int, _ span: String) -> CalendarDate? {
    switch span {
    case "year": day.adding(months: 12 * count)
    case "quarter": day.adding(months: 3 * count)
    case "month": day.adding(months: count)
    case "week": day.adding(days: 7 * count)
    default: day.adding(days: count)
    }
  }

  // MARK: Pieces

  static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), 1000...2999 ~= year else { return nil }
    return year
  }

  private static func quarter(_ word: String) -> Int? {
    guard word.utf8.count == 2, word.hasPrefix("q"), let quarter = Int(word.dropFirst()), 1...4 ~= quarter else {
      return nil
    }
    return quarter
  }

  /// `3`, `03`, `3rd`.
  private static func dayNumber(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard 1...2 ~= digits.utf8.count, let day = Int(digits), 1...31 ~= day else { return nil }
    return ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) ? day : nil
  }

  private static func quarter(_ quarter: Int, of year: Int) -> Period? {
    months(quarter * 3 - 2...quarter * 3, of: year)
  }

  private static func months(_ months: ClosedRange<Int>, of year: Int) -> Period? {
    guard let start = CalendarDate(year: year, month: months.lowerBound, day: 1),
      let end = CalendarDate(
        year: year, month: months.upperBound, day: CalendarDate.days(inMonth: months.upperBound, ofYear: year))
    else { return nil }
    return Period(start: start, end: end)
  }

  private static func dayOrMonth(_ day: Int?, _ month: Int, _ year: Int) -> Period? {
    guard let day else { return months(month...month, of: year) }
    return CalendarDate(year: year, month: month, day: day).map { Period(start: $0, end: $0) }
  }

  /// Two periods between "and" or "to"; a first month without a year takes the second's.
  func periodPair(at start: Int, between words: Set<String>) -> PeriodReading? {
    guard let first = period(at: start) else { return nil }
    let joint = start + first.count
    guard joint < tokens.count, words.contains(tokens[joint].folded), let second = period(at: joint + 1),
      var from = first.period.start, let to = second.period.end
    else { return nil }
    if value(.month, at: start) != nil, first.count == 1, let secondStart = second.period.start {
      let sameYear = CalendarDate(year: to.year, month: from.month, day: 1) ?? from
      from = sameYear <= secondStart ? sameYear : sameYear.adding(months: -12) ?? sameYear
    }
    return (Period(start: min(from, to), end: max(from, to)), first.count + 1 + second.count)
  }
}
