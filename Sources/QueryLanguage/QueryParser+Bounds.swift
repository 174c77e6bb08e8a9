internal import Documents
internal import PolicyModel

/// The parts that hold a row's date, deadline or figure against a value.
extension QueryParser {
  // MARK: Dates

  /// A period without a preposition: "arrests 2025", "last year".
  mutating func readBarePeriod() -> Bool {
    guard let found = period(at: position), found.count > 1 || value(.month, at: position) == nil else { return false }
    return readPeriodFilter(from: position)
  }

  mutating func readPeriodFilter(from start: Int) -> Bool {
    guard let found = period(at: position) else { return false }
    position += found.count
    var whole = found.period
    draft.periods.append(whole)
    // "In 2024 and 2025" is both years; two that do not touch are two questions.
    while position + 1 < tokens.count, ["and", "or", "to"].contains(tokens[position].folded),
      let next = period(at: position + 1)
    {
      let end = position + 1 + next.count
      draft.periods.append(next.period)
      if draft.isComparison || tokens[position].folded == "to" || whole.end?.adding(days: 1) == next.period.start {
        whole.end = next.period.end
      } else {
        report(
          "two-periods", "“\(text(start..<end))” is no one period", at: start..<end,
          hint: "ask twice, or say “between” the first and the last")
      }
      position = end
    }
    add(.period(whole), from: start..<position)
    return true
  }

  /// `within 6 months`: so many spans back from today; of deadlines, on from today.
  mutating func readSpan(isAhead: Bool) -> Period? {
    guard let number = wholeNumber(at: position), let span = value(.span, at: position + number.count),
      let found = counted(number.value, span.value, isAhead: isAhead)
    else { return nil }
    position += number.count + span.count
    return found
  }

  /// `within 6 months`.
  mutating func readWithin(from start: Int) -> Bool {
    guard let period = readSpan(isAhead: false) else { return false }
    add(.period(period), from: start..<position)
    return true
  }

  mutating func readBoundedPeriod(_ clause: Clause, from start: Int) -> Bool {
    guard let found = period(at: position) else {
      guard clause != .until, position < tokens.count else { return false }
      let end = endOfUnread(from: position)
      report(
        "no-date", "“\(text(position..<end))” is no date that can be looked up", at: position..<end,
        hint: "say a day, month or year, such as “\(today)”, “March 2025” or “2024”")
      position = end
      return true
    }
    position += found.count
    let period =
      switch clause {
      case .since: Period(start: found.period.start, end: nil)
      case .before: Period(start: nil, end: found.period.start?.adding(days: -1))
      case .after: Period(start: found.period.end?.adding(days: 1), end: nil)
      case .until: Period(start: nil, end: found.period.end)
      default: found.period
      }
    add(.period(period), from: start..<position)
    return true
  }

  /// The words up to the next part, at least one.
  private func endOfUnread(from start: Int) -> Int {
    var end = start + 1
    while end < tokens.count, value(.clause, at: end) == nil, period(at: end) == nil { end += 1 }
    return end
  }

  /// `between March and June 2025`.
  mutating func readPeriodRange(from start: Int) -> Bool {
    guard let found = periodPair(at: position, between: ["and", "to"]) else { return false }
    position += found.count
    add(.period(found.period), from: start..<position)
    return true
  }

  /// `from March to June 2025`, `from 2024`.
  mutating func readRangeOrStart(from start: Int) -> Bool {
    if let range = periodPair(at: position, between: ["to", "until", "till", "through"]) {
      position += range.count
      add(.period(range.period), from: start..<position)
      return true
    }
    return period(at: position) != nil && readBoundedPeriod(.since, from: start)
  }

  /// `up to 2025`: a year or day, where no figure is meant.
  mutating func readUntilYear(from start: Int) -> Bool {
    guard let date = period(at: position), date.count >= figure(at: position)?.count ?? 0 else { return false }
    return readBoundedPeriod(.until, from: start)
  }

  /// `of 2025`, where no figure is meant.
  mutating func readPeriodOf(from start: Int) -> Bool {
    guard let date = period(at: position), date.count >= figure(at: position)?.count ?? 0 else { return false }
    return readPeriodFilter(from: start)
  }

  /// `on 03/04/2025`: digits that are no date, as day and month might change places.
  mutating func readNoDate() -> Bool {
    guard position < tokens.count, !tokens[position].isQuoted, tokens[position].folded.first?.isNumber == true else {
      return false
    }
    return readBoundedPeriod(.during, from: position)
  }

  // MARK: Deadlines

  /// `targets for 2030`: due then.
  mutating func readTargetDate(from start: Int) -> Bool {
    guard tokens[start].folded == "for", let found = period(at: position),
      draft.kinds.contains(where: {
        $0.choices.contains { $0.subject == .commitments && $0.kind.description == "target" }
      })
    else { return false }
    position += found.count
    add(.due(found.period), from: start..<position)
    return true
  }

  /// `commitments by 2030`: due up to its end.
  mutating func readDeadline(from start: Int) -> Bool {
    guard let found = period(at: position) else { return false }
    position += found.count
    add(.due(Period(start: nil, end: found.period.end)), from: start..<position)
    return true
  }

  mutating func readDue(isOver: Bool, from start: Int) -> Bool {
    if isOver {
      add(.overdue(today), from: start..<position)
    } else if !readDueDate(from: start) {
      add(.has(.deadline, true), from: start..<position)
    }
    return true
  }

  /// The date behind "due" or "deadline": `in 2026`, `by June`, `before 2027`, `next year`.
  mutating func readDueDate(from start: Int) -> Bool {
    var index = position
    let clause = value(.clause, at: index)
    if let clause { index += clause.count }
    if clause?.value == "within" {
      let before = position
      position = index
      if let period = readSpan(isAhead: true) {
        add(.due(period), from: start..<position)
        return true
      }
      position = before
    }
    if clause?.value == "between" || clause?.value == "origin",
      let pair = periodPair(at: index, between: ["and", "to", "until", "till", "through"])
    {
      position = index + pair.count
      add(.due(pair.period), from: start..<position)
      return true
    }
    guard index < tokens.count, let found = period(at: index) else { return false }
    let period: Period
    switch clause?.value {
    case nil, "place", "within", "on", "during", "recipient": period = found.period
    case "by", "until", "atMost": period = Period(start: nil, end: found.period.end)
    case "before": period = Period(start: nil, end: found.period.start?.adding(days: -1))
    case "after": period = Period(start: found.period.end?.adding(days: 1), end: nil)
    case "since", "origin": period = Period(start: found.period.start, end: nil)
    default: return false
    }
    position = index + found.count
    add(.due(period), from: start..<position)
    return true
  }

  // MARK: Figures

  /// Money without a preposition: "commitments of £30m".
  mutating func readBareFigure() -> Bool {
    guard let found = figure(at: position), case .money = found.unit else { return false }
    return readBound(.equal, from: position)
  }

  mutating func readBound(_ comparator: Comparator, from start: Int) -> Bool {
    guard let found = figure(at: position) else { return false }
    position += found.count
    var comparator = comparator == .equal && found.isLeast ? .greaterOrEqual : comparator
    if comparator == .equal, let clause = value(.clause, at: position), let bound = Self.openBounds[clause.value] {
      comparator = bound
      position += clause.count
    }
    add(.figure(FigureBound(comparator, found.value, unit: found.unit)), from: start..<position)
    return true
  }

  /// `about £30m`, `about 100 people`: a figure that is money or counts something; "about 2" may be anything.
  mutating func readAroundFigure(from start: Int) -> Bool {
    guard let found = figure(at: position), found.unit != .unsaid, period(at: position) == nil else { return false }
    return readBound(.approximately, from: start)
  }

  /// `£1m or more`, `100 people or fewer`.
  private static let openBounds: [String: Comparator] = ["orMore": .greaterOrEqual, "orLess": .lessOrEqual]

  /// `in percent`: figures that count it.
  mutating func readUnitFilter(from start: Int) -> Bool {
    guard let found = value(.unit, at: position) else { return false }
    position += found.count
    add(.figure(FigureBound(.greaterOrEqual, .zero, unit: .noun(found.value))), from: start..<position)
    return true
  }

  /// `between £1m and £5m`, `between 100 and 200 people`.
  mutating func readFigureRange(from start: Int) -> Bool {
    guard !draft.isDenied, let low = figure(at: position), position + low.count < tokens.count,
      value(.clause, at: position + low.count)?.value == "and" || tokens[position + low.count].folded == "to",
      let high = figure(at: position + low.count + 1)
    else { return false }
    position += low.count + 1 + high.count
    let unit = low.unit == .unsaid ? high.unit : low.unit
    let words = start..<position
    add(.figure(FigureBound(.greaterOrEqual, min(low.value, high.value), unit: unit)), from: words)
    add(.figure(FigureBound(.lessOrEqual, max(low.value, high.value), unit: unit)), from: words)
    return true
  }

  mutating func readCurrencyFilter(from start: Int) -> Bool {
    guard let found = currencyCode(at: position) else { return false }
    position += found.count
    add(.currency(found.code), from: start..<position)
    return true
  }
}
