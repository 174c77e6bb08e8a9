internal import Lexicon

extension ExpressionParser {
  /// One date or period without its prepositions; the longest reading that begins at a token.
  func calendarCore(at start: Int) -> CalendarRead? {
    let token = token(start)
    var found = Longest()
    if token.kind == .digits {
      found.add(numericDate(at: start))
      found.add(dayLed(at: start))
      found.add(yearLed(at: start))
      found.add(ordinalLed(at: start))
      found.add(countLed(at: start))
      found.add(figureCode(at: start))
      return found.read
    }
    if token.kind == .symbol { return isApostrophe(start) ? yearLed(at: start) : vulgarLed(at: start) }
    guard token.kind == .word, token.word != 0 else { return nil }
    let word = word(start)
    addCalendarWordLed(at: start, word.calendar, to: &found)
    if word.number != nil || word.roman != nil {
      found.add(dayLed(at: start))
      found.add(yearLed(at: start))
      found.add(ordinalLed(at: start))
      found.add(countLed(at: start))
      found.add(decadeWord(at: start))
    }
    if word.relative != nil {
      found.add(relativeLed(at: start))
      found.add(ordinalLed(at: start))
    }
    if word.part != nil { found.add(partLed(at: start)) }
    if let function = word.function { found.add(functionLed(at: start, function)) }
    return found.read
  }

  /// The longest of some readings; of two as long, the first.
  private struct Longest {
    private(set) var read: CalendarRead?

    mutating func add(_ other: CalendarRead?) {
      if let other, other.end > read?.end ?? 0 { read = other }
    }
  }

  private func vulgarLed(at start: Int) -> CalendarRead? {
    vulgarFraction(start) == nil ? nil : countLed(at: start)
  }

  private func addCalendarWordLed(at start: Int, _ sense: CalendarWord?, to found: inout Longest) {
    switch sense {
    case .month: found.add(monthLed(at: start))
    case .weekday: found.add(weekdayLed(at: start))
    case .season: found.add(seasonLed(at: start))
    case .unit(.weekend):
      found.add(unitLed(at: start))
      found.add(weekendLed(at: start))
    case .unit:
      found.add(dayWordLed(at: start))
      found.add(unitLed(at: start))
      found.add(yearWordLed(at: start))
      found.add(codeLed(at: start))
      found.add(yearEnd(at: start))
    case .dayWord: found.add(dayWordLed(at: start))
    case .decade: found.add(decadeWord(at: start))
    case .yearKind: found.add(yearWordLed(at: start))
    case .weekdays, nil: break
    }
  }

  /// "Year-end", "year end 2024".
  private func yearEnd(at start: Int) -> CalendarRead? {
    let end = skipDash(start + 1)
    guard timeUnit(start) == .year, !token(start).endsInS, word(end).part == .end, token(end).count == 3,
      end == start + 2 || isFunction(start - 1, .at, .by, .until, .till, .before, .the)
    else { return nil }
    let year = yearTail(at: end + 1)
    return (.part(.end, of: .year(year?.year ?? .relative(0))), year?.end ?? end + 1)
  }

  /// "The weekend" behind a preposition.
  private func weekendLed(at start: Int) -> CalendarRead? {
    guard isFunction(start - 1, .the), isFunction(start - 2, .over, .at, .during, .throughout, .on, .by),
      !token(start).endsInS
    else { return nil }
    return (.nearWeekend, start + 1)
  }

  private func functionLed(at start: Int, _ function: FunctionWord) -> CalendarRead? {
    switch function {
    case .the: theLed(at: start)
    case .a, .an, .few, .several, .couple: countLed(at: start)
    case .q, .h: codeLed(at: start)
    case .fy: yearWordLed(at: start)
    case .final, .closing: ordinalLed(at: start)
    case .latter, .former: latterHalf(at: start)
    case .on: onLed(at: start)
    default: nil
    }
  }

  /// "Latter half of 2016".
  private func latterHalf(at start: Int) -> CalendarRead? {
    guard let part = partOfYear(at: start, nil), let year = yearTail(at: part.end) else { return nil }
    return partOfYear(at: start, year.year).map { ($0.expression, year.end) }
  }

  /// Expressions that "the" belongs to: ordinals of a period, decades, seasons, "the day after tomorrow".
  private func theLed(at start: Int) -> CalendarRead? {
    guard let read = nestedCore(at: start + 1), token(start + 1).gap != .line || token(start + 1).kind == .word else {
      return nil
    }
    switch read.expression {
    case .nth, .nthWeekday, .fixedYears, .weekOf, .ending, .weekdayOf(_, .nth): return read
    case .quarter, .half:
      return isFunction(start + 1, .q, .h) || word(start + 1).relative != nil
        || self.token(start + 1).kind == .digits && self.token(start + 1).count == 4 ? nil : read
    case .nearWeekend: return read
    case .shifted: return timeUnit(start + 1) != nil ? read : nil
    case .weekendOf: return read
    case .season(_, _, offset: nil): return word(start + 1).relative == nil ? read : nil
    case .dayWord: return timeUnit(start + 1) == .day ? read : nil
    case .unit: return timeUnit(start + 1) != nil ? read : nil
    default: return nil
    }
  }

  /// "On Monday of the following week": the preposition belongs to it.
  private func onLed(at start: Int) -> CalendarRead? {
    guard let read = weekday(start + 1) == nil ? nil : weekdayLed(at: start + 1), case .weekdayOf = read.expression,
      isFunction(start + 2, .of)
    else { return nil }
    return read
  }
}
