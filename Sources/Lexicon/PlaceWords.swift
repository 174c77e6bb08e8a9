public import Documents

/// What the words around a name tell about whether it is one of a place.
public struct PlaceWords: Sendable {
  /// What a word tells.
  public struct Roles: OptionSet, Sendable, Hashable {
    /// One bit a role.
    public let rawValue: UInt8
    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A place follows.
    public static let preposition = Roles(rawValue: 1)
    /// A part of a place follows ("northern").
    public static let direction = Roles(rawValue: 2)
    /// What only places have, before "of" and their name ("republic").
    public static let unit = Roles(rawValue: 4)
    /// What only places have, behind "'s" or their name ("government").
    public static let state = Roles(rawValue: 8)
    /// What governments do.
    public static let acting = Roles(rawValue: 16)
    /// What makes a division of the name before it.
    public static let division = Roles(rawValue: 32)
  }

  private let roles: [TextKey: Roles]

  /// The words of the embedded data file.
  public static let embedded = PlaceWords(DataFile("place-context.tsv"))

  init(_ file: DataFile) {
    let names: [Substring: Roles] = [
      "preposition": .preposition, "direction": .direction, "unit": .unit, "state": .state, "acting": .acting,
      "division": .division,
    ]
    var roles: [TextKey: Roles] = [:]
    for row in file.rows {
      guard let role = names[row[0]] else { preconditionFailure("\(file.name), line \(row.line): no such class") }
      for word in row.list(1) { roles[TextKey(String(word)), default: []].insert(role) }
    }
    self.roles = roles
  }

  /// What the word of that key tells; empty where it tells nothing.
  public subscript(word: TextKey) -> Roles { roles[word] ?? [] }
}
