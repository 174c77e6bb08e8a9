import Documents
import LanguageAnalysis

/// Lines of text without annotations as the network reads them, without what is wanted of their words.
struct Reading {
  /// Shorter lines are left out: they are scraps.
  private static let fewest = 5
  /// Longer lines are read in parts: a part ends with the first full stop after so many words, or after twice as many.
  private static let enough = 150

  /// The lines of a text, in an order that the seed tells, up to so many words in all.
  static func examples(
    _ text: SourceText, _ tokenizer: Tokenizer, _ vocabulary: Vocabulary, words: Int, seed: UInt64
  ) -> [Example] {
    var lines = text.string.split(whereSeparator: \.isNewline)
    var random = SplitMix(seed: seed)
    lines.shuffle(using: &random)
    var examples: [Example] = []
    var count = 0
    for line in lines where count < words {
      for example in parts(SourceText(String(line)), tokenizer, vocabulary) {
        examples.append(example)
        count += example.count
      }
    }
    return examples
  }

  /// The parts of a line.
  static func parts(_ line: SourceText, _ tokenizer: Tokenizer, _ vocabulary: Vocabulary) -> [Example] {
    var features = WordFeatures()
    var parts = [Example()]
    line.withBytes { bytes in
      var ranges: [ByteRange] = []
      tokenizer.tokenize(bytes, line.range, into: &ranges)
      var stopped = false
      for range in ranges {
        let count = parts[parts.count - 1].count
        if count >= 2 * enough || count >= enough && stopped { parts.append(Example()) }
        let row = vocabulary.rows[features.read(bytes, range, into: &parts[parts.count - 1].pieces)] ?? 0
        parts[parts.count - 1].words.append(row)
        stopped = range.count == 1 && bytes[range.start] == UInt8(ascii: ".")
      }
    }
    return parts.filter { $0.count >= fewest }.map { part in
      var part = part
      part.paragraphs = [0..<part.count]
      return part
    }
  }
}
