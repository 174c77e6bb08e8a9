internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// A number in digits: groups of thousands, decimals, a fraction behind it; no sign and no scale.
  func digitNumeral(at start: Int) -> Numeral? {
    if isSymbol(start, "."), !(isGlued(start) && token(start - 1).kind != .symbol) {
      return leadingPoint(at: start)
    }
    guard token(start).kind == .digits, token(start).count <= 18 else { return nil }
    var index = start + 1
    var value = Int64(token(start).payload)
    var isGrouped = false
    if let groups = groups(from: start) {
      value = groups.value
      index = groups.end
      isGrouped = true
    }
    guard let whole = ExactDecimal(mantissa: value, exponent: 0) else { return nil }
    var numeral = Numeral(value: whole, start: start, end: index, form: .digits, isGrouped: isGrouped)
    addDecimals(to: &numeral)
    addFraction(to: &numeral)
    return numeral
  }

  private func leadingPoint(at start: Int) -> Numeral? {
    guard isGlued(start + 1), token(start + 1).kind == .digits, token(start + 1).count <= 17,
      let value = ExactDecimal(mantissa: Int64(token(start + 1).payload), exponent: -token(start + 1).count)
    else { return nil }
    return Numeral(value: value, start: start, end: start + 2, form: .digits, isDecimal: true)
  }

  /// Groups of thousands behind the digits at `start`: "1,234,567", "12,34,567", "1 234 567", "1.234.567".
  private func groups(from start: Int) -> (value: Int64, end: Int)? {
    guard token(start).count <= 3 else { return nil }
    return commaGroups(from: start) ?? pointGroups(from: start) ?? blankGroups(from: start)
  }

  private func commaGroups(from start: Int) -> (value: Int64, end: Int)? {
    var value = Int64(token(start).payload)
    var index = start + 1
    var sizes: [Int] = []
    while sizes.count < 6, isSymbol(index, ",") || isApostrophe(index), isGlued(index), isGlued(index + 1),
      token(index + 1).kind == .digits, 2...3 ~= token(index + 1).count
    {
      sizes.append(token(index + 1).count)
      guard appendGroup(index + 1, to: &value) else { return nil }
      index += 2
    }
    let isIndian = sizes.dropLast().allSatisfy { $0 == 2 } && token(start).count <= 2
    guard sizes.last == 3, sizes.allSatisfy({ $0 == 3 }) || isIndian else { return nil }
    return (value, index)
  }

  private func pointGroups(from start: Int) -> (value: Int64, end: Int)? {
    var value = Int64(token(start).payload)
    var index = start + 1
    while index - start < 12, isSymbol(index, "."), isGlued(index), isGlued(index + 1),
      token(index + 1).kind == .digits,
      token(index + 1).count == 3
    {
      guard appendGroup(index + 1, to: &value) else { return nil }
      index += 2
    }
    let hasDecimals = index - start == 3 && isEuropeanDecimal(index)
    return index - start >= 5 || hasDecimals ? (value, index) : nil
  }

  /// ",56" behind groups that points or blanks part.
  private func isEuropeanDecimal(_ index: Int) -> Bool {
    isSymbol(index, ",") && isGlued(index) && isGlued(index + 1) && token(index + 1).kind == .digits
      && token(index + 1).count <= 2
  }

  private func blankGroups(from start: Int) -> (value: Int64, end: Int)? {
    guard token(start).payload > 0, !word(start - 1).context.contains(.designator) else { return nil }
    guard month(start - 1) == nil else { return nil }
    var value = Int64(token(start).payload)
    var index = start + 1
    while index - start < 6, token(index).gap == .blank, token(index).kind == .digits, token(index).count == 3 {
      guard appendGroup(index, to: &value) else { return nil }
      index += 1
    }
    return index > start + 1 && !(token(index).kind == .digits && token(index).gap == .blank) ? (value, index) : nil
  }

  private func appendGroup(_ index: Int, to value: inout Int64) -> Bool {
    let (scaled, overflow) = value.multipliedReportingOverflow(by: token(index).count == 3 ? 1_000 : 100)
    value = scaled &+ Int64(token(index).payload)
    return !overflow && value >= 0
  }

  /// Decimals behind a point, a raised dot, or a comma where a scale or "%" follows.
  private func addDecimals(to numeral: inout Numeral) {
    let index = numeral.end
    let next = token(index + 1)
    guard isGlued(index), isGlued(index + 1), next.kind == .digits else { return }
    let isPoint = isSymbol(index, ".") || isSymbol(index, "·")
    let isEuropean = numeral.isGrouped && !isSymbol(index - 2, ",") && isEuropeanDecimal(index)
    let isComma = isSymbol(index, ",") && next.count <= 2 && isScaled(index + 2) || isEuropean
    guard isPoint || isComma, next.count <= 17,
      let part = ExactDecimal(mantissa: Int64(next.payload), exponent: -next.count),
      let value = numeral.value.adding(part)
    else { return }
    numeral.value = value
    numeral.isDecimal = true
    numeral.end = index + 2
  }

  private func isScaled(_ index: Int) -> Bool {
    if isSymbol(index, "%") { return true }
    switch word(index).number?.kind {
    case .scale, .short: return true
    case .letter: return isGlued(index)
    default: return isFunction(index, .per, .percent)
    }
  }

  /// "2½", "2 1/4".
  private func addFraction(to numeral: inout Numeral) {
    guard !numeral.isDecimal, !numeral.isGrouped else { return }
    let index = numeral.end
    if token(index).gap != .line, let part = vulgarFraction(index), let value = numeral.value.adding(part) {
      numeral.value = value
      numeral.end = index + 1
      numeral.isDecimal = true
    } else if let part = slashFraction(at: index), token(index).gap == .blank || token(index).gap == .wide,
      numeral.value.mantissa != 0, numeral.value < ExactDecimal(1_000), let value = numeral.value.adding(part.value)
    {
      numeral.value = value
      numeral.end = part.end
      numeral.isDecimal = true
    }
  }

  /// A fraction of one scalar: "½".
  func vulgarFraction(_ index: Int) -> ExactDecimal? {
    guard token(index).kind == .symbol, let scalar = Unicode.Scalar(UInt32(token(index).payload)),
      scalar.value == 0xBC || scalar.value == 0xBD || scalar.value == 0xBE || (0x2150...0x215E).contains(scalar.value),
      let value = scalar.properties.numericValue
    else { return nil }
    for bottom in 2...10 {
      let top = (value * Double(bottom)).rounded()
      if abs(top / Double(bottom) - value) < 1e-4 { return ExactDecimal(Int(top)).divided(by: ExactDecimal(bottom)) }
    }
    return nil
  }

  /// A proper fraction of small digits, "3/4", that is no date.
  func slashFraction(at index: Int) -> (value: ExactDecimal, end: Int)? {
    guard let top = digits(index, atMost: 2), isSymbol(index + 1, "/") || isSymbol(index + 1, "⁄"), isGlued(index + 1),
      isGlued(index + 2), let bottom = digits(index + 2, atMost: 3), 0 < top, top < bottom, bottom <= 100,
      (top, bottom) != (9, 11),
      !(isSymbol(index + 3, "/") && isGlued(index + 3)), !(isSymbol(index + 3, ".") && isGlued(index + 4)),
      let value = ExactDecimal(top).divided(by: ExactDecimal(bottom))
    else { return nil }
    return (value, index + 3)
  }
}
