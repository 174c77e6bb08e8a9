import Documents
import LanguageAnalysis

/// Trains the network: epochs over the paragraphs in a new order each, batches of some hundred words, a learning rate
/// that falls to nothing. The same seed and data give the same weights, bit for bit.
struct Trainer {
  var epochs: Int
  var batchWords = 600
  var rate: Float = 0.003
  var seed: UInt64 = 20_250_301
  /// The share of paragraphs that are read once more in capitals, and once more without punctuation, in each epoch.
  var extraShare: Float = 0.05
  var shape = NetworkShape()

  /// Trains on paragraphs; `report` is called after each epoch.
  func train(
    _ paragraphs: [TreebankParagraph], _ vocabulary: Vocabulary, _ knowledge: Knowledge,
    report: (Int, TrainingNetwork) throws -> Void
  ) rethrows -> TrainingNetwork {
    var random = SplitMix(seed: seed)
    var shape = shape
    shape.words = vocabulary.size
    var network = TrainingNetwork(shape, knowledge, &random)
    network.wordCounts = vocabulary.counts
    let regular = paragraphs.map { Example($0, vocabulary) }
    let extra =
      paragraphs.map { Example($0.inCapitals, vocabulary) }
      + paragraphs.map { Example($0.withoutPunctuation, vocabulary) }
    let words = Float(regular.reduce(0) { $0 + $1.count }) * (1 + 2 * extraShare)
    let steps = epochs * (Int(words) / batchWords + 1)
    var step = 0
    for epoch in 1...epochs {
      var examples = regular + extra.filter { $0.count > 0 && random.unit() < extraShare }
      examples.shuffle(using: &random)
      for batch in batches(examples) {
        let progress = Float(step) / Float(steps)
        let warm = min(1, Float(step + 1) / 200)
        network.train(batch, Optimizer(rate: rate * warm * max(0.01, 1 - progress)), &random)
        step += 1
      }
      try report(epoch, network)
    }
    return network
  }

  private func batches(_ examples: [Example]) -> [Example] {
    var batches: [Example] = []
    var batch = Example()
    for example in examples {
      batch.append(example)
      if batch.count >= batchWords {
        batches.append(batch)
        batch = Example()
      }
    }
    if batch.count > 0 { batches.append(batch) }
    return batches
  }
}
