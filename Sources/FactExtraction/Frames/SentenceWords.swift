internal import Documents
internal import LanguageAnalysis

/// Which words a sentence may hold, by forms and lemmas: a Bloom filter with one hash (Bloom 1970), so that most entries of
/// several words are ruled out without a search.
struct SentenceWords: Sendable {
  private var bits = SIMD4<UInt64>.zero

  init(_ tokens: Range<Int>, in reading: Reading) {
    for token in tokens {
      insert(reading.lemmaKey(token))
      insert(reading.formKey(token))
    }
  }

  private mutating func insert(_ word: TextKey) {
    bits[Self.part(word)] |= Self.bit(word)
  }

  /// False only where one of the words is in no form in the sentence.
  func mayHold(_ words: [TextKey]) -> Bool {
    for word in words where bits[Self.part(word)] & Self.bit(word) == 0 { return false }
    return true
  }

  private static func part(_ word: TextKey) -> Int { Int(truncatingIfNeeded: word.value >> 6 & 3) }
  private static func bit(_ word: TextKey) -> UInt64 { 1 << (word.value & 63) }
}
