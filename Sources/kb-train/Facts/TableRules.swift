import Foundation

/// How one table is learned.
struct TableRules {
  /// How right a proposal is that annotators let pass without asking for it, 0 to 1.
  var optional = 1.0
  /// Whether each sign has a weight of its own in each construction besides the one for all: "money:marker=of".
  var isByConstruction = false

  /// How much of the best F1 is given up for precision: where recording more and less is nearly as good, less is better,
  /// since each row is read by somebody.
  var slack = 0.005

  /// The rules of a table. Annotators let figures pass more freely than facts of other tables, and money is read by other
  /// signs than counts are.
  init(_ table: String) {
    // Nearly every quotation that is found is one, so that there is little to be won.
    if table == "statements" { slack = 0.001 }
    // What evokes an operation means another thing most often.
    if table == "operations" { slack = 0.01 }
    guard table == "statistics" else { return }
    optional = 0.5
    isByConstruction = true
  }

  /// The proposals of a document as examples.
  func examples(_ document: LabelledProposals) -> [LogisticRegression.Example] {
    zip(document.proposals, document.rightness(optional: optional)).map { proposal, right in
      .init(prior: Self.logOdds(proposal.prior), signs: signs(of: proposal), rightness: right)
    }
  }

  private func signs(of proposal: LabelledProposals.Proposal) -> [String] {
    let family = "construction="
    guard isByConstruction, let own = proposal.signs.first(where: { $0.hasPrefix(family) }) else {
      return proposal.signs
    }
    return proposal.signs + proposal.signs.map { "\(own.dropFirst(family.count)):\($0)" }
  }

  /// The log odds of a probability, cut off as the judge of facts does it.
  private static func logOdds(_ probability: Double) -> Double {
    let bounded = min(0.95, max(0.05, probability))
    return log(bounded / (1 - bounded))
  }
}
