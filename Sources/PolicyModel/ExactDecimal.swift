/// A decimal number with an exact value: `mantissa` × 10^`exponent`, in lowest terms (no trailing zero in the mantissa).
public struct ExactDecimal: Hashable, Sendable {
  /// The digits as an integer; its last digit is not 0 unless the value is 0.
  public let mantissa: Int64
  /// The power of ten, -38 to 38.
  public let exponent: Int8

  /// Zero.
  public static let zero = ExactDecimal(0)

  /// An integer.
  public init(_ value: Int) {
    self.init(mantissa: Int64(value), reducedFrom: 0)
  }

  /// `mantissa` × 10^`exponent`, or nil where the reduced exponent is outside -38 to 38.
  public init?(mantissa: Int64, exponent: Int) {
    guard mantissa != 0 else {
      self = .zero
      return
    }
    var digits = mantissa
    var power = exponent
    while digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    guard -38...38 ~= power else { return nil }
    self.mantissa = digits
    self.exponent = Int8(power)
  }

  private init(mantissa: Int64, reducedFrom exponent: Int) {
    var digits = mantissa
    var power = exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    self.mantissa = digits
    self.exponent = Int8(digits == 0 ? 0 : power)
  }

  /// Reads plain decimal notation with an optional sign and a point (`-12.50`), no separators; nil for anything else
  /// or over 18 digits.
  public init?(_ text: some StringProtocol) {
    var mantissa: Int64 = 0
    var digits = 0
    var fraction = 0
    var seenPoint = false
    var negative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where index == 0: negative = true
      case 0x2B where index == 0: break
      case 0x2E where !seenPoint: seenPoint = true
      case 0x30...0x39:
        digits += 1
        guard digits <= 18 else { return nil }
        mantissa = mantissa * 10 + Int64(byte - 0x30)
        if seenPoint { fraction += 1 }
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    self.init(mantissa: negative ? -mantissa : mantissa, exponent: -fraction)
  }

  /// The product, or nil where it does not fit.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return overflow ? nil : ExactDecimal(mantissa: product, exponent: Int(exponent) + Int(other.exponent))
  }

  /// The sum, or nil where it does not fit.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let power = min(Int(exponent), Int(other.exponent))
    guard let a = scaledMantissa(to: power), let b = other.scaledMantissa(to: power) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactDecimal(mantissa: sum, exponent: power)
  }

  private func scaledMantissa(to power: Int) -> Int64? {
    var result = mantissa
    guard result != 0 else { return 0 }
    for _ in 0..<(Int(exponent) - power) {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = next
    }
    return result
  }

  /// The nearest floating-point number, as the database stores it.
  public var doubleValue: Double { Double(description) ?? 0 }
}

extension ExactDecimal: Comparable {
  /// By value.
  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    let power = min(Int(a.exponent), Int(b.exponent))
    guard let x = a.scaledMantissa(to: power), let y = b.scaledMantissa(to: power) else {
      return a.doubleValue < b.doubleValue
    }
    return x < y
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain decimal notation without exponent, such as `30000000` or `-0.125`.
  public var description: String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard exponent < 0 else { return sign + digits + String(repeating: "0", count: mantissa == 0 ? 0 : Int(exponent)) }
    let places = -Int(exponent)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
