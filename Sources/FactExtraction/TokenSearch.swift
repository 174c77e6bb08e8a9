internal import Documents
internal import LanguageAnalysis

extension RandomAccessCollection where Index == Int {
  /// The place of the first element that fulfils a condition, where all behind it do so too and none before it; the end
  /// where none does.
  ///
  /// - Complexity: O(log *n*).
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [Token] {
  /// Whether nothing stands between a token and the one before it, as in "cease-fire".
  func isGlued(at index: Int) -> Bool { self[index - 1].range.upperBound == self[index].range.lowerBound }
}

extension Analysis {
  /// The tokens of the sentence that a token stands in.
  func sentence(of token: Int) -> Range<Int> {
    sentences[sentences.partitioningIndex { $0.tokens.upperBound > token }].tokens
  }
}
