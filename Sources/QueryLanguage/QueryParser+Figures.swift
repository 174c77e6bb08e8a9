internal import Documents
internal import PolicyModel

/// Figures: `100`, `1,000`, `£1m`, `10 million euros`, `GBP 5m`, `50%`, `100 officers`.
extension QueryParser {
  /// A figure with the number of its words, and whether a "+" says that it is the least.
  typealias FigureReading = (value: ExactDecimal, unit: FigureBound.Unit, isLeast: Bool, count: Int)

  /// The figure at a place, or nil.
  func figure(at start: Int) -> FigureReading? {
    guard start < tokens.count, !tokens[start].isQuoted else { return nil }
    var next = start
    var currency = CurrencyCode?.none
    var value: ExactDecimal
    if let glued = gluedFigure(tokens[next].folded) {
      (value, currency, next) = (glued.value, glued.currency, next + 1)
      if glued.isPercent {
        let isLeast = isPlus(at: next)
        return (value, .noun("percent"), isLeast, isLeast ? 2 : 1)
      }
    } else if let code = currencyCode(at: next), next + code.count < tokens.count,
      let glued = gluedFigure(tokens[next + code.count].folded)
    {
      (value, currency, next) = (glued.value, code.code, next + code.count + 1)
    } else if let number = self.value(.number, at: next), let word = ExactDecimal(number.value) {
      (value, next) = (word, next + number.count)
    } else {
      return nil
    }
    if let power = self.value(.multiplier, at: next), let scaled = Self.scaled(value, power.value) {
      (value, next) = (scaled, next + power.count)
    }
    let isLeast = isPlus(at: next)
    if isLeast { next += 1 }
    if currency == nil, let code = currencyCode(at: next) { (currency, next) = (code.code, next + code.count) }
    if currency == nil, let noun = unitNoun(at: next) {
      return (value, .noun(noun.noun), isLeast, next + noun.count - start)
    }
    return (value, currency.map { .money($0) } ?? .unsaid, isLeast, next - start)
  }

  private func isPlus(at index: Int) -> Bool { index < tokens.count && tokens[index].folded == "+" }

  /// A whole number from 1 at a place, in digits or as a word.
  func wholeNumber(at start: Int) -> (value: Int, count: Int)? {
    guard start < tokens.count, !tokens[start].isQuoted else { return nil }
    if let number = Int(tokens[start].folded), number > 0 { return (number, 1) }
    guard let word = value(.number, at: start), let number = Int(word.value) else { return nil }
    return (number, word.count)
  }

  /// A currency named by its code, symbol or name.
  func currencyCode(at start: Int) -> (code: CurrencyCode, count: Int)? {
    guard let found = value(.currency, at: start), let code = CurrencyCode(found.value) else { return nil }
    return (code, found.count)
  }

  /// `£1.5m`, `1,000`, `50%`, `us$5bn`: a currency's sign, digits, and a multiplier in one word.
  private func gluedFigure(_ word: String) -> (value: ExactDecimal, currency: CurrencyCode?, isPercent: Bool)? {
    func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
    guard let first = word.firstIndex(where: isDigit) else { return nil }
    let sign = String(word[..<first])
    let body = word[first...].prefix { isDigit($0) || $0 == "," || $0 == "." }
    let suffix = String(word[first...].dropFirst(body.count))
    guard var value = ExactDecimal(body.filter { $0 != "," }) else { return nil }
    var currency = CurrencyCode?.none
    if !sign.isEmpty {
      guard let code = single(.currency, sign).flatMap({ CurrencyCode($0) }) else { return nil }
      currency = code
    }
    if suffix == "%" { return (value, nil, true) }
    if let code = single(.currency, suffix) {
      currency = CurrencyCode(code)
    } else if !suffix.isEmpty {
      guard let power = single(.multiplier, suffix), let scaled = Self.scaled(value, power) else { return nil }
      value = scaled
    }
    return (value, currency, false)
  }

  private func single(_ role: QueryVocabulary.Role, _ word: String) -> String? {
    vocabulary.meanings(of: word).first { $0.role == role }?.value
  }

  private static func scaled(_ value: ExactDecimal, _ power: String) -> ExactDecimal? {
    Int(power).flatMap { ExactDecimal(mantissa: 1, exponent: $0) }.flatMap { value.multiplied(by: $0) }
  }

  /// The noun that a figure counts, in the singular: a known unit, or a word that means nothing else here.
  private func unitNoun(at start: Int) -> (noun: String, count: Int)? {
    if let unit = value(.unit, at: start) { return (unit.value, unit.count) }
    guard start < tokens.count, !tokens[start].isQuoted, longestTerm(at: start) == nil,
      tokens[start].folded.allSatisfy({ $0.isLetter || $0 == "-" }), placeReference(at: start) == nil,
      knownName(at: start) == nil
    else { return nil }
    return (Self.singular(tokens[start].folded), 1)
  }

  /// The singular of a regular plural in small letters.
  static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
    return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }
}
