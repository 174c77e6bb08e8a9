internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
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
    if isFunction(numeral.end, .bc, .bce) { return false }
    if isClockTime(numeral) || isListMarker(numeral) || isHouseNumber(numeral) { return false }
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
      guard isGlued(index), !isTallyDash(index) else { return true }
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
    if isListedBehindDesignator(numeral.start) || isCitation(numeral.start - 1) { return true }
    var index = numeral.start - 1
    if isSymbol(index, ".") { index -= 1 }
    if isSymbol(index, "(") { return isReferenceMark(numeral) || isYearOfNumber(numeral.start, numeral.end) }
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

  /// "Sections 3 and 4", "Amendments 15 to 19", "Articles 2, 3 and 5".
  private func isListedBehindDesignator(_ start: Int) -> Bool {
    var index = start
    for _ in 0..<6 {
      let joint = index - 1
      guard isFunction(joint, .to, .and, .or) || isSymbol(joint, ",") || isDash(joint),
        token(isSymbol(joint - 1, ",") ? joint - 2 : joint - 1).kind == .digits
      else { return false }
      index = isSymbol(joint - 1, ",") ? joint - 2 : joint - 1
      let before = index - 1
      if token(before).kind == .word {
        return word(before).context.contains(.designator) && token(before).isCapitalised && token(before).endsInS
      }
    }
    return false
  }

  /// "§ 1983", "Group of 77", "c. 162" behind the number of a volume or act.
  private func isCitation(_ index: Int) -> Bool {
    if isSymbol(index, "§") || isSymbol(index, "№") { return true }
    if isFunction(index, .of), token(index - 1).isCapitalised, word(index - 1).context.contains(.designator) {
      return !token(index - 1).endsInS && token(index - 2).kind != .boundary
    }
    return isSymbol(index, ".") && isCitedPart(index - 1)
  }

  /// "C." behind a figure, a comma or a semicolon: the column or chapter of a citation, not "circa".
  func isCitedPart(_ index: Int) -> Bool {
    isFunction(index, .c) && isSymbol(index + 1, ".")
      && (token(index - 1).kind == .digits || isSymbol(index - 1, ",") || isSymbol(index - 1, ";"))
  }

  /// "10 Downing Street", "1600 Pennsylvania Avenue".
  private func isHouseNumber(_ numeral: Numeral) -> Bool {
    guard numeral.plainInteger != nil else { return false }
    return (1...3).contains { ahead in
      (0...ahead).allSatisfy { token(numeral.end + $0).isCapitalised && token(numeral.end + $0).gap == .blank }
        && word(numeral.end + ahead).context.contains(.street)
    }
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
    if isDash(end), next.payload == 0x2D, after.kind == .word {
      return !after.isUpper || after.count > 3 || after.count > 1 && unitSymbol(at: end + 1) != nil
    }
    let isSeparator = isSymbol(end, ".") || isSymbol(end, ",") || isSymbol(end, "_") || isSymbol(end, "@")
    return
      !(isSeparator && (after.kind == .digits || next.payload != 0x2C && after.kind == .word && !after.isCapitalised))
  }

  /// Whether a word glued to the numeral is a unit, a currency or the like.
  private func unitOrScale(behind numeral: Numeral) -> Bool {
    let end = numeral.end
    if unitSymbol(at: end) != nil || percentUnit(at: end) != nil || isFunction(end, .c, .f) && token(end).isUpper {
      return true
    }
    if currencySymbol(at: end) != nil || timeUnit(end) != nil { return true }
    return word(end).startsUnit || word(end).startsCurrency
  }
}
