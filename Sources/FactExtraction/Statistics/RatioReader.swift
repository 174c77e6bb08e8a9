internal import Documents
internal import LanguageAnalysis
internal import Normalization
internal import PolicyModel

/// Reads shares and multiples that the words around a number make of it: "one in six", "a third", "three times as
/// many", "18-fold".
struct RatioReader {
  let reading: Reading

  private static let comparisons: Set<String> = ["as", "more", "higher", "larger", "greater", "bigger", "faster"]
  private static let places = 12

  /// The candidate as a share or a change in percent, or as it was.
  func reading(_ candidate: FigureCandidate) -> FigureCandidate {
    guard candidate.scale == .count, case .value(let value) = candidate.figure else { return candidate }
    if let share = share(candidate, value) { return share }
    return multiple(candidate, value) ?? candidate
  }

  /// "a third", "nine out of ten" as one measure; "one post in six", "nine of every ten" as two.
  private func share(_ candidate: FigureCandidate, _ value: ExactDecimal) -> FigureCandidate? {
    let first = candidate.tokens.lowerBound
    if value > .zero, value < ExactDecimal(1), isSpelled(candidate), !isAddition(candidate) {
      return value.multiplied(by: ExactDecimal(100)).map { percent(candidate, $0) }
    }
    guard let parts = whole(value), parts > 1, first >= 3 else { return nil }
    if reading.form(first - 1) == "in", reading.form(first - 3) == "one", reading.tokens[first - 2].upos == .noun {
      return percent(candidate, Self.hundred(over: parts))
    }
    guard reading.form(first - 1) == "every", reading.form(first - 2) == "of",
      let count = count(at: first - 3),
      let share = Self.hundred(over: parts).multiplied(by: count)
    else { return nil }
    return percent(candidate, share)
  }

  /// "A year and a half": more of what stands before it.
  private func isAddition(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    return first > 1 && reading.form(first - 1) == "and" && reading.isTime(first - 2)
  }

  /// The number at a token; "one" is one even where it is no figure.
  private func count(at token: Int) -> ExactDecimal? {
    if let other = reading.measure(at: token), case .number(.exact(let count)) = reading.measures[other].value {
      return count
    }
    return reading.form(token) == "one" ? ExactDecimal(1) : nil
  }

  /// Whether the fraction is in words or of the form "3 in 4", not a decimal.
  private func isSpelled(_ candidate: FigureCandidate) -> Bool {
    candidate.tokens.count > 1 || !reading.startsWithDigit(candidate.tokens.lowerBound)
  }

  /// "three times as many" is an increase by 200 percent, "18-fold" one by 1,700.
  private func multiple(_ candidate: FigureCandidate, _ value: ExactDecimal) -> FigureCandidate? {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let behind = candidate.tokens.upperBound
    guard let times = whole(value), times > 1, times < 10_000, behind + 1 < sentence.upperBound else { return nil }
    let isTimes = reading.form(behind) == "times" && Self.comparisons.contains(reading.form(behind + 1))
    let isFold = reading.form(behind) == "fold" || reading.form(behind) == "-" && reading.form(behind + 1) == "fold"
    guard isTimes || isFold else { return nil }
    var result = percent(candidate, ExactDecimal((times - 1) * 100))
    result.change = .increase
    return result
  }

  private func percent(_ candidate: FigureCandidate, _ value: ExactDecimal) -> FigureCandidate {
    var result = candidate
    result.scale = .share
    result.figure = .value(value)
    result.unit = "percent"
    return result
  }

  private func whole(_ value: ExactDecimal) -> Int? { Int(value.description) }

  /// 100 / parts, cut after twelve places.
  private static func hundred(over parts: Int) -> ExactDecimal {
    ExactDecimal(mantissa: 100_000_000_000_000 / Int64(parts), exponent: -places) ?? .zero
  }
}
