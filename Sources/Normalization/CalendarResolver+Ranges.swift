internal import Documents
internal import Lexicon
internal import PolicyModel

extension CalendarResolver {
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
    let (first, last): (Int?, Int?) =
      switch bound {
      case .since: (edge ?? interval.first, nil)
      case .after: (edge ?? interval.last.map { $0 + 1 }, nil)
      case .before: (nil, (edge ?? interval.first).map { $0 - 1 })
      case .until, .within: (nil, edge.map { $0 - 1 } ?? interval.last)
      }
    return DayInterval(first, last, .range, isRelative: interval.isRelative).with(interval.clue)
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
    return DayInterval(start, end, .range, isRelative: head.isRelative || tail.isRelative).with(tail.clue ?? head.clue)
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
