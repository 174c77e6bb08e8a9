internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// What a figure is of by the words that it stands among: a punishment, a meeting, a rule, a demand, a vote.
extension FigureFilter {
  /// How far from a figure a word still says what it is of.
  private static let reach = 8

  /// The settings that speak against a figure's being a claim.
  func settings(of candidate: FigureCandidate) -> [Objection] {
    let clause = context.clause(of: candidate.head)
    let roles = context.roles(clause)
    let subject = context.subject(of: clause)
    let isSubject = subject.map { $0 == candidate.head || $0 == context.noun(of: candidate) } ?? false
    var found: [Objection] = []
    if candidate.scale == .duration {
      if isNear(candidate, .penal) { found.append(.penal) }
      if roles.contains(.sitting) || subject.map({ context.roles($0).contains(.sitting) }) ?? false {
        found.append(.sitting)
      }
    }
    if candidate.comparator != .equal || candidate.scale == .duration, isRule(clause) { found.append(.rule) }
    if candidate.scale == .count, isSubject, roles.contains(.partaking) { found.append(.partaking) }
    if !isSubject, candidate.scale != .duration, roles.contains(.asking) { found.append(.asked) }
    return found
  }

  /// Whether a clause says what holds rather than what happened: in the present or under a modal, with a word of rules.
  private func isRule(_ clause: Int) -> Bool {
    guard reading.tokens[clause].upos == .verb else { return context.roles(clause).contains(.rule) }
    let tense = VerbGroup(at: clause, in: reading).tense
    return [.present, .modal, .future].contains(tense) && context.roles(clause).contains(.rule)
  }

  private func isNear(_ candidate: FigureCandidate, _ role: FigureWords.Roles) -> Bool {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let near =
      max(
        sentence.lowerBound, candidate.tokens.lowerBound - Self.reach)..<min(
        sentence.upperBound, candidate.tokens.upperBound + Self.reach)
    return near.contains { context.roles($0).contains(role) }
  }

  /// "179 lawmakers in favour", "47 against and 33 for", "289 ayes": one side of a vote.
  func isSideOfBallot(_ candidate: FigureCandidate) -> Bool {
    guard candidate.comparator == .equal else { return false }
    if let noun = context.noun(of: candidate), Self.calls.contains(reading.formKey(noun)) { return true }
    let next = max(candidate.tokens.upperBound, context.noun(of: candidate).map { $0 + 1 } ?? 0)
    guard next < reading.tokens.count else { return false }
    if Self.calls.contains(reading.formKey(next)) { return true }
    let behind = next + 1 < reading.tokens.count ? reading.form(next + 1) : nil
    switch reading.form(next) {
    case "in": return behind == "favour" || behind == "favor"
    case "against", "for", "abstaining": return behind.map { [",", ".", "and", ";"].contains($0) } ?? true
    default: return false
    }
  }
}
