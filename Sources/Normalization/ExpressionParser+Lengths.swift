internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// A length of time: "three years", "five-year", "1 year, 1 month and 21 days", "an hour and a half", "3h".
  func length(at start: Int) -> (length: Length, end: Int)? {
    guard let first = lengthPart(at: start) else { return nil }
    var length = Length(parts: [first.part], isVague: first.isVague)
    var end = first.end
    if isFunction(end, .and), let half = simpleFraction(at: end + 1, allowBare: true),
      word(half.end - 1).number?.kind == .half || word(half.end - 1).number?.kind == .part,
      let count = first.part.count.adding(half.value), timeUnit(half.end) == nil
    {
      length.parts[0].count = count
      return (length, half.end)
    }
    while length.parts.count < 6 {
      var next = isSymbol(end, ",") ? end + 1 : end
      if isFunction(next, .and) { next += 1 }
      guard token(next).gap != .line, let part = lengthPart(at: next), !isArticle(next), !part.isVague,
        !length.parts.contains(where: { $0.unit == part.part.unit }), canFollow(next, from: end, part.end)
      else { break }
      length.parts.append(part.part)
      end = part.end
    }
    return (length, end)
  }

  private func isArticle(_ index: Int) -> Bool { isFunction(index, .a, .an) }

  /// A further part goes on a length unless it begins an expression of its own: "the last 3 months and 2 days ago".
  private func canFollow(_ next: Int, from end: Int, _ partEnd: Int) -> Bool {
    if isDash(partEnd - 2) && isGlued(partEnd - 1) { return false }
    let isChained = isSymbol(end, ",") || isFunction(next - 1, .and)
    return !(isChained && word(partEnd).direction != nil && isWindow(before: end))
  }

  private func isWindow(before end: Int) -> Bool {
    (2...5).contains { word(end - $0).relative ?? 0 != 0 }
  }

  private func lengthPart(at start: Int) -> (part: Length.Part, end: Int, isVague: Bool)? {
    if let vague = vagueCount(at: start), let unit = timeUnit(vague.end), unit != .weekend {
      return (Length.Part(count: ExactDecimal(vague.count), unit: unit), vague.end + 1, vague.isVague)
    }
    guard let count = lengthCount(at: start), !isRank(count) else { return nil }
    var index = count.end
    var isWorking = false
    let isHyphenated = isDash(index)
    if isHyphenated { index += 1 }
    // "A third straight year" is a rank.
    guard count.form != .fraction || !isPlainAdjective(index) else { return nil }
    while index - count.end < 2, isFunction(index, .working, .business, .whole, .current) || isPlainAdjective(index) {
      isWorking = isWorking || isFunction(index, .working, .business)
      index += 1
    }
    guard let unit = timeUnit(index), unit != .weekend, unit != .half, isUnitSpelling(index, unit),
      unit != .quarter || count.form != .article,
      unit != .quarter || token(index - 1).kind == .word && count.form != .digits
    else { return nil }
    return (Length.Part(count: count.value, unit: unit, isWorking: isWorking && unit == .day), index + 1, false)
  }

  /// "A second wave": a rank before a noun, not a second.
  private func isRank(_ count: Numeral) -> Bool {
    count.form == .article && timeUnit(count.end) == .second && token(count.end + 1).kind == .word
      && word(count.end + 1).function == nil
  }

  /// "Calendar", "consecutive" and "full" before a unit of time.
  private func isPlainAdjective(_ index: Int) -> Bool {
    if case .yearKind(.calendar)? = word(index).calendar { return true }
    return isFunction(index, .full, .consecutive, .successive, .straight, .more, .additional, .extra, .further)
  }

  /// "H", "w" and "y" are units only glued to digits.
  private func isUnitSpelling(_ index: Int, _ unit: TimeUnit) -> Bool {
    if token(index).count == 1 { return isGlued(index) && token(index - 1).kind == .digits && !isGlued(index + 1) }
    if unit == .second || unit == .minute, token(index).count <= 3 {
      return !isSymbol(index + 1, "-") || !isGlued(index + 1)
    }
    return token(index).gap != .line || index > 0
  }

  private func lengthCount(at start: Int) -> Numeral? {
    // "Half an hour", "one and half hour".
    if let half = simpleFraction(at: start, allowBare: true) {
      let article = isFunction(half.end, .of) ? half.end + 1 : half.end
      if isFunction(article, .a, .an), timeUnit(article + 1) != nil {
        return Numeral(value: half.value, start: start, end: article + 1, form: .fraction)
      }
    }
    if isFunction(start, .a, .an), timeUnit(start + 1) != nil {
      return Numeral(value: ExactDecimal(1), start: start, end: start + 1, form: .article)
    }
    guard var numeral = numeral(at: start), isFreestanding(numeral) || timeUnit(numeral.end) != nil else { return nil }
    if isFunction(numeral.end, .and), word(numeral.end + 1).number?.kind == .half,
      timeUnit(numeral.end + 2) != nil, let half = ExactDecimal(mantissa: 5, exponent: -1),
      let value = numeral.value.adding(half)
    {
      numeral.value = value
      numeral.end += 2
    }
    numeral.end = repeatedInParentheses(behind: numeral)
    return numeral
  }

  /// "A few", "several", "a couple of".
  private func vagueCount(at start: Int) -> (count: Int, end: Int, isVague: Bool)? {
    var index = start
    if isArticle(index) { index += 1 }
    switch function(index) {
    case .few, .several: return (3, index + 1, true)
    case .couple:
      return (2, isFunction(index + 1, .of) ? index + 2 : index + 1, false)
    default: return nil
    }
  }
}
