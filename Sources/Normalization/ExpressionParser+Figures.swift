internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// One figure: money, percentage, quantity, age or plain number; no range, no comparator, no date.
  func singleFigure(at start: Int) -> Figure? {
    if let money = leadingMoney(at: start) { return money }
    guard let numeral = numeral(at: start), isFreestanding(numeral) else { return nil }
    var end = repeatedInParentheses(behind: numeral)
    let next = isDash(end) && token(end + 1).kind == .word && token(end + 1).gap != .line ? end + 1 : end
    if numeral.form == .fraction, let part = partOfPercent(at: end) {
      return Figure(numeral, kind: .percent(part.unit), end: part.end)
    }
    if numeral.form == .fraction, let part = partOfUnit(at: end) {
      return Figure(numeral, kind: .unit(part.payload), end: part.end)
    }
    if let percent = percentUnit(at: next) {
      return Figure(numeral, kind: .percent(percent.unit), end: percent.end)
    }
    if let money = trailingMoney(behind: numeral, at: next) { return money }
    if let age = age(behind: numeral, at: next) { return age }
    if let unit = unit(behind: numeral, at: next) { return unit }
    if let time = timeUnit(next), time != .weekend, time != .half, time != .quarter || token(next).endsInS,
      token(next).count > 1
    {
      return Figure(numeral, kind: .time(time), end: next + 1)
    }
    if isSymbol(end, "+"), isGlued(end) { end += 1 }
    return Figure(numeral, kind: isAge(numeral) ? .age(.year) : .plain, end: end)
  }

  /// "Three (3) months": the index behind the repetition, or the numeral's own end.
  func repeatedInParentheses(behind numeral: Numeral) -> Int {
    let end = numeral.end
    guard isSymbol(end, "("), let value = digits(end + 1, atMost: 6), isSymbol(end + 2, ")"),
      numeral.value == ExactDecimal(value)
    else { return end }
    return end + 3
  }

  // MARK: Percentages

  /// "%", "per cent", "percentage points", "bps".
  func percentUnit(at index: Int) -> (unit: PercentUnit, end: Int)? {
    if isSymbol(index, "%") || isSymbol(index, "％") || isSymbol(index, "﹪") {
      return pointsBehind(index + 1).map { (.percentagePoint, $0) } ?? (.percent, index + 1)
    }
    switch function(index) {
    case .percent, .percents, .pct:
      return pointsBehind(index + 1).map { (.percentagePoint, $0) } ?? (.percent, index + 1)
    case .pc where !token(index).isUpper: return (.percent, index + 1)
    case .per where isFunction(skipDash(index + 1), .cent) && token(index + 1).gap != .line:
      let end = skipDash(index + 1) + 1
      return pointsBehind(end).map { (.percentagePoint, $0) } ?? (.percent, end)
    case .percentage: return pointsBehind(index + 1).map { (.percentagePoint, $0) }
    case .pp, .ppt, .ppts: return (.percentagePoint, index + 1)
    case .basis: return pointsBehind(index + 1).map { (.basisPoint, $0) }
    case .bp, .bps: return (.basisPoint, index + 1)
    default: return nil
    }
  }

  /// "Half a per cent", "a quarter of a percentage point".
  private func partOfPercent(at start: Int) -> (unit: PercentUnit, end: Int)? {
    let index = isFunction(start, .of) ? start + 1 : start
    guard isFunction(index, .a, .an) || isOne(index) else { return nil }
    // "Half a point" is of percentage points.
    return percentUnit(at: index + 1) ?? (isFunction(index + 1, .point) ? (.percentagePoint, index + 2) : nil)
  }

  /// "Half a mile", "three quarters of a mile".
  private func partOfUnit(at start: Int) -> (payload: Int, end: Int)? {
    let index = isFunction(start, .of) ? start + 1 : start
    return isFunction(index, .a, .an) ? unitName(at: index + 1) : nil
  }

  private func pointsBehind(_ index: Int) -> Int? {
    let next = skipDash(index)
    return isFunction(next, .point, .points) ? next + 1 : nil
  }

  // MARK: Units

  private func unit(behind numeral: Numeral, at index: Int) -> Figure? {
    if numeral.isBareM, let length = bareMetres(numeral) { return length }
    guard token(index).gap != .line || token(index).kind == .word else { return nil }
    let named = word(index).startsUnit ? unitName(at: index) : nil
    if let heat = bareDegrees(behind: numeral, at: index) { return heat }
    let maySign = numeral.form == .digits && (!isDash(index - 1) || token(index).count > 1)
    let symbolic = maySign ? unitSymbol(at: index) : nil
    guard let found = [named, symbolic].compactMap(\.self).max(by: { $0.end < $1.end }) else { return nil }
    guard isUnitHere(from: index, to: found.end, isSymbol: found.end == symbolic?.end && named == nil) else {
      return nil
    }
    return Figure(numeral, kind: .unit(found.payload), end: found.end)
  }

  /// "1.5C", "30 C", "90F" beside a word of heat, decimals of a degree anywhere.
  private func bareDegrees(behind numeral: Numeral, at index: Int) -> Figure? {
    guard numeral.form == .digits, numeral.scale == nil, token(index).count == 1,
      isFunction(index, .c, .f), !isGlued(index + 1) || isClosing(index + 1), !isDash(index - 1),
      let unit = lexicon.units.index(named: isFunction(index, .c) ? "celsius" : "fahrenheit"),
      numeral.isDecimal && isFunction(index, .c) && token(index).isUpper && isGlued(index)
        || isHeat(around: numeral.start)
    else { return nil }
    return Figure(numeral, kind: .unit(unit), end: index + 1)
  }

  private func isHeat(around index: Int) -> Bool {
    (-8...8).contains { word(index + $0).context.contains(.heat) }
  }

  /// A symbol of a unit is no part of a code such as "24703 m212" or "24703 L-202".
  private func isUnitHere(from start: Int, to end: Int, isSymbol: Bool) -> Bool {
    guard isSymbol else { return true }
    if isGlued(end), token(end).kind == .digits || token(end).kind == .word { return false }
    return !(isDash(end) && isGlued(end) && isGlued(end + 1) && token(end + 1).kind == .digits)
  }

  /// "1.8m tall" is a length, where "1.8m people" is a number.
  private func bareMetres(_ numeral: Numeral) -> Figure? {
    let before = (1...3).contains { back in
      word(numeral.start - back).context.contains(.extent)
        && (1...back).allSatisfy { token(numeral.start - $0).kind == .word }
    }
    let behind = isDash(numeral.end) && isGlued(numeral.end) ? numeral.end + 1 : numeral.end
    guard before || word(behind).context.contains(.extent),
      let scale = numeral.scale, let value = numeral.value.divided(by: scale),
      let metres = unitSymbol(at: numeral.end - 1)
    else { return nil }
    var figure = numeral
    figure.value = value
    figure.scale = nil
    return Figure(figure, kind: .unit(metres.payload), end: numeral.end)
  }

  // MARK: Ages

  /// "Ten years old", "3 years of age", "18-year-old".
  private func age(behind numeral: Numeral, at index: Int) -> Figure? {
    guard let unit = AgeUnit(timeUnit(index)), token(index).count > 1 else { return nil }
    var end = index + 1
    if isFunction(end, .of), isFunction(end + 1, .age) { return Figure(numeral, kind: .age(unit), end: end + 2) }
    end = skipDash(end)
    guard isFunction(end, .old, .olds) else { return nil }
    return Figure(numeral, kind: .age(unit), end: end + 1)
  }

  /// "Aged 16", "age 65", "the age of 18", "Ms Lee, 52, said".
  private func isAge(_ numeral: Numeral) -> Bool {
    guard let age = numeral.value.integer, 0...120 ~= age else { return false }
    let isBetween = isFunction(numeral.start - 1, .between, .from)
    let before = isBetween ? numeral.start - 2 : numeral.start - 1
    if isFunction(before, .aged, .ages) || isFunction(before, .age) && numeral.form == .digits { return true }
    if isFunction(before, .of), isFunction(before - 1, .age, .ages) { return true }
    return isSymbol(before, ",") && token(before - 1).isCapitalised && !token(before - 1).isUpper
      && month(before - 1) == nil
      && isSymbol(numeral.end, ",") && !isGlued(numeral.end + 1) && numeral.plainInteger ?? 0 >= 10
  }
}
