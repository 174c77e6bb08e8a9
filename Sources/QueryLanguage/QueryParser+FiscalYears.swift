internal import Documents
internal import Lexicon
internal import PolicyModel

/// Fiscal years: `fiscal year 2024`, `FY2024`, `FY24`, `financial year 2024/25`, of the country that the phrase names.
extension QueryParser {
  /// The fiscal year at a place, where the phrase says whose.
  func fiscalPeriod(at index: Int) -> PeriodReading? {
    guard let found = fiscalYear(at: index), let country = fiscalCountry else { return nil }
    let year = FiscalYears.embedded[country]
    let first = found.isFirst || !year.namedByEnd || year.month == 1 && year.day == 1 ? found.year : found.year - 1
    guard let start = CalendarDate(year: first, month: year.month, day: year.day) else { return nil }
    return (Period(start: start, end: start.adding(months: 12)?.adding(days: -1)), found.count)
  }

  /// A fiscal year without a country to whom it belongs is asked back.
  mutating func readFiscalYearOfNobody(from start: Int) -> Bool {
    guard fiscalCountry == nil, let found = fiscalYear(at: skippingFillers(position)) else { return false }
    position = skippingFillers(position) + found.count
    report(
      "whose-fiscal-year", "“\(text(start..<position))” begins on other days in other countries", at: start..<position,
      hint: "name the country too, or say the dates, such as “between October 2023 and September 2024”")
    return true
  }

  /// The first country that the phrase names.
  private var fiscalCountry: CountryCode? {
    for index in tokens.indices {
      if let place = placeReference(at: index)?.place, !place.isRegion, place.codes.count == 1 { return place.codes[0] }
    }
    return nil
  }

  /// The year that a fiscal year is named by, and whether both of its years are said, so that it is the first.
  private func fiscalYear(at index: Int) -> (year: Int, isFirst: Bool, count: Int)? {
    guard index < tokens.count, !tokens[index].isQuoted else { return nil }
    let word = tokens[index].folded
    if word.hasPrefix("fy"), word.utf8.count > 2 {
      return Self.namedYear(String(word.dropFirst(2))).map { ($0.year, $0.isFirst, 1) }
    }
    let isLong = ["fiscal", "financial", "budget"].contains(word) && index + 1 < tokens.count
    let next = isLong ? (["year", "years"].contains(tokens[index + 1].folded) ? index + 2 : index + 1) : index + 1
    guard word == "fy" || word == "fiscal" || isLong && next == index + 2, next < tokens.count else { return nil }
    return Self.namedYear(tokens[next].folded).map { ($0.year, $0.isFirst, next + 1 - index) }
  }

  /// `2024`, `24`, `2024/25`, `2024-25`.
  private static func namedYear(_ word: String) -> (year: Int, isFirst: Bool)? {
    let pieces = word.split { $0 == "/" || $0 == "-" }
    guard let first = pieces.first, pieces.count <= 2, let number = Int(first) else { return nil }
    let year = first.utf8.count == 2 ? 2000 + number : Self.year(String(first))
    guard let year else { return nil }
    guard pieces.count == 2 else { return (year, false) }
    guard let last = Int(pieces[1]), last % 100 == (year + 1) % 100 else { return nil }
    return (year, true)
  }
}
