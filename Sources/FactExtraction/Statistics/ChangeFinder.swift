internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Tells whether a figure is a change, and which way: "rose by 12%", "an increase of 40", "15 more than in May".
struct ChangeFinder {
  let context: FigureContext

  private static let mostSteps = 4
  private static let results: Set<String> = ["to", "from", "at"]

  private var reading: Reading { context.reading }

  /// The change that the figure states, or nil where it is a level.
  func change(of candidate: FigureCandidate) -> Statistic.Change? {
    if let own = candidate.change { return own }
    if let marker = reading.tree.caseMarker(of: candidate.head), Self.results.contains(reading.form(marker)) {
      return nil
    }
    guard candidate.scale != .duration else { return nil }
    if let beside = beside(candidate) { return beside }
    guard candidate.scale == .share || hasBy(candidate) || isSizeOfChange(candidate) else { return nil }
    return governing(candidate)
  }

  /// "A $1 billion increase".
  private func isSizeOfChange(_ candidate: FigureCandidate) -> Bool {
    guard [.compound, .nummod, .amod].contains(reading.tokens[candidate.head].relation),
      let noun = reading.tree.head(of: candidate.head), noun > candidate.head, reading.tokens[noun].upos == .noun
    else { return false }
    return change(context.roles(noun)) != nil
  }

  /// By the words next to the figure: "up 12%", "12% fewer", "12 per cent more".
  private func beside(_ candidate: FigureCandidate) -> Statistic.Change? {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let behind = candidate.tokens.upperBound
    if behind < sentence.upperBound, isComparative(behind), let change = change(context.roles(behind)) { return change }
    for token in candidate.tokens.lowerBound - 2..<candidate.tokens.lowerBound where token >= sentence.lowerBound {
      let form = reading.form(token)
      if form == "up" || form == "down", behindUpTo(token, candidate) == false {
        return form == "up" ? .increase : .decrease
      }
    }
    return nil
  }

  /// Whether "up to" stands for an upper bound rather than a direction.
  private func behindUpTo(_ token: Int, _ candidate: FigureCandidate) -> Bool {
    token + 1 < candidate.tokens.lowerBound && reading.form(token + 1) == "to"
  }

  private func isComparative(_ token: Int) -> Bool {
    [.jjr, .rbr].contains(reading.tokens[token].xpos) || ["up", "down"].contains(reading.form(token))
  }

  private func hasBy(_ candidate: FigureCandidate) -> Bool {
    // "A drop of 3.5 million inspections": the preposition is that of what is counted.
    let isCounted = reading.tokens[candidate.head].relation == .nummod
    let token = (isCounted ? reading.tree.head(of: candidate.head) : nil) ?? candidate.head
    return reading.tree.caseMarker(of: token).map { ["by", "of"].contains(reading.form($0)) } ?? false
  }

  /// By the verb or noun that governs the figure.
  private func governing(_ candidate: FigureCandidate) -> Statistic.Change? {
    var current = candidate.head
    for _ in 0..<Self.mostSteps {
      guard let head = reading.tree.head(of: current) else { return nil }
      if let change = change(context.roles(head)) { return isAnother(current, of: head) ? nil : change }
      if reading.tokens[head].upos == .verb { return nil }
      current = head
    }
    return nil
  }

  /// Whether a word is the subject or a clause of the word of change, so that the figure is no measure of it.
  private func isAnother(_ token: Int, of head: Int) -> Bool {
    [.nsubj, .nsubjPass, .advcl, .ccomp, .conj, .parataxis, .relativeClause].contains(reading.tokens[token].relation)
  }

  private func change(_ roles: FigureWords.Roles) -> Statistic.Change? {
    if roles.contains(.rise) == roles.contains(.fall) { return nil }
    return roles.contains(.rise) ? .increase : .decrease
  }
}
