internal import Documents
internal import Lexicon

/// A year by its number or by its distance from the document's.
enum YearReference: Equatable {
  case absolute(Int)
  case relative(Int)
}

/// What a date or period says, before it is put on the calendar.
indirect enum CalendarExpression {
  /// A day of a month; without a month where the other end of a range has it.
  case day(YearReference?, month: Int?, day: Int, weekday: Int?)
  /// A month; `offset` is "last" (-1), "this" (0) or "next" (1) before it.
  case month(YearReference?, Int, offset: Int?)
  case quarter(YearReference?, Int)
  case half(YearReference?, Int)
  case season(YearReference?, Season, offset: Int?)
  /// A week by its ISO number.
  case week(YearReference?, Int)
  case year(YearReference)
  /// A fiscal or academic year by the years it names: both, or one of them.
  case fiscalYear(Int, second: Int?, YearKind)
  case relativeFiscalYear(Int, YearKind)
  /// A decade or century by its first year.
  case fixedYears(Int, count: Int, DatePrecision)
  case weekday(Int, Weekday)
  /// "Last month", "this quarter".
  case unit(Int, TimeUnit)
  /// "The past 12 months", "the next five days"; `sign` -1 or 1.
  case window(Length, sign: Int)
  case dayWord(Int)
  /// "The weekend": the one nearest by the tense.
  case nearWeekend
  /// "Three days ago", "two weeks from 15 January"; from the document's day where there is no other.
  case shifted(Length, sign: Int, from: CalendarExpression?)
  /// The first, second or last (-1) so many units of a period.
  case nth(Int, count: Int, TimeUnit, of: CalendarExpression)
  case nthWeekday(Int, Int, of: CalendarExpression)
  case part(PeriodPart, of: CalendarExpression)
  case weekdayOf(Int, CalendarExpression)
  case dayOf(Int, CalendarExpression)
  /// The week that holds a day ("the week beginning 4 February").
  case weekOf(CalendarExpression)
  /// The weekend of the week that holds a day ("the weekend of 5 June").
  case weekendOf(CalendarExpression)
  /// "The year to June 2025".
  case ending(Length, CalendarExpression)
  case range(CalendarExpression, CalendarExpression)
  case bounded(Bound, CalendarExpression)

  /// How a weekday is chosen.
  enum Weekday {
    /// By the tense of the sentence.
    case tense
    /// Of the week so many weeks from the document's.
    case week(Int)
    /// The nearest before (-1) or after (1) the document's day.
    case nearest(Int)
  }

  /// On which side of a date a period lies.
  enum Bound {
    case since, after, before, until, within
  }
}

extension CalendarExpression {
  /// Whether it is a month, year or the like that has weeks and days.
  var isPeriod: Bool {
    switch self {
    case .month, .quarter, .half, .season, .year, .fiscalYear, .relativeFiscalYear, .unit, .fixedYears, .week: true
    default: false
    }
  }

  /// Whether it is a month or a year.
  var isMonthOrYear: Bool {
    switch self {
    case .month, .year, .unit(_, .month), .unit(_, .year): true
    default: false
    }
  }

  /// Whether lengths of time may count from it: a day, or a period for its first or last.
  var isPoint: Bool {
    switch self {
    case .day, .weekday, .dayWord, .weekdayOf, .dayOf, .nthWeekday: true
    default: false
    }
  }

  /// Whether it may be an end of a range.
  var isRangeEnd: Bool {
    switch self {
    case .window, .ending, .range, .bounded: false
    default: true
    }
  }
}

extension CalendarExpression {
  /// Whether its year follows from the context.
  var lacksYear: Bool {
    switch self {
    case .day(nil, _, _, _), .month(nil, _, offset: nil), .quarter(nil, _), .half(nil, _), .week(nil, _): true
    case .season(nil, _, offset: nil): true
    default: false
    }
  }

  /// The same in a year, where it lacks one.
  func inYear(_ year: Int) -> CalendarExpression {
    switch self {
    case .day(nil, let month, let day, let weekday): .day(.absolute(year), month: month, day: day, weekday: weekday)
    case .month(nil, let month, offset: nil): .month(.absolute(year), month, offset: nil)
    case .quarter(nil, let rank): .quarter(.absolute(year), rank)
    case .half(nil, let rank): .half(.absolute(year), rank)
    case .week(nil, let number): .week(.absolute(year), number)
    case .season(nil, let season, offset: nil): .season(.absolute(year), season, offset: nil)
    default: self
    }
  }
}
