internal import Documents
internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// "2016-11-07", "07/11/2016", "13.5.2015", "2019/sep/01", "23/Sep/2020", "2016-11", "3/2015", "12-2015".
  func numericDate(at start: Int) -> CalendarRead? {
    guard token(start).kind == .digits, isDateStart(start), let first = numericField(start),
      let separator = separator(start + 1), let second = numericField(start + 2), isGlued(start + 2)
    else { return nil }
    if self.separator(start + 3) == separator, isGlued(start + 4), let third = numericField(start + 4),
      let day = fullDate(first, second, third), isNumericEnd(start + 5, separator, afterThree: true)
    {
      return (day, start + 5)
    }
    guard isNumericEnd(start + 3, separator, afterThree: false) else { return nil }
    if second.isMonthName, first.digits <= 2, 1...31 ~= first.value {
      return (.day(nil, month: second.value, day: first.value, weekday: nil), start + 3)
    }
    if let day = dayAndMonth(first, second, separator, at: start) { return (day, start + 3) }
    return monthOfYear(first, second, separator).map { ($0, start + 3) }
  }

  /// "04/22", "on 3/31": a day and a month without a year, where a zero or a preposition tells them from a fraction.
  private func dayAndMonth(_ first: Field, _ second: Field, _ separator: UInt64, at start: Int) -> CalendarExpression? {
    guard separator == 0x2F, first.digits <= 2, second.digits <= 2, !first.isMonthName, !second.isMonthName,
      isFunction(start - 1, .on, .by, .until, .till, .since, .before, .after, .from)
        || hasLeadingZero(start)
          && first.digits == 2,
      !isFunction(start + 3, .of, .a, .an, .the),
      !isScaleOrUnit(start + 3)
    else { return nil }
    // "9/11" is the name of an event.
    guard (first.value, second.value) != (9, 11) else { return nil }
    let monthFirst = context.country?.description == "US" || second.value > 12
    let (month, day) = monthFirst ? (first.value, second.value) : (second.value, first.value)
    guard CalendarDate(year: 2024, month: month, day: day) != nil else { return nil }
    return .day(nil, month: month, day: day, weekday: nil)
  }

  private func isScaleOrUnit(_ index: Int) -> Bool {
    word(index).number != nil || word(index).startsUnit || percentUnit(at: index) != nil
  }

  /// The day of a date in figures by the other order of day and month; nil where there is one order only.
  func otherOrder(of tokens: Range<Int>) -> CalendarDate? {
    let start = tokens.lowerBound
    guard tokens.count == 5, let first = numericField(start), separator(start + 1) != nil,
      let second = numericField(start + 2), let third = numericField(start + 4), !first.isMonthName,
      !second.isMonthName, first.digits <= 2, first.value != second.value, 1...12 ~= first.value,
      1...12 ~= second.value
    else { return nil }
    let year = third.digits == 4 ? third.value : Self.century(of: third.value)
    let isMonthFirst = context.country?.description == "US"
    let (month, day) = isMonthFirst ? (second.value, first.value) : (first.value, second.value)
    return CalendarDate(year: year, month: month, day: day)
  }

  private struct Field {
    var value: Int
    var digits: Int
    var isMonthName: Bool
  }

  private func numericField(_ index: Int) -> Field? {
    if let month = month(index) { return Field(value: month, digits: 0, isMonthName: true) }
    guard let value = digits(index, atMost: 4), token(index).count != 3 else { return nil }
    return Field(value: value, digits: token(index).count, isMonthName: false)
  }

  private func separator(_ index: Int) -> UInt64? {
    guard isGlued(index), isDash(index) || isSymbol(index, "/") || isSymbol(index, ".") else { return nil }
    return isDash(index) ? 0x2D : token(index).payload
  }

  /// A numeric date may follow a name joined by a hyphen ("report-2002-10-09") but no other figure.
  private func isDateStart(_ index: Int) -> Bool {
    guard isGlued(index) else { return true }
    let before = token(index - 1)
    guard before.kind == .symbol else { return false }
    if isDash(index - 1), isGlued(index - 1) { return token(index - 2).kind != .digits || isRangeDash(index - 1) }
    return !isSymbol(index - 1, "/") && !isSymbol(index - 1, ".") && !isSymbol(index - 1, ":")
      && !isSymbol(index - 1, "=")
  }

  /// A hyphen between two numeric dates, "10-1-2018-10-7-2018": the figure before it is a year.
  private func isRangeDash(_ index: Int) -> Bool {
    token(index - 1).kind == .digits && token(index - 1).count == 4 && separator(index - 2) != nil
  }

  private func isNumericEnd(_ index: Int, _ separator: UInt64, afterThree: Bool) -> Bool {
    guard isGlued(index) else { return true }
    let next = token(index)
    // The time of "2016-11-07T10:00:00Z".
    if next.kind == .word, next.count == 1, next.isUpper {
      return isGlued(index + 1) && token(index + 1).kind == .digits
    }
    if next.kind == .word || next.kind == .digits { return false }
    if self.separator(index) != nil, isGlued(index + 1), token(index + 1).kind == .digits {
      let isInterval = isSymbol(index, "/") && separator == 0x2D && token(index + 1).count == 4
      return afterThree && (isDash(index) || isInterval) || !afterThree && isDash(index) && separator == 0x2F
    }
    return !isSymbol(index, "%")
  }

  private func fullDate(_ first: Field, _ second: Field, _ third: Field) -> CalendarExpression? {
    if first.digits == 4 {
      guard second.digits <= 2, third.digits <= 2, !third.isMonthName else { return nil }
      return day(first.value, second.value, third.value)
    }
    guard third.digits == 4 || third.digits == 2, first.digits <= 2 else { return nil }
    let year = third.digits == 4 ? third.value : Self.century(of: third.value)
    if first.isMonthName { return second.isMonthName ? nil : day(year, first.value, second.value) }
    if second.isMonthName { return day(year, second.value, first.value) }
    let monthFirst = context.country?.description == "US"
    let (month, date) = monthFirst ? (first.value, second.value) : (second.value, first.value)
    return day(year, month, date) ?? day(year, date, month)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarExpression? {
    guard CalendarDate(year: year, month: month, day: day) != nil else { return nil }
    return .day(.absolute(year), month: month, day: day, weekday: nil)
  }

  private func monthOfYear(_ first: Field, _ second: Field, _ separator: UInt64) -> CalendarExpression? {
    guard separator != 0x2E else { return nil }
    let (year, month) = first.digits == 4 ? (first, second) : (second, first)
    guard year.digits == 4, 1_700...2_199 ~= year.value, 1...12 ~= month.value, month.digits <= 2 else { return nil }
    // "2011-12" is a fiscal year where the second figure follows the first.
    if first.digits == 4, !month.isMonthName, (year.value + 1) % 100 == month.value { return nil }
    return .month(.absolute(year.value), month.value, offset: nil)
  }
}
