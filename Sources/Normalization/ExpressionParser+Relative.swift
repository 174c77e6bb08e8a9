internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// "Last month", "next April", "this summer", "past 12 months", "next week on Friday", "last financial year",
  /// "this upcoming Friday", "next 6th of April", "next year's first quarter".
  func relativeLed(at start: Int) -> CalendarRead? {
    guard var offset = word(start).relative, !isFunction(start, .same) else { return nil }
    var index = start + 1
    if offset == 0, let inner = word(index).relative, inner != 0 {
      offset = inner
      index += 1
    }
    if let window = window(from: start, at: index, sign: offset) { return window }
    if let month = month(index), isMonthName(index) || token(index).isCapitalised, !isFunction(start, .current) {
      return (.month(nil, month, offset: offset), index + 1)
    }
    if let weekday = weekday(index) { return (.weekday(weekday, self.weekday(mode: start)), index + 1) }
    if case .season(let season)? = word(index).calendar { return (.season(nil, season, offset: offset), index + 1) }
    if case .yearKind(let kind)? = word(index).calendar, timeUnit(index + 1) == .year {
      return kind == .calendar ? (.year(.relative(offset)), index + 2) : (.relativeFiscalYear(offset, kind), index + 2)
    }
    if let day = dayLed(at: index), offset == 1, case .day(nil, let month, let day, nil) = day.expression {
      return (.day(.relative(1), month: month, day: day, weekday: nil), dayLed(at: index)?.end ?? index)
    }
    return relativeUnit(offset, from: start, at: index)
  }

  private func weekday(mode index: Int) -> CalendarExpression.Weekday {
    if isFunction(index, .past) { return .nearest(-1) }
    if isFunction(index, .coming, .upcoming, .forthcoming) { return .nearest(1) }
    if word(index).relative == 0 {
      return word(index + 1).relative == 1 ? .nearest(1) : .week(0)
    }
    return .week(word(index).relative ?? 0)
  }

  private func relativeUnit(_ offset: Int, from start: Int, at index: Int) -> CalendarRead? {
    guard let unit = timeUnit(index), token(index).count > 2, !token(index).endsInS || unit == .century,
      unit.rawValue >= TimeUnit.day.rawValue,
      !isDash(index + 1) || !isGlued(index + 1)
    else { return nil }
    if unit == .half { return nil }
    if isRolling(start, unit, offset) {
      return (.window(Length(parts: [Length.Part(count: ExactDecimal(1), unit: unit)]), sign: offset), index + 1)
    }
    guard unit != .fortnight, unit != .day || offset == 0 else { return nil }
    let end = index + 1
    if unit == .week, let weekday = weekday(isFunction(end, .on) ? end + 1 : end) {
      return (.weekdayOf(weekday, .unit(offset, .week)), isFunction(end, .on) ? end + 2 : end + 1)
    }
    if unit == .year, let part = partOfYear(at: skipPossessive(end), .relative(offset)), skipPossessive(end) > end {
      return (part.expression, part.end)
    }
    return (.unit(offset, unit), end)
  }

  /// "The past year", "over the last month" and "the last fortnight" are windows that end with the document's day.
  private func isRolling(_ start: Int, _ unit: TimeUnit, _ offset: Int) -> Bool {
    guard offset != 0, unit != .quarter, unit != .weekend, unit != .half else { return false }
    if unit == .fortnight { return true }
    if isFunction(start, .past) { return unit != .day }
    let isLong = unit == .year || unit == .decade || unit == .month || unit == .century || unit == .week
    let isNear = isFunction(start, .last, .next, .coming)
    return isNear && isLong && isFunction(start - 1, .the)
      && isFunction(start - 2, .over, .in, .during, .within, .for, .throughout)
      && !(unit == .month && offset > 0)
  }

  /// "Past 12 months", "next five days", "last 3 months and 2 weeks", "previous three quarters", "coming years".
  private func window(from start: Int, at index: Int, sign: Int) -> CalendarRead? {
    guard sign != 0, !isFunction(index, .a, .an), let read = length(at: index) ?? quarterLength(at: index) else {
      return nil
    }
    guard read.length.parts.allSatisfy({ $0.unit.rawValue >= TimeUnit.day.rawValue }) else { return nil }
    // "The last 30 days of the year" is a part of the year.
    if isFunction(read.end, .of), nestedCore(at: skipThe(read.end + 1)) != nil { return nil }
    return (.window(read.length, sign: sign), read.end)
  }

  private func quarterLength(at index: Int) -> (length: Length, end: Int)? {
    var count: Int?
    var end = index
    if let value = digits(index, atMost: 2) {
      count = value
      end += 1
    } else if let words = wordNumeral(at: index), !words.isOrdinal {
      count = words.numeral.value.integer
      end = words.numeral.end
    }
    guard let count, timeUnit(end) == .quarter else { return nil }
    return (Length(parts: [Length.Part(count: ExactDecimal(count), unit: .quarter)]), end + 1)
  }

  /// "2 upcoming months", "three days ago", "two weeks from January 15", "two days after tomorrow", "a year ago",
  /// "12 months to June 2025".
  func countLed(at start: Int) -> CalendarRead? {
    if let window = countedWindow(at: start) { return window }
    if let weekdays = countedWeekdays(at: start) { return weekdays }
    guard let read = length(at: start) else { return nil }
    let end = read.end
    // "A year earlier" counts from what the text speaks of, not from its own day.
    if let direction = word(end).direction, !isFunction(end, .earlier, .later, .previously) {
      return (.shifted(read.length, sign: direction, from: nil), end + 1)
    }
    if isFunction(end, .from), isFunction(end + 1, .now, .today) {
      return (.shifted(read.length, sign: 1, from: nil), end + 2)
    }
    if isFunction(end, .to, .ending, .ended), read.length.parts.count == 1, isWholeUnit(read.length),
      let last = periodEnd(behind: end)
    {
      return (.ending(read.length, last.expression), last.end)
    }
    guard isFunction(end, .from, .after, .before, .since), let base = nestedCore(at: skipThe(end + 1)),
      !isFunction(end, .since), base.expression.isPoint,
      !(isFunction(end, .from) && isFunction(start - 1, .for, .over, .within, .last))
    else {
      return nil
    }
    return (.shifted(read.length, sign: isFunction(end, .before) ? -1 : 1, from: base.expression), base.end)
  }

  private func isWholeUnit(_ length: Length) -> Bool {
    [.week, .month, .quarter, .year].contains(length.coarsest)
  }

  /// "To June 2025", "ending 31 March 2025", "ended in March": the end of a period.
  private func periodEnd(behind index: Int) -> CalendarRead? {
    var next = index + 1
    if isFunction(next, .in, .on, .the) || word(next).part == .end && isFunction(next + 1, .of) {
      next += isFunction(next + 1, .of) ? 2 : 1
    }
    guard let read = nestedCore(at: next) else { return nil }
    switch read.expression {
    case .day, .month, .year, .quarter: return read
    default: return nil
    }
  }

  /// "Between 3 and 5 days ago", "two to three weeks from now", "in 5 to 10 years".
  func shiftedRange(at start: Int) -> CalendarRead? {
    let isBetween = isFunction(start, .between)
    let isAhead = isFunction(start, .in)
    guard let first = numeral(at: isBetween || isAhead || isFunction(start, .from) ? start + 1 : start),
      isBetween ? isFunction(first.end, .and) : isFunction(first.end, .to, .or) || isDash(first.end),
      let second = numeral(at: first.end + 1) ?? numeral(at: skipDash(first.end)), first.value < second.value,
      let unit = timeUnit(second.end), unit.rawValue >= TimeUnit.day.rawValue
    else { return nil }
    var sign = isAhead ? 1 : 0
    var end = second.end + 1
    if isApostrophe(end), isFunction(end + 1, .time) { end += 2 }
    if let direction = word(end).direction, !isFunction(end, .earlier, .later, .previously) {
      sign = direction
      end += 1
    } else if isFunction(end, .from), isFunction(end + 1, .now, .today) {
      sign = 1
      end += 2
    } else if !isAhead || tense(before: start, after: end) != .future {
      return nil
    }
    let (near, far) = (
      Length(parts: [.init(count: first.value, unit: unit)]), Length(parts: [.init(count: second.value, unit: unit)])
    )
    let (early, late) = sign < 0 ? (far, near) : (near, far)
    return (.range(.shifted(early, sign: sign, from: nil), .shifted(late, sign: sign, from: nil)), end)
  }

  /// "Two Sundays ago", "three Fridays from now".
  private func countedWeekdays(at start: Int) -> CalendarRead? {
    guard let numeral = numeral(at: start), let count = numeral.value.integer, 1...50 ~= count,
      case .weekdays(let weekday)? = word(numeral.end).calendar
    else { return nil }
    if isFunction(numeral.end + 1, .from), isFunction(numeral.end + 2, .now, .today) {
      return (
        .shifted(
          Length(parts: [.init(count: ExactDecimal(count - 1), unit: .week)]), sign: 1,
          from: .weekday(weekday, .nearest(1))), numeral.end + 3
      )
    }
    guard word(numeral.end + 1).direction == -1 else { return nil }
    return (
      .shifted(
        Length(parts: [.init(count: ExactDecimal(count - 1), unit: .week)]), sign: -1,
        from: .weekday(weekday, .nearest(-1))), numeral.end + 2
    )
  }

  /// "The 2 upcoming months", "the 5 past years".
  private func countedWindow(at start: Int) -> CalendarRead? {
    guard let numeral = numeral(at: start), let sign = word(numeral.end).relative, sign != 0, isFreestanding(numeral),
      let unit = timeUnit(numeral.end + 1), token(numeral.end + 1).endsInS || numeral.value.integer == 1,
      unit.rawValue >= TimeUnit.day.rawValue
    else { return nil }
    return (.window(Length(parts: [Length.Part(count: numeral.value, unit: unit)]), sign: sign), numeral.end + 2)
  }

  /// "Today", "the day after tomorrow", "the day before yesterday".
  func dayWordLed(at start: Int) -> CalendarRead? {
    if case .dayWord(let offset)? = word(start).calendar, !isFunction(start, .now) {
      return (.dayWord(offset), start + 1)
    }
    guard timeUnit(start) == .day, token(start).count == 3 else { return nil }
    if isFunction(start + 1, .after, .before), case .dayWord(let offset)? = word(start + 2).calendar, offset != 0 {
      return (.dayWord(offset + (isFunction(start + 1, .after) ? 1 : -1)), start + 3)
    }
    return nil
  }

  /// "The day after 3 May", "week before 12 June".
  private func dayBeside(at start: Int) -> CalendarRead? {
    guard let unit = timeUnit(start), [.day, .week, .month, .year].contains(unit), !token(start).endsInS,
      token(start).count > 2, isFunction(start - 1, .the), isFunction(start + 1, .after, .before),
      let base = nestedCore(at: skipThe(start + 2)), base.expression.isPoint
    else { return nil }
    let length = Length(parts: [Length.Part(count: ExactDecimal(1), unit: unit)])
    return (.shifted(length, sign: isFunction(start + 1, .after) ? 1 : -1, from: base.expression), base.end)
  }

  /// "Week after next", "month after the next", "year before last".
  func unitAfterNext(at start: Int) -> CalendarRead? {
    guard let unit = timeUnit(start), [.week, .month, .quarter, .year, .weekend].contains(unit),
      isFunction(start + 1, .after, .before)
    else { return nil }
    let index = skipThe(start + 2)
    guard let offset = word(index).relative, offset != 0, (offset > 0) == isFunction(start + 1, .after),
      timeUnit(index + 1) == nil
    else { return nil }
    return (.unit(offset * 2, unit), index + 1)
  }

  /// "Year to June 2025", "week beginning on 4 February", "quarter ended 30 June 2025", "month of May".
  func unitLed(at start: Int) -> CalendarRead? {
    if let next = unitAfterNext(at: start) ?? dayBeside(at: start) { return next }
    guard let unit = timeUnit(start), token(start).count > 3, !token(start).endsInS else { return nil }
    if let toDate = unitToDate(unit, at: start + 1) { return toDate }
    if [.week, .month, .quarter, .year].contains(unit), isFunction(start + 1, .to, .ending, .ended),
      let last = periodEnd(behind: start + 1)
    {
      return (.ending(Length(parts: [Length.Part(count: ExactDecimal(1), unit: unit)]), last.expression), last.end)
    }
    if unit == .week, isFunction(start + 1, .beginning, .starting, .commencing, .of) {
      let index = skipThe(isFunction(start + 2, .on) ? start + 3 : start + 2)
      if let day = nestedCore(at: index), case .day = day.expression { return (.weekOf(day.expression), day.end) }
    }
    if unit == .weekend, isFunction(start + 1, .of), let day = nestedCore(at: skipThe(start + 2)),
      case .day = day.expression
    {
      return (.weekendOf(day.expression), day.end)
    }
    if unit == .month, isFunction(start + 1, .of), let month = monthLed(at: start + 2), case .month = month.expression {
      return month
    }
    return nil
  }

  /// "Year to date", "month-to-date": from its beginning to the document's day.
  private func unitToDate(_ unit: TimeUnit, at start: Int) -> CalendarRead? {
    let to = skipDash(start)
    let date = skipDash(to + 1)
    guard [.week, .month, .quarter, .year].contains(unit), isFunction(to, .to), isFunction(date, .date) else {
      return nil
    }
    return (.range(.unit(0, unit), .dayWord(0)), date + 1)
  }

  /// "Early 2026", "mid-2027", "late last year", "end of 2000", "the beginning of March", "rest of the week",
  /// "later this week", "end of month", "year-end 2024".
  func partLed(at start: Int) -> CalendarRead? {
    guard let part = word(start).part else { return nil }
    var index = skipDash(start + 1)
    switch part {
    case .early, .middle, .late:
      if part == .middle, isFunction(index, .of) { index = skipThe(index + 1) }
      // "Later in the year", "earlier in the week".
      if part != .middle, isFunction(index, .in), isFunction(index + 1, .the), let unit = unitOfNow(at: index + 1) {
        return (.part(part, of: unit.expression), unit.end)
      }
    case .beginning, .end, .rest:
      if isFunction(index, .of) {
        index = isFunction(index + 1, .the, .my, .our) ? index + 2 : index + 1
        if let unit = unitOfNow(at: index) { return (.part(part, of: unit.expression), unit.end) }
      } else if part == .rest || part == .end, word(index).relative == 0, let read = relativeLed(at: index),
        case .unit = read.expression
      {
        return (.part(part, of: read.expression), read.end)
      } else if part == .end, isDash(start + 1) {
        break
      } else {
        return nil
      }
    }
    if isFunction(index, .in), part == .early || part == .late { index += 1 }
    index = skipThe(index)
    guard let period = nestedCore(at: index) else { return nil }
    switch period.expression {
    case .month, .quarter, .half, .season, .year, .unit, .fixedYears, .fiscalYear, .relativeFiscalYear, .week:
      return (.part(part, of: period.expression), period.end)
    default: return nil
    }
  }
}
