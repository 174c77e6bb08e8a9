import Foundation

/// Learns which options are wanted in one place of facts.
struct SelectionTrainer {
  /// How well options are told apart in documents that were kept out.
  struct Scores {
    var selections = 0
    var options = 0
    /// Mean negative log likelihood of an option.
    var loss = 0.0
    /// The share of wanted ones among those with a probability of a half and more, and of those among the wanted.
    var precision = 0.0
    var recall = 0.0
  }

  private static let penalty = 5.0
  private static let folds = 5
  /// A sign of fewer options tells nothing.
  private static let fewest = 5
  /// How much an option counts in a document of the first collection, whose annotators wrote the guide.
  private static let guideWeight = 2.0

  private let count: Int
  /// The options of each document as examples.
  private let examples: [[LogisticRegression.Example]]

  /// - Parameter collections: labelled selections of one place by who annotated them; those of the guide first.
  init(_ collections: [[LabelledSelection]]) {
    var holders: [String: Int] = [:]
    for sign in collections.joined().lazy.flatMap(\.options).flatMap(\.signs) { holders[sign, default: 0] += 1 }
    var examples: [[LogisticRegression.Example]] = []
    for (index, collection) in collections.enumerated() {
      let weight = index == 0 ? Self.guideWeight : 1
      let documents = Dictionary(grouping: collection, by: \.document).sorted { $0.key < $1.key }
      examples += documents.map { _, selections in
        selections.flatMap(\.options).map { option in
          .init(
            prior: 0, signs: option.signs.filter { holders[$0, default: 0] >= Self.fewest },
            rightness: option.isWanted ? 1 : 0, weight: weight)
        }
      }
    }
    count = collections.reduce(0) { $0 + $1.count }
    self.examples = examples
  }

  /// The weights that all documents give.
  func train() -> LogisticRegression { LogisticRegression(examples.flatMap { $0 }, penalty: Self.penalty) }

  /// How well weights that the other documents give tell options apart.
  func heldOut() -> Scores {
    var scores = Scores(selections: count)
    var (chosen, wanted, right) = (0, 0, 0)
    for fold in 0..<Self.folds {
      let rest = examples.indices.filter { $0 % Self.folds != fold }.flatMap { examples[$0] }
      let model = LogisticRegression(rest, penalty: Self.penalty)
      for example in examples.indices.filter({ $0 % Self.folds == fold }).flatMap({ examples[$0] }) {
        let probability = model.probability(prior: 0, signs: example.signs)
        let isWanted = example.rightness > 0
        scores.options += 1
        scores.loss -= log(max(1e-9, isWanted ? probability : 1 - probability))
        chosen += probability >= 0.5 ? 1 : 0
        wanted += isWanted ? 1 : 0
        right += probability >= 0.5 && isWanted ? 1 : 0
      }
    }
    scores.loss /= Double(max(1, scores.options))
    scores.precision = Double(right) / Double(max(1, chosen))
    scores.recall = Double(right) / Double(max(1, wanted))
    return scores
  }
}
