public import PolicyModel

/// All facts that the rules propose for a document, accepted or not, with the reasons.
public struct FactProposals: Sendable {
  /// Why a proposed fact has its confidence.
  public struct Reason: Sendable, Hashable {
    /// The table.
    public var table: FactTable
    /// Where the fact stands, how probable it is, and what rule fired.
    public var evidence: Evidence
    /// Whether it is probable enough to be recorded.
    public var isAccepted: Bool
    /// The probability that the rule claims for itself.
    public var prior: Double
    /// The names of all signs.
    public var signs: [String]
    /// What the signs with a weight add to the log odds, after bias and prior the weightiest first.
    public var contributions: [(name: String, weight: Double)] { parts.map { ($0.name, $0.weight) } }
    let parts: [FactJudge.Contribution]
  }

  /// What the document may state, in order of evidence.
  public let facts: DocumentFacts
  /// A reason for each fact of the tables that are judged, table by table.
  public let reasons: [Reason]
  /// The confidence from which a fact of a table is recorded.
  public let thresholds: [FactTable: Double]

  init(_ choices: DocumentChoices, judge: FactJudge) {
    facts = choices.everything
    func reasons<Fact>(_ choice: Choice<Fact>) -> [Reason] {
      let accepted = choice.accepted.map { Self.reason($0, true, judge) }
      return accepted + choice.others.map { Self.reason($0, false, judge) }
    }
    self.reasons =
      reasons(choices.frames.events) + reasons(choices.frames.operations) + reasons(choices.frames.commitments)
      + reasons(choices.statistics) + reasons(choices.quoted)
    thresholds = Dictionary(uniqueKeysWithValues: FactTable.allCases.map { ($0, judge.threshold(of: $0)) })
  }

  private static func reason<Fact>(_ proposal: Proposal<Fact>, _ isAccepted: Bool, _ judge: FactJudge) -> Reason {
    Reason(
      table: proposal.cues.table, evidence: proposal.evidence, isAccepted: isAccepted,
      prior: proposal.cues.prior, signs: proposal.cues.all.map(\.name), parts: judge.contributions(proposal.cues))
  }
}
