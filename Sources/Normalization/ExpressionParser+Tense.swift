internal import Lexicon

/// Whether a sentence speaks of what lies ahead or behind.
enum Tense {
  case past, future, unknown
}

extension ExpressionParser {
  /// How far a cue may stand from a date.
  private static let reach = 12

  /// The tense by the cue nearest to an expression within its sentence; the left one unless the other
  /// is more than twice as near.
  func tense(before start: Int, after end: Int) -> Tense {
    let left = cue(from: start - 1, step: -1)
    let right = cue(from: end, step: 1)
    guard let left else { return right?.tense ?? .unknown }
    guard let right else { return left.tense }
    return right.distance * 2 + 1 < left.distance ? right.tense : left.tense
  }

  private func cue(from start: Int, step: Int) -> (tense: Tense, distance: Int)? {
    var index = start
    for distance in 0..<Self.reach {
      let token = token(index)
      if token.kind == .boundary || isSentenceEnd(index) { return nil }
      let context = word(index).context
      if context.contains(.future), month(index) == nil || !token.isCapitalised { return (.future, distance) }
      if step < 0, distance == 0, context.contains(.bounding) { return (.future, distance) }
      if context.contains(.past) || token.endsInEd { return (isAwaited(index) ? .future : .past, distance) }
      index += step
    }
    return nil
  }

  /// "Will be held", "to be published": a participle of what is to come.
  private func isAwaited(_ index: Int) -> Bool { isFunction(index - 1, .be) || isFunction(index - 2, .be) }

  private func isSentenceEnd(_ index: Int) -> Bool {
    guard isSymbol(index, ".") || isSymbol(index, "?") || isSymbol(index, "!") || isSymbol(index, ";") else {
      return false
    }
    let next = token(index + 1)
    return next.kind == .boundary || next.gap != .none && (next.isCapitalised || next.kind != .word)
  }
}
