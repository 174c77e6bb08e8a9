internal import Lexicon

extension ExpressionParser {
  /// A date or period with the prepositions and ranges that belong to it.
  func calendarExpression(at start: Int) -> CalendarRead? {
    if let shifted = shiftedRange(at: start) { return shifted }
    if let bounded = boundedExpression(at: start) { return bounded }
    if isFunction(start, .from, .between, .on), let range = openedRange(at: start + 1, opener: start) { return range }
    if let days = dayRange(at: start, isBetween: false, opener: nil) { return days }
    guard let read = calendarCore(at: start) else { return nil }
    if let range = range(from: read, isBetween: false) { return range }
    guard isComplete(read.expression) else { return nil }
    return afterwards(read) ?? read
  }

  /// A bare day without a month is no date.
  func isComplete(_ expression: CalendarExpression) -> Bool {
    if case .day(_, month: nil, _, weekday: nil) = expression { return false }
    return true
  }

  /// "2012 or later", "1/1/2016 and after", "2024 onwards".
  private func afterwards(_ read: CalendarRead) -> CalendarRead? {
    let end = read.end
    if isFunction(end, .or, .and), word(end + 2).relative == nil {
      if isFunction(end + 1, .later, .after, .onwards, .beyond) { return (.bounded(.since, read.expression), end + 2) }
      if isFunction(end + 1, .earlier, .before) { return (.bounded(.until, read.expression), end + 2) }
    }
    return isFunction(end, .onwards, .onward)
      || isFunction(end, .on) && token(end + 1).kind != .word && isFromBefore(read)
      ? (.bounded(.since, read.expression), end + 1) : nil
  }

  /// "From 2017 on".
  private func isFromBefore(_ read: CalendarRead) -> Bool {
    (1...6).contains { isFunction(read.end - $0, .from) }
  }

  // MARK: Ranges

  /// "From March to May", "between 4 and 22 January, 1995"; `opener` is the place of "from", "between" or "on" before it.
  private func openedRange(at start: Int, opener: Int) -> CalendarRead? {
    let isBetween = isFunction(opener, .between)
    if let days = dayRange(at: skipThe(start), isBetween: isBetween, opener: opener) { return days }
    guard !isFunction(opener, .on) else { return nil }
    if isFunction(start, .now) { return range(from: (.dayWord(0), start + 1), isBetween: isBetween) }
    guard let first = calendarCore(at: start) ?? calendarCore(at: skipThe(start)) else { return nil }
    return range(from: first, isBetween: isBetween)
  }

  /// "March to May", "2014-2018", "January 12, 2016 - 01/22/2016": the range that an expression is the first end of.
  private func range(from first: CalendarRead, isBetween: Bool) -> CalendarRead? {
    guard let joint = joint(at: first.end, isBetween: isBetween), first.expression.isRangeEnd,
      let second = rangeEnd(at: joint, behind: first.expression),
      isOrdered(first.expression, second.expression, joint)
    else { return nil }
    return (.range(first.expression, second.expression), second.end)
  }

  private func rangeEnd(at start: Int, behind first: CalendarExpression) -> CalendarRead? {
    if let now = nowOrDate(at: start) { return now }
    let index = skipThe(start)
    let read = calendarCore(at: index) ?? (index > start ? calendarCore(at: start) : nil)
    if let read, read.expression.isRangeEnd { return read }
    // "April 27th to the third", "November 18-19".
    guard case .day = first, let day = dayNumber(at: index) else { return nil }
    let year = yearTail(at: day.end, afterDay: true)
    return (.day(year?.year, month: nil, day: day.day, weekday: nil), year?.end ?? day.end)
  }

  /// "Now", "today", "date", "current date", "the present".
  func nowOrDate(at start: Int) -> CalendarRead? {
    let index = skipThe(start)
    if isFunction(index, .now), !isFunction(start - 1, .by) { return (.dayWord(0), index + 1) }
    if isFunction(index, .date), isFunction(index - 1, .to, .till, .until) { return (.dayWord(0), index + 1) }
    if isFunction(index, .present), index > start { return (.dayWord(0), index + 1) }
    if word(index).relative == 0, isFunction(index + 1, .date, .day) { return (.dayWord(0), index + 2) }
    return nil
  }

  /// The index behind "to", "-", "until", "through" or, behind "between", "and".
  private func joint(at index: Int, isBetween: Bool) -> Int? {
    if isDash(index) || isSymbol(index, "~") {
      let isLoose = token(index).gap != .none && token(index + 1).gap == .none
      return isLoose ? nil : index + 1
    }
    if isFunction(index, .to, .until, .till, .through, .thru) { return index + 1 }
    // "2017-09-03/2017-10-12".
    if isSymbol(index, "/"), isGlued(index), isGlued(index + 1), token(index - 1).count == 2, isDash(index - 2),
      digits(index + 1, atMost: 4) != nil, token(index + 1).count == 4
    {
      return index + 1
    }
    return isBetween && isFunction(index, .and) ? index + 1 : nil
  }

  /// The ends of a range are of kinds that go together; two years in their order.
  private func isOrdered(_ first: CalendarExpression, _ second: CalendarExpression, _ joint: Int) -> Bool {
    switch (first, second) {
    case (.year(.absolute(let a)), .year(.absolute(let b))): return a < b
    case (.fixedYears(let a, _, _), .fixedYears(let b, _, _)): return a < b
    case (.weekday, .weekday):
      return isFunction(joint - 1, .to, .until, .till, .through, .thru, .and) || isDash(joint - 1)
    case (.weekday, .day), (.dayWord, .day): return isFunction(joint - 1, .to, .until, .till, .through, .and)
    default: return true
    }
  }

  /// Days of one month: "4 to 22 January, 1995", "ninth and seventeenth of April", "4 till 23 of this month",
  /// "November 18-19", "November between 19 and 20".
  private func dayRange(at start: Int, isBetween: Bool, opener: Int?) -> CalendarRead? {
    if let month = month(start), isMonthName(start) {
      return daysBehindMonth(month, at: skipStop(start + 1), opener: opener)
    }
    guard let days = twoDays(at: start, isBetween: isBetween) else { return nil }
    let index = isFunction(days.end, .of) ? days.end + 1 : days.end
    if let offset = word(index).relative, timeUnit(index + 1) == .month {
      return (.range(.dayOf(days.first, .unit(offset, .month)), .dayOf(days.last, .unit(offset, .month))), index + 2)
    }
    guard let month = month(index), isMonthName(index) || index > days.end else { return nil }
    let year = yearTail(at: skipStop(index + 1), afterDay: true)
    return (days.range(month, year?.year), year?.end ?? index + 1)
  }

  private func daysBehindMonth(_ month: Int, at start: Int, opener: Int?) -> CalendarRead? {
    let isBetween = isFunction(start, .between)
    let index = isBetween || isFunction(start, .from) ? start + 1 : start
    guard let days = twoDays(at: skipThe(index), isBetween: isBetween),
      opener.map({ !isFunction($0, .from, .between) }) ?? true || days.isDashed
    else {
      return nil
    }
    let year = yearTail(at: days.end, afterDay: true)
    return (days.range(month, year?.year), year?.end ?? days.end)
  }

  private struct Days {
    var first: Int
    var last: Int
    var end: Int
    var isDashed: Bool

    func range(_ month: Int, _ year: YearReference?) -> CalendarExpression {
      .range(.day(year, month: month, day: first, weekday: nil), .day(year, month: month, day: last, weekday: nil))
    }
  }

  /// "14 and 15 May": the index behind "and" where the next day follows.
  private func consecutive(_ day: Int, at index: Int) -> Int? {
    guard isFunction(index, .and), let next = dayNumber(at: skipThe(index + 1)), next.day == day + 1 else { return nil }
    return index + 1
  }

  private func twoDays(at start: Int, isBetween: Bool) -> Days? {
    guard let first = dayNumber(at: start),
      let joint = joint(at: first.end, isBetween: isBetween) ?? consecutive(first.day, at: first.end)
    else { return nil }
    var index = skipThe(joint)
    if weekday(index) != nil { index += 1 }
    guard let last = dayNumber(at: index), last.day > first.day else { return nil }
    if isSymbol(last.end, "-") || isSymbol(last.end, "/"), isGlued(last.end), isGlued(last.end + 1) { return nil }
    return Days(first: first.day, last: last.day, end: last.end, isDashed: isDash(joint - 1))
  }
}
