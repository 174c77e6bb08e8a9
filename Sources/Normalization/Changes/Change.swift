public import Documents
public import PolicyModel

/// A change that the text states, with the measures that say how much, from what and to what.
///
/// "Rose by 25% to 1,200", "a fall of 40", "doubled from 200", "a 12-month low", "the highest since 2010".
public struct Change: Sendable, Hashable {
  /// Which way.
  public enum Direction: String, Sendable, Hashable {
    case increase, decrease
  }

  /// An end of what was measured so far.
  public enum Extreme: String, Sendable, Hashable {
    case high, low
  }

  /// Its bytes, from its first word or measure to its last.
  public var range: ByteRange
  /// Which way; nil for an extreme, which tells no step.
  public var direction: Direction?
  /// By how much, as an index into the measures.
  public var amount: Int?
  /// From what.
  public var from: Int?
  /// To what.
  public var to: Int?
  /// How many times as much: 2 for "doubled", 0.5 for "halved".
  public var factor: ExactDecimal?
  /// The extreme that is reached.
  public var extreme: Extreme?
  /// The period that the extreme is one of, or its beginning.
  public var period: Int?

  /// Makes a change without its measures.
  public init(range: ByteRange, direction: Direction? = nil) {
    self.range = range
    self.direction = direction
  }

  /// Every measure that it names.
  public var measures: [Int] { [amount, from, to, period].compactMap(\.self) }

  /// The same with its measures at other places.
  func shifted(by offset: Int) -> Change {
    var change = self
    change.amount = amount.map { $0 + offset }
    change.from = from.map { $0 + offset }
    change.to = to.map { $0 + offset }
    change.period = period.map { $0 + offset }
    return change
  }
}
