internal import Documents
internal import Lexicon
internal import PolicyModel

/// Walks over the tokens of a text and makes measures of what the grammar finds.
struct MeasureReader {
  let parser: ExpressionParser

  /// All measures, in order.
  func measures() -> [Measure] {
    var found: [Measure] = []
    var index = 0
    while index < parser.tokens.count {
      if isAddress(index) {
        index = endOfRun(index)
      } else if let end = telephone(index) {
        index = end
      } else if mayStart(index), let read = measure(at: index) {
        found.append(read.measure)
        index = read.end
      } else {
        index = parser.tokens[index].kind == .digits ? endOfRun(index) : index + 1
      }
    }
    return found
  }

  /// "https://…", "www.…", "name@…".
  private func isAddress(_ index: Int) -> Bool {
    guard parser.tokens[index].kind == .word, parser.isGlued(index + 1) else { return false }
    if parser.isSymbol(index + 1, ":") { return parser.isSymbol(index + 2, "/") && parser.isSymbol(index + 3, "/") }
    return parser.isSymbol(index + 1, "@") && parser.isGlued(index + 2)
  }

  /// "020 7946 0018", "+44 20 7946 0018": the index behind a telephone number.
  private func telephone(_ index: Int) -> Int? {
    if let end = bracketedTelephone(index) { return end }
    let hasPlus = parser.isSymbol(index, "+") && parser.isGlued(index + 1)
    let first = hasPlus ? index + 1 : index
    let token = parser.token(first)
    guard token.kind == .digits, hasPlus || token.count >= 3 && parser.hasLeadingZero(first) else { return nil }
    var next = first + 1
    while next - first < 12, parser.token(next).gap != .line,
      parser.token(next).kind == .digits || parser.isDash(next) && parser.isGlued(next)
        || parser.isSymbol(next, "(") || parser.isSymbol(next, ")")
    {
      next += 1
    }
    return next - first >= 3 ? next : nil
  }

  /// "(202) 456-1111".
  private func bracketedTelephone(_ index: Int) -> Int? {
    func isNumber(_ place: Int, ofDigits count: Int) -> Bool {
      parser.token(place).kind == .digits && parser.token(place).count == count
    }
    guard parser.isSymbol(index, "("), parser.isSymbol(index + 2, ")"), parser.isDash(index + 4),
      isNumber(index + 1, ofDigits: 3), isNumber(index + 3, ofDigits: 3), isNumber(index + 5, ofDigits: 4)
    else { return nil }
    return index + 6
  }

  /// The index of the next token that a blank or bracket parts from its neighbour; a figure that is part of a code
  /// takes the rest of the code with it.
  private func endOfRun(_ index: Int) -> Int {
    var next = index + 1
    while next < parser.tokens.count, parser.isGlued(next), parser.tokens[next].payload != 0x2014 { next += 1 }
    return next
  }

  /// How many words may stand between an opening word and the figure or name that it opens ("less than or equal to 100").
  private static let reach = 6

  private func mayStart(_ index: Int) -> Bool {
    let token = parser.tokens[index]
    switch token.kind {
    case .digits: return true
    case .boundary: return false
    case .symbol: return mayStartWithSymbol(index)
    case .word:
      if !token.roles.isDisjoint(with: [.calendar, .number]) { return true }
      return !token.roles.isEmpty && (opensCore(index) || parser.isFunction(index + 1, .date))
    }
  }

  /// Signs and fractions may start an expression; other symbols ("'90s", ".5", "-€5") only glued to one that may.
  private func mayStartWithSymbol(_ index: Int) -> Bool {
    if !parser.tokens[index].roles.isEmpty || parser.vulgarFraction(index) != nil { return true }
    let next = parser.token(index + 1)
    return next.gap == .none && !next.roles.isDisjoint(with: [.number, .sign])
  }

  /// Whether a figure or a name of the calendar follows an opening word, with only words of the lexicon between.
  private func opensCore(_ index: Int) -> Bool {
    for ahead in 1...Self.reach {
      let next = parser.token(index + ahead)
      if !next.roles.isDisjoint(with: [.calendar, .number]) { return true }
      switch next.kind {
      case .symbol: if next.payload >= 0x80 { return true }
      case .word: if next.word == 0 { return false }
      case .digits, .boundary: return false
      }
    }
    return false
  }

  /// The longest expression at a token; of two as long, the date.
  private func measure(at index: Int) -> (measure: Measure, end: Int)? {
    let token = parser.tokens[index]
    // A word of the calendar alone begins no figure.
    let mayBeFigure = token.kind != .word || !token.roles.isDisjoint(with: [.number, .sign, .comparator, .opener])
    let date = parser.calendarExpression(at: index)
    let figure = mayBeFigure ? parser.boundedFigure(at: index) : nil
    let length = mayBeFigure ? boundedLength(at: index) : nil
    let dateEnd = date?.end ?? 0
    let figureEnd = figure.map { max($0.figure.end, $0.comparatorTokens?.upperBound ?? 0) } ?? 0
    let lengthEnd = length?.end ?? 0
    if let date, dateEnd >= figureEnd, dateEnd >= lengthEnd, let read = self.date(date, from: index) { return read }
    if let length, lengthEnd >= figureEnd, let read = duration(length) { return read }
    if let figure, figureEnd >= dateEnd || dateEnd == 0 { return self.figure(figure) }
    return token.kind == .digits || parser.word(index).number != nil || parser.word(index).roman != nil
      ? rank(at: index) : nil
  }

  func range(_ tokens: Range<Int>) -> ByteRange {
    ByteRange(Int(parser.token(tokens.lowerBound).start), Int(parser.token(tokens.upperBound - 1).end))
  }

  // MARK: Dates

  private func date(_ read: CalendarRead, from start: Int) -> (measure: Measure, end: Int)? {
    let resolver = CalendarResolver(
      context: parser.context, fiscalYears: parser.lexicon.fiscalYears,
      tense: parser.tense(before: start, after: read.end))
    var resolved: ResolvedDate
    do throws(CalendarResolver.Failure) {
      let interval = try resolver.interval(read.expression)
      resolved = ResolvedDate(
        first: interval.first.flatMap { CalendarDate(dayNumber: $0) },
        last: interval.last.flatMap { CalendarDate(dayNumber: $0) }, precision: interval.precision,
        basis: interval.isRelative ? .relative : .absolute)
      resolved.clue = interval.clue
      if case .day = read.expression, let other = parser.otherOrder(of: start..<read.end) {
        resolved.alternative = other
        resolved.clue = parser.context.country == nil ? .usual : .country
      }
    } catch {
      guard error == .noReferenceDate else { return nil }
      resolved = ResolvedDate(first: nil, last: nil, precision: read.expression.precision, basis: .unresolved)
    }
    return (Measure(range: range(start..<read.end), value: .date(resolved)), read.end)
  }

  // MARK: Lengths of time

  private struct BoundedLength {
    var length: Length
    var start: Int
    var end: Int
    var comparator = Comparator.equal
    var comparatorTokens: Range<Int>?
  }

  private func boundedLength(at start: Int) -> BoundedLength? {
    if let phrase = parser.comparatorPhrase(at: start),
      phrase.payload.leads, let read = parser.length(at: phrase.end)
    {
      // "Over three years" is how long something is spread, "for over three years" a bound.
      let isSpan = parser.isFunction(start, .over) && phrase.end == start + 1
      guard !isSpan || parser.isFunction(start - 1, .for, .of, .by, .after, .within) else { return nil }
      let isVague = phrase.payload.comparator == .approximately
      // "Almost two years ago" is a date, and "lower than a year earlier" bounds no length.
      let isDated = parser.word(read.end).direction != nil
      guard !isDated || !isVague && !parser.isFunction(phrase.end - 1, .than) else { return nil }
      return BoundedLength(
        length: read.length, start: isVague ? phrase.end : start, end: read.end,
        comparator: phrase.payload.comparator, comparatorTokens: start..<phrase.end)
    }
    guard let read = parser.length(at: start), read.end > start + 2 || !isRate(start) else { return nil }
    var bounded = BoundedLength(length: read.length, start: start, end: read.end)
    if let phrase = parser.comparatorPhrase(at: read.end),
      !phrase.payload.leads
    {
      bounded.comparator = phrase.payload.comparator
      bounded.comparatorTokens = read.end..<phrase.end
      bounded.end = phrase.end
    }
    if read.length.isVague { bounded.comparator = .approximately }
    return bounded
  }

  /// "A year" is a length behind "for" or "within", a rate behind most other words.
  private func isRate(_ start: Int) -> Bool {
    guard parser.isFunction(start, .a, .an), parser.timeUnit(start + 1) != nil else { return false }
    let before = parser.word(start - 1)
    return !before.context.contains(.lasting) && !before.startsComparator
  }

  private func duration(_ length: BoundedLength) -> (measure: Measure, end: Int)? {
    guard let iso = length.length.iso8601 else { return nil }
    var measure = Measure(
      range: range(length.start..<length.end), value: .duration(iso), comparator: length.comparator,
      comparatorRange: length.comparatorTokens.map(range))
    measure.anchorRange = anchor(behind: length).map(range)
    return (measure, length.end)
  }

  /// The event that a length counts from: "entry into force" in "within three months of entry into force".
  private func anchor(behind length: BoundedLength) -> Range<Int>? {
    let preposition = length.end
    let isOfBehindWithin =
      parser.isFunction(preposition, .of) && (1...3).contains { parser.isFunction(length.start - $0, .within, .inside) }
    guard isOfBehindWithin || parser.isFunction(preposition, .after, .before, .following, .from) else { return nil }
    let start = parser.skipThe(preposition + 1)
    var end = start
    while end - start < Self.longestAnchor, parser.token(end).kind == .word, parser.token(end).gap != .line,
      !parser.isFunction(end, .and, .or, .by), parser.word(end).context.isDisjoint(with: [.future, .past]),
      parser.token(end).roles.isDisjoint(with: [.calendar, .number])
    {
      end += 1
    }
    return end > start ? start..<end : nil
  }

  /// How many words of the event are kept.
  private static let longestAnchor = 8

  // MARK: Ordinals

  private func rank(at index: Int) -> (measure: Measure, end: Int)? {
    guard let ordinal = parser.ordinal(at: index),
      parser.token(index).kind == .digits || !parser.isDash(index - 1) || !parser.isGlued(index)
    else {
      return nil
    }
    return (Measure(range: range(index..<ordinal.end), value: .ordinal(ExactDecimal(ordinal.value))), ordinal.end)
  }
}

extension CalendarExpression {
  /// The grain of an expression that stays unresolved.
  var precision: DatePrecision {
    switch self {
    case .day, .weekday, .dayWord, .shifted, .nthWeekday, .weekdayOf, .dayOf: .day
    case .month, .unit(_, .month): .month
    case .quarter, .unit(_, .quarter): .quarter
    case .half, .unit(_, .half): .half
    case .season: .season
    case .week, .weekOf, .unit(_, .week): .week
    case .year, .fiscalYear, .relativeFiscalYear, .unit(_, .year): .year
    case .unit(_, .decade): .decade
    case .unit(_, .century): .century
    case .fixedYears(_, _, let precision): precision
    case .part(_, let period): period.precision
    case .unit, .window, .nth, .ending, .range, .bounded, .weekendOf, .nearWeekend: .range
    }
  }
}
