internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// The signs of what a figure stands among: what it counts, whose clause it is in, which promise or deed claims it.
extension StatisticCues {
  private static let additions: KeySet = KeySet(words: "additional another further extra more new")
  /// How sure a claim is, by its least confidence.
  private static let likely = 0.7
  /// The most tokens of a sentence that is one.
  private static let longest = 60
  private static let possible = 0.3

  /// Notes the surroundings of a figure.
  func noteSurroundings(of candidate: FigureCandidate, _ cues: inout Cues) {
    let clause = context.clause(of: candidate.head)
    cues.note(.object, context.noun(of: candidate).map(group) ?? "none")
    cues.note(.subject, context.subject(of: clause).map { $0 == candidate.head ? "figure" : group($0) } ?? "none")
    cues.note(.determiner, determiner(of: candidate))
    cues.note(.quoted, reading.quoted[candidate.head] ? "yes" : "no")
    noteMarker(candidate, &cues)
    noteGovernor(candidate, clause, &cues)
    noteClaims(candidate, &cues)
    noteDates(candidate, &cues)
    noteCondition(clause, &cues)
    cues.note(.value, "unseparated", if: isUnseparated(candidate))
    cues.note(.outlook, "defining", if: definesClass(candidate))
    cues.note(.rivals, "adjacent", if: hasNumberBeside(candidate))
    let length = reading.sentences[reading.sentence(of: candidate.head)].tokens.count
    cues.note(.length, "run-on", if: length > Self.longest)
  }

  private func group(_ token: Int) -> String { context.group(token, actors) }

  private func determiner(of candidate: FigureCandidate) -> String {
    let first = candidate.tokens.lowerBound
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    for token in [first - 1, candidate.tokens.upperBound] where sentence.contains(token) {
      if Self.additions.contains(reading.formKey(token)) { return "addition" }
    }
    guard sentence.contains(first - 1) else { return "start" }
    switch reading.tokens[first - 1].upos {
    case .determiner: return ["a", "an"].contains(reading.form(first - 1)) ? "indefinite" : "definite"
    case .pronoun: return "definite"
    default: return "none"
    }
  }

  /// The preposition of the figure or of what it counts, as far as it is a common one.
  private func noteMarker(_ candidate: FigureCandidate, _ cues: inout Cues) {
    let token = context.noun(of: candidate) ?? candidate.head
    guard let marker = reading.tree.caseMarker(of: token) ?? reading.tree.caseMarker(of: candidate.head) else {
      cues.note(.marker, "none")
      return
    }
    cues.note(.marker, Self.markers.contains(reading.formKey(marker)) ? reading.form(marker) : "other")
  }

  private static let markers: KeySet = KeySet(
    words: "of in to by for from at with on over than under between among about within through against as into per")

  /// What the verb, and the noun above the figure, do to figures.
  private func noteGovernor(_ candidate: FigureCandidate, _ clause: Int, _ cues: inout Cues) {
    let roles = context.roles(clause)
    for (role, name) in Self.governors where roles.contains(role) { cues.note(.governor, name) }
    cues.note(.governor, "none", if: roles.isSubset(of: .wording))
    let token = context.noun(of: candidate) ?? candidate.head
    if let head = reading.tree.head(of: token), head != clause {
      let roles = context.roles(head)
      for (role, name) in Self.governors where roles.contains(role) { cues.note(.governor, "noun-" + name) }
    }
    guard reading.tokens[clause].upos == .verb else { return }
    var kinds: [String] = []
    for candidate in context.frames.candidates(for: reading.lemmaKey(clause))
    where candidate.evoker.trigger == .verb && candidate.evoker.others.isEmpty {
      guard let kind = context.frames.frames[candidate.frame].kind?.description, !kinds.contains(kind) else { continue }
      kinds.append(kind)
    }
    // In a fixed order, so that the weights add up to the same number in every run.
    for kind in kinds.sorted() { cues.note(.governor, "kind-" + kind) }
    // The clause above an infinitive or a participle tells whether it is wished, told or planned.
    let tense = VerbGroup(at: clause, in: reading).tense
    if tense == .infinitive || tense == .participle || tense == .bare, let head = reading.tree.head(of: clause) {
      let above = context.clause(of: head)
      if reading.tokens[above].upos == .verb {
        cues.note(.reality, "under-\(VerbGroup(at: above, in: reading).tense.rawValue)")
      }
    }
  }

  private static let governors: [(FigureWords.Roles, String)] = [
    (.rise, "rise"), (.fall, "fall"), (.total, "total"), (.giving, "giving"), (.fund, "fund"), (.target, "target"),
    (.forecast, "forecast"), (.level, "level"), (.handing, "handing"), (.claim, "claim"), (.account, "account"),
    (.intent, "intent"), (.rule, "rule"), (.asking, "asking"), (.label, "label"),
  ]

  /// How surely a promise or a deed claims the figure or the words that it stands in.
  private func noteClaims(_ candidate: FigureCandidate, _ cues: inout Cues) {
    guard let claims = claims[reading.sentence(of: candidate.head)] else { return }
    let range = reading.tree.bytes(candidate.tokens)
    var best = [Double?](repeating: nil, count: Self.claimNames.count)
    for claim in claims {
      guard claim.value.map(candidate.holds) ?? claim.range.contains(range) else { continue }
      let place = (claim.value == nil ? 2 : 0) + (claim.table == .commitments ? 1 : 0)
      best[place] = max(best[place] ?? 0, claim.confidence)
    }
    for (name, confidence) in zip(Self.claimNames, best) {
      guard let confidence else { continue }
      let level = confidence >= Self.likely ? "likely" : confidence >= Self.possible ? "possible" : "unlikely"
      cues.note(.rivals, "\(name)-\(level)")
    }
  }

  private static let claimNames = ["deed", "promise", "in-deed", "in-promise"]

  /// Whether a date of the sentence lies ahead of the document: "by 2030".
  private func noteDates(_ candidate: FigureCandidate, _ cues: inout Cues) {
    guard let published = reading.document.published?.date else { return }
    let tokens = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let isAhead = reading.measures(in: tokens).contains { index in
      let date = reading.date(measure: index)
      return (date?.first ?? date?.last).map { $0 > published } ?? false
    }
    cues.note(.deadline, isAhead ? "ahead" : "none")
  }

  /// Whether the clause or one above it is a condition ("if it grows by 4 percent") or denied.
  private func noteCondition(_ clause: Int, _ cues: inout Cues) {
    var clause = clause
    for _ in 0..<3 {
      if reading.tree.children(of: clause, [.mark]).contains(where: { Self.conditions.contains(reading.formKey($0)) }) {
        cues.note(.reality, "conditional")
      }
      if reading.tree.children(of: clause, [.advmod, .det]).contains(where: {
        VerbGroup.negations.contains(reading.formKey($0))
      }) {
        cues.note(.reality, "negated")
      }
      guard let head = reading.tree.head(of: clause) else { return }
      let above = context.clause(of: head)
      if above == clause { return }
      clause = above
    }
  }

  private static let conditions = KeySet(words: "if unless whether provided assuming lest until")

  /// "Companies with up to 100 employees", "firms that earn less than $5 million": a bound that says which things are meant.
  private func definesClass(_ candidate: FigureCandidate) -> Bool {
    guard candidate.comparator != .equal else { return false }
    var token = context.noun(of: candidate) ?? candidate.head
    for _ in 0..<Self.reach {
      guard let head = reading.tree.head(of: token) else { return false }
      let relation = reading.tokens[token].relation
      if [.relativeClause, .acl, .nmod].contains(relation), reading.tokens[head].xpos == .nns,
        reading.measure(at: head) == nil, reading.tree.child(of: head, [.det, .nummod, .nmodPoss]) == nil
      {
        return true
      }
      token = head
    }
    return false
  }

  /// Three digits and more without a separator of thousands: "911", "1559" and "47130" are often names.
  private func isUnseparated(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    return candidate.scale == .count && reading.isDigits(first) && reading.surface(first).utf8.count > 2
  }

  private func hasNumberBeside(_ candidate: FigureCandidate) -> Bool {
    let tokens = reading.sentences[reading.sentence(of: candidate.head)].tokens
    return [candidate.tokens.lowerBound - 1, candidate.tokens.upperBound].contains { token in
      tokens.contains(token) && reading.startsWithDigit(token)
    }
  }
}
