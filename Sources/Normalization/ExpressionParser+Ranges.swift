internal import Lexicon

extension ExpressionParser {
  /// A date or period with the prepositions and ranges that belong to it.
  func calendarExpression(at start: Int) -> CalendarRead? {
    if let bounded = boundedExpression(at: start) { return bounded }
    if isFunction(start, .from, .between, .on), let range = calendarRange(at: start + 1, opener: start) { return range }
    if let range = calendarRange(at: start, opener: nil) { return range }
    guard let read = calendarCore(at: start), isComplete(read.expression) else { return nil }
    if let later = afterwards(read) { return later }
    return read
  }

  /// A bare day without a month is no date.
  private func isComplete(_ expression: CalendarExpression) -> Bool {
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
    return isFunction(end, .onwards, .onward) ? (.bounded(.since, read.expression), end + 1) : nil
  }

  // MARK: Bounds

  /// "Since August", "by the end of 2026", "no later than 1 May", "within 28 days", "until 2028", "to date".
  private func boundedExpression(at start: Int) -> CalendarRead? {
    if let length = boundedLength(at: start) { return length }
    if let today = untilToday(at: start) { return today }
    guard let preposition = bound(at: start) else { return nil }
    let index = preposition.end
    guard token(index).gap != .line || token(index).kind != .symbol else { return nil }
    if preposition.bound != .within, let inner = nowOrDate(at: index) {
      return (.bounded(preposition.bound, inner.expression), inner.end)
    }
    guard let read = calendarRangeOrCore(at: index) ?? calendarRangeOrCore(at: skipThe(index)),
      isComplete(read.expression)
    else { return nil }
    switch read.expression {
    case .window(let length, let sign):
      return preposition.bound == .within
        ? (.window(length, sign: sign), read.end)
        : preposition.bound == .until ? (.bounded(.until, read.expression), read.end) : nil
    case .range where preposition.bound != .within: return nil
    default: return preposition.bound == .within ? nil : (.bounded(preposition.bound, read.expression), read.end)
    }
  }

  private func calendarRangeOrCore(at index: Int) -> CalendarRead? { calendarCore(at: index) }

  private func bound(at start: Int) -> (bound: CalendarExpression.Bound, end: Int)? {
    switch function(start) {
    case .since: return (.since, start + 1)
    case .after, .beyond: return (.after, start + 1)
    case .before: return (.before, start + 1)
    case .until, .till, .by, .through, .thru: return (.until, start + 1)
    case .within: return (.within, start + 1)
    case .prior where isFunction(start + 1, .to): return (.before, start + 2)
    case .up where isFunction(start + 1, .to, .until):
      let isIncluding = isFunction(start + 2, .and) && isFunction(start + 3, .including)
      return (.until, isIncluding ? start + 4 : start + 2)
    case .later where isFunction(start + 1, .than): return (.after, start + 2)
    case .earlier where isFunction(start + 1, .than): return (.before, start + 2)
    case .no, .not:
      guard isFunction(start + 2, .than) || isFunction(start + 1, .before, .until) else { return nil }
      if isFunction(start + 1, .later) { return (.until, start + 3) }
      if isFunction(start + 1, .earlier) { return (.since, start + 3) }
      return isFunction(start + 1, .before) ? (.since, start + 2) : nil
    case .as where isFunction(start + 1, .early, .soon) && isFunction(start + 2, .as): return (.since, start + 3)
    case .as where isFunction(start + 1, .late) && isFunction(start + 2, .as): return (.until, start + 3)
    case .starting, .beginning, .commencing:
      return isFunction(start + 1, .on, .in, .from) ? (.since, start + 2) : nil
    default: return nil
    }
  }

  /// "Within 28 days", "in 3 years", "more than 2 days before yesterday", "within three months of entry into force".
  private func boundedLength(at start: Int) -> CalendarRead? {
    if isFunction(start, .within, .inside), let read = length(at: skipThe(start + 1)), !isAnchored(read.end) {
      return (.window(read.length, sign: 1), read.end)
    }
    if isFunction(start, .in), let phrase = comparatorPhrase(at: start + 1), phrase.payload.leads,
      let read = length(at: phrase.end), read.length.coarsest.rawValue >= TimeUnit.day.rawValue,
      isOutlook(read, at: start)
    {
      let shifted: CalendarExpression = .shifted(read.length, sign: 1, from: nil)
      if phrase.payload.comparator.isUpper { return (.window(read.length, sign: 1), read.end) }
      return (phrase.payload.comparator.isLower ? .bounded(.after, shifted) : shifted, read.end)
    }
    if isFunction(start, .in), let read = length(at: start + 1), read.length.coarsest.rawValue >= TimeUnit.day.rawValue,
      isOutlook(read, at: start)
    {
      return (
        .shifted(read.length, sign: 1, from: nil),
        skipPossessive(read.end) > read.end && timeUnit(read.end) == nil ? read.end : read.end
      )
    }
    guard isFunction(start, .more, .less), isFunction(start + 1, .than), let read = countLed(at: start + 2),
      case .shifted(let length, let sign, let base) = read.expression
    else { return nil }
    let isMore = isFunction(start, .more)
    if isMore { return (.bounded(sign < 0 ? .before : .after, read.expression), read.end) }
    guard let base else { return (.window(length, sign: sign), read.end) }
    let inside: CalendarExpression = .bounded(sign < 0 ? .after : .before, read.expression)
    return (sign < 0 ? .range(inside, base) : .range(base, inside), read.end)
  }

  /// A length that counts from an event: "within 28 days of the decision".
  private func isAnchored(_ end: Int) -> Bool {
    isFunction(end, .of, .after, .from, .following) || isDash(end)
  }

  /// "In 3 years" is a day ahead, "the third time in 3 years" and "in two years' time" are read alike; behind a past
  /// verb or a superlative it is a length.
  private func isOutlook(_ read: (length: Length, end: Int), at start: Int) -> Bool {
    if isAnchored(read.end) || isFunction(read.end, .to) || isDash(read.end - 2) { return false }
    return tense(before: start, after: read.end) == .future
      || isFunction(start - 1, .only) == false && isFinalPhrase(read.end)
        && tense(before: start, after: read.end) != .past
  }

  private func isFinalPhrase(_ end: Int) -> Bool { token(end).kind != .word }

  /// "To date", "till date", "up to now".
  private func untilToday(at start: Int) -> CalendarRead? {
    guard isFunction(start, .to, .till, .until), isFunction(start + 1, .date), token(start + 2).kind != .digits,
      !isFunction(start + 2, .from),
      !isDash(start - 1), !isFunction(start + 2, .with)
    else { return nil }
    return (.bounded(.before, .dayWord(0)), start + 2)
  }

  // MARK: Ranges

  /// "March to May", "2014-2018", "4 to 22 January, 1995", "9-17 April", "January 12, 2016 - 01/22/2016"; `opener` is
  /// "from" or "between" before it.
  private func calendarRange(at start: Int, opener: Int?) -> CalendarRead? {
    let isBetween = opener.map { isFunction($0, .between) } ?? false
    if let days = dayRange(at: opener == nil ? start : skipThe(start), isBetween: isBetween, opener: opener) {
      return days
    }
    guard opener.map({ !isFunction($0, .on) }) ?? true else { return nil }
    guard let first = rangeStart(at: start, hasOpener: opener != nil),
      let joint = joint(at: first.end, isBetween: isBetween)
    else { return nil }
    guard let second = rangeEnd(at: joint, behind: first.expression),
      isOrdered(first.expression, second.expression, joint)
    else { return nil }
    return (.range(first.expression, second.expression), second.end)
  }

  private func rangeStart(at start: Int, hasOpener: Bool) -> CalendarRead? {
    guard let read = calendarCore(at: start) ?? (hasOpener ? calendarCore(at: skipThe(start)) : nil),
      read.expression.isRangeEnd
    else { return nil }
    return read
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
  private func nowOrDate(at start: Int) -> CalendarRead? {
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
    return isBetween && isFunction(index, .and) ? index + 1 : nil
  }

  /// The ends of a range are of kinds that go together; two years in their order.
  private func isOrdered(_ first: CalendarExpression, _ second: CalendarExpression, _ joint: Int) -> Bool {
    switch (first, second) {
    case (.year(.absolute(let a)), .year(.absolute(let b))): return a < b
    case (.fixedYears(let a, _, _), .fixedYears(let b, _, _)): return a < b
    case (.weekday, .weekday): return isFunction(joint - 1, .to, .until, .till, .through, .thru) || isDash(joint - 1)
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
    guard let days = twoDays(at: start, isBetween: isBetween, requiresOrder: true) else { return nil }
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
    guard let days = twoDays(at: skipThe(index), isBetween: isBetween, requiresOrder: true),
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

  private func twoDays(at start: Int, isBetween: Bool, requiresOrder: Bool) -> Days? {
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
