internal import Documents
internal import Lexicon
internal import PolicyModel

/// An expression with the index behind it.
typealias CalendarRead = (expression: CalendarExpression, end: Int)

extension ExpressionParser {

  // MARK: Days and months with names

  /// A day of a month: "12", "1st", "twenty-second", "twenty nine"; 1 to 31.
  func dayNumber(at start: Int) -> (day: Int, end: Int, isOrdinal: Bool)? {
    if let ordinal = ordinal(at: start), 1...31 ~= ordinal.value { return (ordinal.value, ordinal.end, true) }
    if let value = digits(start, atMost: 2), 1...31 ~= value {
      let end = start + 1
      if isGlued(end), token(end).kind == .word || token(end).kind == .digits || isSymbol(end, "%") { return nil }
      if isGlued(end), isSymbol(end, ",") || isSymbol(end, ":") || isSymbol(end, "."), isGlued(end + 1),
        token(end + 1).kind == .digits
      {
        return nil
      }
      return (value, end, false)
    }
    guard let words = wordNumeral(at: start), !words.isOrdinal, let value = words.numeral.value.integer, 1...31 ~= value
    else { return dayBeforeYear(at: start) }
    return (value, words.numeral.end, false)
  }

  /// "Twenty one two thousand and eighteen": the numeral before a year in words.
  private func dayBeforeYear(at start: Int) -> (day: Int, end: Int, isOrdinal: Bool)? {
    guard let first = word(start).number else { return nil }
    switch first.kind {
    case .unit where first.value > 0, .teen: return (Int(first.value), start + 1, false)
    case .ten where first.value <= 30:
      if let unit = word(start + 1).number, unit.kind == .unit, first.value + unit.value <= 31 {
        return (Int(first.value + unit.value), start + 2, false)
      }
      return (Int(first.value), start + 1, false)
    default: return nil
    }
  }

  /// "May 29", "Oct. 2", "Oct/2", "June the 28th 2020", "July 4th of 1995", "December 2024", "June next year", "May".
  func monthLed(at start: Int) -> CalendarRead? {
    guard let month = month(start), isMonthName(start) else { return nil }
    var index = skipStop(start + 1)
    if index > start + 1, isSentenceEnd(behind: start) { return (.month(nil, month, offset: nil), start + 1) }
    if isFunction(index, .the) { index += 1 }
    if (isSymbol(index, "/") || isDash(index)) && isGlued(index), isGlued(index + 1) { index += 1 }
    if token(index).gap != .line || token(index).kind == .word, let day = dayNumber(at: index),
      !isYearInWords(index, day.end),
      isDayHere(day.end, after: start, isOrdinal: day.isOrdinal)
    {
      let year = yearTail(at: day.end, afterDay: true)
      return (.day(year?.year, month: month, day: day.day, weekday: nil), year?.end ?? day.end)
    }
    let after = skipStop(start + 1)
    if let year = yearTail(at: after) { return (.month(year.year, month, offset: nil), year.end) }
    return (.month(nil, month, offset: nil), start + 1)
  }

  /// "Since August. Nine in ten are women.": only a short name of a month has a stop of its own.
  private func isSentenceEnd(behind month: Int) -> Bool {
    guard case .month(_, let isShort)? = word(month).calendar else { return false }
    return !isShort && token(month).count > 3
  }

  /// "October two thousand", "May twenty twenty-five": a year follows, not a day.
  private func isYearInWords(_ start: Int, _ dayEnd: Int) -> Bool {
    guard token(start).kind == .word, let year = absoluteYear(at: start) else { return false }
    return year.end > dayEnd && absoluteYear(at: dayEnd) == nil
  }

  private func isDayHere(_ end: Int, after month: Int, isOrdinal: Bool) -> Bool {
    if isOrdinal { return true }
    if percentUnit(at: end) != nil || word(end).number?.kind == .scale { return false }
    if isSymbol(end, "/") || isSymbol(end, ":"), isGlued(end), isGlued(end + 1) { return false }
    return timeUnit(end) == nil || token(end).count == 1
  }

  /// "March", "may", "sec", "sat", "sun" and "mar" are also common words.
  func isMonthName(_ index: Int) -> Bool {
    let token = token(index)
    if isGlued(index), self.token(index - 1).kind == .word || isSymbol(index - 1, "_") { return false }
    guard case .month(let month, let short)? = word(index).calendar else { return false }
    let next = skipStop(index + 1)
    let hasFigure = self.token(next).kind == .digits || word(next).number != nil || isFunction(next, .the)
    if month == 5 || month == 3 && !short {
      if token.isCapitalised, !token.isUpper || token.count > 3 { return month == 3 || isMay(index, hasFigure) }
      return hasFigure || isDateBefore(index) && !isModal(index)
        || month == 3 && isFunction(index - 1, .in, .since, .by, .until, .of, .from)
    }
    guard short else { return true }
    return token.isCapitalised || hasFigure || isDateBefore(index) || month == 9 || month == 10 || month == 2
  }

  /// "Those aged 18 may vote": a verb in small letters behind it.
  private func isModal(_ index: Int) -> Bool {
    let next = token(index + 1)
    return next.kind == .word && !next.isCapitalised && word(index + 1).calendar == nil
      && (word(index + 1).function == nil || isFunction(index + 1, .not, .be))
  }

  /// "May" at the head of a sentence is a modal verb unless a figure follows or a preposition stands before.
  private func isMay(_ index: Int, _ hasFigure: Bool) -> Bool {
    if hasFigure || isDateBefore(index) { return true }
    if isFunction(index + 1, .to, .and, .or, .of, .until, .through, .in), word(index - 1).function != nil {
      return true
    }
    return isFunction(
      index - 1, .in, .since, .by, .until, .till, .from, .to, .of, .before, .after, .during, .and, .between, .through,
      .the)
      || word(index - 1).relative != nil || word(index - 1).part != nil
  }

  private func isDateBefore(_ index: Int) -> Bool {
    let isJoint =
      isFunction(index - 1, .of) || isDash(index - 1) || isSymbol(index - 1, "/") || isSymbol(index - 1, ",")
    let before = isJoint ? index - 2 : index - 1
    if token(before).kind == .digits, token(before).count <= 4 { return true }
    if isFunction(before, .st, .nd, .rd, .th) { return true }
    guard let number = word(before).number else { return weekday(before) != nil }
    return number.kind != .scale && token(before).kind == .word && number.value <= 31
  }

  /// "4 July 1995", "the tenth of September, two thousand", "16. Nov. 2016", "20th of next month".
  func dayLed(at start: Int) -> CalendarRead? {
    guard let day = dayNumber(at: start) else { return nil }
    var index = day.end
    if isSymbol(index, "."), token(index + 1).gap == .blank { index += 1 }
    if isFunction(index, .day), isFunction(index + 1, .of) { index += 1 }
    if isFunction(index, .of) { index += 1 }
    if day.isOrdinal || isFunction(index - 1, .of), let offset = word(index).relative, timeUnit(index + 1) == .month {
      return (.dayOf(day.day, .unit(offset, .month)), index + 2)
    }
    if let listed = listedDay(day.day, behind: day.end) { return (listed, day.end) }
    if isDash(index) && isGlued(index) && isGlued(index + 1) { index += 1 }
    guard let month = month(index), isMonthName(index) || isFunction(index - 1, .of),
      token(index).gap != .line || token(index).kind == .word
    else { return nil }
    let year = yearTail(at: skipStop(index + 1), afterDay: true)
    return (.day(year?.year, month: month, day: day.day, weekday: nil), year?.end ?? index + 1)
  }

  /// The first day of "1 and 3 May", "4, 11 and 18 June 2025".
  private func listedDay(_ day: Int, behind start: Int) -> CalendarExpression? {
    var index = start
    for _ in 0..<6 {
      let next = isSymbol(index, ",") && isFunction(index + 1, .and) ? index + 2 : index + 1
      guard isSymbol(index, ",") && !isGlued(next) || isFunction(index, .and, .or),
        let other = dayNumber(at: skipThe(next))
      else { return nil }
      index = other.end
      let name = isFunction(index, .of) ? index + 1 : index
      guard let month = month(name), isMonthName(name) else { continue }
      let year = yearTail(at: skipStop(name + 1), afterDay: true)
      return .day(year?.year, month: month, day: day, weekday: nil)
    }
    return nil
  }

  // MARK: Weekdays

  /// "Wed, 22 of Jan", "Tuesday, February 18", "Tuesday next week", "Thursday, two years from now", "Friday".
  func weekdayLed(at start: Int) -> CalendarRead? {
    guard let weekday = weekday(start), isWeekdayName(start) else { return nil }
    var index = skipStop(start + 1)
    if isSymbol(index, ","), !isGlued(index + 1) { index += 1 }
    if isFunction(index, .the) { index += 1 }
    if let date = monthLed(at: index) ?? dayLed(at: index) ?? numericDate(at: index),
      case .day(let year, let month, let day, _) = date.expression
    {
      return (.day(year, month: month, day: day, weekday: weekday), date.end)
    }
    if let day = dayNumber(at: index), day.isOrdinal {
      return (.day(nil, month: nil, day: day.day, weekday: weekday), day.end)
    }
    let week = isFunction(index, .of) ? skipThe(index + 1) : index
    if let offset = word(week).relative, timeUnit(week + 1) == .week, index == start + 1 || !isSymbol(start + 1, ",") {
      return (.weekdayOf(weekday, .unit(offset, .week)), week + 2)
    }
    if let shifted = countLed(at: index), case .shifted = shifted.expression, index > start + 1 {
      return (.weekdayOf(weekday, .weekOf(shifted.expression)), shifted.end)
    }
    return (.weekday(weekday, .tense), start + 1)
  }

  private func isWeekdayName(_ index: Int) -> Bool {
    guard case .weekday(let day, let short)? = word(index).calendar else { return false }
    guard short else { return true }
    let next = skipStop(index + 1)
    let isDated = isSymbol(next, ",") || token(next).kind == .digits || month(next) != nil
    return token(index).isCapitalised && (day != 6 && day != 7 || isDated) && (isDated || next > index + 1 || day <= 5)
  }

  /// The index behind "the".
  func skipThe(_ index: Int) -> Int { isFunction(index, .the) ? index + 1 : index }
}
