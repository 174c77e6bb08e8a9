internal import Documents
internal import Lexicon
internal import PolicyModel

/// Puts expressions on the calendar.
struct CalendarResolver {
  /// Why an expression has no days.
  enum Failure: Error {
    /// It counts from a document's date that is not known.
    case noReferenceDate
    /// The calendar has no such days.
    case impossible
  }

  let context: MeasureContext
  let fiscalYears: FiscalYears
  var tense: Tense

  /// The document's day.
  func reference() throws(Failure) -> CalendarDate {
    guard let date = context.referenceDate else { throw .noReferenceDate }
    return date
  }

  /// The days of an expression.
  func interval(_ expression: CalendarExpression) throws(Failure) -> DayInterval {
    switch expression {
    case .day(let year, let month?, let day, let weekday): return try self.day(year, month, day, weekday)
    case .day(_, nil, let day, let weekday): return try self.day(day, on: weekday)
    case .month(let year, let month, let offset): return try months(year, month, 1, .month, offset: offset)
    case .quarter(let year, let rank): return try months(year, rank * 3 - 2, 3, .quarter, offset: nil)
    case .half(let year, let rank): return try months(year, rank * 6 - 5, 6, .half, offset: nil)
    case .season(let year, let season, let offset):
      return try months(year, season.rawValue * 3, 3, .season, offset: offset)
    case .week(let year, let number): return try week(number, of: try self.year(year ?? .relative(0))).marked(year)
    case .year(let year): return try DayInterval(year: try self.year(year)).orThrow().marked(year)
    case .fixedYears(let first, let count, let precision):
      return try DayInterval(year: first, count: count, precision).orThrow()
    case .fiscalYear, .relativeFiscalYear: return try fiscal(expression)
    case .weekday(let weekday, let mode): return try self.weekday(weekday, mode)
    case .unit, .window, .dayWord, .nearWeekend, .shifted: return try relative(expression)
    case .nth, .nthWeekday, .part, .weekdayOf, .dayOf, .weekOf, .weekendOf, .ending: return try part(expression)
    case .range(let first, let last): return try range(first, last)
    case .bounded(let bound, let inner): return try bounded(bound, inner)
    }
  }

  // MARK: Absolute parts

  private func year(_ reference: YearReference) throws(Failure) -> Int {
    switch reference {
    case .absolute(let year): return year
    case .relative(let offset): return try self.reference().year + offset
    }
  }

  private func day(_ year: YearReference?, _ month: Int, _ day: Int, _ weekday: Int?) throws(Failure) -> DayInterval {
    if let year {
      guard let date = CalendarDate(year: try self.year(year), month: month, day: day) else { throw .impossible }
      return DayInterval(date).marked(year)
    }
    let today = try reference()
    // A leap day may be four years away (eight around 1900), any other day is in one of three years.
    let reach = month == 2 && day == 29 ? 8 : 1
    var dates = (-reach...reach).compactMap { CalendarDate(year: today.year + $0, month: month, day: day) }
    if let weekday, dates.contains(where: { $0.weekday == weekday }) { dates.removeAll { $0.weekday != weekday } }
    guard let best = choose(dates.map { DayInterval($0) }, today) else {
      throw .impossible
    }
    return best.relative
  }

  /// "Friday the 13th": the day of a month that is a weekday, within half a year.
  private func day(_ day: Int, on weekday: Int?) throws(Failure) -> DayInterval {
    guard let weekday else { throw .impossible }
    let today = try reference()
    let days = (-6...6).compactMap { offset -> DayInterval? in
      guard let month = today.adding(months: offset),
        let date = CalendarDate(year: month.year, month: month.month, day: day)
      else { return nil }
      return date.weekday == weekday ? DayInterval(date) : nil
    }
    return try choose(days, today).orThrow().relative
  }

  /// Whole months from one of a year: a month, quarter, half or season.
  private func months(
    _ year: YearReference?, _ month: Int, _ count: Int, _ precision: DatePrecision, offset: Int?
  ) throws(Failure) -> DayInterval {
    if let year {
      return try DayInterval(monthIndex: try self.year(year) * 12 + month - 1, count: count, precision).orThrow()
        .marked(year)
    }
    let today = try reference()
    let all = (-2...2).compactMap {
      DayInterval(monthIndex: (today.year + $0) * 12 + month - 1, count: count, precision)
    }
    let day = today.dayNumber
    let found: DayInterval? =
      switch offset {
      case 1: all.first { ($0.first ?? day) > day }
      case -1: all.last { ($0.last ?? day) < day }
      case 0: all.first { CalendarDate(dayNumber: $0.first ?? day)?.year == today.year }
      default: choose(all, today)
      }
    return try found.orThrow().relative
  }

  /// The candidate that the tense asks for; without one the last that has begun, unless the next is much nearer.
  private func choose(_ candidates: [DayInterval], _ today: CalendarDate) -> DayInterval? {
    let day = today.dayNumber
    let past = candidates.last { ($0.first ?? day) <= day }
    let future = candidates.first { ($0.last ?? day) >= day }
    guard let past, let future, past != future else { return past ?? future }
    switch tense {
    case .past: return past.with(.tense)
    case .future: return future.with(.tense)
    case .unknown: return (day - (past.last ?? day) <= 270 ? past : future).with(.nearest)
    }
  }

  /// A week by its ISO 8601 number: the first has the year's first Thursday.
  private func week(_ number: Int, of year: Int) throws(Failure) -> DayInterval {
    guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { throw .impossible }
    let monday = fourth.dayNumber - (fourth.weekday - 1) + (number - 1) * 7
    return DayInterval(monday, monday + 6, .week)
  }

  private func weekday(_ weekday: Int, _ mode: CalendarExpression.Weekday) throws(Failure) -> DayInterval {
    let today = try reference()
    let monday = today.dayNumber - (today.weekday - 1)
    let day: Int =
      switch mode {
      case .week(let offset): monday + offset * 7 + weekday - 1
      case .nearest(let sign) where sign > 0: today.dayNumber + (weekday - today.weekday + 6) % 7 + 1
      case .nearest: today.dayNumber - ((today.weekday - weekday + 6) % 7 + 1)
      case .tense where tense == .future: today.dayNumber + (weekday - today.weekday + 6) % 7 + 1
      case .tense: today.dayNumber - (today.weekday - weekday + 7) % 7
      }
    var interval = DayInterval(day, day, .day, isRelative: true)
    if case .tense = mode { interval.clue = tense == .unknown ? .nearest : .tense }
    return interval
  }

  // MARK: Fiscal years

  private func fiscal(_ expression: CalendarExpression) throws(Failure) -> DayInterval {
    switch expression {
    case .fiscalYear(let first, let second, let kind):
      let start = fiscalStart(kind, isDouble: second != nil)
      let begins = second == nil && start.namedByEnd && start.month > 1 ? first - 1 : first
      return try fiscalYear(start, begins).with(fiscalClue(kind))
    case .relativeFiscalYear(let offset, let kind):
      let today = try reference()
      let start = fiscalStart(kind, isDouble: false)
      let hasBegun = (today.month, today.day) >= (start.month, start.day)
      return try fiscalYear(start, today.year + (hasBegun ? 0 : -1) + offset).relative.with(fiscalClue(kind))
    default: throw .impossible
    }
  }

  private func fiscalClue(_ kind: YearKind) -> DateClue {
    context.country == nil || kind == .academic ? .usual : .country
  }

  /// The document's country decides; without one, two years are the British way of writing and one the American.
  private func fiscalStart(_ kind: YearKind, isDouble: Bool) -> FiscalYear {
    if kind == .academic { return FiscalYear(month: 9, day: 1, namedByEnd: false) }
    let usual = isDouble ? CountryCode("GB") : CountryCode("US")
    guard let country = context.country ?? usual else { return FiscalYear(month: 1, day: 1, namedByEnd: true) }
    let own = fiscalYears[country]
    guard isDouble, own.month == 1, let usual else { return own }
    return fiscalYears[usual]
  }

  private func fiscalYear(_ start: FiscalYear, _ year: Int) throws(Failure) -> DayInterval {
    guard let first = CalendarDate(year: year, month: start.month, day: start.day),
      let next = CalendarDate(year: year + 1, month: start.month, day: start.day)
    else { throw .impossible }
    return DayInterval(first.dayNumber, next.dayNumber - 1, .year)
  }
}

extension DayInterval? {
  /// The interval, or the failure that says there is none.
  func orThrow() throws(CalendarResolver.Failure) -> DayInterval {
    guard let self else { throw .impossible }
    return self
  }
}

extension DayInterval {
  /// The same days, relative where the year is.
  func marked(_ year: YearReference?) -> DayInterval {
    if case .absolute? = year { return self }
    return relative
  }
}
