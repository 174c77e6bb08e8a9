internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// A year in four digits, "'24", or words.
  func absoluteYear(at index: Int, from first: Int = 1000, to last: Int = 2999) -> (year: Int, end: Int)? {
    if let year = digits(index, atMost: 4), token(index).count == 4 {
      guard first...last ~= year, !isJoinedToMore(index) else { return nil }
      return (year, index + 1)
    }
    if isApostrophe(index), isGlued(index + 1), let short = digits(index + 1, atMost: 2), token(index + 1).count == 2,
      !isGlued(index + 2) || isClosing(index + 2)
    {
      return (Self.century(of: short), index + 2)
    }
    return wordYear(at: index)
  }

  /// The year of two digits: 1950 to 2049.
  static func century(of short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

  private func isJoinedToMore(_ index: Int) -> Bool {
    if isGlued(index + 1), token(index + 1).kind == .word { return !isCode(index + 1) }
    if isSymbol(index + 1, "%") { return true }
    return (isSymbol(index + 1, ",") || isSymbol(index + 1, ".")) && isGlued(index + 1) && isGlued(index + 2)
      && token(index + 2).kind == .digits
  }

  private func isCode(_ index: Int) -> Bool { isFunction(index, .q, .h) }

  /// "Nineteen ninety-six", "nineteen zero one", "two thousand and eighteen".
  private func wordYear(at start: Int) -> (year: Int, end: Int)? {
    guard let first = word(start).number else { return nil }
    if first.kind == .teen || first.kind == .ten, let year = pairYear(at: start) { return year }
    guard let words = wordNumeral(at: start), !words.isOrdinal, let value = words.numeral.value.integer,
      1_000...2_999 ~= value, words.numeral.scale == nil || value == 2_000
    else { return nil }
    return (value, words.numeral.end)
  }

  private func pairYear(at start: Int) -> (year: Int, end: Int)? {
    guard let high = belowHundred(at: start), 10...21 ~= high.value else { return nil }
    var index = skipDash(high.end)
    if word(index).number?.kind == .hundred { return (high.value * 100, index + 1) }
    let hasZero = word(index).number.map { $0.kind == .unit && $0.value == 0 } ?? false
    if hasZero { index += 1 }
    guard let low = belowHundred(at: index), hasZero ? low.value < 10 : low.value >= 10, token(index).gap != .line
    else {
      return nil
    }
    return (high.value * 100 + low.value, low.end)
  }

  private func belowHundred(at index: Int) -> (value: Int, end: Int)? {
    guard let word = word(index).number else { return nil }
    switch word.kind {
    case .unit, .teen: return (Int(word.value), index + 1)
    case .ten:
      let next = skipDash(index + 1)
      if let unit = self.word(next).number, unit.kind == .unit, unit.value > 0 {
        return (Int(word.value + unit.value), next + 1)
      }
      return (Int(word.value), index + 1)
    default: return nil
    }
  }

  /// The year behind a month, quarter or other part of it: "2025", ", 2025", "of 2025", "next year", "of that year".
  func yearTail(at start: Int, afterDay: Bool = false) -> (year: YearReference, end: Int)? {
    var index = isSymbol(start, ",") && !isGlued(start + 1) ? start + 1 : start
    if isFunction(index, .of, .in) { index += 1 }
    let isDashed = (isDash(start) || isSymbol(start, "/")) && isGlued(start) && isGlued(start + 1)
    if isDashed { index = start + 1 }
    if let year = absoluteYear(at: index, from: afterDay ? 1000 : 1500, to: afterDay ? 2999 : 2199),
      afterDay || 1900...2099 ~= year.year || index > start || !isCountOf(year.end, from: index)
    {
      return (.absolute(year.year), year.end)
    }
    if isFunction(index - 1, .of), let short = digits(index, atMost: 2), token(index).count == 2, short > 31 {
      return (.absolute(Self.century(of: short)), index + 1)
    }
    return relativeYear(at: index)
  }

  /// "Next year", "of the year", "of this year".
  func relativeYear(at start: Int) -> (year: YearReference, end: Int)? {
    let index = isFunction(start, .the) ? start + 1 : start
    if let offset = word(index).relative, timeUnit(index + 1) == .year, token(index + 1).count == 4 {
      return (.relative(offset), index + 2)
    }
    if index > start, timeUnit(index) == .year, token(index).count == 4, isFunction(start - 1, .of, .in) {
      return (.relative(0), index + 1)
    }
    return nil
  }

  /// Whether a figure that looks like a year counts the plural noun behind it: "2000 pieces".
  func isCountOf(_ index: Int, from start: Int) -> Bool {
    guard token(index).kind == .word, token(index).gap != .line else { return false }
    let word = word(index)
    if word.startsUnit && token(index).count > 2 || word.startsCurrency { return true }
    if timeUnit(index) != nil, token(index).count > 1 { return true }
    if word.context.contains(.plural) { return !isYearSetting(start - 1) }
    if word.function != nil || word.calendar != nil || word.relative != nil { return false }
    return token(index).endsInS && !token(index).isCapitalised && !isYearSetting(start - 1)
  }

  /// "The 2024 elections", "from 2005 levels": a word before the figure that makes a year of it, whatever it counts.
  private func isYearSetting(_ index: Int) -> Bool {
    if isApostrophe(index - 1) && isFunction(index, .s) || isDash(index) && isFunction(index - 1, .pre, .post) {
      return true
    }
    return isFunction(
      index, .the, .in, .from, .since, .of, .its, .their, .our, .on, .to, .until, .after, .before, .during, .by,
      .through)
  }
}
