import Foundation

/// Learns the weights of one table: chooses penalty and threshold by cross-validation over documents; the threshold is the
/// highest whose F1, averaged over the collections of annotated documents, is near the best. Each collection counts the
/// same there, however many documents it has, as annotators differ in what they let pass.
struct FactTrainer {
  /// What was learned for a table.
  struct Model {
    var regression: LogisticRegression
    var penalty: Double
    var thresholds: Thresholds
    /// Of the held-out documents: mean negative log likelihood, and the scores at the threshold and with all proposals.
    var loss: Double
    var heldOut: FactScores
    /// Those of each collection at the threshold.
    var heldOutByCollection: [FactScores]
    var unfiltered: FactScores
  }

  private static let penalties = [3.0, 10, 30]
  private static let folds = 10
  private static let thresholds = stride(from: 0.1, through: 0.8, by: 0.01)
  /// Thresholds whose scores are averaged, so that none is chosen for the luck of one proposal.
  private static let smoothing = 9

  private let rules: TableRules
  private let documents: [LabelledProposals]
  /// The proposals of each document as examples.
  private let examples: [[LogisticRegression.Example]]
  private let collections: [Range<Int>]
  /// How many of the collections were annotated; of the last, if it is another, only the proposals were judged.
  private let annotated: Int
  private let sentences: [LogisticRegression.Example]

  /// - Parameters:
  ///   - rules: how the table is learned.
  ///   - collections: the documents of one table, in a fixed order, by who annotated them; those of the guide first.
  ///   - judged: documents of which only the proposals were judged.
  ///   - sentences: what else is learned from; nothing is measured on it.
  init(
    _ rules: TableRules, _ collections: [[LabelledProposals]], judged: [LabelledProposals] = [],
    sentences: [LabelledProposals]
  ) {
    self.rules = rules
    documents = (collections + [judged]).flatMap { $0 }
    let weights = collections.indices.map { $0 == 0 ? Self.guideWeight : 1 }
    examples =
      zip(collections, weights).flatMap { documents, weight in
        documents.map { Self.weighted(rules.examples($0), weight) }
      } + judged.map { Self.weighted(rules.examples($0), Self.judgedWeight) }
    annotated = collections.count { !$0.isEmpty }
    var start = 0
    self.collections = (collections + [judged]).filter { !$0.isEmpty }.map { collection in
      defer { start += collection.count }
      return start..<(start + collection.count)
    }
    self.sentences = Self.balanced(sentences.flatMap(rules.examples).map(Self.withoutWords))
  }

  private static func weighted(
    _ examples: [LogisticRegression.Example], _ weight: Double
  ) -> [LogisticRegression.Example] {
    examples.map { example in
      var weighted = example
      weighted.weight = weight
      return weighted
    }
  }

  /// How much a proposal counts in a document of the first collection, whose annotators wrote the guide.
  private static let guideWeight = 2.0
  /// How much a proposal counts in a document of which only the proposals were judged.
  private static let judgedWeight = 0.5
  /// How much a proposal for a single sentence counts beside one of a document.
  private static let sentenceWeight = 0.3

  /// An example without its evoking words: the sentences were written to have each word that frames list, so that they do
  /// not tell which of them is worth what.
  private static func withoutWords(_ example: LogisticRegression.Example) -> LogisticRegression.Example {
    var example = example
    example.signs.removeAll { $0.hasPrefix("word=") }
    return example
  }

  /// Those for sentences that state nothing weigh a quarter of the right ones together: few such sentences give any,
  /// and a document has far more of them.
  private static func balanced(_ examples: [LogisticRegression.Example]) -> [LogisticRegression.Example] {
    let right = Double(examples.count { $0.rightness > 0 })
    let wrong = Double(examples.count) - right
    return examples.flatMap { example in
      weighted([example], sentenceWeight * (example.rightness > 0 || wrong == 0 ? 1 : right / (4 * wrong)))
    }
  }

  /// Each proposal's probability by a model.
  func probabilities(_ documents: [LabelledProposals], _ model: LogisticRegression) -> [[Double]] {
    documents.map { Self.probabilities(rules.examples($0), model) }
  }

  private static func probabilities(
    _ examples: [LogisticRegression.Example], _ model: LogisticRegression
  ) -> [Double] {
    examples.map { model.probability(prior: $0.prior, signs: $0.signs) }
  }

  /// Trains on all documents with the penalty whose held-out likelihood is best.
  func train() -> Model {
    var best: (penalty: Double, loss: Double, probabilities: [[Double]])?
    for penalty in Self.penalties {
      let probabilities = heldOut(penalty)
      let loss = loss(probabilities)
      if loss < best?.loss ?? .infinity { best = (penalty, loss, probabilities) }
    }
    let (penalty, loss, probabilities) = best ?? (1, 0, documents.map { _ in [] })
    let thresholds = thresholds(probabilities)
    return Model(
      regression: LogisticRegression(examples.flatMap { $0 } + sentences, penalty: penalty), penalty: penalty,
      thresholds: thresholds, loss: loss, heldOut: FactScores(documents, probabilities, thresholds),
      heldOutByCollection: byCollection(probabilities, thresholds),
      unfiltered: FactScores(documents, probabilities, Thresholds(0)))
  }

  /// The probabilities that models of the other folds give.
  private func heldOut(_ penalty: Double) -> [[Double]] {
    var result = [[Double]](repeating: [], count: documents.count)
    for fold in 0..<Self.folds {
      let rest = documents.indices.filter { $0 % Self.folds != fold }.flatMap { examples[$0] }
      let model = LogisticRegression(rest + sentences, penalty: penalty)
      for index in documents.indices where index % Self.folds == fold {
        result[index] = Self.probabilities(examples[index], model)
      }
    }
    return result
  }

  private func loss(_ probabilities: [[Double]]) -> Double {
    var sum = 0.0
    var count = 0
    for (examples, probabilities) in zip(examples, probabilities) {
      for (right, probability) in zip(examples.map(\.rightness), probabilities) {
        sum -= right * log(max(1e-9, probability)) + (1 - right) * log(max(1e-9, 1 - probability))
        count += 1
      }
    }
    return sum / Double(max(1, count))
  }

  /// The scores of each collection.
  private func byCollection(_ probabilities: [[Double]], _ thresholds: Thresholds) -> [FactScores] {
    collections.map { FactScores(Array(documents[$0]), Array(probabilities[$0]), thresholds) }
  }

  private func thresholds(_ probabilities: [[Double]]) -> Thresholds {
    var thresholds = Thresholds(generalThreshold(probabilities))
    thresholds.ofLegislators = precise(probabilities, from: thresholds.general)
    return thresholds
  }

  /// The least threshold, no lower than another, from which four in five of what is recorded of judged documents of
  /// legislators is stated in them.
  private func precise(_ probabilities: [[Double]], from least: Double) -> Double {
    let judged = annotated < collections.count ? collections[annotated] : 0..<0
    let proposals = judged.filter { documents[$0].isOfLegislator }.flatMap { index in
      zip(documents[index].proposals, probabilities[index]).map { (isStated: $0.isStated, probability: $1) }
    }
    let candidates = stride(from: least, through: Self.mostPrecise, by: 0.01)
    let chosen = candidates.first { candidate in
      let recorded = proposals.filter { $0.probability >= candidate }
      return Double(recorded.count { $0.isStated }) >= Self.precision * Double(recorded.count)
    }
    return ((chosen ?? Self.mostPrecise) * 100).rounded() / 100
  }

  /// The share of rows that must be stated in documents of legislators, and the highest threshold that is tried for it.
  private static let precision = 0.8
  private static let mostPrecise = 0.9

  private func generalThreshold(_ probabilities: [[Double]]) -> Double {
    let candidates = Array(Self.thresholds)
    let scores = candidates.map { candidate in
      let each = byCollection(probabilities, Thresholds(candidate)).prefix(annotated).map(\.f1)
      return each.reduce(0, +) / Double(max(1, each.count))
    }
    let smoothed = scores.indices.map { index in
      let window = scores[max(0, index - Self.smoothing)...min(scores.count - 1, index + Self.smoothing)]
      return window.reduce(0, +) / Double(window.count)
    }
    let least = (smoothed.max() ?? 0) - rules.slack
    let chosen = smoothed.lastIndex { $0 >= least } ?? 0
    return (candidates[chosen] * 100).rounded() / 100
  }
}
