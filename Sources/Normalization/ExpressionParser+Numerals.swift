internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// Any number: digits or words with their scale, a fraction, a share; "a" only before a scale or a part.
  ///
  /// `isMoney` admits abbreviations of scales that stand apart ("£1.1 m").
  func numeral(at start: Int, isMoney: Bool = false) -> Numeral? {
    guard mayStartNumeral(start) else { return nil }
    if let signed = signedNumeral(at: start, isMoney: isMoney) { return signed }
    if let share = fraction(at: start) { return share }
    guard var numeral = bareNumeral(at: start) else { return nil }
    addScale(to: &numeral, isMoney: isMoney)
    if let longer = wordTail(behind: numeral), longer.end > numeral.end, numeral.form == .digits { numeral = longer }
    addAndFraction(to: &numeral)
    return share(from: numeral) ?? numeral
  }

  /// Whether a number may begin with a token: a quick look before any reading.
  private func mayStartNumeral(_ start: Int) -> Bool {
    let token = token(start)
    switch token.kind {
    case .digits, .symbol: return true
    case .word:
      return token.roles.contains(.number) || isFunction(start, .a, .an) || isFunction(start, .minus, .negative)
    case .boundary: return false
    }
  }

  private func bareNumeral(at start: Int) -> Numeral? {
    if let numeral = digitNumeral(at: start) { return numeral }
    if let words = wordNumeral(at: start) { return words.isOrdinal || isScaleAlone(start) ? nil : words.numeral }
    guard isFunction(start, .a, .an) else { return nil }
    switch word(start + 1).number?.kind {
    case .hundred, .scale, .dozen:
      guard var words = wordNumeral(at: start + 1), !words.isOrdinal else { return nil }
      words.numeral.start = start
      return words.numeral
    default: return nil
    }
  }

  /// "Million" without a figure or "a" is none.
  private func isScaleAlone(_ index: Int) -> Bool {
    switch word(index).number?.kind {
    case .hundred, .scale, .dozen: true
    default: false
    }
  }

  private func signedNumeral(at start: Int, isMoney: Bool) -> Numeral? {
    let isWord = isFunction(start, .minus, .negative)
    let isSign = isDash(start) && token(start).payload != 0x2014 && isGlued(start + 1) && !isGlued(start)
    let isPlus = isSymbol(start, "+") && isGlued(start + 1) && !isGlued(start)
    let isBehindSign =
      isDash(start) && isGlued(start) && isGlued(start + 1) && isMoney && token(start - 1).kind == .symbol
    guard isWord || isSign || isPlus || isBehindSign, !isFunction(start + 1, .minus, .negative), !isDash(start + 1),
      !isSymbol(start + 1, "+"), var numeral = numeral(at: start + 1, isMoney: isMoney),
      isWord || numeral.form == .digits
    else { return nil }
    numeral.start = start
    if !isPlus { numeral.value = ExactDecimal.zero.subtracting(numeral.value) ?? numeral.value }
    return numeral
  }

  /// "Million", "bn", "lakh crore" behind a figure, and glued letters as in "30m".
  func addScale(to numeral: inout Numeral, isMoney: Bool) {
    guard numeral.scale == nil || numeral.form == .digits else { return }
    var index = numeral.end
    let isHyphenated = isDash(index) && isGlued(index) && isGlued(index + 1) && word(index + 1).number?.kind == .scale
    // "$ 1.5 - million", as tokenised texts have it.
    let isSpaced =
      isDash(index) && token(index).gap == .blank && token(index + 1).gap == .blank
      && word(index + 1).number?.kind == .scale
    if isHyphenated || isSpaced { index += 1 }
    while let scale = scale(at: index, isMoney: isMoney, behindDigits: numeral.form == .digits) {
      guard let value = numeral.value.multiplied(by: scale) else { return }
      numeral.isBareM = word(index).number?.kind == .letter && scale == .power(ofTen: 6) && !token(index).isUpper
      numeral.value = value
      numeral.scale = numeral.scale?.multiplied(by: scale) ?? scale
      index += 1
      numeral.end = index
    }
  }

  private func scale(at index: Int, isMoney: Bool, behindDigits: Bool) -> ExactDecimal? {
    let dashed = isDash(index) && isGlued(index) && isGlued(index + 1)
    guard !dashed, let number = word(index).number, token(index).kind == .word else { return nil }
    switch number.kind {
    case .scale, .short, .scales: break
    case .hundred where behindDigits, .hundreds where behindDigits: break
    case .letter where number.value == 1_000_000_000_000 && !(isMoney && token(index).isUpper): return nil
    case .letter:
      guard isGlued(index) || isMoney && token(index).gap == .blank, !(isGlued(index + 1) && !isClosing(index + 1))
      else {
        return nil
      }
    default: return nil
    }
    return ExactDecimal(mantissa: number.value, exponent: 0)
  }

  /// Whether the token at an index may be glued to a whole expression before it: punctuation, not letters or digits.
  func isClosing(_ index: Int) -> Bool {
    token(index).kind == .symbol || token(index).kind == .boundary
  }

  /// "Two and a half [million]", "three million and a half", "forty-two and a third".
  private func addAndFraction(to numeral: inout Numeral) {
    if addHyphenatedHalf(to: &numeral) { return }
    guard isFunction(numeral.end, .and), let part = simpleFraction(at: numeral.end + 1, allowBare: false) else {
      return
    }
    let isHalf = word(part.end - 1).number?.kind == .half
    let scaled = isHalf && numeral.scale != nil ? part.value.multiplied(by: numeral.scale ?? .zero) : part.value
    guard part.value < ExactDecimal(1), let scaled, let value = numeral.value.adding(scaled) else { return }
    numeral.value = value
    numeral.end = part.end
    numeral.isDecimal = true
    if numeral.scale == nil { addScale(to: &numeral, isMoney: false) }
  }

  /// "Two-and-a-half".
  private func addHyphenatedHalf(to numeral: inout Numeral) -> Bool {
    let index = numeral.end
    guard isFunction(index + 1, .and), isFunction(index + 3, .a), word(index + 5).number?.kind == .half,
      [index, index + 2, index + 4].allSatisfy({ isDash($0) && isGlued($0) && isGlued($0 + 1) }),
      let value = numeral.value.adding(ExactDecimal(mantissa: 5, exponent: -1) ?? .zero)
    else { return false }
    numeral.value = value
    numeral.end = index + 6
    numeral.isDecimal = true
    if numeral.scale == nil { addScale(to: &numeral, isMoney: false) }
    return true
  }

  /// A fraction on its own: "two-thirds", "a third", "half a million", "two thirds of a million", "½".
  private func fraction(at start: Int) -> Numeral? {
    guard let part = simpleFraction(at: start, allowBare: true) else { return nil }
    var numeral = Numeral(value: part.value, start: start, end: part.end, form: .fraction)
    var index = part.end
    if isFunction(index, .of), isFunction(index + 1, .a, .an) {
      index += 2
    } else if isFunction(index, .a, .an) {
      index += 1
    }
    let kind = word(index).number?.kind
    if kind == .scale || kind == .dozen || kind == .hundred, let number = word(index).number,
      let value = part.value.multiplied(by: ExactDecimal(Int(number.value)))
    {
      numeral.value = value
      numeral.end = index + 1
      numeral.form = .words
      numeral.scale = ExactDecimal(Int(number.value))
    } else if word(part.end - 1).number?.kind == .half || word(part.end - 1).number?.kind == .part,
      numeral.end == start + 1, token(start).kind == .word, !isBareShare(start), !isPartOfUnit(start + 1)
    {
      return nil
    }
    return numeral
  }

  /// "Half of", "half the", "more than half": bare "half" as a share; a bare "quarter" is none.
  private func isBareShare(_ index: Int) -> Bool {
    guard word(index).number?.kind == .half else { return false }
    if isFunction(index + 1, .of, .the, .a, .an, .their, .its, .our) { return true }
    return isFunction(index - 1, .than, .by, .over, .to)
      || word(index - 1).startsComparator && !isDash(index + 1)
  }

  /// "Half mile", "quarter-pound": a bare part right before a unit.
  private func isPartOfUnit(_ index: Int) -> Bool {
    let unit = skipDash(index)
    if percentUnit(at: unit) != nil { return true }
    return word(unit).startsUnit && unitName(at: unit) != nil && !token(unit).endsInS
  }

  /// A numerator and a denominator, or a sign; `allowBare` admits a denominator alone ("half", "quarter million").
  func simpleFraction(at start: Int, allowBare: Bool) -> (value: ExactDecimal, end: Int)? {
    guard mayStartNumeral(start) else { return nil }
    if let value = vulgarFraction(start) { return (value, start + 1) }
    if let slash = slashFraction(at: start), !(isSymbol(start - 1, "/") && isGlued(start)) { return slash }
    if isFunction(start, .a, .an) || isOne(start) {
      let next = skipDash(start + 1)
      guard let bottom = denominator(next, plural: false) ?? smallPart(next, behind: start), !isNameOfRank(next) else {
        return nil
      }
      return ExactDecimal(1).divided(by: ExactDecimal(bottom)).map { ($0, next + 1) }
    }
    if let bottom = denominator(start, plural: false), allowBare || word(start).number?.kind == .half,
      word(start).number?.kind == .half || word(start).number?.kind == .part
    {
      return ExactDecimal(1).divided(by: ExactDecimal(bottom)).map { ($0, start + 1) }
    }
    guard let top = bareTop(at: start) else { return nil }
    let next = skipDash(top.end)
    guard let bottom = denominator(next, plural: true), bottom != 4 || top.value < ExactDecimal(4) else { return nil }
    return top.value.divided(by: ExactDecimal(bottom)).map { ($0, next + 1) }
  }

  private func bareTop(at start: Int) -> (value: ExactDecimal, end: Int)? {
    if let value = digits(start, atMost: 3), value > 0, token(start + 1).kind == .word || isDash(start + 1),
      !isGlued(start + 1) || isDash(start + 1)
    {
      return (ExactDecimal(value), start + 1)
    }
    guard let words = wordNumeral(at: start), !words.isOrdinal, words.numeral.scale == nil else { return nil }
    return (words.numeral.value, words.numeral.end)
  }

  private func denominator(_ index: Int, plural: Bool) -> Int? {
    guard let number = word(index).number else { return nil }
    switch number.kind {
    case .parts: return plural ? Int(number.value) : nil
    case .half, .part: return plural ? nil : Int(number.value)
    case .ordinalUnit: return plural || number.value < 3 ? nil : Int(number.value)
    case .ordinalTeen, .ordinalTen, .ordinalHundred: return plural ? nil : Int(number.value)
    default: return nil
    }
  }

  /// "A thousandth"; "one thousandth" is a rank.
  private func smallPart(_ index: Int, behind start: Int) -> Int? {
    guard let number = word(index).number, number.kind == .ordinalScale, !isOne(start) else { return nil }
    return Int(number.value)
  }

  /// "A third country", "a fifth round": a rank before a noun, where "a third of" is a share.
  private func isNameOfRank(_ index: Int) -> Bool {
    switch word(index).number?.kind {
    case .half, .part: return false
    default: break
    }
    let next = token(index + 1)
    guard next.kind == .word else { return isDash(index + 1) && isGlued(index + 1) }
    if isFunction(index + 1, .straight, .consecutive, .successive) { return true }
    let word = word(index + 1)
    return word.function == nil && word.number == nil && word.relative == nil
  }

  /// "One in five", "two out of three", "one over twenty".
  private func share(from top: Numeral) -> Numeral? {
    guard let above = top.value.integer, above > 0, top.scale == nil else { return nil }
    var index = top.end
    let isOver = isFunction(index, .over) && above == 1
    if isFunction(index, .out), isFunction(index + 1, .of) {
      index += 2
    } else if isFunction(index, .in) || isOver {
      index += 1
    } else {
      return nil
    }
    if isFunction(index, .every), token(index + 1).kind == .digits || word(index + 1).number != nil { index += 1 }
    guard var bottom = bareNumeral(at: index) ?? bareScale(at: index) else { return nil }
    addScale(to: &bottom, isMoney: false)
    guard let below = bottom.value.integer, below > 1, above <= below, !bottom.isDecimal,
      isOver || isPlausibleShare(above, below, bottom), let value = top.value.divided(by: bottom.value)
    else { return nil }
    return Numeral(value: value, start: top.start, end: bottom.end, form: .fraction)
  }

  /// "In every hundred", "out of a thousand".
  private func bareScale(at index: Int) -> Numeral? {
    guard isFunction(index - 1, .every, .of), isScaleAlone(index), let number = word(index).number else { return nil }
    return Numeral(value: ExactDecimal(Int(number.value)), start: index, end: index + 1, form: .words)
  }

  private func isPlausibleShare(_ above: Int, _ below: Int, _ bottom: Numeral) -> Bool {
    if timeUnit(bottom.end) != nil || month(bottom.end) != nil { return false }
    if isFunction(bottom.start - 1, .of) { return true }
    let isRound = below <= 20 || below % 10 == 0 && below <= 100 || below == 1_000 || below % 10_000 == 0
    return (isRound || above == 1 && below <= 1_000) && above < below && !isSymbol(bottom.end, "%")
  }

  /// An ordinal: "third", "twenty-fifth", "11th".
  func ordinal(at start: Int) -> (value: Int, end: Int)? {
    if let value = digits(start, atMost: 6), isGlued(start + 1), isFunction(start + 1, Self.suffix(of: value)) {
      return (value, start + 2)
    }
    if token(start).kind == .digits, isSymbol(start + 1, ","), let grouped = digitNumeral(at: start), grouped.isGrouped,
      !grouped.isDecimal, let value = grouped.value.integer, isGlued(grouped.end),
      isFunction(grouped.end, Self.suffix(of: value))
    {
      return (value, grouped.end + 1)
    }
    if let roman = romanRank(at: start) { return roman }
    guard let words = wordNumeral(at: start), words.isOrdinal, let value = words.numeral.value.integer else {
      return nil
    }
    return (value, words.numeral.end)
  }

  /// "XIX century", "the XIV Congress", "III quarter": a Roman numeral before what is counted with them.
  private func romanRank(at start: Int) -> (value: Int, end: Int)? {
    guard let value = word(start).roman, token(start).isUpper else { return nil }
    switch timeUnit(start + 1) {
    case .century, .quarter, .half: return (value, start + 1)
    default: return word(start + 1).context.contains(.session) ? (value, start + 1) : nil
    }
  }

  private static func suffix(of value: Int) -> FunctionWord {
    switch (value % 10, value % 100) {
    case (1, let tens) where tens != 11: .st
    case (2, let tens) where tens != 12: .nd
    case (3, let tens) where tens != 13: .rd
    default: .th
    }
  }
}
