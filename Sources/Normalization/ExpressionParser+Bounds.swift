internal import Lexicon
internal import PolicyModel

extension ExpressionParser {
  /// "Since August", "by the end of 2026", "no later than 1 May", "within 28 days", "until 2028", "to date".
  func boundedExpression(at start: Int) -> CalendarRead? {
    if let length = boundedLength(at: start) { return length }
    if let today = untilToday(at: start) { return today }
    guard let preposition = bound(at: start) else { return nil }
    let index = preposition.end
    guard token(index).gap != .line || token(index).kind != .symbol else { return nil }
    if preposition.bound != .within, let inner = nowOrDate(at: index) {
      return (.bounded(preposition.bound, inner.expression), inner.end)
    }
    guard let read = calendarCore(at: index) ?? calendarCore(at: skipThe(index)),
      isComplete(read.expression)
    else { return nil }
    switch read.expression {
    case .window(let length, let sign):
      return preposition.bound == .within
        ? (.window(length, sign: sign), read.end)
        : preposition.bound == .until ? (.bounded(.until, read.expression), read.end) : nil
    case .range where preposition.bound != .within: return nil
    default: return preposition.bound == .within ? nil : (.bounded(preposition.bound, read.expression), read.end)
    }
  }

  private func bound(at start: Int) -> (bound: CalendarExpression.Bound, end: Int)? {
    switch function(start) {
    case .since: return (.since, start + 1)
    case .after, .beyond: return (.after, start + 1)
    case .before: return (.before, start + 1)
    case .until, .till, .by, .through, .thru: return (.until, start + 1)
    case .within: return (.within, start + 1)
    case .prior where isFunction(start + 1, .to): return (.before, start + 2)
    case .up where isFunction(start + 1, .to, .until):
      let isIncluding = isFunction(start + 2, .and) && isFunction(start + 3, .including)
      return (.until, isIncluding ? start + 4 : start + 2)
    case .later where isFunction(start + 1, .than): return (.after, start + 2)
    case .earlier where isFunction(start + 1, .than): return (.before, start + 2)
    case .no, .not:
      guard isFunction(start + 2, .than) || isFunction(start + 1, .before, .until) else { return nil }
      if isFunction(start + 1, .later) { return (.until, start + 3) }
      if isFunction(start + 1, .earlier) { return (.since, start + 3) }
      return isFunction(start + 1, .before) ? (.since, start + 2) : nil
    case .as where isFunction(start + 1, .early, .soon) && isFunction(start + 2, .as): return (.since, start + 3)
    case .as where isFunction(start + 1, .late) && isFunction(start + 2, .as): return (.until, start + 3)
    case .starting, .beginning, .commencing:
      if isFunction(start + 1, .on, .in, .from) { return (.since, start + 2) }
      return month(start + 1) != nil && isMonthName(start + 1) ? (.since, start + 1) : nil
    case .on where isFunction(start + 1, .or):
      return isFunction(start + 2, .before)
        ? (.until, start + 3) : isFunction(start + 2, .after) ? (.since, start + 3) : nil
    default: return nil
    }
  }

  /// "Within 28 days", "in 3 years", "more than 2 days before yesterday", "within three months of entry into force".
  private func boundedLength(at start: Int) -> CalendarRead? {
    if isFunction(start, .within, .inside), let read = length(at: skipThe(start + 1)), !isAnchored(read.end),
      read.length.coarsest.rawValue >= TimeUnit.day.rawValue
    {
      return (.window(read.length, sign: 1), read.end)
    }
    if isFunction(start, .in), let phrase = comparatorPhrase(at: start + 1), phrase.payload.leads,
      let read = length(at: phrase.end), read.length.coarsest.rawValue >= TimeUnit.day.rawValue,
      isOutlook(read, at: start)
    {
      let shifted: CalendarExpression = .shifted(read.length, sign: 1, from: nil)
      if phrase.payload.comparator.isUpper { return (.window(read.length, sign: 1), read.end) }
      return (phrase.payload.comparator.isLower ? .bounded(.after, shifted) : shifted, read.end)
    }
    if isFunction(start, .in), let read = length(at: start + 1), read.length.coarsest.rawValue >= TimeUnit.day.rawValue,
      isOutlook(read, at: start)
    {
      return (
        .shifted(read.length, sign: 1, from: nil),
        read.end
      )
    }
    guard let phrase = comparatorPhrase(at: start), phrase.payload.leads, phrase.payload.comparator != .approximately,
      !isComparison(start, phrase.end),
      let read = countLed(at: phrase.end), case .shifted(let length, let sign, let base) = read.expression
    else { return nil }
    let isMore = phrase.payload.comparator.isLower
    if isMore { return (.bounded(sign < 0 ? .before : .after, read.expression), read.end) }
    guard let base else { return (.window(length, sign: sign), read.end) }
    let inside: CalendarExpression = .bounded(sign < 0 ? .after : .before, read.expression)
    return (sign < 0 ? .range(inside, base) : .range(base, inside), read.end)
  }

  /// A length that counts from an event: "within 28 days of the decision".
  private func isAnchored(_ end: Int) -> Bool {
    isFunction(end, .of, .after, .from, .following) || isDash(end)
  }

  /// "In 3 years" is a day ahead, "the third time in 3 years" and "in two years' time" are read alike; behind a past
  /// verb or a superlative it is a length.
  private func isOutlook(_ read: (length: Length, end: Int), at start: Int) -> Bool {
    if isAnchored(read.end) || isFunction(read.end, .to) || isDash(read.end - 2) { return false }
    // "The lowest in 20 years".
    if (1...3).contains(where: { !word(start - $0).context.isDisjoint(with: [.high, .low]) }) { return false }
    return tense(before: start, after: read.end) == .future
      || isFunction(start - 1, .only) == false && isFinalPhrase(read.end)
        && tense(before: start, after: read.end) != .past
  }

  private func isFinalPhrase(_ end: Int) -> Bool { token(end).kind != .word }

  /// "To date", "till date", "up to now".
  private func untilToday(at start: Int) -> CalendarRead? {
    guard isFunction(start, .to, .till, .until), isFunction(start + 1, .date), token(start + 2).kind != .digits,
      !isFunction(start + 2, .from),
      !isDash(start - 1), !isFunction(start + 2, .with)
    else { return nil }
    return (.bounded(.before, .dayWord(0)), start + 2)
  }
}
