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

  /// Keeps the roles of names in small letters.
  public init(_ roles: [String: Roles]) {
    self.roles = roles
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
