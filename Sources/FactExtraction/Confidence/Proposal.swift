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
  /// The words that its metric was chosen from, where they were asked for.
  var words: [WordSigns] = []

  /// A proposal whose confidence is the judge's.
  init(_ fact: Fact, _ cues: Cues, _ judge: FactJudge) {
    self.fact = fact
    self.cues = cues
    self.fact.evidence.confidence = judge.probability(cues)
  }

  var evidence: Evidence { fact.evidence }
}
