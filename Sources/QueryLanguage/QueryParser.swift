public import Documents
internal import PolicyModel

/// Reads a question from left to right, part by part; what it cannot read it names and leaves out, so that the rest of
/// the phrase is understood all the same.
public struct QueryParser: Sendable {
  /// The most bytes that a question may have.
  public static let longestPhrase = 2_000
  /// So many words that are not understood are named one by one.
  private static let mostUnknownWords = 4

  /// The words that it knows.
  public let vocabulary: QueryVocabulary
  /// The day that "last year" and "overdue" are counted from.
  let today: CalendarDate
  var names = KnownNames.none
  var tokens: [QueryToken] = []
  var position = 0
  /// Whether a phrase that cannot be read gets others that can.
  var makesSuggestions = true
  var draft = QueryDraft()

  /// Makes a parser that counts relative dates from `today`.
  public init(vocabulary: QueryVocabulary, today: CalendarDate) {
    self.vocabulary = vocabulary
    self.today = today
  }

  /// Reads a phrase; `names` are those of ``KnownNames/candidates(in:)`` that the database knows.
  ///
  /// - Complexity: O(length of the phrase), which is at most ``longestPhrase``.
  public func read(_ phrase: String, names: KnownNames = .none) -> QueryReading {
    guard phrase.utf8.count <= Self.longestPhrase else {
      let problem = Diagnostic(
        .error, code: "phrase-too-long", "a question has at most \(Self.longestPhrase) bytes",
        hint: "ask less at once, or use --sql")
      return QueryReading(phrase: "", query: nil, parts: [], diagnostics: [problem], suggestions: [])
    }
    var parser = self
    parser.names = names
    return parser.parse(phrase)
  }

  /// Reads the phrase with what the parser has been given.
  mutating func parse(_ phrase: String) -> QueryReading {
    let tokenizer = QueryTokenizer(phrase)
    tokens = tokenizer.tokens
    if let range = tokenizer.openQuote {
      draft.diagnostics.append(
        Diagnostic(.note, code: "open-quotation", "the quotation is not closed: read to the end", range: range))
    }
    while position < tokens.count { readPart() }
    return finish(phrase)
  }

  /// Reads the next part; at least one word.
  private mutating func readPart() {
    let start = position
    (draft.isDenied, draft.deniesNext) = (draft.deniesNext, false)
    let isRead =
      readQuotedWords() || readBarePeriod() || readBareFigure() || readClause() || readLeadingName() || readTerm()
      || readName() || readUnknownName() || readWordsBeforeNoun() || readTextWords()
    guard !isRead || position == start else { return }
    reportUnknown(tokens[start], at: start)
    position = start + 1
  }

  /// Names a word that is not understood; of many only the first, which are enough to start with.
  private mutating func reportUnknown(_ token: QueryToken, at start: Int) {
    draft.unknownWords += 1
    switch draft.unknownWords {
    case ...Self.mostUnknownWords:
      report("unknown-word", "“\(token.text)” is not understood", at: start..<start + 1, hint: hint(for: token))
    case Self.mostUnknownWords + 1:
      report("unknown-words", "“\(token.text)” and what follows is not understood either", at: start..<start + 1)
    default: break
    }
  }

  // MARK: Looking at words

  /// The folded words from `start`, as many as `count`; nil behind the end or where one is quoted.
  func term(at start: Int, count: Int) -> String? {
    guard start + count <= tokens.count else { return nil }
    let words = tokens[start..<start + count]
    guard words.allSatisfy({ !$0.isQuoted }) else { return nil }
    return words.map(\.folded).joined(separator: " ")
  }

  /// The longest term at a place, with its meanings.
  func longestTerm(at start: Int) -> (meanings: [QueryVocabulary.Meaning], count: Int)? {
    for count in stride(from: min(QueryVocabulary.longestTerm, tokens.count - start), to: 0, by: -1) {
      guard let term = term(at: start, count: count) else { continue }
      let meanings = vocabulary.meanings(of: term)
      if !meanings.isEmpty { return (meanings, count) }
    }
    return nil
  }

  /// The longest term at a place that has the role, with its value there.
  func value(_ role: QueryVocabulary.Role, at start: Int) -> (value: String, count: Int)? {
    for count in stride(from: min(QueryVocabulary.longestTerm, tokens.count - start), to: 0, by: -1) {
      guard let term = term(at: start, count: count),
        let meaning = vocabulary.meanings(of: term).first(where: { $0.role == role })
      else { continue }
      return (meaning.value, count)
    }
    return nil
  }

  /// The place behind articles and other words that carry nothing.
  func skippingFillers(_ start: Int) -> Int {
    var index = start
    while index < tokens.count, let found = longestTerm(at: index), found.meanings.allSatisfy({ $0.role == .filler }),
      placeReference(at: index) == nil
    {
      index += found.count
    }
    return index
  }

  // MARK: Saying what was read

  /// The bytes of a run of words.
  func range(_ words: Range<Int>) -> ByteRange {
    guard let first = words.first, let last = words.last, last < tokens.count else { return ByteRange(0, 0) }
    return tokens[first].range.union(tokens[last].range)
  }

  /// Notes what a run of words was taken for.
  mutating func note(_ words: Range<Int>, _ meaning: String) {
    note(range(words), meaning)
  }

  /// Notes what bytes of the phrase were taken for.
  mutating func note(_ range: ByteRange, _ meaning: String) {
    draft.parts.append(QueryReading.Part(words: "", range: range, meaning: meaning))
  }

  /// Adds a filter, and notes which words gave it.
  mutating func add(_ filter: QueryFilter, from words: Range<Int>) {
    let filter = draft.isDenied ? .not(filter) : filter
    draft.filters.append(filter)
    note(words, filter.description)
  }

  /// Reports a mistake in a run of words.
  mutating func report(_ code: String, _ message: String, at words: Range<Int>, hint: String? = nil) {
    draft.diagnostics.append(Diagnostic(.error, code: code, message, range: range(words), hint: hint))
  }
}
