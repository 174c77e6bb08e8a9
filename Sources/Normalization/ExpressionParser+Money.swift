internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// Money whose symbol or code stands before the figure: "£30m", "US$ 5 million", "Rs 500 crore", "MAUD 60".
  func leadingMoney(at start: Int) -> Figure? {
    if let negative = negativeMoney(at: start) { return negative }
    guard let sign = leadingCurrency(at: start) else { return nil }
    guard var numeral = numeral(at: sign.end, isMoney: true), numeral.form != .article, numeral.form != .fraction,
      numeral.form == .digits || token(sign.end - 1).kind == .symbol || token(sign.end - 1).count == 3,
      token(numeral.start).gap != .line
    else { return nil }
    guard !isGlued(numeral.end) || token(numeral.end).kind != .digits else { return nil }
    // "R75bn" and "N500,000" are money, "R5" and "N95" are names.
    let isLetter = token(start).kind == .word && token(start).count == 1 && sign.end == start + 1
    guard !isLetter || numeral.isGrouped || numeral.scale != nil || numeral.isDecimal else { return nil }
    // "COP 27" is a meeting, "COP 27 million" are pesos.
    let isName = token(start).count == 3 && sign.end == start + 1 && word(start).context.contains(.designator)
    guard
      !isName || numeral.isGrouped || numeral.scale != nil || numeral.isDecimal || numeral.value >= ExactDecimal(100)
    else { return nil }
    apply(sign.name, to: &numeral)
    var figure = Figure(numeral, kind: .money(sign.name), start: start)
    if isSymbol(numeral.end, "/"), isSymbol(sign.end - 1, "/") { return nil }
    // A code that repeats the symbol: "$5m USD", "$20 Canadian".
    if let repeated = currencySymbol(at: figure.end), case .currency = repeated.payload.meaning,
      token(figure.end).kind == .word, token(figure.end).count == 3
    {
      figure.kind = .money(repeated.payload)
      figure.end = repeated.end
    } else if let repeated = currencyName(at: figure.end), !repeated.payload.isMinor,
      lexicon.currencies.share(sign.name.meaning, repeated.payload.meaning)
    {
      // "$1.2 billion dollars".
      figure.end = repeated.end
    }
    addMinor(to: &figure)
    return figure
  }

  /// "-$5 million", "minus £3".
  private func negativeMoney(at start: Int) -> Figure? {
    let isWord = isFunction(start, .minus, .negative)
    let isSign = isDash(start) && token(start).payload != 0x2014 && !isGlued(start) && isGlued(start + 1)
    guard isWord || isSign, token(start + 1).kind == .symbol, !isDash(start + 1),
      var figure = leadingMoney(at: start + 1), let value = ExactDecimal.zero.subtracting(figure.low.value)
    else { return nil }
    figure.low.value = value
    figure.start = start
    return figure
  }

  /// "5 dollars and 50 cents", "100 rupees, 20 paise": the minor unit behind the major one.
  private func addMinor(to figure: inout Figure) {
    guard case .money(let major) = figure.kind, !major.isMinor, figure.minor == nil, figure.low.scale == nil else {
      return
    }
    var index = isSymbol(figure.end, ",") ? figure.end + 1 : figure.end
    if isFunction(index, .and) { index += 1 }
    guard token(index).gap != .line, let numeral = bareCount(at: index), numeral.value < ExactDecimal(100),
      let minor = currencyName(at: numeral.end), minor.payload.isMinor,
      lexicon.currencies.share(major.meaning, minor.payload.meaning) || isCent(minor.payload, of: major),
      let value = numeral.value.multiplied(by: ExactDecimal(mantissa: 1, exponent: -2) ?? .zero)
    else { return }
    figure.minor = value
    figure.end = minor.end
  }

  /// "And fifty pence", "50p".
  private func hasMinor(behind start: Int) -> Bool {
    guard let count = bareCount(at: isFunction(start, .and) ? start + 1 : start) else { return false }
    return currencyName(at: count.end)?.payload.isMinor ?? false
  }

  /// Whole numbers only: "fifty", "50".
  private func bareCount(at index: Int) -> Numeral? {
    if let digits = digitNumeral(at: index) { return digits.isDecimal ? nil : digits }
    guard let words = wordNumeral(at: index), !words.isOrdinal else { return nil }
    return words.numeral
  }

  /// Cents are hundredths of every currency that has no name of its own for them.
  private func isCent(_ minor: CurrencyName, of major: CurrencyName) -> Bool {
    guard case .family(let index) = minor.meaning, lexicon.currencies.families[index].usual == CurrencyCode("USD"),
      case .currency(let code) = major.meaning
    else { return false }
    return code != CurrencyCode("GBP")
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
    return isApart && isGlued(found.end) && !token(start).isUpper ? nil : (found.payload, found.end)
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
    addMinor(to: &figure)
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
    if numeral.scale != nil || hasMinor(behind: end) { return true }
    if isFunction(end, .of) { return false }
    if let country = context.country?.description, country == "GB" || country == "IE" { return true }
    return (1...6).contains { word(start - 1 - $0).context.contains(.money) }
  }
}
