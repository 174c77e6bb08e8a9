internal import Documents
internal import Lexicon
internal import PolicyModel

extension MeasureReader {
  /// The measure of a figure with its bounds and rate.
  func figure(_ bounded: BoundedFigure) -> (measure: Measure, end: Int)? {
    let figure = bounded.figure
    let end = max(figure.end, bounded.comparatorTokens?.upperBound ?? 0)
    guard let (value, basis) = value(of: bounded) else { return nil }
    var measure = Measure(range: range(figure.start..<figure.end), value: value, comparator: bounded.comparator)
    measure.comparatorRange = bounded.comparatorTokens.map(range)
    measure.currencyBasis = basis
    if case .number = value, let words = measure.comparatorRange, bounded.comparator != .approximately {
      measure.range = measure.range.union(words)
    }
    if bounded.upper != nil { measure.comparator = .equal }
    guard let rate = rate(behind: end) else { return (measure, end) }
    measure.rateRange = range(rate)
    return (measure, rate.upperBound)
  }

  private func value(of bounded: BoundedFigure) -> (MeasureValue, CurrencyBasis?)? {
    let figure = bounded.figure
    let high = bounded.upper?.low.value ?? figure.high?.value
    switch figure.kind {
    case .plain: return (.number(amount(figure.low.value, high)), nil)
    case .percent(let unit): return (.percent(amount(figure.low.value, high), unit), nil)
    case .age(let unit): return (.age(amount(figure.low.value, high), unit), nil)
    case .time(let unit): return high.map { (.quantity(.range(low: figure.low.value, high: $0), unit: "\(unit)"), nil) }
    case .unit(let index):
      return (.quantity(amount(figure.low.value, high), unit: parser.lexicon.units.all[index].name), nil)
    case .money(let name):
      let resolved = parser.lexicon.currencies.resolve(name.meaning, country: parser.context.country)
      let factor = ExactDecimal(mantissa: 1, exponent: name.isMinor ? -2 : 0) ?? .zero
      guard let low = figure.low.value.multiplied(by: factor)?.adding(figure.minor ?? .zero) else { return nil }
      let basis: CurrencyBasis =
        resolved.stated ? .stated : resolved.code == nil ? .open : parser.context.country == nil ? .usual : .country
      return (.money(amount(low, high.flatMap { $0.multiplied(by: factor) }), resolved.code), basis)
    }
  }

  private func amount(_ low: ExactDecimal, _ high: ExactDecimal?) -> Amount {
    high.map { .range(low: low, high: $0) } ?? .exact(low)
  }

  /// "A year", "per tonne", "an hour", "each month", "/year" behind a figure.
  private func rate(behind end: Int) -> Range<Int>? {
    guard parser.token(end).gap != .line else { return nil }
    let isEarlier = parser.word(end + 2).direction != nil || parser.isFunction(end + 2, .before)
    if !isEarlier, parser.isFunction(end, .a, .an, .each, .every), parser.timeUnit(end + 1) != nil || isShare(end + 1) {
      return end..<end + 2
    }
    if parser.isFunction(end, .per), parser.token(end + 1).kind == .word { return end..<end + 2 }
    if parser.isSymbol(end, "/"), let unit = parser.unitSymbol(at: end + 1) {
      return end..<unit.end
    }
    if parser.isSymbol(end, "/"), parser.token(end + 1).kind == .word,
      parser.timeUnit(end + 1) != nil || parser.word(end + 1).startsUnit
    {
      return end..<end + 2
    }
    return nil
  }

  private func isShare(_ index: Int) -> Bool { parser.word(index).startsUnit }
}
