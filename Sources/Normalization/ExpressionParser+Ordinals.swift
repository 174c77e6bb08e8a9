internal import Documents
internal import Lexicon

extension ExpressionParser {
  /// "The third week of this month", "first half of 2025", "the last four months of 2021", "first Friday of July",
  /// "21st century", "second quarter".
  func ordinalLed(at start: Int) -> CalendarRead? {
    guard let rank = rank(at: start) else { return nil }
    let index = skipDash(rank.end)
    if timeUnit(index) == .century, rank.value > 0 {
      return (.fixedYears((rank.value - 1) * 100, count: 100, .century), index + 1)
    }
    if let part = partOfYear(at: start, nil), let year = yearTail(at: part.end) ?? ofYear(at: part.end) {
      return partOfYear(at: start, year.year).map { ($0.expression, year.end) }
    }
    if let fiscal = partOfFiscalYear(at: start) { return fiscal }
    if timeUnit(index) == .quarter, rank.value > 0, rank.value <= 4, isFunction(start - 1, .the),
      !isFunction(index + 1, .of)
    {
      return (.quarter(nil, rank.value), index + 1)
    }
    if let weekday = weekday(index), !(rank.value < 0) || isFunction(index + 1, .of, .in) {
      return nthWeekday(rank.value, weekday, at: index + 1)
    }
    return nthUnit(rank.value, at: index)
  }

  /// "Of the year" behind a part of it.
  private func ofYear(at index: Int) -> (year: YearReference, end: Int)? {
    isFunction(index, .of) ? relativeYear(at: index + 1) : nil
  }

  private func partOfFiscalYear(at start: Int) -> CalendarRead? {
    guard let part = partOfYear(at: start, nil), isFunction(part.end, .of),
      let year = nestedCore(at: skipThe(part.end + 1))
    else { return nil }
    switch (year.expression, part.expression) {
    case (.fiscalYear, .quarter(_, let rank)), (.relativeFiscalYear, .quarter(_, let rank)):
      return (.nth(rank, count: 3, .month, of: year.expression), year.end)
    case (.fiscalYear, .half(_, let rank)), (.relativeFiscalYear, .half(_, let rank)):
      return (.nth(rank, count: 6, .month, of: year.expression), year.end)
    default: return nil
    }
  }

  private func nthWeekday(_ rank: Int, _ weekday: Int, at index: Int) -> CalendarRead? {
    if isFunction(index, .of, .in), let period = nestedCore(at: skipThe(index + 1)), period.expression.isMonthOrYear {
      return (.nthWeekday(rank, weekday, of: period.expression), period.end)
    }
    return rank > 0 && rank <= 5 ? (.nthWeekday(rank, weekday, of: .unit(0, .month)), index) : nil
  }

  private func nthUnit(_ rank: Int, at start: Int) -> CalendarRead? {
    var index = start
    var count = 1
    if let words = wordNumeral(at: start), !words.isOrdinal, let value = words.numeral.value.integer, 1...99 ~= value,
      timeUnit(words.numeral.end) == .quarter
    {
      count = value
      index = words.numeral.end
    } else if let numeral = numeral(at: start), let value = numeral.value.integer, 1...99 ~= value,
      numeral.form == .digits || numeral.form == .words
    {
      count = value
      index = numeral.end
    }
    guard let unit = timeUnit(index), [.day, .week, .month, .quarter, .year, .decade, .weekend, .half].contains(unit),
      token(index).count > 2,
      isFunction(index + 1, .of, .in)
    else { return nil }
    guard let period = nestedCore(at: skipThe(index + 2)) ?? unitOfNow(at: index + 2), period.expression.isPeriod
    else { return nil }
    if isFunction(period.end, .on), case .week = unit, let weekday = weekday(period.end + 1) {
      return (.weekdayOf(weekday, .nth(rank, count: count, unit, of: period.expression)), period.end + 2)
    }
    if isSymbol(period.end, "."), isFunction(period.end + 1, .on), unit == .week, let weekday = weekday(period.end + 2)
    {
      return (.weekdayOf(weekday, .nth(rank, count: count, unit, of: period.expression)), period.end + 3)
    }
    return (.nth(rank, count: count, unit, of: period.expression), period.end)
  }

  /// "The month", "the year" behind "of": the document's own.
  func unitOfNow(at start: Int) -> CalendarRead? {
    let index = isFunction(start, .the, .my, .our) ? start + 1 : start
    guard let unit = timeUnit(index), [.week, .month, .quarter, .year, .decade, .century].contains(unit),
      token(index).count > 3, !token(index).endsInS
    else { return nil }
    return (.unit(0, unit), index + 1)
  }
}
