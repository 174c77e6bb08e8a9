internal import LanguageAnalysis
internal import Lexicon

/// Tells figures of what is meant to happen from figures of what has: "will hire 40", "to build 5,000".
struct FigureOutlook {
  let context: FigureContext

  private static let modals: Set<String> = ["will", "would", "shall", "should", "'ll", "’ll", "must"]
  private static let stated: FigureWords.Roles = [.rise, .fall, .double, .halve, .level]
  private static let mostSteps = 4

  private var reading: Reading { context.reading }

  /// Whether the figure belongs to a clause about the future that is no forecast.
  ///
  /// - Parameter isShare: whether the figure is a share, which a clause states where its verb does.
  func isIntended(_ candidate: FigureCandidate, isShare: Bool = false) -> Bool {
    var clause = context.clause(of: candidate.head)
    for _ in 0..<Self.mostSteps {
      let roles = context.roles(clause)
      if isInfinitive(clause) { return !isForecast(clause) && (isShare || roles.isDisjoint(with: Self.stated)) }
      if hasModal(clause) { return roles.isDisjoint(with: Self.stated) }
      guard [.acl, .conj].contains(reading.tokens[clause].relation), let head = reading.tree.head(of: clause) else {
        return false
      }
      let next = context.clause(of: head)
      if next == clause { return false }
      clause = next
    }
    return false
  }

  private func isInfinitive(_ verb: Int) -> Bool {
    guard reading.tokens[verb].upos == .verb else { return false }
    return reading.tree.children(of: verb, [.mark]).contains { reading.form($0) == "to" && $0 < verb }
  }

  private func hasModal(_ verb: Int) -> Bool {
    reading.tree.children(of: verb, [.aux]).contains { Self.modals.contains(reading.form($0)) }
  }

  /// Whether the clause says what is expected: "is projected to reach".
  private func isForecast(_ verb: Int) -> Bool {
    guard let head = reading.tree.head(of: verb) else { return false }
    return context.roles(head).contains(.forecast)
  }

  /// Whether the verb is past or perfect, and no modal makes it a wish.
  func isPast(_ verb: Int) -> Bool {
    !hasModal(verb) && [.vbd, .vbn].contains(reading.tokens[verb].xpos) && !isInfinitive(verb)
  }

  /// Whether the verb is in the perfect: "has inspected".
  func isPerfect(_ verb: Int) -> Bool {
    !hasModal(verb) && reading.tree.children(of: verb, [.aux]).contains { reading.lemma($0) == "have" }
  }
}
