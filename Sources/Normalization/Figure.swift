internal import Lexicon
internal import PolicyModel

/// One figure with what it counts, or two with what they share.
struct Figure {
  /// What a figure counts.
  enum Kind: Hashable {
    case plain
    case percent(PercentUnit)
    case money(CurrencyName)
    case unit(Int)
    case age(AgeUnit)
    /// A length of time; only as an end of a range, others are lengths.
    case time(TimeUnit)
  }

  var start: Int
  var end: Int
  var low: Numeral
  /// The second figure of a range.
  var high: Numeral?
  var kind: Kind
  /// A part of the minor unit that follows ("15 USD 50").
  var minor: ExactDecimal?

  init(_ numeral: Numeral, kind: Kind = .plain, start: Int? = nil, end: Int? = nil) {
    self.start = start ?? numeral.start
    self.end = end ?? numeral.end
    self.low = numeral
    self.kind = kind
  }
}
