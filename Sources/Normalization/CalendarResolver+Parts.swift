internal import Documents
internal import Lexicon
internal import PolicyModel

extension CalendarResolver {
  // MARK: From the document's day

  /// "Last month", "the past 12 months", "today", "three days ago".
  func relative(_ expression: CalendarExpression) throws(Failure) -> DayInterval {
    switch expression {
    case .unit(let offset, let unit): return try self.unit(offset, unit).relative
    case .window(let length, let sign): return try window(length, sign).relative
    case .dayWord(let offset):
      let day = try reference().dayNumber + offset
      return DayInterval(day, day, .day, isRelative: true)
    case .nearWeekend:
      // "Over the weekend they met", said on a Monday, is the one before.
      let isAhead = try unit(0, .weekend).first.map { $0 > context.referenceDate?.dayNumber ?? $0 } ?? false
      return try unit(tense == .past && isAhead ? -1 : 0, .weekend).relative
    case .shifted(let length, let sign, let base):
      var day = context.referenceDate
      var isRelative = true
      if let base {
        let interval = try self.interval(base)
        day = (sign < 0 ? interval.first : interval.last).flatMap { CalendarDate(dayNumber: $0) }
        isRelative = interval.isRelative
      }
      guard let day else { throw .noReferenceDate }
      guard let shifted = length.shifting(day, sign: sign) else { throw .impossible }
      return DayInterval(shifted.dayNumber, shifted.dayNumber, .day, isRelative: isRelative)
    default: throw .impossible
    }
  }

  private func unit(_ offset: Int, _ unit: TimeUnit) throws(Failure) -> DayInterval {
    let today = try reference()
    let month = today.year * 12 + today.month - 1
    switch unit {
    case .day: return DayInterval(today.dayNumber + offset, today.dayNumber + offset, .day)
    case .week:
      let monday = today.dayNumber - (today.weekday - 1) + offset * 7
      return DayInterval(monday, monday + 6, .week)
    case .weekend:
      let saturday = today.dayNumber - (today.weekday - 1) + offset * 7 + 5
      return DayInterval(saturday, saturday + 1, .range)
    case .month: return try DayInterval(monthIndex: month + offset, count: 1, .month).orThrow()
    case .quarter:
      return try DayInterval(monthIndex: (month / 3 + offset) * 3, count: 3, .quarter).orThrow()
    case .half: return try DayInterval(monthIndex: (month / 6 + offset) * 6, count: 6, .half).orThrow()
    case .year: return try DayInterval(year: today.year + offset).orThrow()
    case .decade: return try DayInterval(year: (today.year / 10 + offset) * 10, count: 10, .decade).orThrow()
    case .century: return try DayInterval(year: (today.year / 100 + offset) * 100, count: 100, .century).orThrow()
    default: throw .impossible
    }
  }

  private func window(_ length: Length, _ sign: Int) throws(Failure) -> DayInterval {
    let today = try reference()
    if length.coarsest == .quarter, length.parts.count == 1, let count = length.parts[0].count.integer, count < 1_000 {
      let quarter = (today.year * 12 + today.month - 1) / 3
      let first = sign < 0 ? quarter - count : quarter + 1
      return try DayInterval(monthIndex: first * 3, count: count * 3, .range).orThrow()
    }
    guard let far = length.shifting(today, sign: sign) else { throw .impossible }
    return sign < 0
      ? DayInterval(far.dayNumber, today.dayNumber - 1, .range) : DayInterval(today.dayNumber, far.dayNumber, .range)
  }

  // MARK: Parts of periods

  /// "The third week of", "the first Friday of", "early", "Tuesday of", "the 20th of", "the week of", "the year to".
  func part(_ expression: CalendarExpression) throws(Failure) -> DayInterval {
    switch expression {
    case .nth(let rank, let count, let unit, let period): return try nth(rank, count, unit, of: try interval(period))
    case .nthWeekday(let rank, let weekday, let period): return try nthWeekday(rank, weekday, of: try interval(period))
    case .part(let part, let period): return try self.part(part, of: period)
    case .weekdayOf(let weekday, let week):
      let week = try interval(week)
      guard let monday = week.first else { throw .impossible }
      return DayInterval(monday + weekday - 1, monday + weekday - 1, .day, isRelative: week.isRelative)
    case .dayOf(let day, let month):
      let month = try interval(month)
      guard let first = month.first, first + day - 1 <= month.last ?? first else { throw .impossible }
      return DayInterval(first + day - 1, first + day - 1, .day, isRelative: month.isRelative)
    case .weekOf(let day):
      let day = try interval(day)
      guard let date = day.first.flatMap({ CalendarDate(dayNumber: $0) }) else { throw .impossible }
      let monday = date.dayNumber - (date.weekday - 1)
      return DayInterval(monday, monday + 6, .week, isRelative: day.isRelative)
    case .weekendOf(let day):
      let week = try interval(.weekOf(day))
      return DayInterval(week.first.map { $0 + 5 }, week.last, .range, isRelative: week.isRelative)
    case .ending(let length, let end):
      let end = try interval(end)
      guard let last = end.last, let next = CalendarDate(dayNumber: last + 1),
        let first = length.shifting(next, sign: -1)
      else { throw .impossible }
      return DayInterval(first.dayNumber, last, .range, isRelative: end.isRelative)
    default: throw .impossible
    }
  }

  private func nth(_ rank: Int, _ count: Int, _ unit: TimeUnit, of period: DayInterval) throws(Failure) -> DayInterval {
    guard let first = period.first, let last = period.last, count < 1_000, abs(rank) < 1_000 else { throw .impossible }
    switch unit {
    case .day:
      let start = rank < 0 ? last - count + 1 : first + (rank - 1) * count
      return DayInterval(start, start + count - 1, count == 1 ? .day : .range, isRelative: period.isRelative)
    case .half where last - first < 60 && count == 1:
      let middle = first + (last - first + 1) / 2
      return rank == 1
        ? DayInterval(first, middle - 1, .range, isRelative: period.isRelative)
        : DayInterval(middle, last, .range, isRelative: period.isRelative)
    case .week, .weekend: return nthWeek(rank, count, first, last, period.isRelative, isWeekend: unit == .weekend)
    default:
      let size = count * Self.months(in: unit, ofDays: last - first + 1)
      guard let start = CalendarDate(dayNumber: first), let end = CalendarDate(dayNumber: last + 1),
        let from = rank < 0 ? end.adding(months: -size) : start.adding(months: (rank - 1) * size),
        let next = from.adding(months: size)
      else { throw .impossible }
      let precision: DatePrecision = count > 1 ? .range : unit == .month ? .month : unit == .quarter ? .quarter : .year
      return DayInterval(from.dayNumber, next.dayNumber - 1, precision, isRelative: period.isRelative)
    }
  }

  /// The months of a unit; a half is half of the period that it is of.
  private static func months(in unit: TimeUnit, ofDays days: Int) -> Int {
    switch unit {
    case .month: 1
    case .quarter: 3
    case .half: max(1, Int((Double(days) / 60.88).rounded()))
    case .decade: 120
    default: 12
    }
  }

  /// Weeks belong to the period that has their Thursday, as in ISO 8601.
  private func nthWeek(
    _ rank: Int, _ count: Int, _ first: Int, _ last: Int, _ isRelative: Bool, isWeekend: Bool
  ) -> DayInterval {
    // Day 0, 1970-01-01, was a Thursday.
    let thursday = first + ((-first) % 7 + 7) % 7
    let lastThursday = last - (last % 7 + 7) % 7
    let start = (rank < 0 ? lastThursday - (count - 1) * 7 : thursday + (rank - 1) * 7 * count) - 3
    if isWeekend { return DayInterval(start + 5, start + 6, .range, isRelative: isRelative) }
    return DayInterval(start, start + count * 7 - 1, count == 1 ? .week : .range, isRelative: isRelative)
  }

  private func nthWeekday(_ rank: Int, _ weekday: Int, of period: DayInterval) throws(Failure) -> DayInterval {
    guard let first = period.first, let last = period.last, let start = CalendarDate(dayNumber: first),
      let end = CalendarDate(dayNumber: last)
    else { throw .impossible }
    let day =
      rank < 0
      ? last - (end.weekday - weekday + 7) % 7 : first + (weekday - start.weekday + 7) % 7 + (rank - 1) * 7
    guard first...last ~= day else { throw .impossible }
    return DayInterval(day, day, .day, isRelative: period.isRelative)
  }

  /// The first, middle or last third of a period; "later this week" begins with the document's day.
  private func part(_ part: PeriodPart, of expression: CalendarExpression) throws(Failure) -> DayInterval {
    var resolver = self
    if part == .rest { resolver.tense = .future }
    var period = try resolver.interval(expression)
    guard let first = period.first, let last = period.last else { throw .impossible }
    if case .unit(0, _) = expression, part == .early || part == .late || part == .rest {
      let today = try reference().dayNumber
      return part == .early
        ? DayInterval(first, max(first, today), period.precision, isRelative: true)
        : DayInterval(today, max(today, last), period.precision, isRelative: true)
    }
    let third = (last - first + 1) / 3
    switch part {
    case .early, .beginning: period.last = first + max(third - 1, 0)
    case .middle: (period.first, period.last) = (first + third, last - third)
    case .late, .end: period.first = last - max(third - 1, 0)
    case .rest: period.first = max(first, try reference().dayNumber)
    }
    return period
  }
}
