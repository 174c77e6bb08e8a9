internal import Documents
internal import LanguageAnalysis
internal import Normalization
internal import PolicyModel

/// Puts figures together again in a text that has lost its punctuation: "1 3 billion" was 1.3 billion, "26 000" was
/// 26,000; other numbers in a row were a telephone number, a time or a date.
struct LostPunctuation {
  let reading: Reading

  /// The power of ten of the largest word of scale.
  private static let largestScale = 15

  /// The candidate as it was before the punctuation was lost, or nil where it was no figure.
  func restored(_ candidate: FigureCandidate) -> FigureCandidate? {
    guard reading.isUnpunctuated, candidate.scale == .count || candidate.scale == .money else { return candidate }
    if isClock(candidate) { return nil }
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let first = candidate.tokens.lowerBound
    let before = stride(from: first - 1, through: sentence.lowerBound, by: -1).prefix { reading.isDigits($0) }
    let behind = (candidate.tokens.upperBound..<sentence.upperBound).prefix { reading.isDigits($0) }
    guard behind.isEmpty else { return nil }
    switch before.count {
    case 0: return candidate
    case 1: return joined(candidate, behind: first - 1)
    default: return nil
    }
  }

  /// "2 30 p m", "5 p m".
  private func isClock(_ candidate: FigureCandidate) -> Bool {
    let behind = candidate.tokens.upperBound
    guard behind + 1 < reading.tokens.count, reading.form(behind + 1) == "m" else { return false }
    return reading.form(behind) == "p" || reading.form(behind) == "a"
  }

  /// The figure whose first digits stand before it.
  private func joined(_ candidate: FigureCandidate, behind token: Int) -> FigureCandidate? {
    let own = candidate.tokens.lowerBound
    let places = reading.surface(own).utf8.count
    guard reading.isDigits(own), places <= 3, case .value(let value) = candidate.figure,
      let part = Int64(reading.surface(own)),
      let whole = Int64(reading.surface(token)), (1..<1000).contains(whole),
      let scale = (0...Self.largestScale).first(where: { ExactDecimal(mantissa: part, exponent: $0) == value })
    else { return nil }
    // Without a word of scale behind them, three digits are thousands, and fewer were no figure.
    guard part > 0 && scale > 0 || places == 3 else { return nil }
    let digits = whole * (places == 3 ? 1000 : places == 2 ? 100 : 10) + part
    guard let restored = ExactDecimal(mantissa: digits, exponent: scale > 0 ? scale - places : 0) else { return nil }
    var result = candidate
    result.tokens = token..<candidate.tokens.upperBound
    result.figure = .value(restored)
    return result
  }
}
