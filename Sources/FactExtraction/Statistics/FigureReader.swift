internal import Documents
internal import LanguageAnalysis
internal import Normalization
internal import PolicyModel

/// Reads the measures of a document that are figures as candidates for statistics.
struct FigureReader {
  let reading: Reading

  private var ratios: RatioReader { RatioReader(reading: reading) }
  private var lost: LostPunctuation { LostPunctuation(reading: reading) }

  /// The candidates in text order.
  func candidates() -> [FigureCandidate] {
    var found: [FigureCandidate] = []
    var token = 0
    while token < reading.tokens.count {
      guard let measure = reading.measure(at: token) else {
        token += 1
        continue
      }
      var end = token + 1
      while end < reading.tokens.count, reading.measure(at: end) == measure { end += 1 }
      if let candidate = candidate(measure, token..<end).flatMap(lost.restored) {
        found.append(ratios.reading(candidate))
      }
      token = end
    }
    return found
  }

  private func candidate(_ index: Int, _ tokens: Range<Int>) -> FigureCandidate? {
    let measure = reading.measures[index]
    guard let (scale, amount, unit) = read(measure.value), let (figure, bound) = figure(amount) else { return nil }
    return FigureCandidate(
      measure: index, tokens: tokens, head: head(of: tokens), scale: scale, figure: figure,
      comparator: measure.comparator == .equal ? bound : measure.comparator, unit: unit)
  }

  private func read(_ value: MeasureValue) -> (FigureCandidate.Scale, Amount, unit: String?)? {
    switch value {
    case .number(let amount): (.count, amount, nil)
    case .percent(let amount, let unit): (.share, amount, Self.name(unit))
    case .money(let amount, let currency): (.money, amount, currency?.description)
    case .quantity(let amount, let unit): (.quantity, amount, unit)
    case .duration(let length): Self.single(length).map { (.duration, .exact($0), $1) }
    case .ordinal, .age, .date: nil
    }
  }

  private static func name(_ unit: PercentUnit) -> String {
    switch unit {
    case .percent: "percent"
    case .percentagePoint: "percentage point"
    case .basisPoint: "basis point"
    }
  }

  /// The number and unit of an ISO 8601 duration of one unit, such as `P3Y` or `PT20M`.
  private static func single(_ length: String) -> (ExactDecimal, unit: String)? {
    let isClock = length.hasPrefix("PT")
    let digits = length.dropFirst(isClock ? 2 : 1)
    guard let letter = digits.last, let value = ExactDecimal(digits.dropLast()) else { return nil }
    let units: [Character: String] =
      isClock ? ["H": "hour", "M": "minute", "S": "second"] : ["Y": "year", "M": "month", "W": "week", "D": "day"]
    return units[letter].map { (value, $0) }
  }

  /// The number and unit that a length begins with: 9 years of `P9Y4M`.
  static func leading(of length: String) -> (ExactDecimal, unit: String)? {
    guard let letter = length.dropFirst().firstIndex(where: \.isLetter) else { return nil }
    return single(String(length[...letter]))
  }

  /// The figure of an amount, and the comparator that an open range states.
  private func figure(_ amount: Amount) -> (Statistic.Figure, Comparator)? {
    switch amount {
    case .exact(let value): (.value(value), .equal)
    case .range(let low?, let high?): (.range(low: low, high: high), .equal)
    case .range(let low?, nil): (.value(low), .greaterOrEqual)
    case .range(nil, let high?): (.value(high), .lessOrEqual)
    case .range(nil, nil): nil
    }
  }

  /// The token that hangs on a word outside the measure, a number or noun rather than the "up" of "up to"; its last token
  /// where none does.
  private func head(of tokens: Range<Int>) -> Int {
    let outward = tokens.filter { token in
      guard let head = reading.tree.head(of: token) else { return true }
      return !tokens.contains(head)
    }
    let figure = outward.first { [.numeral, .noun, .properNoun, .symbol].contains(reading.tokens[$0].upos) }
    return figure ?? outward.first ?? tokens.upperBound - 1
  }
}
