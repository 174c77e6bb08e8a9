import Documents
import Foundation
import LanguageAnalysis

/// Text without annotations, as lines of tokens.
struct Corpus {
  /// The distinct words in the order in which they appear.
  private(set) var keys: [TextKey] = []
  /// How often each word appears, and how often with a capital where its line does not begin or follow a full stop.
  private(set) var counts: [Int] = []
  private(set) var capitals: [Int] = []
  private(set) var inside: [Int] = []
  /// The words of all lines by number; each line ends with -1.
  private(set) var words: [Int32] = []
  private var places: [TextKey: Int32] = [:]
  private var features = WordFeatures()

  /// Adds the lines of a text.
  mutating func add(_ text: SourceText, _ tokenizer: Tokenizer) {
    text.withBytes { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var tokens: [ByteRange] = []
        tokenizer.tokenize(bytes, ByteRange(start, end), into: &tokens)
        addLine(bytes, tokens)
        start = end + 1
      }
    }
  }

  private mutating func addLine(_ bytes: Span<UInt8>, _ tokens: [ByteRange]) {
    guard !tokens.isEmpty else { return }
    var opens = true
    for range in tokens {
      let key = features.key(bytes, range)
      let place = number(key)
      words.append(place)
      counts[Int(place)] += 1
      let first = bytes[range.start]
      if !opens {
        inside[Int(place)] += 1
        if TextBytes.isUpper(first) { capitals[Int(place)] += 1 }
      }
      opens = !TextBytes.isLetter(first) && !TextBytes.isDigit(first) && first != UInt8(ascii: ",")
    }
    words.append(-1)
  }

  private mutating func number(_ key: TextKey) -> Int32 {
    if let place = places[key] { return place }
    let place = Int32(keys.count)
    places[key] = place
    keys.append(key)
    counts.append(0)
    capitals.append(0)
    inside.append(0)
    return place
  }

  /// The text of all files of an archive packed with xz.
  static func unpack(_ path: String) throws -> SourceText {
    let text = try Shell.output(["tar", "-xJOf", path, "--exclude=*/stripped/*"])
    return SourceText(text)
  }
}
