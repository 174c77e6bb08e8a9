import Documents
import Normalization
import PolicyModel

/// Short notations of measures for tables of cases: "GBP 30000000", ">=750", "25%", "2025-01-01/2025-03-31", "P3Y".
enum MeasureNotation {
  static func notation(of measure: Measure) -> String {
    let bound = measure.comparator == .equal ? "" : measure.comparator.rawValue
    return bound + value(of: measure)
  }

  private static func value(of measure: Measure) -> String {
    switch measure.value {
    case .number(let amount): text(amount)
    case .ordinal(let rank): "#\(rank)"
    case .percent(let amount, .percent): "\(text(amount))%"
    case .percent(let amount, let unit): "\(text(amount)) \(unit.rawValue)"
    case .money(let amount, let currency): "\(currency?.description ?? "?") \(text(amount))"
    case .quantity(let amount, let unit): "\(text(amount)) \(unit)"
    case .age(let amount, let unit): "\(text(amount)) \(unit.rawValue) old"
    case .date(let date): text(date)
    case .duration(let duration): duration
    }
  }

  private static func text(_ amount: Amount) -> String {
    switch amount {
    case .exact(let value): value.description
    case .range(let low, let high): "\(low?.description ?? "")..\(high?.description ?? "")"
    }
  }

  private static func text(_ date: ResolvedDate) -> String {
    if date.basis == .unresolved { return "unresolved \(date.precision.rawValue)" }
    if let day = date.first, day == date.last { return day.description }
    return "\(date.first?.description ?? "..")/\(date.last?.description ?? "..")"
  }
}
