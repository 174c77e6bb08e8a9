internal import Glibc
internal import Lexicon
internal import PolicyModel

/// Gives proposed facts their probability by the learned weights, and says from which one on a fact is recorded.
struct FactJudge: Sendable {
  private struct Model: Sendable {
    let bias: Double
    let prior: Double
    let threshold, legislatorThreshold: Double
    private let weights: [Cue: Double]
    /// The weights in constructions that have some of their own, such as figures of money: theirs and those for all.
    private let byConstruction: [String: [Cue: Double]]

    init(_ model: FactWeights.Model) {
      bias = model.bias
      prior = model.prior
      threshold = model.threshold
      legislatorThreshold = model.legislatorThreshold ?? model.threshold
      var weights: [Cue: Double] = [:]
      var further: [String: [Cue: Double]] = [:]
      for (name, weight) in model.weights {
        if let cue = Cue(name: name) {
          weights[cue] = weight
        } else if let colon = name.firstIndex(of: ":"), let cue = Cue(name: name[name.index(after: colon)...]) {
          further[String(name[..<colon]), default: [:]][cue] = weight
        }
      }
      self.weights = weights
      byConstruction = further.mapValues { $0.merging(weights, uniquingKeysWith: +) }
    }

    /// What signs weigh in a construction.
    func weights(in construction: String) -> [Cue: Double] { byConstruction[construction] ?? weights }
  }

  private let models: [FactTable: Model]

  /// One sign's part in the log odds of a fact.
  struct Contribution: Sendable, Hashable {
    var name: String
    var weight: Double
  }

  init(_ weights: FactWeights) {
    models = Dictionary(
      uniqueKeysWithValues: FactTable.allCases.map { table in
        (table, Model(weights[table]))
      })
  }

  /// The probability that a careful reader would record the fact, 0.01 to 0.99.
  func probability(_ cues: Cues) -> Double {
    guard let model = models[cues.table] else { return cues.prior }
    var odds = model.bias + model.prior * Self.logOdds(cues.prior)
    let weights = model.weights(in: cues.construction)
    for cue in cues.all { odds += weights[cue] ?? 0 }
    return min(0.99, max(0.01, 1 / (1 + exp(-odds))))
  }

  /// The probability from which a fact with such signs is worth recording.
  func threshold(_ cues: Cues) -> Double {
    guard let model = models[cues.table] else { return 0.5 }
    return cues.isOfLegislator ? model.legislatorThreshold : model.threshold
  }

  /// What each sign adds to the log odds, the weightiest first; signs without a weight are left out.
  func contributions(_ cues: Cues) -> [Contribution] {
    guard let model = models[cues.table] else { return [] }
    let own = [
      Contribution(name: "bias", weight: model.bias),
      Contribution(name: "prior=\(cues.prior)", weight: model.prior * Self.logOdds(cues.prior)),
    ]
    let weights = model.weights(in: cues.construction)
    let signs = cues.all.compactMap { cue in weights[cue].map { Contribution(name: cue.name, weight: $0) } }
    return own + signs.sorted { (abs($0.weight), $0.name) > (abs($1.weight), $1.name) }
  }

  /// The log odds of a probability, cut off at 0.05 and 0.95.
  static func logOdds(_ probability: Double) -> Double {
    let bounded = min(0.95, max(0.05, probability))
    return log(bounded / (1 - bounded))
  }
}
