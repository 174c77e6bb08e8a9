internal import PolicyModel

/// A fact with the words that state it.
protocol Evidenced: Sendable {
  var evidence: Evidence { get set }
}

extension Event: Evidenced {}
extension Operation: Evidenced {}
extension Commitment: Evidenced {}
extension Statistic: Evidenced {}
extension Statement: Evidenced {}

/// A fact that a rule proposes, with what speaks for and against it.
struct Proposal<Fact: Evidenced>: Sendable {
  var fact: Fact
  let cues: Cues
  /// What its metric and its parties were selected from, where that was asked for.
  var selections: [Selection] = []

  /// A proposal whose confidence is the judge's.
  init(_ fact: Fact, _ cues: Cues, _ judge: FactJudge) {
    self.fact = fact
    self.cues = cues
    self.fact.evidence.confidence = judge.probability(cues)
  }

  var evidence: Evidence { fact.evidence }
}
