internal import Documents
internal import Normalization
internal import PolicyModel

/// A measure that may be a statistic, with its place in the tree.
struct FigureCandidate: Sendable {
  /// What the figure counts.
  enum Scale: String, Sendable, Hashable {
    /// Things that a noun names.
    case count
    /// A share or a change in percent, percentage points or basis points.
    case share
    /// Money.
    case money
    /// A measured quantity: kilometres, tonnes.
    case quantity
    /// A length of time.
    case duration
  }

  /// The measure's place in `Reading.measures`.
  var measure: Int
  /// The tokens of the measure.
  var tokens: Range<Int>
  /// The token of the measure whose head lies outside it.
  var head: Int
  var scale: Scale
  var figure: Statistic.Figure
  var comparator: Comparator
  /// The unit where the measure names it itself.
  var unit: String?
  /// The change that the expression itself states: "three times as many".
  var change: Statistic.Change?

  /// Whether a number is the figure or a bound of it.
  func holds(_ value: ExactDecimal) -> Bool {
    switch figure {
    case .value(let own): own == value
    case .range(let low, let high): low == value || high == value
    }
  }
}
