internal import PolicyModel
internal import QueryLanguage
internal import SQLite

/// What the names of a question stand for in this database.
struct NameResolution {
  /// One name.
  struct Target: Hashable {
    /// Codes of countries.
    var countries: [String] = []
    /// Rows of `actors`.
    var actors: [Int] = []
    /// Rows of `places` of that name; of a country's name only those elsewhere.
    var places: [Int] = []
    /// Words that unnamed parties are described by.
    var words: [String] = []
    /// Kinds of actors.
    var kinds: [String] = []
    /// Words of offices' titles.
    var offices: [String] = []
    /// Whether so many documents name them that one looks at documents for them rather than the other way around.
    var isFrequent = false

    /// Whether it is one country and nothing else.
    var isOneCountry: Bool {
      countries.count == 1 && actors.isEmpty && kinds.isEmpty && offices.isEmpty
    }
  }

  /// By reference.
  var targets: [QueryReference: Target] = [:]
  /// Publishers as the database spells them, by the name in the question.
  var publishers: [String: [String]] = [:]
  /// How names were taken where that is not plain, a line each.
  var notes: [String] = []
  /// Whether the first and last days of `fact_counts` are exact: not while documents are being replaced.
  var hasExactCounts = false
  /// The names that stand for nothing, with the nearest that do.
  var unknown: [(name: String, nearest: [String])] = []

  subscript(references: [QueryReference]) -> Target {
    var all = Target()
    for reference in references {
      guard let target = targets[reference] else { continue }
      all.countries += target.countries
      all.actors += target.actors
      all.places += target.places
      all.words += target.words
      all.kinds += target.kinds
      all.offices += target.offices
      all.isFrequent = all.isFrequent || target.isFrequent
    }
    return all
  }
}

/// Looks names up in the database.
struct NameResolver: ~Copyable {
  private let store: KnowledgeStore
  private let vocabulary: QueryVocabulary
  private var found = NameResolution()

  /// Resolves every name of a query.
  static func resolve(
    _ query: TypedQuery, in store: KnowledgeStore, vocabulary: QueryVocabulary
  ) throws(SQLiteError) -> NameResolution {
    var resolver = NameResolver(store: store, vocabulary: vocabulary)
    for filter in query.filters { try resolver.resolve(filter, query.subject) }
    resolver.found.hasExactCounts = try store.hasExactCounts
    return resolver.found
  }

  private mutating func resolve(_ filter: QueryFilter, _ subject: TypedQuery.Subject) throws(SQLiteError) {
    switch filter {
    case .place(let references):
      for reference in references { try resolve(reference, isPlace: true, actorsHavePlaces: subject.placesAreActors) }
      if subject == .documents { try findFrequent(references) }
    case .party(_, let references):
      for reference in references { try resolve(reference, isPlace: false) }
      if subject == .documents { try findFrequent(references) }
    case .publisher(let names): for name in names { try resolvePublisher(name) }
    case .not(let filter): try resolve(filter, subject)
    default: return
    }
  }

  private init(store: KnowledgeStore, vocabulary: QueryVocabulary) {
    self.store = store
    self.vocabulary = vocabulary
  }

  private mutating func resolve(
    _ reference: QueryReference, isPlace: Bool, actorsHavePlaces: Bool = true
  ) throws(SQLiteError) {
    switch reference {
    case .countries(let codes, let name):
      let actors = codes.count > 1 ? try Self.actors(named: name, in: store) : []
      let countries = codes.map(\.description)
      let places = isPlace ? try Self.places(name, outside: countries, in: store) : []
      found.targets[reference] = NameResolution.Target(
        countries: countries, actors: actors, places: places, words: [name])
      if name.contains(" or ") { found.notes.append("read as \(name): say which for one of them") }
    case .kind(let kind): found.targets[reference] = NameResolution.Target(kinds: [kind.rawValue])
    case .office(let title): found.targets[reference] = NameResolution.Target(offices: [title])
    case .name(let name):
      var actors = try Self.actors(named: name, in: store)
      let places = isPlace ? try Self.places(name, outside: [], in: store) : []
      let isKnownPlace = !places.isEmpty
      let words = isPlace ? [name] : try describedParties(name)
      let isSomewhere = isKnownPlace || (Self.isProper(name) && vocabulary.isPlace(name))
      let isDescribed = !isPlace && !words.isEmpty
      if actors.isEmpty, !isSomewhere, actorsHavePlaces, !isDescribed || Self.isProper(name) {
        actors = try likelyActors(name)
      }
      found.targets[reference] = NameResolution.Target(actors: actors, places: places, words: words)
      if actors.isEmpty || (isPlace && !actorsHavePlaces), !isSomewhere, !isDescribed { try reportUnknown(name) }
    }
  }

  /// Whether a name is written as one, with a capital.
  private static func isProper(_ name: String) -> Bool { name.contains(where: \.isUppercase) }

  // MARK: Actors

  /// The actors of that name, alias or office, in any case.
  static func actors(named name: String, in store: KnowledgeStore) throws(SQLiteError) -> [Int] {
    try store.connection.all(
      """
      SELECT id FROM actors WHERE name = ?1 COLLATE NOCASE
      UNION
      SELECT actor_id FROM document_actors WHERE name = ?1 COLLATE NOCASE
      UNION
      SELECT actor_id FROM actor_aliases WHERE alias = ?1 COLLATE NOCASE
      UNION
      SELECT actor_id FROM actor_roles WHERE title = ?1 COLLATE NOCASE
      """, [.text(name)]
    ) { row throws(SQLiteError) in row.integer(at: 0) }
  }

  /// The actors in whose name the words occur, where they are few; words in small letters only at its end, as a
  /// surname does.
  private mutating func likelyActors(_ name: String) throws(SQLiteError) -> [Int] {
    guard name.utf8.count >= 3 else { return [] }
    let pattern = "% " + Self.escaped(name) + (Self.isProper(name) ? " %" : " ")
    let matches = try store.connection.all(
      "SELECT id, name FROM actors WHERE ' ' || name || ' ' LIKE ? ESCAPE '\\' ORDER BY name LIMIT 6",
      [.text(pattern)]
    ) { row throws(SQLiteError) in (row.integer(at: 0), row.text(at: 1)) }
    guard 1...5 ~= matches.count else { return [] }
    found.notes.append("“\(name)” is taken for \(matches.map(\.1).joined(separator: ", "))")
    return matches.map(\.0)
  }

  /// The words themselves, where an unnamed party is described by them.
  private func describedParties(_ name: String) throws(SQLiteError) -> [String] {
    let pattern = Value.text("%" + Self.escaped(name) + "%")
    let isThere = try store.connection.first(
      """
      SELECT 1 WHERE
        EXISTS (SELECT 1 FROM commitment_parties WHERE actor_id IS NULL AND surface LIKE ?1 ESCAPE '\\')
        OR EXISTS (SELECT 1 FROM operation_participants WHERE actor_id IS NULL AND surface LIKE ?1 ESCAPE '\\')
        OR EXISTS (SELECT 1 FROM event_participants WHERE actor_id IS NULL AND surface LIKE ?1 ESCAPE '\\')
      """, [pattern]
    ) { row throws(SQLiteError) in true }
    return isThere == nil ? [] : [name]
  }

  // MARK: How many documents

  /// In so many documents is frequent.
  private static let frequent = 10_000

  private mutating func findFrequent(_ references: [QueryReference]) throws(SQLiteError) {
    for reference in references {
      guard let target = found.targets[reference] else { continue }
      let actors = SQLText.list(target.actors.map { .integer(Int64($0)) })
      let sql: SQLText = """
        SELECT count(*) FROM (
          SELECT 1 FROM document_actors WHERE country_code IN \(SQLText.list(target.countries))
          UNION ALL
          SELECT 1 FROM document_actors WHERE actor_id IN \(actors)
          LIMIT \(.integer(Int64(Self.frequent)))
        )
        """
      let count = try store.connection.first(sql.text, sql.values) { row throws(SQLiteError) in row.integer(at: 0) }
      found.targets[reference]?.isFrequent = count == Self.frequent
    }
  }

  // MARK: Places and publishers

  private static func places(
    _ name: String, outside countries: [String], in store: KnowledgeStore
  ) throws(SQLiteError) -> [Int] {
    let isElsewhere: SQLText = "(country_code IN \(SQLText.list(countries))) IS NOT TRUE"
    let sql: SQLText = "SELECT id FROM places WHERE name = \(.text(name)) COLLATE NOCASE AND \(isElsewhere)"
    return try store.connection.all(sql.text, sql.values) { row throws(SQLiteError) in row.integer(at: 0) }
  }

  private mutating func resolvePublisher(_ name: String) throws(SQLiteError) {
    let names = try store.connection.all(
      KnowledgeStore.publishers + "SELECT name FROM publishers WHERE name LIKE ? ESCAPE '\\' ORDER BY name",
      [.text("%" + Self.escaped(name) + "%")]
    ) { row throws(SQLiteError) in row.text(at: 0) }
    let exact = names.filter { $0.lowercased() == name.lowercased() }
    found.publishers[name] = exact.isEmpty ? names : exact
    if names.isEmpty { try reportUnknown(name) }
  }

  private mutating func reportUnknown(_ name: String) throws(SQLiteError) {
    let names = try store.connection.all(
      KnowledgeStore.publishers + """
        SELECT name FROM actors WHERE name LIKE ?1 ESCAPE '\\'
        UNION
        SELECT name FROM places WHERE name LIKE ?1 ESCAPE '\\'
        UNION
        SELECT name FROM publishers WHERE name LIKE ?1 ESCAPE '\\'
        LIMIT 2000
        """, [.text(Self.escaped(String(name.prefix(1))) + "%")]
    ) { row throws(SQLiteError) in row.text(at: 0) }
    let nearest = Nearest.words(to: name, among: Set(vocabulary.placeNames + names), limit: 3)
    // A capitalised name is no slip in a word of the language, and three letters are near to too many.
    let mayBeWord = nearest.isEmpty && !Self.isProper(name) && name.utf8.count > 3
    found.unknown.append(
      (name, mayBeWord ? Nearest.words(to: name, among: vocabulary.suggestible, limit: 3) : nearest))
  }

  /// A text as a pattern of `LIKE` that matches itself; `\` is the escape character.
  static func escaped(_ text: String) -> String {
    var pattern = ""
    for character in text {
      if character == "%" || character == "_" || character == "\\" { pattern.append("\\") }
      pattern.append(character)
    }
    return pattern
  }
}

extension KnowledgeStore {
  /// The publishers, each found behind the one before it in their index: they are few, their documents are not.
  fileprivate static let publishers = """
    WITH RECURSIVE publishers (name) AS (
      SELECT min(publisher) FROM documents
      UNION ALL
      SELECT (SELECT min(publisher) FROM documents WHERE publisher > name) FROM publishers WHERE name IS NOT NULL
    )

    """

  /// The names of a phrase that the database knows.
  func knownNames(in phrase: String) throws(SQLiteError) -> KnownNames {
    var roles: [String: KnownNames.Roles] = [:]
    for name in KnownNames.candidates(in: phrase) {
      let bits = try connection.first(
        """
        SELECT
          EXISTS (SELECT 1 FROM actors WHERE name = ?1 COLLATE NOCASE)
            OR EXISTS (SELECT 1 FROM actor_aliases WHERE alias = ?1 COLLATE NOCASE)
            OR EXISTS (SELECT 1 FROM actor_roles WHERE title = ?1 COLLATE NOCASE),
          EXISTS (SELECT 1 FROM places WHERE name = ?1 COLLATE NOCASE)
        """, [.text(name)]
      ) { row throws(SQLiteError) in row.integer(at: 0) + 2 * row.integer(at: 1) }
      if let bits, bits > 0 { roles[name] = KnownNames.Roles(rawValue: bits) }
    }
    try connection.query(Self.publishers + "SELECT name FROM publishers WHERE name IS NOT NULL") {
      row throws(SQLiteError) in
      roles[row.text(at: 0).lowercased(), default: []].insert(.publisher)
    }
    return KnownNames(roles)
  }
}

extension TypedQuery.Subject {
  /// Whether a row is where its actors are, and not somewhere itself.
  fileprivate var placesAreActors: Bool { self == .commitments || self == .statements || self == .documents }
}
