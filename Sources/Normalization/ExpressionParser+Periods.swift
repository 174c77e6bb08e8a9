internal import Documents
internal import Lexicon

extension ExpressionParser {
  // MARK: Years

  /// "2016", "2016 the third quarter", "2015 June", "2016H2", "2017-q1", "2010s", "2024-25", "2023/24 financial year".
  func yearLed(at start: Int) -> CalendarRead? {
    if let decade = digitDecade(at: start) { return decade }
    if let fiscal = doubleYear(at: start) ?? shortYears(at: start) { return fiscal }
    guard let year = absoluteYear(at: start), token(start).kind != .symbol else { return nil }
    let index = isSymbol(year.end, ",") ? year.end + 1 : skipDash(year.end)
    if let part = partOfYear(at: skipThe(index), .absolute(year.year)),
      index == year.end || part.isCode || !isDash(year.end)
    {
      return (part.expression, part.end)
    }
    if let month = month(index), isMonthName(index), index == year.end || isSymbol(year.end, ","),
      dayNumber(at: skipStop(index + 1)) == nil
    {
      return (.month(.absolute(year.year), month, offset: nil), index + 1)
    }
    guard isBareYear(at: start, year) else { return nil }
    if case .yearKind(let kind)? = word(year.end).calendar, timeUnit(year.end + 1) == .year {
      return kind == .calendar
        ? (.year(.absolute(year.year)), year.end + 2) : (.fiscalYear(year.year, second: nil, kind), year.end + 2)
    }
    return (.year(.absolute(year.year)), year.end)
  }

  /// A year alone: four digits from 1900 to 2099 that count nothing; others only behind a preposition.
  private func isBareYear(at start: Int, _ year: (year: Int, end: Int)) -> Bool {
    let isDigits = token(start).kind == .digits
    let governed = isFunction(
      start - 1, .in, .since, .by, .until, .till, .before, .after, .during, .from, .of, .to, .between, .through, .than)
    if isDigits, isGlued(start), !isYearJoint(start - 1) { return false }
    if isCountOf(year.end, from: start) || isSymbol(start - 1, "§") || isYearOfNumber(start, year.end) { return false }
    let isPossessive = isApostrophe(year.end) && isFunction(year.end + 1, .s)
    if !governed, !isPossessive, isBounded(start) { return false }
    if isDigits, isJoinedToFigure(year.end) { return false }
    if isFunction(year.end, .bc, .bce) { return false }
    if isDigits { return (1900...2099 ~= year.year || governed && 1000...2199 ~= year.year) && !isSymbolic(start) }
    // "Twenty twenty-four" is a year wherever it stands, "two thousand and five" behind a preposition only.
    if word(start).number?.kind != .unit, 1900...2099 ~= year.year { return true }
    guard isFunction(start - 1, .in, .since, .by, .until, .till, .before, .after, .during, .from, .of, .and),
      1500...2199 ~= year.year
    else { return isFunction(start - 1, .to, .till, .until) && 1900...2099 ~= year.year }
    return true
  }

  /// "Resolution 2735 (2024)": a part of the name.
  func isYearOfNumber(_ start: Int, _ end: Int) -> Bool {
    isSymbol(start - 1, "(") && isSymbol(end, ")") && token(start - 2).kind == .digits
      && word(start - 3).context.contains(.designator)
  }

  /// Whether a comparator other than a preposition of time stands before a figure.
  private func isBounded(_ start: Int) -> Bool {
    (1...4).contains { back in
      guard word(start - back).startsComparator, let found = comparatorPhrase(at: start - back) else {
        return false
      }
      return found.end == start && found.payload.leads
    }
  }

  /// "2024/1348", "2015-32": a code, unless the figure behind the joint is a year of its own.
  private func isJoinedToFigure(_ end: Int) -> Bool {
    guard isDash(end) || isSymbol(end, "/"), isGlued(end), isGlued(end + 1), token(end + 1).kind == .digits else {
      return false
    }
    return !isDash(end) || token(end + 1).count != 4
  }

  /// A currency sign or "no." before it, or a hyphen with a word behind it, make a figure of it.
  private func isSymbolic(_ start: Int) -> Bool {
    leadingCurrency(at: start - 1) != nil
      || word(start - 1).context.contains(.designator) && !isFunction(start - 1, .point)
        && token(start - 1).isCapitalised && token(start - 1).kind == .word
  }

  private func isYearJoint(_ index: Int) -> Bool {
    if isDash(index) {
      return !isGlued(index) || word(index - 1).part != nil || isFunction(index - 1, .pre, .post)
        || token(index - 1).kind == .digits || month(index - 1) != nil || token(index).payload != 0x2D
    }
    return isSymbol(index, "(") || isSymbol(index, "\"") || isSymbol(index, "“") || isSymbol(index, "‘")
      || isSymbol(index, "[") || isSymbol(index, "~") || isSymbol(index, "'")
      || isSymbol(index, "/") && token(index - 1).kind == .digits
  }

  /// "2024-25", "2023/24", "2024/2025", with "financial year" or the like behind it.
  private func doubleYear(at start: Int) -> CalendarRead? {
    guard let first = digits(start, atMost: 4), token(start).count == 4, 1900...2100 ~= first,
      isDash(start + 1) || isSymbol(start + 1, "/"), isGlued(start + 1), isGlued(start + 2),
      let second = digits(start + 2, atMost: 4), token(start + 2).count == 2 || token(start + 2).count == 4,
      !isGlued(start) || isYearJoint(start - 1) || isFunction(start - 1, .fy)
    else { return nil }
    let isNext = second == first + 1 || token(start + 2).count == 2 && second == (first + 1) % 100
    let end = start + 3
    guard isNext, !(isGlued(end) && (token(end).kind != .symbol || isDash(end) || isSymbol(end, "/"))),
      !(token(start + 2).count == 4 && isDash(start + 1) && !isYearWord(end))
    else { return nil }
    if case .yearKind(let kind)? = word(end).calendar, isYearWord(end + 1) || kind == .fiscal {
      return (.fiscalYear(first, second: first + 1, kind), isYearWord(end + 1) ? end + 2 : end)
    }
    return (.fiscalYear(first, second: first + 1, .fiscal), end)
  }

  /// "2010-15", "2015–20": years from one to another of the same century.
  private func shortYears(at start: Int) -> CalendarRead? {
    guard let first = digits(start, atMost: 4), token(start).count == 4, 1900...2090 ~= first, isDash(start + 1),
      isGlued(start + 1), isGlued(start + 2), let second = digits(start + 2, atMost: 2), token(start + 2).count == 2,
      !isGlued(start) || isYearJoint(start - 1), !isGlued(start + 3) || isClosing(start + 3) && !isDash(start + 3),
      !isSymbol(start + 3, "%"), !isSymbol(start + 3, "/")
    else { return nil }
    let span = second - first % 100
    // A hyphen and a figure up to 12 may be a month.
    guard 2...15 ~= span, second > 12 || token(start + 1).payload == 0x2013 else { return nil }
    return (.range(.year(.absolute(first)), .year(.absolute(first + span))), start + 3)
  }

  private func isYearWord(_ index: Int) -> Bool { timeUnit(index) == .year && token(index).count >= 4 }

  /// "The 2010s", "the 1970's", "70's", "'40s".
  private func digitDecade(at start: Int) -> CalendarRead? {
    let index = isApostrophe(start) && isGlued(start + 1) ? start + 1 : start
    guard let value = digits(index, atMost: 4), value % 10 == 0,
      token(index).count == 4 && value >= 1500 || token(index).count == 2 && value >= 20
    else {
      return nil
    }
    let suffix = isApostrophe(index + 1) && isGlued(index + 1) ? index + 2 : index + 1
    guard isFunction(suffix, .s), isGlued(suffix),
      token(index).count == 4 || suffix == index + 2 || index > start || isFunction(start - 1, .the)
        || word(start - 1).part != nil
    else {
      return nil
    }
    return (
      .fixedYears(token(index).count == 4 ? value : value <= 20 ? 2000 + value : 1900 + value, count: 10, .decade),
      suffix + 1
    )
  }

  /// "The nineties", "the noughties", "the twenty-tens".
  func decadeWord(at start: Int) -> CalendarRead? {
    if case .decade(let decade)? = word(start).calendar,
      isFunction(start - 1, .the) || word(start - 1).part != nil || decade == 100
    {
      guard decade != 110 else { return nil }
      return (.fixedYears(decade == 100 ? 2000 : 1900 + decade, count: 10, .decade), start + 1)
    }
    let next = skipDash(start + 1)
    guard let century = word(start).number, century.kind == .teen || century.kind == .ten,
      case .decade(let decade)? = word(next).calendar
    else { return nil }
    return (.fixedYears(Int(century.value) * 100 + (decade == 110 ? 10 : decade), count: 10, .decade), next + 1)
  }

  /// "Year 2012", "calendar year 2024", "fiscal year 2026", "FY2025", "FY 2024/25", "financial year 2024-25".
  func yearWordLed(at start: Int) -> CalendarRead? {
    if isFunction(start, .fy) { return fiscalLabel(at: skipDash(start + 1), .fiscal) }
    if isYearWord(start), token(start).endsInS == false {
      let index = isFunction(start + 1, .of) ? start + 2 : start + 1
      guard let year = absoluteYear(at: index), index == start + 1 else { return nil }
      if let double = doubleYear(at: index) { return double }
      return (.year(.absolute(year.year)), year.end)
    }
    guard case .yearKind(let kind)? = word(start).calendar else { return nil }
    if kind == .fiscal, isFunction(start, .fiscal), token(start + 1).kind == .digits {
      return fiscalLabel(at: start + 1, kind)
    }
    return isYearWord(start + 1) ? fiscalLabel(at: start + 2, kind) : nil
  }

  private func fiscalLabel(at index: Int, _ kind: YearKind) -> CalendarRead? {
    if let double = doubleYear(at: index), case .fiscalYear(let first, let second, _) = double.expression {
      return (.fiscalYear(first, second: second, kind), double.end)
    }
    if let short = digits(index, atMost: 2), token(index).count == 2 {
      if isSymbol(index + 1, "/") || isDash(index + 1), isGlued(index + 1), isGlued(index + 2),
        let next = digits(index + 2, atMost: 2), next == (short + 1) % 100
      {
        return (.fiscalYear(2000 + short, second: 2001 + short, kind), index + 3)
      }
      return isFunction(index - 1, .fy) || isApostrophe(index - 1)
        ? (.fiscalYear(2000 + short, second: nil, kind), index + 1) : nil
    }
    guard let year = absoluteYear(at: index) else { return nil }
    return (kind == .calendar ? .year(.absolute(year.year)) : .fiscalYear(year.year, second: nil, kind), year.end)
  }

  // MARK: Quarters, halves, weeks, seasons

  /// "Q3 this year", "Q1", "q1-2019", "H2 2016", "week 3 of 2027", "Week 31".
  func codeLed(at start: Int) -> CalendarRead? {
    if let fiscal = codeOfFiscalYear(at: start) { return fiscal }
    if let part = partOfYear(at: start, nil), part.isCode || timeUnit(start) == .week {
      if let year = yearTail(at: part.end) { return partOfYear(at: start, year.year).map { ($0.expression, year.end) } }
      return (part.expression, part.end)
    }
    return nil
  }

  /// "Q3 FY25", "Q1 of fiscal 2026", "H1 2024/25".
  private func codeOfFiscalYear(at start: Int) -> CalendarRead? {
    guard let part = partOfYear(at: start, nil), part.isCode else { return nil }
    var index = isSymbol(part.end, ",") || isDash(part.end) ? part.end + 1 : part.end
    if isFunction(index, .of, .in) { index = skipThe(index + 1) }
    guard let year = yearWordLed(at: index) ?? (token(index).kind == .digits ? yearLed(at: index) : nil),
      case .fiscalYear = year.expression
    else { return nil }
    switch part.expression {
    case .quarter(_, let rank): return (.nth(rank, count: 3, .month, of: year.expression), year.end)
    case .half(_, let rank): return (.nth(rank, count: 6, .month, of: year.expression), year.end)
    default: return nil
    }
  }

  /// "3Q 2016", "1H26".
  func figureCode(at start: Int) -> CalendarRead? {
    guard let rank = digits(start, atMost: 1), isFunction(start + 1, .q, .h), isGlued(start + 1),
      token(start + 1).isUpper,
      isFunction(start + 1, .q) ? 1...4 ~= rank : 1...2 ~= rank
    else { return nil }
    let make: (YearReference?) -> CalendarExpression = {
      isFunction(start + 1, .q) ? .quarter($0, rank) : .half($0, rank)
    }
    if isGlued(start + 2), let short = digits(start + 2, atMost: 2), token(start + 2).count == 2 {
      return (make(.absolute(Self.century(of: short))), start + 3)
    }
    if let year = yearTail(at: start + 2) { return (make(year.year), year.end) }
    return isFunction(start + 1, .q) && (!isGlued(start + 2) || isClosing(start + 2)) ? (make(nil), start + 2) : nil
  }

  /// A quarter, half or week of a year: "Q3", "the third quarter", "H1", "first half", "week 5"; `isCode` for the letters.
  func partOfYear(at start: Int, _ year: YearReference?) -> (expression: CalendarExpression, end: Int, isCode: Bool)? {
    if isFunction(start, .q, .h), isGlued(start + 1), let value = digits(start + 1, atMost: 1),
      !isGlued(start) || token(start - 1).kind == .digits || isDash(start - 1),
      !isGlued(start + 2) || isClosing(start + 2)
    {
      if isFunction(start, .q), 1...4 ~= value { return (.quarter(year, value), start + 2, true) }
      if isFunction(start, .h), 1...2 ~= value { return (.half(year, value), start + 2, true) }
    }
    if timeUnit(start) == .week, token(start).count == 4, let week = digits(start + 1, atMost: 2), 1...53 ~= week,
      !isGlued(start + 2) || isClosing(start + 2)
    {
      return (.week(year, week), start + 2, false)
    }
    guard let rank = rank(at: start) ?? halfRank(at: start), 1...4 ~= rank.value else { return nil }
    let index = skipDash(rank.end)
    if timeUnit(index) == .quarter { return (.quarter(year, rank.value), index + 1, false) }
    let isHalf = word(index).number?.kind == .half || timeUnit(index) == .half
    return isHalf && rank.value <= 2 ? (.half(year, rank.value), index + 1, false) : nil
  }

  /// "The latter half".
  private func halfRank(at start: Int) -> (value: Int, end: Int)? {
    guard isFunction(start, .latter, .former), word(start + 1).number?.kind == .half else { return nil }
    return (isFunction(start, .latter) ? 2 : 1, start + 1)
  }

  /// An ordinal from words or digits, or "last" as -1.
  func rank(at start: Int) -> (value: Int, end: Int)? {
    if let ordinal = ordinal(at: start) { return ordinal }
    return isFunction(start, .last, .final, .closing) ? (-1, start + 1) : nil
  }

  /// "Summer 2016", "summer of 2016", "the summer", "autumn 2025".
  func seasonLed(at start: Int) -> CalendarRead? {
    guard case .season(let season)? = word(start).calendar, !isDash(start + 1) || !isGlued(start + 1) else {
      return nil
    }
    if let year = yearTail(at: start + 1) {
      // "Winter 2024-25" begins in the first of the two years.
      let double = doubleYear(at: year.end - 1)
      return (.season(year.year, season, offset: nil), double?.end ?? year.end)
    }
    let governed =
      isFunction(start - 1, .the) && (season != .spring || isFunction(start - 2, .in, .by, .until, .since, .during))
      || isFunction(start - 1, .in, .during, .since, .until, .by)
    guard governed, season != .autumn || token(start).count == 6 else { return nil }
    let next = token(start + 1)
    guard next.kind != .word || word(start + 1).function != nil else { return nil }
    return (.season(nil, season, offset: nil), start + 1)
  }
}
