internal import Lexicon
internal import PolicyModel

/// A figure or range of figures with its bounds.
struct BoundedFigure {
  var figure: Figure
  var comparator: Comparator = .equal
  /// The tokens of the comparator.
  var comparatorTokens: Range<Int>?
  /// The second bound of "above 10 and below 20".
  var upper: Figure?
}

extension ExpressionParser {
  /// A figure with comparators and ranges: "at least 750", "between £10m and £15m", "20–30", "65 or over".
  func boundedFigure(at start: Int) -> BoundedFigure? {
    if isFunction(start, .between, .from), let range = openedRange(at: start) { return BoundedFigure(figure: range) }
    if let bounded = leadingComparator(at: start) { return bounded }
    guard let figure = figureOrRange(at: start) else { return nil }
    return trailingComparator(behind: figure) ?? BoundedFigure(figure: figure)
  }

  // MARK: Comparators

  private func leadingComparator(at start: Int) -> BoundedFigure? {
    guard word(start).startsComparator, let phrase = comparatorPhrase(at: start), phrase.payload.leads,
      !isComparison(start, phrase.end), !isCitedPart(start)
    else { return nil }
    var index = phrase.end
    if isFunction(index, .the), token(index + 1).kind == .symbol { index += 1 }
    guard token(index).kind != .boundary, let figure = figureOrRange(at: index) else { return nil }
    if phrase.payload.comparator == .approximately, let bounded = trailingComparator(behind: figure) { return bounded }
    var bounded = BoundedFigure(
      figure: figure, comparator: phrase.payload.comparator, comparatorTokens: start..<phrase.end)
    guard bounded.comparator.isLower || bounded.comparator.isUpper else { return bounded }
    if let second = secondBound(behind: bounded) {
      bounded.upper = second.figure
      bounded.figure.end = second.figure.end
      if bounded.comparator.isUpper { swap(&bounded) }
    }
    return bounded
  }

  /// "50 cents less than", "5% below", "edged up to": what compares with another figure or tells a way, and bounds none.
  func isComparison(_ start: Int, _ end: Int) -> Bool {
    let before = start - 1
    if isFunction(start, .up), isFunction(start + 1, .to) { return word(before).context.contains(.drift) }
    guard isFunction(end - 1, .than) || end == start + 1, token(start).gap == .blank else { return false }
    if word(before).startsUnit, end == start + 1 { return true }
    if isSymbol(before, "%") || isFunction(before, .percent, .cent, .points, .point) { return true }
    guard isFunction(end - 1, .than) else { return false }
    // "In 2024 more than 5,000", "on May 5 fewer than 20": a date before it.
    let isDate = token(before).count == 4 || month(before - 1) != nil
    return token(before).kind == .digits && !isDate || word(before).startsCurrency
  }

  /// "Larger than 10 and smaller than 20": a bound on the other side that leaves something between them.
  private func secondBound(behind first: BoundedFigure) -> BoundedFigure? {
    let index = first.figure.end
    guard isFunction(index, .and), first.figure.high == nil, word(index + 1).startsComparator,
      let phrase = comparatorPhrase(at: index + 1), phrase.payload.leads,
      let figure = figureOrRange(at: phrase.end), figure.high == nil, figure.kind == first.figure.kind
    else { return nil }
    let second = BoundedFigure(figure: figure, comparator: phrase.payload.comparator)
    let isInterval = first.comparator.isLower && second.comparator.isUpper && first.figure.low.value < figure.low.value
    let isReversed = first.comparator.isUpper && second.comparator.isLower && figure.low.value < first.figure.low.value
    return isInterval || isReversed ? second : nil
  }

  private func swap(_ bounded: inout BoundedFigure) {
    guard let upper = bounded.upper else { return }
    let low = upper.low
    bounded.upper = Figure(bounded.figure.low, kind: bounded.figure.kind)
    bounded.figure.low = low
  }

  private func trailingComparator(behind figure: Figure) -> BoundedFigure? {
    if isSymbol(figure.end - 1, "+"), isGlued(figure.end - 1) {
      return BoundedFigure(figure: figure, comparator: .greaterOrEqual, comparatorTokens: figure.end - 1..<figure.end)
    }
    if isDash(figure.end), isGlued(figure.end), isFunction(figure.end + 1, .plus) {
      return BoundedFigure(figure: figure, comparator: .greaterOrEqual, comparatorTokens: figure.end..<figure.end + 2)
    }
    guard word(figure.end).startsComparator, let phrase = comparatorPhrase(at: figure.end),
      !phrase.payload.leads, token(figure.end).gap != .line,
      !isFunction(figure.end, .plus) || token(phrase.end).kind == .boundary || token(phrase.end).word == 0
    else { return nil }
    return BoundedFigure(
      figure: figure, comparator: phrase.payload.comparator, comparatorTokens: figure.end..<phrase.end)
  }

  // MARK: Ranges

  /// "Between A and B", "from A to B" where one thing is meant, not a change from A to B.
  private func openedRange(at start: Int) -> Figure? {
    let isBetween = isFunction(start, .between)
    // "Between the ages of 16 and 64".
    let isOfAges = isFunction(start + 1, .the) && isFunction(start + 2, .ages) && isFunction(start + 3, .of)
    guard let first = singleFigure(at: isOfAges ? start + 4 : start + 1) else { return nil }
    let index = first.end
    let isJoint =
      isBetween ? isFunction(index, .and) || isDash(index) : isFunction(index, .to, .through) || isDash(index)
    guard isJoint, let second = singleFigure(at: index + 1), var range = joined(first, second) else { return nil }
    if case .age = first.kind {
      range.start = start
      return range
    }
    if !isBetween, first.kind == second.kind, first.kind != .plain || isChange(before: start) { return nil }
    range.start = start
    return range
  }

  /// Whether a verb or noun of change stands shortly before.
  private func isChange(before index: Int) -> Bool {
    (1...6).contains { word(index - $0).context.contains(.change) }
  }

  /// One figure, or two with a dash or "to" between them.
  func figureOrRange(at start: Int) -> Figure? {
    guard let first = singleFigure(at: start) else { return nil }
    let index = first.end
    guard token(index).gap != .line else { return first }
    if isTallyDash(index) { return first }
    if isDash(index) || isSymbol(index, "~") {
      let isEven = (token(index).gap == .none) == (token(index + 1).gap == .none)
      guard isEven, let second = singleFigureBehindDash(at: index + 1), var range = joined(first, second),
        !(isDash(range.end) && isGlued(range.end) && isGlued(range.end + 1) && token(range.end + 1).kind == .digits)
      else { return isPhone(first) ? nil : first }
      range.start = start
      return range
    }
    guard isFunction(index, .to, .through, .thru), !isFunction(start - 1, .from),
      let second = singleFigure(at: index + 1),
      !isTally(start, second.end), !isChangeAndLevel(first, second, at: start), !isYear(first, before: second),
      !(second.kind != .plain && word(start - 1).context.contains(.change)),
      !(first.low.form == .digits && second.low.form == .words && first.kind == .plain && second.kind == .plain),
      let range = joined(first, second)
    else { return first }
    return range
  }

  /// "By 1 percent to 12 percent", "by 39,000 to 4.8 million": how much something changed and to what, where "by 5 to 10
  /// percent" is a range.
  private func isChangeAndLevel(_ first: Figure, _ second: Figure, at start: Int) -> Bool {
    guard isFunction(start - 1, .by) else { return false }
    if first.kind != .plain { return true }
    // A figure with its thousands written out does not share the scale behind the other.
    return first.low.isGrouped && first.low.scale == nil && second.low.scale != nil
  }

  /// "From 27 million tons in 1960 to 84 million tons": a year before the level that was reached.
  private func isYear(_ first: Figure, before second: Figure) -> Bool {
    guard isFunction(first.start - 1, .in), first.kind == .plain, first.end == first.start + 1 else { return false }
    return token(first.start).kind == .digits && token(first.start).count == 4
      && (second.low.scale != nil || second.kind != .plain)
  }

  private func singleFigureBehindDash(at index: Int) -> Figure? {
    guard isGlued(index) else { return singleFigure(at: index) }
    var copy = self
    copy.rangeDash = index
    return copy.singleFigure(at: index)
  }

  /// A second hyphen with figures behind makes a number of a telephone or a code.
  private func isPhone(_ first: Figure) -> Bool {
    isDash(first.end) && token(first.end).payload == 0x2D && isGlued(first.end) && isGlued(first.end + 1)
      && token(first.end + 1).kind == .digits && first.kind == .plain
  }

  /// The hyphen of "51-49" in a vote or score.
  func isTallyDash(_ index: Int) -> Bool {
    guard isDash(index), isGlued(index), isGlued(index + 1), token(index - 1).kind == .digits,
      token(index + 1).kind == .digits, token(index - 1).count <= 3, token(index + 1).count <= 3,
      !isGlued(index + 2) || isClosing(index + 2) && !isDash(index + 2)
    else { return false }
    // "The 50-50 split" is no count.
    guard !isFunction(index - 2, .a, .an, .the) else { return false }
    return (2...7).contains { word(index - $0).context.contains(.tally) }
  }

  private func isTally(_ start: Int, _ end: Int) -> Bool {
    (1...6).contains { word(start - $0).context.contains(.tally) }
  }

  /// Two figures as a range: of one kind, or the first plain and of the kind and scale of the second.
  private func joined(_ first: Figure, _ second: Figure) -> Figure? {
    guard first.high == nil, second.minor == nil, first.minor == nil else { return nil }
    var range = first
    range.high = second.low
    range.end = second.end
    if first.kind == .plain { range.kind = second.kind }
    var isSame = first.kind == second.kind || first.kind == .plain
    if case .money = first.kind, second.kind == .plain, first.start < first.low.start { isSame = true }
    if case .age = first.kind, second.kind == .plain { isSame = true }
    if case .money(let a) = first.kind, case .money(let b) = second.kind, a.meaning == b.meaning { isSame = true }
    guard isSame else { return nil }
    if first.low.scale == nil, let scale = second.low.scale, let bare = second.low.value.divided(by: scale),
      first.low.value < bare, let scaled = first.low.value.multiplied(by: scale)
    {
      range.low.value = scaled
    }
    guard let high = range.high, range.low.value < high.value else { return nil }
    return range
  }
}

extension Comparator {
  /// Whether it bounds from below.
  var isLower: Bool { self == .greater || self == .greaterOrEqual }
  /// Whether it bounds from above.
  var isUpper: Bool { self == .less || self == .lessOrEqual }
}
