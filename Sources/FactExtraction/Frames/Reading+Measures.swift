internal import Documents
internal import LanguageAnalysis
internal import Normalization
internal import PolicyModel

extension Reading {
  /// Whether a token belongs to a date or a length of time.
  func isTime(_ token: Int) -> Bool {
    guard let index = measure(at: token) else { return false }
    switch measures[index].value {
    case .date, .duration: return true
    default: return false
    }
  }

  /// The tokens of a noun phrase without the dates that were hung on it: "the board" of "the board on Thursday".
  func timeless(_ phrase: Range<Int>, around head: Int) -> Range<Int> {
    let date = tree.children(of: head).first { $0 > head && phrase.contains($0) && isTime($0) }
    return date.map { phrase.lowerBound..<max(head + 1, tree.subtree(of: $0).lowerBound) } ?? phrase
  }

  /// Whether a measure is an amount of money.
  func isMoney(measure index: Int) -> Bool {
    guard case .money = measures[index].value else { return false }
    return true
  }

  /// Whether a token belongs to an amount of money: "Sh1.2 billion", "SEK 4 million".
  func isMoney(at token: Int) -> Bool { measure(at: token).map(isMoney(measure:)) ?? false }

  /// Whether a token is a number in digits alone: "47130", not "47,130".
  func isDigits(_ token: Int) -> Bool { surface(token).utf8.allSatisfy(TextBytes.isDigit) }

  /// Whether a token begins with a digit.
  func startsWithDigit(_ token: Int) -> Bool { surface(token).utf8.first.map(TextBytes.isDigit) ?? false }

  /// Whether a measure is a date.
  func isDate(measure index: Int) -> Bool { date(measure: index) != nil }

  /// The day or period that a measure states, if it states one.
  func date(measure index: Int) -> ResolvedDate? {
    guard case .date(let date) = measures[index].value else { return nil }
    return date
  }

  /// Whether a range of the text shares a byte with a measure.
  func hasMeasure(in range: ByteRange) -> Bool {
    let first = measures.partitioningIndex { $0.range.end > range.start }
    return first < measures.count && measures[first].range.overlaps(range)
  }

  /// Whether a token belongs to a plain number or a figure with a unit.
  func isCount(_ token: Int) -> Bool {
    guard let index = measure(at: token) else { return false }
    switch measures[index].value {
    case .number, .quantity, .percent: return true
    default: return false
    }
  }
}

extension Reading {
  private static let firstPersons: KeySet = [TextKey("i"), TextKey("we"), TextKey("us"), TextKey("me")]

  /// Whether a token is tagged as a proper noun by either tag.
  func isProperNoun(_ token: Int) -> Bool {
    tokens[token].upos == .properNoun || tokens[token].xpos == .nnp || tokens[token].xpos == .nnps
  }

  /// Whether a token is "I" or "we".
  func isFirstPerson(_ token: Int) -> Bool { Self.firstPersons.contains(formKey(token)) }
}

extension Amount {
  /// The figure, or the lower end of a range.
  var figure: ExactDecimal? {
    switch self {
    case .exact(let value): value
    case .range(let low, let high): low ?? high
    }
  }
}
