/// The names that occur in a question and that a database knows, so that the parser can tell where a name ends.
public struct KnownNames: Sendable {
  /// What a name stands for; it may be several things.
  public struct Roles: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int
    /// Makes a set of its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// A name or alias of an actor.
    public static let actor = Roles(rawValue: 1)
    /// A place that is no country.
    public static let place = Roles(rawValue: 2)
    /// A publisher of documents.
    public static let publisher = Roles(rawValue: 4)
  }

  /// No name is known.
  public static let none = KnownNames([:])

  private let roles: [String: Roles]
  private let words: Set<String>

  /// Keeps the roles of names, and the words of documents, in small letters.
  public init(_ roles: [String: Roles], words: Set<String> = []) {
    self.roles = roles
    self.words = words
  }

  /// Whether a word in small letters stands in a document: then it is one, and no slip.
  func isWord(_ word: String) -> Bool { words.contains(word) }

  /// The words of a phrase that mean nothing to the language, in small letters: documents may have them.
  public static func unknownWords(in phrase: String, _ vocabulary: QueryVocabulary) -> [String] {
    guard phrase.utf8.count <= QueryParser.longestPhrase else { return [] }
    let words = QueryTokenizer(phrase).tokens.filter { token in
      !token.isQuoted && token.folded.utf8.count > 2 && token.folded.allSatisfy { $0.isLetter || $0 == "-" }
        && vocabulary.meanings(of: token.folded).isEmpty
    }
    return Set(words.map(\.folded)).sorted()
  }

  /// What a name in small letters stands for.
  subscript(name: String) -> Roles { roles[name] ?? [] }

  /// Every run of up to six words of a phrase, in small letters: what to look up before it is read.
  public static func candidates(in phrase: String) -> [String] {
    guard phrase.utf8.count <= QueryParser.longestPhrase else { return [] }
    let tokens = QueryTokenizer(phrase).tokens
    var candidates: Set<String> = []
    for start in tokens.indices {
      for end in start..<min(start + QueryVocabulary.longestTerm, tokens.count) {
        candidates.insert(tokens[start...end].map(\.folded).joined(separator: " "))
      }
    }
    return candidates.sorted()
  }
}
