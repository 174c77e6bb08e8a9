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

  // MARK: Ranges and bounds

  /// "Since", "after", "before", "until".
  func bounded(_ bound: CalendarExpression.Bound, _ inner: CalendarExpression) throws(Failure) -> DayInterval {
    var resolver = self
    switch bound {
    case .since: resolver.tense = tense == .future ? .future : .past
    // "They gave it until June": a past verb does not put the end behind.
    case .until: resolver.tense = tense == .past ? .unknown : .future
    default: break
    }
    let interval = try resolver.interval(inner)
    let edge = try resolver.edge(of: inner)
    switch bound {
    case .since: return DayInterval(edge ?? interval.first, nil, .range, isRelative: interval.isRelative)
    case .after:
      let first = edge ?? interval.last.map { $0 + 1 }
      return DayInterval(first, nil, .range, isRelative: interval.isRelative)
    case .before:
      let last = (edge ?? interval.first).map { $0 - 1 }
      return DayInterval(nil, last, .range, isRelative: interval.isRelative)
    case .until, .within:
      return DayInterval(nil, edge.map { $0 - 1 } ?? interval.last, .range, isRelative: interval.isRelative)
    }
  }

  /// The beginning, middle or end of a period as a point: the first day behind it.
  private func edge(of expression: CalendarExpression) throws(Failure) -> Int? {
    guard case .part(let part, let period) = expression, part == .beginning || part == .middle || part == .end else {
      return nil
    }
    let whole = try interval(period)
    guard let first = whole.first, let last = whole.last else { return nil }
    switch part {
    case .beginning: return first
    case .end: return last + 1
    default: return first + (last - first + 1) / 2
    }
  }

  /// From the first day of one expression to the last of another; what one lacks the other gives.
  func range(_ first: CalendarExpression, _ last: CalendarExpression) throws(Failure) -> DayInterval {
    let (head, tail) = try completed(first, last)
    let start = try edge(of: first) ?? head.first
    let end = try edge(of: last).map { $0 - 1 } ?? tail.last
    guard let start, let end, start <= end else { throw .impossible }
    return DayInterval(start, end, .range, isRelative: head.isRelative || tail.isRelative)
  }

  private func completed(
    _ first: CalendarExpression, _ last: CalendarExpression
  ) throws(Failure) -> (DayInterval, DayInterval) {
    if case .day(let year, nil, let day, _) = last,
      case .day(let firstYear, let month?, let firstDay, let weekday) = first
    {
      let head = try interval(.day(firstYear ?? year, month: month, day: firstDay, weekday: weekday))
      guard let from = head.first.flatMap({ CalendarDate(dayNumber: $0) }),
        let same = CalendarDate(year: from.year, month: from.month, day: 1),
        let base = day > from.day ? same : same.adding(months: 1),
        let to = CalendarDate(year: base.year, month: base.month, day: day)
      else { throw .impossible }
      return (head, DayInterval(to, isRelative: head.isRelative))
    }
    if case .weekday(let weekday, .tense) = last {
      let head = try interval(first)
      guard let from = head.first.flatMap({ CalendarDate(dayNumber: $0) }) else { throw .impossible }
      return (
        head,
        DayInterval(
          from.dayNumber + (weekday - from.weekday + 7) % 7, from.dayNumber + (weekday - from.weekday + 7) % 7, .day,
          isRelative: true)
      )
    }
    if first.lacksYear, !last.lacksYear {
      let tail = try interval(last)
      return (try latest(first, before: tail), tail)
    }
    if last.lacksYear {
      if first.lacksYear {
        let tail = try interval(last)
        return (try latest(first, before: tail), tail)
      }
      let head = try interval(first)
      return (head, try earliest(last, after: head))
    }
    return (try interval(first), try interval(last))
  }

  private func latest(_ expression: CalendarExpression, before tail: DayInterval) throws(Failure) -> DayInterval {
    guard let end = tail.last, let year = CalendarDate(dayNumber: end)?.year else { throw .impossible }
    for year in [year, year - 1] {
      let head = try interval(expression.inYear(year))
      if let start = head.first, start <= end { return tail.isRelative ? head.relative : head }
    }
    throw .impossible
  }

  private func earliest(_ expression: CalendarExpression, after head: DayInterval) throws(Failure) -> DayInterval {
    guard let start = head.first, let year = CalendarDate(dayNumber: start)?.year else { throw .impossible }
    for year in [year, year + 1] {
      let tail = try interval(expression.inYear(year))
      if let end = tail.last, end >= start { return head.isRelative ? tail.relative : tail }
    }
    throw .impossible
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
