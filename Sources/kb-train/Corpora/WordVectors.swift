import CTrainingKernels

/// Vectors of words from the company that they keep, by skip-grams with negative samples (Mikolov et al. 2013).
///
/// Where `isStructured`, each place of the window predicts for itself (Ling et al. 2015), which brings words of one
/// syntactic behaviour together; else the window is one bag, which brings words of one topic together.
struct WordVectors {
  /// The numbers of a vector.
  static let width = Int(KB_VECTOR)

  var window: Int
  var isStructured: Bool
  var epochs = 5
  var negatives = 5
  var rarest = 3

  /// The vectors of a corpus's words, of length 1; zeros for words rarer than `rarest`.
  func train(_ corpus: Corpus, seed: UInt64) -> [Float] {
    var random = SplitMix(seed: seed)
    let count = corpus.keys.count
    var inputs = (0..<count * Self.width).map { _ in (random.unit() - 0.5) / Float(Self.width) }
    var outputs = [Float](repeating: 0, count: count * Self.width * (isStructured ? 2 * window : 1))
    let noise = noiseTable(corpus.counts)
    let kept = keptShares(corpus.counts)
    let total = corpus.words.count * epochs
    var seen = 0
    var line: [Int] = []
    for _ in 0..<epochs {
      for word in corpus.words {
        seen += 1
        if word >= 0 {
          let place = Int(word)
          if corpus.counts[place] >= rarest, random.unit() < kept[place] { line.append(place) }
          continue
        }
        let rate = 0.03 * max(0.001, 1 - Float(seen) / Float(total))
        learn(line, rate, noise, &inputs, &outputs, count: count, &random)
        line.removeAll(keepingCapacity: true)
      }
    }
    return normalized(inputs, corpus)
  }

  private func learn(
    _ line: [Int], _ rate: Float, _ noise: [Int32], _ inputs: inout [Float], _ outputs: inout [Float], count: Int,
    _ random: inout SplitMix
  ) {
    var targets: [UInt32] = []
    for center in line.indices {
      let reach = isStructured ? window : Int(random.next() % UInt64(window)) + 1
      for other in max(0, center - reach)...min(line.count - 1, center + reach) where other != center {
        let slot = isStructured ? (other < center ? center - other - 1 : window + other - center - 1) : 0
        targets.removeAll(keepingCapacity: true)
        targets.append(UInt32(slot * count + line[other]))
        for _ in 0..<negatives {
          let target = Int(noise[Int(random.next() % UInt64(noise.count))])
          if target != line[other] { targets.append(UInt32(slot * count + target)) }
        }
        step(line[center], targets, rate, &inputs, &outputs)
      }
    }
  }

  private func step(
    _ word: Int, _ targets: [UInt32], _ rate: Float, _ inputs: inout [Float], _ outputs: inout [Float]
  ) {
    unsafe inputs.withUnsafeMutableBufferPointer { inputs in
      unsafe outputs.withUnsafeMutableBufferPointer { outputs in
        unsafe targets.withUnsafeBufferPointer { targets in
          guard let input = inputs.baseAddress, let output = outputs.baseAddress, let target = targets.baseAddress
          else { return }
          unsafe kb_skip_gram(input + word * Self.width, output, target, targets.count, rate)
        }
      }
    }
  }

  /// Words as often as their count to the power of 3/4 says.
  private func noiseTable(_ counts: [Int]) -> [Int32] {
    var table: [Int32] = []
    for (word, count) in counts.enumerated() where count >= rarest {
      let root = Double(count).squareRoot()
      let share = Int((root * root.squareRoot()).rounded(.up))
      table += [Int32](repeating: Int32(word), count: share)
    }
    return table
  }

  /// The share of a frequent word's appearances that are kept.
  private func keptShares(_ counts: [Int]) -> [Float] {
    let total = Double(counts.reduce(0, +))
    return counts.map { count in
      let share = 3e-4 / (Double(count) / total)
      return Float(min(1, share.squareRoot() + share))
    }
  }

  private func normalized(_ inputs: [Float], _ corpus: Corpus) -> [Float] {
    var result = [Float](repeating: 0, count: corpus.keys.count * Self.width)
    for word in corpus.keys.indices where corpus.counts[word] >= rarest {
      let range = word * Self.width..<(word + 1) * Self.width
      let length = range.reduce(Float(0)) { $0 + inputs[$1] * inputs[$1] }.squareRoot()
      for index in range { result[index] = inputs[index] / max(length, 1e-6) }
    }
    return result
  }
}
