public import PolicyModel

/// All facts that the rules propose for a document, accepted or not, with the reasons.
public struct FactProposals: Sendable {
  /// Why a proposed fact has its confidence.
  public struct Reason: Sendable {
    /// The table.
    public var table: FactTable
    /// The fact's place in the table's list of `facts`.
    public var index: Int
    /// Where the fact stands, how probable it is, and what rule fired.
    public var evidence: Evidence
    /// Whether it is probable enough to be recorded.
    public var isAccepted: Bool
    /// Whether the document is a legislator's, as far as its table has a threshold for those.
    public var isOfLegislator: Bool
    /// The confidence from which it is.
    public var threshold: Double
    /// The probability that the rule claims for itself.
    public var prior: Double
    /// The names of all signs.
    public var signs: [String]
    /// What the metric of a statistic, or the parties of another fact, were selected from.
    public var selections: [Selection]
    /// What the signs with a weight add to the log odds, after bias and prior the weightiest first.
    public var contributions: [(name: String, weight: Double)]
  }

  /// What the document may state, in order of evidence.
  public let facts: DocumentFacts
  /// A reason for each fact that is judged: all but actors and reported statements.
  public let reasons: [Reason]
  /// The frames that words may evoke but that gave no fact, in text order.
  public let nearMisses: [FrameNearMiss]

  init(_ choices: DocumentChoices, judge: FactJudge, nearMisses: [FrameNearMiss]) {
    var reasons: [Reason] = []
    func ordered<Fact>(_ choice: Choice<Fact>) -> [Fact] {
      let all = choice.accepted.map { ($0, true) } + choice.others.map { ($0, false) }
      let sorted = all.sorted { $0.0.evidence.range < $1.0.evidence.range }
      for (index, (proposal, isAccepted)) in sorted.enumerated() {
        reasons.append(Self.reason(proposal, at: index, isAccepted, judge))
      }
      return sorted.map(\.0.fact)
    }
    var facts = DocumentFacts(sentences: choices.sentences, actors: choices.actors)
    facts.events = ordered(choices.frames.events)
    facts.operations = ordered(choices.frames.operations)
    facts.commitments = ordered(choices.frames.commitments)
    facts.statistics = ordered(choices.statistics)
    facts.statements = ordered(choices.quoted) + choices.reported
    self.facts = facts
    self.reasons = reasons
    self.nearMisses = nearMisses
  }

  private static func reason<Fact>(
    _ proposal: Proposal<Fact>, at index: Int, _ isAccepted: Bool, _ judge: FactJudge
  ) -> Reason {
    Reason(
      table: proposal.cues.table, index: index, evidence: proposal.evidence, isAccepted: isAccepted,
      isOfLegislator: proposal.cues.isOfLegislator, threshold: judge.threshold(proposal.cues),
      prior: proposal.cues.prior, signs: proposal.cues.all.map(\.name),
      selections: proposal.selections,
      contributions: judge.contributions(proposal.cues).map { ($0.name, $0.weight) })
  }
}
