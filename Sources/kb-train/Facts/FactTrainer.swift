import Foundation

/// Learns the weights of one table: chooses penalty and threshold by cross-validation over documents; the threshold is the
/// highest whose F1, averaged over the collections of documents, is near the best. Each collection counts the same there,
/// however many documents it has, as annotators differ in what they let pass.
struct FactTrainer {
  /// What was learned for a table.
  struct Model {
    var regression: LogisticRegression
    var penalty: Double
    var threshold: Double
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
  private static let smoothing = 5
  /// How much of the best F1 is given up for precision: where recording more and less is nearly as good, less is better,
  /// since each row is read by somebody.
  private static let slack = 0.001

  private let documents: [LabelledProposals]
  private let collections: [Range<Int>]
  private let sentences: [LogisticRegression.Example]

  /// - Parameters:
  ///   - collections: the documents of one table, in a fixed order, by who annotated them.
  ///   - sentences: what else is learned from; nothing is measured on it.
  init(_ collections: [[LabelledProposals]], sentences: [LabelledProposals]) {
    self.sentences = Self.weighted(Self.examples(sentences))
    documents = collections.flatMap { $0 }
    var start = 0
    self.collections = collections.filter { !$0.isEmpty }.map { collection in
      defer { start += collection.count }
      return start..<(start + collection.count)
    }
  }

  /// The log odds of a probability, cut off as the judge of facts does it.
  static func logOdds(_ probability: Double) -> Double {
    let bounded = min(0.95, max(0.05, probability))
    return log(bounded / (1 - bounded))
  }

  private static func examples(_ documents: [LabelledProposals]) -> [LogisticRegression.Example] {
    documents.flatMap { document in
      zip(document.proposals, document.labels).map { .init(prior: logOdds($0.prior), signs: $0.signs, isRight: $1) }
    }
  }

  /// How much a proposal for a single sentence counts beside one of a document.
  private static let sentenceWeight = 0.3

  /// Those for sentences that state nothing weigh a quarter of the right ones together: few such sentences give any,
  /// and a document has far more of them.
  private static func weighted(_ examples: [LogisticRegression.Example]) -> [LogisticRegression.Example] {
    let right = Double(examples.count(where: \.isRight))
    let wrong = Double(examples.count) - right
    return examples.map { example in
      var weighted = example
      weighted.weight = sentenceWeight * (example.isRight || wrong == 0 ? 1 : right / (4 * wrong))
      return weighted
    }
  }

  /// Each proposal's probability by a model.
  static func probabilities(_ documents: [LabelledProposals], _ model: LogisticRegression) -> [[Double]] {
    documents.map { document in
      document.proposals.map { model.probability(prior: logOdds($0.prior), signs: $0.signs) }
    }
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
    let threshold = threshold(probabilities)
    return Model(
      regression: LogisticRegression(Self.examples(documents) + sentences, penalty: penalty), penalty: penalty,
      threshold: threshold, loss: loss, heldOut: FactScores(documents, probabilities, threshold: threshold),
      heldOutByCollection: byCollection(probabilities, threshold: threshold),
      unfiltered: FactScores(documents, probabilities, threshold: 0))
  }

  /// The probabilities that models of the other folds give.
  private func heldOut(_ penalty: Double) -> [[Double]] {
    var result = [[Double]](repeating: [], count: documents.count)
    for fold in 0..<Self.folds {
      let rest = documents.indices.filter { $0 % Self.folds != fold }.map { documents[$0] }
      let model = LogisticRegression(Self.examples(rest) + sentences, penalty: penalty)
      for index in documents.indices where index % Self.folds == fold {
        result[index] = Self.probabilities([documents[index]], model)[0]
      }
    }
    return result
  }

  private func loss(_ probabilities: [[Double]]) -> Double {
    var sum = 0.0
    var count = 0
    for (document, probabilities) in zip(documents, probabilities) {
      for (isRight, probability) in zip(document.labels, probabilities) {
        sum -= log(max(1e-9, isRight ? probability : 1 - probability))
        count += 1
      }
    }
    return sum / Double(max(1, count))
  }

  /// The scores of each collection.
  private func byCollection(_ probabilities: [[Double]], threshold: Double) -> [FactScores] {
    collections.map { FactScores(Array(documents[$0]), Array(probabilities[$0]), threshold: threshold) }
  }

  private func threshold(_ probabilities: [[Double]]) -> Double {
    let candidates = Array(Self.thresholds)
    let scores = candidates.map { candidate in
      let each = byCollection(probabilities, threshold: candidate).map(\.f1)
      return each.reduce(0, +) / Double(max(1, each.count))
    }
    let smoothed = scores.indices.map { index in
      let window = scores[max(0, index - Self.smoothing)...min(scores.count - 1, index + Self.smoothing)]
      return window.reduce(0, +) / Double(window.count)
    }
    let least = (smoothed.max() ?? 0) - Self.slack
    let chosen = smoothed.lastIndex { $0 >= least } ?? 0
    return (candidates[chosen] * 100).rounded() / 100
  }
}
