/// An amount of money in major units.
public struct Money: Sendable, Hashable {
  /// The amount: 30000000 for £30 million.
  public var amount: ExactDecimal
  /// The currency; nil where the text leaves it open.
  public var currency: CurrencyCode?

  /// Makes an amount of money.
  public init(_ amount: ExactDecimal, _ currency: CurrencyCode?) {
    self.amount = amount
    self.currency = currency
  }
}

/// A figure with its unit.
public struct Quantity: Sendable, Hashable {
  /// The figure.
  public var value: ExactDecimal
  /// A singular noun (`officer`), `percent`, or a measure (`km`).
  public var unit: String?

  /// Makes a quantity.
  public init(_ value: ExactDecimal, unit: String?) {
    self.value = value
    self.unit = unit
  }
}
