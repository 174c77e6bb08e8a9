import LanguageAnalysis

/// Vectors of words from the company that they keep, by skip-grams with negative samples (Mikolov et al. 2013).
///
/// Where `isStructured`, each place of the window predicts for itself (Ling et al. 2015), which brings words of one
/// syntactic behaviour together; else the window is one bag, which brings words of one topic together.
struct WordVectors {
  /// The numbers of a vector.
  static let width = 64
  private typealias Lanes = SIMD16<Float>
  private static let lanes = width / 16

  var window: Int
  var isStructured: Bool
  var epochs = 5
  var negatives = 5
  var rarest = 3

  /// The vectors of a corpus's words, of length 1; zeros for words rarer than `rarest`.
  func train(_ corpus: Corpus, seed: UInt64) -> [Float] {
    var random = SplitMix(seed: seed)
    let count = corpus.keys.count
    let lanes = Self.lanes
    var inputs = (0..<count * lanes).map { _ in
      Lanes((0..<16).map { _ in (random.unit() - 0.5) / Float(Self.width) })
    }
    var outputs = [Lanes](repeating: .zero, count: count * lanes * (isStructured ? 2 * window : 1))
    let noise = noiseTable(corpus.counts)
    let kept = keptShares(corpus.counts)
    let total = corpus.words.count * epochs
    var seen = 0
    for _ in 0..<epochs {
      var line: [Int] = []
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
    _ line: [Int], _ rate: Float, _ noise: [Int32], _ inputs: inout [Lanes], _ outputs: inout [Lanes], count: Int,
    _ random: inout SplitMix
  ) {
    for center in line.indices {
      let reach = isStructured ? window : Int(random.next() % UInt64(window)) + 1
      for other in max(0, center - reach)...min(line.count - 1, center + reach) where other != center {
        let slot = isStructured ? (other < center ? center - other - 1 : window + other - center - 1) : 0
        step(line[center], line[other], slot * count, rate, noise, &inputs, &outputs, &random)
      }
    }
  }

  private func step(
    _ word: Int, _ company: Int, _ base: Int, _ rate: Float, _ noise: [Int32], _ inputs: inout [Lanes],
    _ outputs: inout [Lanes], _ random: inout SplitMix
  ) {
    let lanes = Self.lanes
    let input = word * lanes
    var change = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    for sample in 0...negatives {
      let target = sample == 0 ? company : Int(noise[Int(random.next() % UInt64(noise.count))])
      if sample > 0, target == company { continue }
      let output = (base + target) * lanes
      var product = inputs[input] * outputs[output]
      for lane in 1..<lanes { product += inputs[input + lane] * outputs[output + lane] }
      let score = Self.logistic(product.sum())
      let step = rate * ((sample == 0 ? 1 : 0) - score)
      change.0 += step * outputs[output]
      change.1 += step * outputs[output + 1]
      change.2 += step * outputs[output + 2]
      change.3 += step * outputs[output + 3]
      for lane in 0..<lanes { outputs[output + lane] += step * inputs[input + lane] }
    }
    inputs[input] += change.0
    inputs[input + 1] += change.1
    inputs[input + 2] += change.2
    inputs[input + 3] += change.3
  }

  private static func logistic(_ x: Float) -> Float {
    let small = Loss.exponential(-abs(x))
    return x < 0 ? small / (1 + small) : 1 / (1 + small)
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

  private func normalized(_ inputs: [Lanes], _ corpus: Corpus) -> [Float] {
    var result = [Float](repeating: 0, count: corpus.keys.count * Self.width)
    for word in corpus.keys.indices where corpus.counts[word] >= rarest {
      let range = word * Self.lanes..<(word + 1) * Self.lanes
      let length = range.reduce(Float(0)) { $0 + (inputs[$1] * inputs[$1]).sum() }.squareRoot()
      for lane in 0..<Self.width {
        result[word * Self.width + lane] = inputs[range.lowerBound + lane / 16][lane % 16] / max(length, 1e-6)
      }
    }
    return result
  }
}
