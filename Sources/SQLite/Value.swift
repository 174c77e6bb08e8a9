/// A value of one of SQLite's five storage classes, as it is bound or read.
public enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// An integer, or null.
  public init(_ integer: Int?) { self = integer.map { .integer(Int64($0)) } ?? .null }
  /// An integer, or null.
  public init(_ integer: Int64?) { self = integer.map { .integer($0) } ?? .null }
  /// A number, or null.
  public init(_ real: Double?) { self = real.map { .real($0) } ?? .null }
  /// A text, or null.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .null }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByNilLiteral
{
  /// An integer.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
}
