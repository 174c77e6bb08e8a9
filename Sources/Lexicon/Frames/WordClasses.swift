public import Documents

/// Named classes of words, such as `person` ("officer", "woman") or `intend` ("plan", "decide"), by lemma.
public struct WordClasses: Sendable {
  /// A set of classes; at most 128 exist.
  public struct Members: Sendable, Hashable {
    /// One bit a class.
    public var bits: UInt128

    /// No class.
    public static let none = Members(bits: 0)
    /// Makes a set of the classes whose bits are set.
    public init(bits: UInt128) { self.bits = bits }
    /// Whether the two share a class.
    public func meets(_ other: Members) -> Bool { bits & other.bits != 0 }
    /// Both sets' classes.
    public func union(_ other: Members) -> Members { Members(bits: bits | other.bits) }
    /// Whether it holds no class.
    public var isEmpty: Bool { bits == 0 }
  }

  /// The classes that are known from the analysis rather than from a list.
  ///
  /// `any` holds for every filled place; `name` for a name of a person, organisation or place; `several` for more than
  /// one party ("France and Germany", "both sides", "the ministers"), `place` for a name of a place.
  public static let builtIn = ["any", "name", "money", "number", "date", "several", "place"]

  private var places: [String: Int]
  private var members: [TextKey: UInt128] = [:]

  /// Only the built-in classes.
  public init() {
    places = Dictionary(uniqueKeysWithValues: Self.builtIn.enumerated().map { ($1, $0) })
  }

  /// The class of a name, or nil where there is none of that name.
  public subscript(name: String) -> Members? { places[name].map { Members(bits: 1 << UInt128($0)) } }
  /// The classes of a lemma.
  public subscript(word: TextKey) -> Members { Members(bits: members[word] ?? 0) }
  /// The names of all classes, sorted.
  public var names: [String] { places.keys.sorted() }

  /// The names of the classes of a set, sorted.
  public func names(of members: Members) -> [String] {
    places.filter { members.bits & (1 << UInt128($0.value)) != 0 }.keys.sorted()
  }

  /// The class of that name, made where it is new; nil where 128 classes exist already.
  mutating func declare(_ name: String) -> Members? {
    if let known = self[name] { return known }
    guard places.count < UInt128.bitWidth else { return nil }
    places[name] = places.count
    return self[name]
  }

  /// Puts a word into a class.
  mutating func insert(_ word: String, into classes: Members) {
    members[TextKey(word), default: 0] |= classes.bits
  }
}
