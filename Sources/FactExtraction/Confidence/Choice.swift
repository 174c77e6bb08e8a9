internal import PolicyModel

/// Proposals of one table divided by whether they are worth recording, each list in order of evidence.
struct Choice<Fact: Evidenced>: Sendable {
  /// What the document states.
  var accepted: [Proposal<Fact>] = []
  /// What is too doubtful; empty unless it was asked for.
  var others: [Proposal<Fact>] = []

  var facts: [Fact] { accepted.map(\.fact) }

  /// Puts in place of the facts what `revision` makes of them, one for one.
  mutating func revise(_ revision: ([Fact]) -> [Fact]) {
    for (index, fact) in revision(accepted.map(\.fact)).enumerated() { accepted[index].fact = fact }
    for (index, fact) in revision(others.map(\.fact)).enumerated() { others[index].fact = fact }
  }

  /// Puts in place of each proposal what `revision` makes of it.
  mutating func reviseEach(_ revision: (inout Proposal<Fact>) -> Void) {
    for index in accepted.indices { revision(&accepted[index]) }
    for index in others.indices { revision(&others[index]) }
  }
}

extension Choice {
  /// A proposal with what tells it from the others of its table.
  struct Candidate: Sendable {
    var proposal: Proposal<Fact>
    var identity: FactIdentity
  }

  /// Each fact once, in its fullest telling; what is accepted never gives way to what is not.
  init(_ candidates: [Candidate], judge: FactJudge, keepsOthers: Bool) {
    var ranked = candidates.indices.map { (index: $0, isAccepted: judge.accepts(candidates[$0].proposal)) }
    if !keepsOthers { ranked.removeAll { !$0.isAccepted } }
    ranked.sort { a, b in
      if a.isAccepted != b.isAccepted { return a.isAccepted }
      let (first, second) = (candidates[a.index].identity.fullness, candidates[b.index].identity.fullness)
      return first != second ? first > second : a.index < b.index
    }
    var distinct = DistinctFacts()
    for (index, isAccepted) in ranked where distinct.insert(candidates[index].identity) {
      if isAccepted {
        accepted.append(candidates[index].proposal)
      } else {
        others.append(candidates[index].proposal)
      }
    }
    accepted.sort { $0.evidence.range < $1.evidence.range }
    others.sort { $0.evidence.range < $1.evidence.range }
  }
}

extension FactJudge {
  /// Whether a proposal is worth recording.
  func accepts(_ proposal: Proposal<some Evidenced>) -> Bool {
    proposal.evidence.confidence >= threshold(proposal.cues)
  }
}
