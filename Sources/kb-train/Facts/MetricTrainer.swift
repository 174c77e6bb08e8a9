import Foundation

/// Learns which words belong to metrics.
struct MetricTrainer {
  /// How well words are told apart in documents that were kept out.
  struct Scores {
    var figures = 0
    var words = 0
    /// Mean negative log likelihood of a word.
    var loss = 0.0
    /// Of the words of a probability of a half and more those that are wanted, and of those that are wanted.
    var precision = 0.0
    var recall = 0.0
  }

  private static let penalty = 5.0
  private static let folds = 5
  /// A sign of fewer words tells nothing.
  private static let fewest = 5
  /// How much a word counts in a document of the first collection, whose annotators wrote the guide.
  private static let guideWeight = 2.0

  private let documents: [[LabelledMetric]]
  private let examples: [[LogisticRegression.Example]]

  /// - Parameter collections: labelled figures by who annotated them; those of the guide first.
  init(_ collections: [[LabelledMetric]]) {
    var holders: [String: Int] = [:]
    for sign in collections.joined().lazy.flatMap(\.words).flatMap(\.signs) { holders[sign, default: 0] += 1 }
    var documents: [[LabelledMetric]] = []
    var examples: [[LogisticRegression.Example]] = []
    for (index, collection) in collections.enumerated() {
      let weight = index == 0 ? Self.guideWeight : 1
      for (_, figures) in Dictionary(grouping: collection, by: \.document).sorted(by: { $0.key < $1.key }) {
        documents.append(figures)
        examples.append(
          figures.flatMap(\.words).map { word in
            .init(
              prior: 0, signs: word.signs.filter { holders[$0, default: 0] >= Self.fewest },
              rightness: word.isWanted ? 1 : 0, weight: weight)
          })
      }
    }
    self.documents = documents
    self.examples = examples
  }

  /// The weights that all documents give.
  func train() -> LogisticRegression { LogisticRegression(examples.flatMap { $0 }, penalty: Self.penalty) }

  /// How well weights that the other documents give tell words apart.
  func heldOut() -> Scores {
    var scores = Scores(figures: documents.reduce(0) { $0 + $1.count })
    var (chosen, wanted, right) = (0, 0, 0)
    for fold in 0..<Self.folds {
      let rest = examples.indices.filter { $0 % Self.folds != fold }.flatMap { examples[$0] }
      let model = LogisticRegression(rest, penalty: Self.penalty)
      for example in examples.indices.filter({ $0 % Self.folds == fold }).flatMap({ examples[$0] }) {
        let probability = model.probability(prior: 0, signs: example.signs)
        let isWanted = example.rightness > 0
        scores.words += 1
        scores.loss -= log(max(1e-9, isWanted ? probability : 1 - probability))
        chosen += probability >= 0.5 ? 1 : 0
        wanted += isWanted ? 1 : 0
        right += probability >= 0.5 && isWanted ? 1 : 0
      }
    }
    scores.loss /= Double(max(1, scores.words))
    scores.precision = Double(right) / Double(max(1, chosen))
    scores.recall = Double(right) / Double(max(1, wanted))
    return scores
  }
}
