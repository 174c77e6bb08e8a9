/// How many facts a choice of proposals finds, and how many of them are right.
struct FactScores {
  var rows = 0
  var right = 0
  var required = 0
  var found = 0

  var precision: Double { rows == 0 ? 0 : Double(right) / Double(rows) }
  var recall: Double { required == 0 ? 0 : Double(found) / Double(required) }
  var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// The scores of the proposals with at least a probability.
  init(_ documents: [LabelledProposals], _ probabilities: [[Double]], _ thresholds: Thresholds) {
    for (document, probabilities) in zip(documents, probabilities) {
      let threshold = thresholds.threshold(of: document)
      let pairs = document.pairs { probabilities[$0] >= threshold }
      rows += probabilities.count { $0 >= threshold }
      right += pairs.byProposal.count
      required += document.required.count
      found += pairs.facts.intersection(document.required).count
    }
  }
}
