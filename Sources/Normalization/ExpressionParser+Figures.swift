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
    case .per where isFunction(index + 1, .cent) && token(index + 1).gap != .line:
      return pointsBehind(index + 2).map { (.percentagePoint, $0) } ?? (.percent, index + 2)
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
    return isFunction(index, .a, .an) || isOne(index) ? percentUnit(at: index + 1) : nil
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
    let symbolic = numeral.form == .digits && !isDash(index - 1) ? unitSymbol(at: index) : nil
    guard let found = [named, symbolic].compactMap(\.self).max(by: { $0.end < $1.end }) else { return nil }
    guard isUnitHere(from: index, to: found.end, isSymbol: found.end == symbolic?.end && named == nil) else {
      return nil
    }
    return Figure(numeral, kind: .unit(found.payload), end: found.end)
  }

  /// A symbol of a unit is no part of a code such as "24703 m212" or "24703 L-202".
  private func isUnitHere(from start: Int, to end: Int, isSymbol: Bool) -> Bool {
    guard isSymbol else { return true }
    if isGlued(end), token(end).kind == .digits || token(end).kind == .word { return false }
    return !(isDash(end) && isGlued(end) && isGlued(end + 1) && token(end + 1).kind == .digits)
  }

  /// "1.8m tall" is a length, where "1.8m people" is a number.
  private func bareMetres(_ numeral: Numeral) -> Figure? {
    let before = (1...3).contains { word(numeral.start - $0).context.contains(.extent) }
    guard before || word(numeral.end).context.contains(.extent),
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
    let before = numeral.start - 1
    if isFunction(before, .aged, .ages) || isFunction(before, .age) && numeral.form == .digits { return true }
    if isFunction(before, .of), isFunction(before - 1, .age, .ages) { return true }
    return isSymbol(before, ",") && token(before - 1).isCapitalised && !token(before - 1).isUpper
      && month(before - 1) == nil
      && isSymbol(numeral.end, ",") && !isGlued(numeral.end + 1) && numeral.plainInteger ?? 0 >= 10
  }

  // MARK: Freestanding

  /// Whether a numeral stands for itself and is no part of a name, code, time or reference.
  func isFreestanding(_ numeral: Numeral) -> Bool {
    guard numeral.form == .digits else { return !isPronounOne(numeral) }
    let first = token(numeral.start)
    let before = numeral.start - 1
    if isGlued(numeral.start), numeral.start != rangeDash, !canPrecede(before) { return false }
    if first.kind == .digits, first.count > 1, !numeral.isGrouped, !numeral.isDecimal, hasLeadingZero(numeral.start) {
      return false
    }
    if !numeral.isGrouped, numeral.scale == nil, isDesignated(numeral) { return false }
    if isClockTime(numeral) || isListMarker(numeral) { return false }
    if let year = numeral.plainInteger, 1900...2099 ~= year, isApostrophe(numeral.end), isFunction(numeral.end + 1, .s)
    {
      return false
    }
    return isFreeBehind(numeral)
  }

  /// "One" behind "this" or before "of them" is a pronoun; so is "one's". "One-off" and "net zero" count nothing.
  private func isPronounOne(_ numeral: Numeral) -> Bool {
    guard numeral.end == numeral.start + 1 else { return false }
    let isHyphenated = isDash(numeral.end) && isGlued(numeral.end) && isGlued(numeral.end + 1)
    if numeral.value == .zero {
      return isHyphenated || isFunction(numeral.start - 1, .net) || isDash(numeral.start - 1)
    }
    guard isOne(numeral.start) else { return false }
    if isHyphenated, timeUnit(numeral.end + 1) == nil, !word(numeral.end + 1).startsUnit { return true }
    let before = word(numeral.start - 1)
    if before.context.contains(.determiner), token(numeral.start).gap != .line { return true }
    if let number = before.number, number.kind == .ordinalUnit { return true }
    return isApostrophe(numeral.end) || isFunction(numeral.end, .of) && !isFunction(numeral.end + 1, .the)
  }

  /// Whether digits begin with a zero that does not count.
  func hasLeadingZero(_ index: Int) -> Bool {
    let token = token(index)
    var bound: UInt64 = 1
    for _ in 1..<max(1, min(token.count, 18)) { bound *= 10 }
    return token.payload < bound
  }

  /// Whether a figure may be glued behind the token: an opening bracket, quote, sign or currency symbol.
  private func canPrecede(_ index: Int) -> Bool {
    let before = token(index)
    if before.kind == .boundary { return true }
    guard before.kind == .symbol else { return false }
    if isDash(index) {
      guard isGlued(index) else { return true }
      // "COVID-19", "2019-2020"; a dash without blanks between words and figures is a break only where it is long.
      return before.payload == 0x2014 || before.payload == 0x2013 && token(index - 1).kind == .word
    }
    switch Unicode.Scalar(UInt32(before.payload)) {
    case "/", ".", ":", "#", "@", "_", "=", "&", "\\", "^", "§", "№", "·": return false
    case "'", "’": return token(index).gap != .none
    default: return true
    }
  }

  private func isDesignated(_ numeral: Numeral) -> Bool {
    guard numeral.start > 0, token(numeral.start).gap != .line else { return false }
    var index = numeral.start - 1
    if isSymbol(index, ".") { index -= 1 }
    if isSymbol(index, "(") { return isReferenceMark(numeral) }
    // "H.R. 1", "S. 1234".
    if index < numeral.start - 1, token(index).count == 1, token(index).isUpper, numeral.plainInteger != nil {
      return true
    }
    guard token(index).kind == .word, word(index).context.contains(.designator) else { return false }
    if token(index).word != 0, isFunction(index, .s) || token(index).count <= 2, !token(index).isCapitalised {
      return isSymbol(numeral.start - 1, ".")
    }
    // "The target 30 per cent", "in order 300 ships": a figure with a unit behind a common word counts.
    return percentUnit(at: numeral.end) == nil
  }

  /// "(3)" alone.
  private func isReferenceMark(_ numeral: Numeral) -> Bool {
    isSymbol(numeral.end, ")") && token(numeral.start).count <= 3
  }

  /// "9.30am", "7 pm", "10:15".
  private func isClockTime(_ numeral: Numeral) -> Bool {
    if isSymbol(numeral.end, ":"), isGlued(numeral.end), isGlued(numeral.end + 1),
      token(numeral.end + 1).kind == .digits
    {
      return true
    }
    guard numeral.value < ExactDecimal(2_400) else { return false }
    if word(numeral.end).context.contains(.clock) { return true }
    let letter = token(numeral.end)
    return letter.kind == .word && letter.count == 1 && isSymbol(numeral.end + 1, ".")
      && token(numeral.end + 2).count == 1 && isGlued(numeral.end + 2) && isSymbol(numeral.end + 3, ".")
  }

  /// "3. The Committee" or "12) Members" at the start of a line.
  private func isListMarker(_ numeral: Numeral) -> Bool {
    guard token(numeral.start).gap == .line, numeral.end == numeral.start + 1, token(numeral.start).count <= 3,
      isSymbol(numeral.end, ".") || isSymbol(numeral.end, ")")
    else { return false }
    return token(numeral.end + 1).kind == .word && !isGlued(numeral.end + 1)
  }

  /// Nothing glued behind makes a code of it: "13F", "30/4.85", "123-12-1234".
  private func isFreeBehind(_ numeral: Numeral) -> Bool {
    let end = numeral.end
    guard isGlued(end) else { return true }
    let next = token(end)
    if next.kind == .word {
      return unitOrScale(behind: numeral)
    }
    guard next.kind == .symbol, isGlued(end + 1) else { return true }
    let after = token(end + 1)
    if isSymbol(end, "/") { return after.kind == .word && !after.isUpper }
    if isDash(end), next.payload == 0x2D, after.kind == .word { return !after.isUpper || after.count > 3 }
    let isSeparator = isSymbol(end, ".") || isSymbol(end, ",") || isSymbol(end, "_") || isSymbol(end, "@")
    return
      !(isSeparator && (after.kind == .digits || next.payload != 0x2C && after.kind == .word && !after.isCapitalised))
  }

  /// Whether a word glued to the numeral is a unit, a currency or the like.
  private func unitOrScale(behind numeral: Numeral) -> Bool {
    let end = numeral.end
    if unitSymbol(at: end) != nil || percentUnit(at: end) != nil { return true }
    if currencySymbol(at: end) != nil || timeUnit(end) != nil { return true }
    return word(end).startsUnit || word(end).startsCurrency
  }
}
