public import Documents

/// Named classes of words, such as `person` ("officer", "woman") or `intend` ("plan", "decide"), by lemma.
public struct WordClasses: Sendable {
  /// A set of classes; at most 512 exist.
  public struct Members: Sendable, Hashable {
    /// A bit a class, 64 of them a word.
    private var words: SIMD8<UInt64>

    /// No class.
    public static let none = Members(words: .zero)
    /// How many classes there may be.
    static let capacity = 8 * UInt64.bitWidth

    private init(words: SIMD8<UInt64>) { self.words = words }

    /// The set of one class by its place.
    init(only place: Int) {
      words = .zero
      words[place / UInt64.bitWidth] = 1 << (place % UInt64.bitWidth)
    }

    /// Whether the two share a class.
    public func meets(_ other: Members) -> Bool { words & other.words != .zero }
    /// Both sets' classes.
    public func union(_ other: Members) -> Members { Members(words: words | other.words) }
    /// Whether it holds no class.
    public var isEmpty: Bool { words == .zero }
  }

  /// The classes that are known from the analysis rather than from a list.
  ///
  /// `any` holds for every filled place; `name` for a name of a person, organisation or place; `several` for more than
  /// one party ("France and Germany", "both sides", "the ministers"), `place` for a name of a place.
  public static let builtIn = ["any", "name", "money", "number", "date", "several", "place"]

  private var places: [String: Int]
  /// The place of each word's classes in `sets`.
  private var setOf = KeyTable(capacity: 8_000)
  private var sets: [Members] = []
  /// How many words each class has.
  private var sizes: [Members: Int] = [:]
  /// A list of so many words is of a kind that no list exhausts, such as persons; a shorter one names all that it means.
  private static let openSize = 120

  /// Only the built-in classes.
  public init() {
    places = Dictionary(uniqueKeysWithValues: Self.builtIn.enumerated().map { ($1, $0) })
  }

  /// The class of a name, or nil where there is none of that name.
  public subscript(name: String) -> Members? { places[name].map { Members(only: $0) } }
  /// The classes of a lemma.
  public subscript(word: TextKey) -> Members { setOf[word.value].map { sets[Int($0)] } ?? .none }
  /// The classes whose lists of words no list exhausts.
  public var open: Members {
    sizes.filter { $0.value >= Self.openSize }.keys.reduce(.none) { $0.union($1) }
  }
  /// The names of all classes, sorted.
  public var names: [String] { places.keys.sorted() }

  /// The names of the classes of a set, sorted.
  public func names(of members: Members) -> [String] {
    places.filter { members.meets(Members(only: $0.value)) }.keys.sorted()
  }

  /// The class of that name, made where it is new; nil where there is room for no more.
  mutating func declare(_ name: String) -> Members? {
    if let known = self[name] { return known }
    guard places.count < Members.capacity else { return nil }
    places[name] = places.count
    return self[name]
  }

  /// Puts a word into a class.
  mutating func insert(_ word: String, into classes: Members) {
    sizes[classes, default: 0] += 1
    let key = TextKey(word).value
    if let place = setOf[key] {
      sets[Int(place)] = sets[Int(place)].union(classes)
    } else {
      setOf[key] = Int32(sets.count)
      sets.append(classes)
    }
  }
}
