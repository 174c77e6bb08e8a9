internal import PolicyModel

extension ExactDecimal {
  /// The quotient to 15 significant digits, rounded to nearest; nil for a divisor of 0 or where it does not fit.
  func divided(by divisor: ExactDecimal) -> ExactDecimal? {
    guard divisor.mantissa != 0, mantissa != .min, divisor.mantissa != .min else { return nil }
    let isNegative = (mantissa < 0) != (divisor.mantissa < 0)
    let bottom = divisor.mantissa.magnitude
    var quotient = mantissa.magnitude / bottom
    var remainder = mantissa.magnitude % bottom
    var power = Int(exponent) - Int(divisor.exponent)
    while remainder != 0, quotient < 100_000_000_000_000 {
      let scaled = remainder.multipliedFullWidth(by: 10)
      let (digit, rest) = bottom.dividingFullWidth(scaled)
      quotient = quotient * 10 + digit
      remainder = rest
      power -= 1
    }
    if remainder > bottom / 2 { quotient += 1 }
    guard quotient <= UInt64(Int64.max) else { return nil }
    return ExactDecimal(mantissa: isNegative ? -Int64(quotient) : Int64(quotient), exponent: power)
  }

  /// The number as an integer; nil where it is none or does not fit.
  var integer: Int? {
    guard exponent >= 0 else { return nil }
    var value = Int(mantissa)
    for _ in 0..<exponent {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = next
    }
    return value
  }

  /// Ten to a power from 0 to 18.
  static func power(ofTen power: Int) -> ExactDecimal { ExactDecimal(mantissa: 1, exponent: power) ?? .zero }
}

extension ExactDecimal {
  /// The difference, or nil where it does not fit.
  func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    guard other.mantissa != .min, let negated = ExactDecimal(mantissa: -other.mantissa, exponent: Int(other.exponent))
    else { return nil }
    return adding(negated)
  }
}
