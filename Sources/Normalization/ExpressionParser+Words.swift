internal import Lexicon
internal import PolicyModel

/// The state of a number in words: scaled groups that are done, and the group under way.
private struct WordNumber {
  var total: Int64 = 0
  var group: Int64 = 0
  var hasGroup = false
  var lastScale = Int64.max
  /// The largest value that may still be added to the group: 9 after "twenty", 99 after "hundred".
  var room: Int64 = 999
  var isEmpty: Bool { total == 0 && !hasGroup }

  mutating func add(_ value: Int64, leaving space: Int64) -> Bool {
    guard value <= room else { return false }
    group += value
    hasGroup = true
    room = space
    return true
  }

  mutating func hundred() -> Bool {
    guard group < 100, group > 0 || !hasGroup else { return false }
    group = max(group, 1) * 100
    hasGroup = true
    room = 99
    return true
  }

  mutating func scale(_ value: Int64) -> Bool {
    if !hasGroup, total > 0 { return multiply(value) }
    guard value < lastScale else { return false }
    let (scaled, overflow) = max(group, hasGroup ? 0 : 1).multipliedReportingOverflow(by: value)
    let (sum, overflowed) = total.addingReportingOverflow(scaled)
    guard !overflow, !overflowed, scaled > 0 else { return false }
    total = sum
    lastScale = value
    group = 0
    hasGroup = false
    room = 999
    return true
  }

  /// A scale right behind another: "lakh crore", "thousand million".
  private mutating func multiply(_ value: Int64) -> Bool {
    let (product, overflow) = total.multipliedReportingOverflow(by: value)
    guard !overflow else { return false }
    total = product
    lastScale = max(lastScale, value)
    return true
  }

  mutating func dozen() {
    let tail = group % 100
    group += max(tail, 1) * 12 - tail
    hasGroup = true
    room = 0
  }

  var value: Int64? {
    let (sum, overflow) = total.addingReportingOverflow(group)
    return overflow ? nil : sum
  }
}

extension ExpressionParser {
  /// The words of a number are at most so many, so that reading stays linear.
  private static let longest = 24

  /// A cardinal or ordinal in words: "forty-five thousand", "one hundred and sixth".
  func wordNumeral(at start: Int) -> (numeral: Numeral, isOrdinal: Bool)? {
    var number = WordNumber()
    return wordNumeral(at: start, from: start, into: &number)
  }

  /// The rest of a number in words behind digits and a scale: "6 crore and two hundred", "3 hundred and one".
  func wordTail(behind numeral: Numeral) -> Numeral? {
    guard let value = numeral.value.integer, value > 0 else { return nil }
    var number = WordNumber()
    if let scale = numeral.scale?.integer {
      number.total = Int64(value)
      number.lastScale = Int64(scale)
    } else {
      guard value < 1_000, number.add(Int64(value), leaving: 0) else { return nil }
    }
    guard let tail = wordNumeral(at: numeral.start, from: numeral.end, into: &number), !tail.isOrdinal else {
      return nil
    }
    // "$19.5 billion ten years earlier": what is rounded to a scale goes on with another, not with units.
    if let scale = numeral.scale, let whole = tail.numeral.value.integer, let least = scale.integer, least >= 1_000_000,
      whole - value < 1_000
    {
      return nil
    }
    return tail.numeral
  }

  private func wordNumeral(
    at start: Int, from first: Int, into number: inout WordNumber
  ) -> (numeral: Numeral, isOrdinal: Bool)? {
    var index = first
    var end = first
    var isOrdinal = false
    while index - first < Self.longest, !isOrdinal {
      var next = index
      if end > first, isDash(next), token(next - 1).kind == .word, joins(next) { next += 1 }
      if end > first, isDash(next), isFunction(next + 1, .and), isDash(next + 2), isGlued(next + 2) { next += 1 }
      if end > start, isFunction(next, .and) {
        next = isDash(next - 1) && isDash(next + 1) ? next + 1 : next
        guard canFollowAnd(next + 1, number) else { break }
        next += 1
      }
      guard token(next).gap != .line || next == first || token(next).kind == .word,
        let word = word(next).number, step(word, &number, &isOrdinal)
      else { break }
      end = next + 1
      index = end
    }
    guard end > first, let value = number.value, let exact = ExactDecimal(mantissa: value, exponent: 0) else {
      return nil
    }
    var numeral = Numeral(value: exact, start: start, end: end, form: .words)
    if number.lastScale < .max, !number.hasGroup {
      numeral.scale = ExactDecimal(mantissa: number.lastScale, exponent: 0)
    }
    if !isOrdinal { addPoint(to: &numeral) }
    return (numeral, isOrdinal)
  }

  /// A hyphen inside "twenty-one": between a multiple of ten and a smaller number, or before a scale.
  private func joins(_ dash: Int) -> Bool {
    guard let left = word(dash - 1).number, let right = word(dash + 1).number else { return false }
    switch right.kind {
    case .unit, .ordinalUnit: return left.kind == .ten || left.kind == .hundred || left.kind == .scale
    case .hundred, .scale, .ordinalHundred, .ordinalScale: return true
    default: return left.kind == .hundred || left.kind == .scale
    }
  }

  /// "And" goes on a number after a hundred or a scale, before something smaller.
  private func canFollowAnd(_ next: Int, _ number: WordNumber) -> Bool {
    guard let kind = word(next).number?.kind else { return false }
    if isDenominator(next + 1) || isDash(next + 1) && isDenominator(next + 2) { return false }
    switch kind {
    case .unit, .teen, .ten, .ordinalUnit, .ordinalTeen, .ordinalTen:
      return number.hasGroup ? number.room == 99 : number.lastScale < .max
    default: return false
    }
  }

  /// Whether the word behind a numerator is a denominator: "thirds", "half", and "fourth" in "one fourth".
  private func isDenominator(_ index: Int) -> Bool {
    switch word(index).number?.kind {
    case .parts, .half, .part: true
    case .ordinalUnit, .ordinalTeen: word(index - 1).number?.kind == .unit
    default: false
    }
  }

  private func step(_ word: NumberWord, _ number: inout WordNumber, _ isOrdinal: inout Bool) -> Bool {
    switch word.kind {
    case .hundreds, .scales, .short, .dozens: guard !number.isEmpty else { return false }
    default: break
    }
    switch word.kind {
    case .unit: return number.add(word.value, leaving: 0)
    case .teen: return number.room >= 99 && number.add(word.value, leaving: 0)
    case .ten: return number.room >= 99 && number.add(word.value, leaving: 9)
    case .hundred, .hundreds: return number.hundred()
    case .scale, .scales, .short: return number.scale(word.value)
    case .dozen, .dozens:
      number.dozen()
      return true
    case .ordinalUnit, .ordinalTeen, .ordinalTen:
      isOrdinal = word.kind == .ordinalUnit || number.room >= 99
      return isOrdinal && number.add(word.value, leaving: 0)
    case .ordinalHundred:
      isOrdinal = true
      return number.hundred()
    case .ordinalScale:
      isOrdinal = true
      return number.scale(word.value)
    default: return false
    }
  }

  /// "Point zero three", "point eleven".
  private func addPoint(to numeral: inout Numeral) {
    guard isFunction(numeral.end, .point) else { return }
    var mantissa: Int64 = 0
    var places = 0
    var index = numeral.end + 1
    while places < 9, let digit = word(index).number, digit.kind == .unit || digit.kind == .teen || digit.kind == .ten {
      mantissa = mantissa * (digit.kind == .unit ? 10 : 100) + digit.value
      places += digit.kind == .unit ? 1 : 2
      index += 1
    }
    guard places > 0, let part = ExactDecimal(mantissa: mantissa, exponent: -places),
      let value = numeral.value.adding(part)
    else { return }
    numeral.value = value
    numeral.isDecimal = true
    numeral.end = index
  }
}
