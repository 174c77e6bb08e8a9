import LanguageAnalysis

/// The entity tags of a sentence as a chain (a linear-chain conditional random field, Lafferty et al. 2001): a sequence
/// is as good as the sum of the scores of its tags and of each tag behind the one before it.
struct TagChain {
  private static let tags = NetworkShape.entities
  /// The row of the tag "before" a sentence.
  static let start = NetworkShape.entities
  /// What a tag's score is worth at least, so that no sum vanishes.
  private static let least: Float = 1e-12

  /// The factor of each tag (column) behind each tag or the start (row); 0 where it may not follow.
  private let factors: [Float]

  /// A chain with the scores of tags (columns) behind tags (rows).
  init(_ transitions: Matrix) {
    let tags = Self.tags
    let top = transitions.values.max() ?? 0
    var factors = [Float](repeating: 0, count: (tags + 1) * tags)
    for before in 0...tags {
      for tag in 0..<tags where EntityTransitions.isLegal(tag, behind: before) {
        factors[before * tags + tag] = Loss.exponential(transitions.values[before * transitions.columns + tag] - top)
      }
    }
    self.factors = factors
  }

  /// How probable each tag of each word is, and each tag behind another, summed over the words.
  struct Marginals {
    /// A row a word.
    var tags: [Float]
    /// A row for each tag before and for the start.
    var pairs: [Float]
  }

  /// The marginals over all sequences, or over those that keep to the tags that are allowed for each word (a bit a tag);
  /// nil where no sequence does.
  ///
  /// The scores of word `row` are those from `row * stride` on.
  func marginals(_ scores: [Float], _ sentence: Range<Int>, stride: Int, allowed: [UInt16]? = nil) -> Marginals? {
    let worth = worth(scores, sentence, stride: stride, allowed)
    guard let ahead = forward(worth, count: sentence.count) else { return nil }
    let behind = backward(worth, count: sentence.count)
    return marginals(worth, ahead, behind, count: sentence.count)
  }

  private func worth(_ scores: [Float], _ sentence: Range<Int>, stride: Int, _ allowed: [UInt16]?) -> [Float] {
    let tags = Self.tags
    var worth = [Float](repeating: 0, count: sentence.count * tags)
    for word in 0..<sentence.count {
      let place = (sentence.lowerBound + word) * stride
      var top = scores[place]
      for tag in 1..<tags { top = max(top, scores[place + tag]) }
      for tag in 0..<tags where (allowed?[word] ?? .max) >> UInt16(tag) & 1 == 1 {
        worth[word * tags + tag] = max(Self.least, Loss.exponential(scores[place + tag] - top))
      }
    }
    return worth
  }

  /// The worth of all beginnings of sequences that end with each tag of each word; of sum 1 a word.
  private func forward(_ worth: [Float], count: Int) -> [Float]? {
    let tags = Self.tags
    var sums = [Float](repeating: 0, count: count * tags)
    for word in 0..<count {
      for before in word == 0 ? tags..<tags + 1 : 0..<tags {
        let share = word == 0 ? 1 : sums[(word - 1) * tags + before]
        for tag in 0..<tags { sums[word * tags + tag] += share * factors[before * tags + tag] }
      }
      for tag in 0..<tags { sums[word * tags + tag] *= worth[word * tags + tag] }
      guard Self.normalize(&sums, word * tags..<(word + 1) * tags) else { return nil }
    }
    return sums
  }

  /// The worth of all ends of sequences behind each tag of each word; of sum 1 a word.
  private func backward(_ worth: [Float], count: Int) -> [Float] {
    let tags = Self.tags
    var sums = [Float](repeating: 1, count: count * tags)
    for word in (0..<count - 1).reversed() {
      for before in 0..<tags {
        var sum: Float = 0
        for tag in 0..<tags {
          let next = (word + 1) * tags + tag
          sum += factors[before * tags + tag] * worth[next] * sums[next]
        }
        sums[word * tags + before] = sum
      }
      _ = Self.normalize(&sums, word * tags..<(word + 1) * tags)
    }
    return sums
  }

  private func marginals(_ worth: [Float], _ ahead: [Float], _ behind: [Float], count: Int) -> Marginals? {
    let tags = Self.tags
    var result = Marginals(
      tags: [Float](repeating: 0, count: count * tags), pairs: [Float](repeating: 0, count: factors.count))
    var pairs = result.pairs
    for word in 0..<count {
      let row = word * tags..<(word + 1) * tags
      for place in row { result.tags[place] = ahead[place] * behind[place] }
      guard Self.normalize(&result.tags, row) else { return nil }
      for before in word == 0 ? tags..<tags + 1 : 0..<tags {
        let share = word == 0 ? 1 : ahead[(word - 1) * tags + before]
        for tag in 0..<tags {
          let place = row.lowerBound + tag
          pairs[before * tags + tag] = share * factors[before * tags + tag] * worth[place] * behind[place]
        }
      }
      let places = word == 0 ? tags * tags..<pairs.count : 0..<tags * tags
      guard Self.normalize(&pairs, places) else { return nil }
      for place in places { result.pairs[place] += pairs[place] }
    }
    return result
  }

  /// Brings numbers to the sum 1; false where they are all 0.
  private static func normalize(_ numbers: inout [Float], _ range: Range<Int>) -> Bool {
    var sum: Float = 0
    for index in range { sum += numbers[index] }
    guard sum > 0 else { return false }
    for index in range { numbers[index] /= sum }
    return true
  }
}
