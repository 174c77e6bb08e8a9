import Documents
import LanguageAnalysis

/// Trains the network: epochs over the paragraphs in a new order each, batches of some hundred words, a learning rate
/// that falls to nothing. The same seed and data give the same weights, bit for bit.
struct Trainer {
  var epochs: Int
  var batchWords = 600
  var rate: Float = 0.003
  var seed: UInt64 = 20_250_301
  /// The share of paragraphs that are read once more in capitals, once more in small letters and once more without
  /// punctuation, in each epoch.
  var extraShare: Float = 0.05
  /// The share of paragraphs that are read in British spelling, where they have words that it changes.
  var britishShare: Float = 0.3
  /// The share of sentences behind one without a mark at its end that are read together with it.
  var joinedShare: Float = 0.3
  /// The count of words that are taken for unknown every other time.
  var rareness: Float = 1.5
  var shape = NetworkShape()
  /// Text that teachers have annotated, and how many words of it each epoch reads.
  var taught: [Example] = []
  var taughtWords = 0

  /// Trains on paragraphs; `report` is called after each epoch.
  func train(
    _ paragraphs: [TreebankParagraph], _ vocabulary: Vocabulary, _ knowledge: Knowledge, _ spelling: Spelling,
    report: (Int, TrainingNetwork) throws -> Void
  ) rethrows -> TrainingNetwork {
    var random = SplitMix(seed: seed)
    var shape = shape
    shape.words = vocabulary.size
    var network = TrainingNetwork(shape, knowledge, &random)
    network.wordCounts = vocabulary.counts
    network.rareness = rareness
    let regular = paragraphs.map { Example($0, vocabulary) }
    let british = paragraphs.map { $0.inBritishSpelling(spelling).map { Example($0, vocabulary) } }
    let extra =
      paragraphs.map { Example($0.inCapitals, vocabulary) }
      + paragraphs.map { Example($0.inSmallLetters, vocabulary) }
      + paragraphs.map { Example($0.withoutPunctuation, vocabulary) }
    let words = Float(regular.reduce(0) { $0 + $1.count }) * (1 + 3 * extraShare) + Float(taughtWords)
    let steps = epochs * (Int(words) / batchWords + 1)
    var step = 0
    var next = 0
    for epoch in 1...epochs {
      var examples = zip(regular, british).map { regular, british in
        (random.unit() < britishShare ? british ?? regular : regular)
          .joiningSentences(share: joinedShare, &random)
      }
      examples += extra.filter { $0.count > 0 && random.unit() < extraShare }
      examples += nextTaught(&next)
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

  /// The examples of the teachers that an epoch reads, going round.
  private func nextTaught(_ next: inout Int) -> [Example] {
    var examples: [Example] = []
    var words = 0
    while words < taughtWords, !taught.isEmpty {
      examples.append(taught[next % taught.count])
      words += examples[examples.count - 1].count
      next += 1
    }
    return examples
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
