/// What a user types into a search, cut into the words that are sought and the conditions behind them:
/// `"small boats" in France since 2024`.
public struct SearchPhrase: Sendable, Hashable {
  /// The words, phrases and signs that are sought.
  public var words: String
  /// What the documents fulfil besides; empty where all of it is words.
  public var filters: [QueryFilter]

  /// The words that a condition begins with.
  private static let openings: Set<String> = [
    "in", "since", "before", "after", "until", "between", "from", "by", "to", "during", "last", "this",
  ]

  /// Takes all of it for words.
  public init(words: String) {
    self.words = words
    self.filters = []
  }

  /// Takes the longest end that reads as conditions for conditions, and what stands before it for words.
  ///
  /// - Parameter conditions: reads an end as conditions of documents; nil where it is anything else.
  public init<Failure: Error>(
    _ text: String, conditions: (String) throws(Failure) -> [QueryFilter]?
  ) throws(Failure) {
    self.init(words: text)
    guard text.utf8.count <= QueryParser.longestPhrase else { return }
    for start in Self.starts(in: text) {
      guard let filters = try conditions(String(text[start...])) else { continue }
      self.words = String(text[..<start])
      self.filters = filters
      return
    }
  }

  /// Where a condition may begin: at a word that opens one, behind a word, outside quotation marks and brackets.
  private static func starts(in text: String) -> [String.Index] {
    var starts: [String.Index] = []
    var (isQuoted, depth, hasWords) = (false, 0, false)
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if character == "\"" || character == "“" || character == "”" { isQuoted.toggle() }
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      if character.isWhitespace {
        index = text.index(after: index)
        continue
      }
      let end = text[index...].firstIndex { $0.isWhitespace || "\"“”()".contains($0) } ?? text.endIndex
      let word = text[index..<end]
      if !isQuoted, depth == 0, hasWords, openings.contains(word.lowercased()) { starts.append(index) }
      hasWords = hasWords || word.contains { $0.isLetter || $0.isNumber }
      index = end > index ? end : text.index(after: index)
    }
    return starts
  }
}
