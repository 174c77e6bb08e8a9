internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// Money whose symbol or code stands before the figure: "£30m", "US$ 5 million", "Rs 500 crore", "MAUD 60".
  func leadingMoney(at start: Int) -> Figure? {
    guard let sign = leadingCurrency(at: start) else { return nil }
    guard var numeral = numeral(at: sign.end, isMoney: true), numeral.form != .article, numeral.form != .fraction,
      numeral.form == .digits || token(sign.end - 1).kind == .symbol || token(sign.end - 1).count == 3,
      token(numeral.start).gap != .line
    else { return nil }
    guard !isGlued(numeral.end) || token(numeral.end).kind != .digits else { return nil }
    // "R75bn" and "N500,000" are money, "R5" and "N95" are names.
    let isLetter = token(start).kind == .word && token(start).count == 1 && sign.end == start + 1
    guard !isLetter || numeral.isGrouped || numeral.scale != nil || numeral.isDecimal else { return nil }
    apply(sign.name, to: &numeral)
    var figure = Figure(numeral, kind: .money(sign.name), start: start)
    // A code that repeats the symbol: "$5m USD", "$20 Canadian".
    if let repeated = currencySymbol(at: figure.end), case .currency = repeated.payload.meaning,
      token(figure.end).kind == .word, token(figure.end).count == 3
    {
      figure.kind = .money(repeated.payload)
      figure.end = repeated.end
    }
    return figure
  }

  /// A symbol or code that may stand before a figure.
  func leadingCurrency(at start: Int) -> (name: CurrencyName, end: Int)? {
    let token = token(start)
    guard token.kind == .symbol || token.kind == .word && token.payload != 0 && token.count <= 5 else { return nil }
    if isGlued(start), self.token(start - 1).kind == .word || self.token(start - 1).kind == .digits { return nil }
    if let marked = markedSign(at: start) { return marked }
    if let found = currencySymbol(at: start), found.payload.mayLead, isLeading(start, found.end) {
      return (found.payload, found.end)
    }
    return nil
  }

  /// A sign with its country before it, perhaps apart or in small letters: "us $", "c $", "usd$", "hk $".
  private func markedSign(at start: Int) -> (name: CurrencyName, end: Int)? {
    guard token(start).kind == .word, token(start + 1).kind == .symbol, !isFunction(start, .a),
      !isApostrophe(start - 1),
      let found = currencySign(at: start)
    else { return nil }
    let isApart = token(start + 1).gap != .none
    // "Gave us $5": the sign stands with its figure.
    return isApart && isGlued(found.end) ? nil : (found.payload, found.end)
  }

  /// Multiplies by the thousand or million in the name of a currency ("MUSD").
  private func apply(_ name: CurrencyName, to numeral: inout Numeral) {
    guard name.power > 0, let value = numeral.value.multiplied(by: .power(ofTen: name.power)) else { return }
    numeral.value = value
    numeral.scale = .power(ofTen: name.power)
  }

  /// One letter or two ("R", "Br", "Le") must be glued to its figure or be followed by a blank and a grouped figure.
  private func isLeading(_ start: Int, _ end: Int) -> Bool {
    guard token(end - 1).kind == .word, token(start).count <= 2, end == start + 1 else { return true }
    return isGlued(end) && token(end).kind == .digits || token(start).count == 2 && token(end).kind == .digits
  }

  /// Money whose currency stands behind the figure: "40 million euros", "12p", "5 USD", "10 €", "75 USD million".
  func trailingMoney(behind numeral: Numeral, at index: Int) -> Figure? {
    guard let found = trailingCurrency(at: index, behind: numeral) else { return nil }
    var numeral = numeral
    apply(found.name, to: &numeral)
    numeral.end = found.end
    addScale(to: &numeral, isMoney: false)
    var figure = Figure(numeral, kind: .money(found.name), end: numeral.end)
    if token(found.end - 1).count == 3, numeral.end == found.end, numeral.plainInteger != nil,
      let cents = digits(numeral.end, atMost: 2), token(numeral.end).count == 2, !isDash(numeral.end + 1),
      timeUnit(numeral.end + 1) == nil
    {
      figure.minor = ExactDecimal(mantissa: Int64(cents), exponent: -2)
      figure.end += 1
    }
    return figure
  }

  private func trailingCurrency(
    at index: Int, behind numeral: Numeral
  ) -> (name: CurrencyName, end: Int)? {
    if word(index).startsCurrency, token(index).gap != .none || isDash(index - 1) || numeral.form == .digits,
      let found = currencyName(at: index), isMoneyName(index, found.end, numeral)
    {
      return (found.payload, found.end)
    }
    guard !isDash(index - 1) else { return nil }
    if let found = currencySymbol(at: index), isTrailing(index, found, behind: numeral) {
      return (found.payload, found.end)
    }
    return nil
  }

  private func isTrailing(
    _ index: Int, _ found: (payload: CurrencyName, end: Int), behind numeral: Numeral
  ) -> Bool {
    let last = token(found.end - 1)
    if isGlued(found.end), token(found.end).kind == .digits || token(found.end).kind == .word { return false }
    if found.payload.isMinor { return isGlued(index) && numeral.form == .digits || last.kind == .symbol }
    if last.kind == .symbol {
      // The sign of "10 $" belongs to the figure before it unless another follows: "$ 20 $ 37".
      return token(found.end).kind != .digits && isSymbol(index, "$") || isSymbol(index, "€")
        || token(found.end).kind != .digits
    }
    return last.count >= 3 && token(index).isUpper || last.count >= 2 && !last.isUpper
  }

  /// "Pounds" may be a weight, "crown", "mark" and "real" common nouns, "pence" and "cents" always money.
  private func isMoneyName(_ start: Int, _ end: Int, _ numeral: Numeral) -> Bool {
    guard end == start + 1, word(start).startsUnit, unitName(at: start) != nil else { return true }
    if numeral.scale != nil { return true }
    if let country = context.country?.description, country == "GB" || country == "IE" {
      return !isFunction(end, .of)
    }
    return (1...6).contains { word(start - 1 - $0).context.contains(.money) }
  }
}
