internal import Documents
internal import Lexicon
internal import PolicyModel

/// Finds the changes that the words between the measures of a text state.
///
/// - Complexity: O(tokens); each word of change looks at most so many tokens ahead.
struct ChangeReader {
  let parser: ExpressionParser
  let measures: [Measure]
  /// The measure that begins (with its comparator) and the one that ends at a token; -1 for none.
  private var first: [Int32]
  private var last: [Int32]
  /// The token behind each measure and its rate.
  private var behind: [Int32]

  /// How many tokens a change may reach behind its word.
  private static let reach = 24
  /// How many words may stand between a word of change and its first measure.
  private static let fillers = 8

  init(parser: ExpressionParser, measures: [Measure]) {
    self.parser = parser
    self.measures = measures
    first = [Int32](repeating: -1, count: parser.tokens.count + 1)
    last = first
    behind = [Int32](repeating: 0, count: measures.count)
    var token = 0
    for (index, measure) in measures.enumerated() {
      let outer = measure.comparatorRange.map { $0.union(measure.range) } ?? measure.range
      while token < parser.tokens.count, Int(parser.tokens[token].end) <= outer.start { token += 1 }
      guard token < parser.tokens.count else { break }
      first[token] = Int32(index)
      let end = max(outer.end, measure.rateRange?.end ?? 0)
      while token + 1 < parser.tokens.count, Int(parser.tokens[token + 1].start) < end { token += 1 }
      last[token] = Int32(index)
      behind[index] = Int32(token + 1)
      token += 1
    }
  }

  /// All changes, in order.
  func changes() -> [Change] {
    var found: [Change] = []
    for index in parser.tokens.indices where parser.tokens[index].word != 0 {
      let word = parser.word(index)
      if word.change != nil || !word.context.isDisjoint(with: [.high, .low]),
        let change = word.change != nil ? change(at: index) : extreme(at: index)
      {
        if let previous = found.last, change.range.start < previous.range.end { continue }
        found.append(change)
      }
    }
    return found
  }

  // MARK: Steps

  private func change(at index: Int) -> Change? {
    guard let word = parser.word(index).change else { return nil }
    var change = Change(range: bytes(index..<index + 1), direction: word.isUp ? .increase : .decrease)
    change.factor = factor(word, at: index)
    if let before = measure(endingBefore: index), isStep(before) {
      change.amount = before
      change.range = outer(before).union(change.range)
    }
    // "More", "lower", "above": a change only behind its amount, else a bound.
    let isComparative = parser.word(index).startsComparator || isUpTo(index)
    if !isComparative { readBehind(index, into: &change) }
    guard change.amount != nil || change.from != nil || change.to != nil || change.factor != nil else { return nil }
    return change
  }

  private func isUpTo(_ index: Int) -> Bool {
    parser.isFunction(index, .up) && parser.isFunction(index + 1, .to)
  }

  /// What follows: "by 25%", "of 40", "from 200", "to 1,200", in any order, with dates and a few words between.
  private func readBehind(_ start: Int, into change: inout Change) {
    var index = start + 1
    var fillers = 0
    var preposition: FunctionWord?
    while index < parser.tokens.count, index - start <= Self.reach {
      if let measure = beginning(at: index) {
        if isStep(measure) {
          guard take(measure, preposition, isDirect: index == start + 1, into: &change) else { return }
          change.range = change.range.union(outer(measure))
        } else if change.amount == nil, change.to == nil, change.from == nil {
          fillers += 1
        }
        index = Int(behind[measure])
        preposition = nil
        continue
      }
      guard isOpen(index, start) else { return }
      switch parser.function(index) {
      case .by, .of, .to, .from: preposition = parser.function(index)
      default:
        if parser.token(index).kind == .word {
          fillers += 1
          if preposition == .of || preposition == .by { preposition = nil }
        }
      }
      guard fillers <= Self.fillers else { return }
      index += 1
    }
  }

  /// Puts a measure into the role that its preposition gives it; false where there is none for it.
  private func take(
    _ measure: Int, _ preposition: FunctionWord?, isDirect: Bool, into change: inout Change
  ) -> Bool {
    switch preposition {
    case .by where change.amount == nil, .of where change.amount == nil && isNoun(change): change.amount = measure
    case .from where change.from == nil: change.from = measure
    case .to where change.to == nil: change.to = measure
    case nil where isDirect && change.amount == nil: change.amount = measure
    default: return false
    }
    return true
  }

  /// "A rise of 40", where "cut the number of 40 offices" has no amount; only the first word counts as a noun's.
  private func isNoun(_ change: Change) -> Bool { change.from == nil && change.to == nil }

  /// Whether the words of a change may go on over a token.
  private func isOpen(_ index: Int, _ start: Int) -> Bool {
    let token = parser.token(index)
    switch token.kind {
    case .boundary: return false
    case .digits: return true
    case .symbol:
      if parser.isSymbol(index, ",") {
        return parser.isFunction(index + 1, .to, .from, .by)
      }
      return parser.isDash(index) || parser.isApostrophe(index)
    case .word:
      if parser.isFunction(index, .and, .or) { return false }
      let word = parser.word(index)
      guard word.change != nil else { return true }
      return index == start + 1 && parser.isFunction(index, .up, .down)
    }
  }

  private func factor(_ word: ChangeWord, at index: Int) -> ExactDecimal? {
    guard let percent = word.percent else { return nil }
    let next = parser.function(index + 1)
    let isStated =
      parser.token(index).endsInEd || parser.isFunction(index - 1, .to)
      || [.the, .its, .their, .from, .in, .since, .as, .over, .to].contains(next ?? .a)
      || parser.token(index + 1).kind != .word
    guard isStated, !parser.isDash(index + 1) else { return nil }
    return word.isUp ? ExactDecimal(percent / 100 + 1) : ExactDecimal(mantissa: 5, exponent: -1)
  }

  // MARK: Extremes

  /// "A 12-month low", "the highest level since 2010", "its lowest in 20 years".
  private func extreme(at index: Int) -> Change? {
    let context = parser.word(index).context
    var change = Change(range: bytes(index..<index + 1))
    change.extreme = context.contains(.high) ? .high : .low
    if let before = measure(endingBefore: index), case .duration = measures[before].value {
      change.period = before
      change.range = outer(before).union(change.range)
      return change
    }
    guard parser.isFunction(index - 1, .the, .its, .their, .a) else { return nil }
    var next = index + 1
    while next - index <= 5, parser.token(next).kind == .word || next < first.count && first[next] >= 0 {
      if let measure = beginning(at: next) {
        guard isSpan(measure, behind: next - 1) else { return nil }
        change.period = measure
        change.range = change.range.union(measures[measure].range)
        return change
      }
      next += 1
    }
    return nil
  }

  /// "Since 2010", "in 20 years", "for a decade".
  private func isSpan(_ measure: Int, behind preposition: Int) -> Bool {
    switch measures[measure].value {
    case .date(let date): date.last == nil && date.first != nil || parser.isFunction(preposition, .since)
    case .duration: parser.isFunction(preposition, .in, .for)
    default: false
    }
  }

  // MARK: Measures beside tokens

  private func beginning(at index: Int) -> Int? { first[index] >= 0 ? Int(first[index]) : nil }

  private func measure(endingBefore index: Int) -> Int? {
    let end = parser.isDash(index - 1) ? index - 2 : index - 1
    guard end >= 0, last[end] >= 0, parser.token(index).gap != .line else { return nil }
    return Int(last[end])
  }

  private func outer(_ measure: Int) -> ByteRange {
    measures[measure].comparatorRange.map { $0.union(measures[measure].range) } ?? measures[measure].range
  }

  /// Whether a measure may be a step or an end of a change: no date and no rank.
  private func isStep(_ measure: Int) -> Bool {
    switch measures[measure].value {
    case .date, .ordinal: false
    default: true
    }
  }

  private func bytes(_ tokens: Range<Int>) -> ByteRange {
    ByteRange(Int(parser.token(tokens.lowerBound).start), Int(parser.token(tokens.upperBound - 1).end))
  }
}
