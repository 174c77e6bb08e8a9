internal import PolicyModel
internal import QueryLanguage
internal import SQLite

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
      if subject == .documents { try findFrequency(references) }
    case .party(_, let references):
      for reference in references { try resolve(reference, isPlace: false) }
      if subject == .documents { try findFrequency(references) }
    case .publisher(let names): for name in names { try resolvePublisher(name) }
    case .office(let word): found.titles[word] = try titles(with: word)
    case .words(let words) where subject.hasSentences:
      if try areInFewSentences(words) { found.rareWords.insert(words) }
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
      let target = try countries(codes.map(\.description), name, isPlace: isPlace)
      found.targets[reference] = target
      if name.contains(" or ") { found.notes.append("read as \(name): say which for one of them") }
    case .kind(let kind): found.targets[reference] = NameResolution.Target(kinds: [kind.rawValue])
    case .office(let word): found.targets[reference] = NameResolution.Target(titles: try titles(with: word))
    case .name(let name):
      var actors = try Self.actors(named: name, in: store)
      let places = isPlace ? try Self.places(name, outside: [], in: store) : []
      let isKnownPlace = !places.isEmpty
      // Who has the name is meant, rather than others whom it describes.
      let isNamed = !actors.isEmpty && Self.isProper(name)
      let surfaces = isNamed || isPlace && !actorsHavePlaces ? [] : try describedParties(name)
      let isSomewhere = isKnownPlace || (Self.isProper(name) && vocabulary.isPlace(name))
      let isDescribed = !isPlace && !surfaces.isEmpty
      if actors.isEmpty, !isSomewhere, actorsHavePlaces, !isDescribed || Self.isProper(name) {
        actors = try likelyActors(name)
      }
      found.targets[reference] = NameResolution.Target(actors: actors, places: places, surfaces: surfaces)
      if actors.isEmpty || (isPlace && !actorsHavePlaces), !isSomewhere, !isDescribed { try reportUnknown(name) }
    }
  }

  /// A country or region. What else has the name of the country is decided by what the database has, and said.
  private mutating func countries(
    _ codes: [String], _ name: String, isPlace: Bool
  ) throws(SQLiteError) -> NameResolution.Target {
    guard codes.count == 1 else {
      return NameResolution.Target(countries: codes, actors: try Self.actors(named: name, in: store))
    }
    let target = NameResolution.Target(countries: codes)
    if isPlace, let other = try otherPlaces(name, outside: codes[0]) {
      let isThere = try store.connection.first(
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM actors WHERE country_code = ?1)
          OR EXISTS (SELECT 1 FROM places WHERE country_code = ?1)
        """, [.text(codes[0])]
      ) { row throws(SQLiteError) in true }
      guard isThere == true else {
        found.notes.append(
          "“\(name)” is read as the place in \(other.country): this database has nothing of the country")
        return NameResolution.Target(places: other.ids)
      }
      found.notes.append(
        "“\(name)” is read as the country; there is a place in \(other.country), too: “in \"\(name)\"” is all of them")
    } else if !isPlace, let other = try otherActor(name, outside: codes[0]) {
      found.notes.append(
        "“\(name)” is read as the country; \(other) has that name, too: say “by \"\(name)\"”, in quotation marks")
    }
    return target
  }

  /// The places of a country's name in another country, and which that is.
  private func otherPlaces(
    _ name: String, outside code: String
  ) throws(SQLiteError) -> (ids: [Int], country: String)? {
    let rows = try store.connection.all(
      """
      SELECT p.id, c.name
      FROM places AS p
      JOIN countries AS c ON c.code = p.country_code AND c.code <> ?2
      WHERE p.name = ?1 COLLATE NOCASE
      ORDER BY c.name
      """, [.text(name), .text(code)]
    ) { row throws(SQLiteError) in (id: row.integer(at: 0), country: row.text(at: 1)) }
    return rows.first.map { (rows.map(\.id), $0.country) }
  }

  /// Somebody who is no country and has the name of one.
  private func otherActor(_ name: String, outside code: String) throws(SQLiteError) -> String? {
    let ids = try Self.actors(named: name, in: store)
    guard !ids.isEmpty else { return nil }
    let sql: SQLText = """
      SELECT name FROM actors
      WHERE id IN \(SQLText.list(ids.map { .integer(Int64($0)) })) AND country_code IS NOT \(.text(code))
      ORDER BY documents DESC, id
      LIMIT 1
      """
    return try store.connection.first(sql.text, sql.values) { row throws(SQLiteError) in row.text(at: 0) }
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

  /// The words of unnamed parties in which the name occurs.
  private func describedParties(_ name: String) throws(SQLiteError) -> [String] {
    // Rows of `actors` come before words in the order of the key.
    try store.connection.all(
      """
      SELECT DISTINCT value
      FROM fact_counts
      WHERE fact_table IN ('commitments', 'events', 'operations') AND dimension IN ('agent', 'recipient') AND value > ''
        AND value LIKE ? ESCAPE '\\'
      """, [.text("%" + Self.escaped(name) + "%")]
    ) { row throws(SQLiteError) in row.text(at: 0) }
  }

  /// The titles of offices that have the words, each found behind the one before it in their index: they are few, their
  /// rows are not.
  private func titles(with words: String) throws(SQLiteError) -> [String] {
    let patterns = words.split(separator: " ").map {
      "title LIKE \(.text("%" + Self.escaped(String($0)) + "%")) ESCAPE '\\'" as SQLText
    }
    let sql: SQLText = """
      WITH RECURSIVE titles (title) AS (
        SELECT (SELECT title FROM actor_roles ORDER BY title COLLATE NOCASE LIMIT 1)
        UNION ALL
        SELECT (
          SELECT title FROM actor_roles
          WHERE title > titles.title COLLATE NOCASE
          ORDER BY title COLLATE NOCASE
          LIMIT 1
        )
        FROM titles
        WHERE title IS NOT NULL
      )
      SELECT title FROM titles WHERE \(SQLText.joined(patterns, by: " AND "))
      """
    return try store.connection.all(sql.text, sql.values) { row throws(SQLiteError) in row.text(at: 0) }
  }

  // MARK: How many documents

  /// With so many mentions and more, each document is soon asked whether it has one.
  private static let frequent = 150_000
  /// With fewer mentions, their documents are soon read and sorted.
  private static let rare = 2_000

  private mutating func findFrequency(_ references: [QueryReference]) throws(SQLiteError) {
    for reference in references {
      guard let target = found.targets[reference] else { continue }
      let actors = SQLText.list(target.actors.map { .integer(Int64($0)) })
      let sql: SQLText = """
        SELECT count(*) FROM (
          SELECT 1 FROM document_actors
          WHERE country_code IS NOT NULL AND country_code IN \(SQLText.list(target.countries))
          UNION ALL
          SELECT 1 FROM document_actors WHERE actor_id IN \(actors)
          LIMIT \(.integer(Int64(Self.frequent)))
        )
        """
      let count = try store.connection.first(sql.text, sql.values) { row throws(SQLiteError) in row.integer(at: 0) }
      let number = count ?? 0
      found.targets[reference]?.frequency =
        number >= Self.frequent ? .frequent : number >= Self.rare ? .common : .rare
    }
  }

  /// So many sentences are few: it takes as long to find their facts as to find a page of facts of common words.
  private static let few = 20_000

  private func areInFewSentences(_ words: [String]) throws(SQLiteError) -> Bool {
    let sql: SQLText = """
      SELECT count(*) FROM (
        SELECT 1
        FROM fact_sentences_fts
        WHERE fact_sentences_fts MATCH \(.text(SearchTerms.matchExpression(ofWords: words)))
        LIMIT \(.integer(Int64(Self.few)))
      )
      """
    let count = try store.connection.first(sql.text, sql.values) { row throws(SQLiteError) in row.integer(at: 0) }
    return count ?? 0 < Self.few
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

  /// Whether the words stand in a document as they are written: the index knows stems only, which slips may have too.
  func hasText(_ words: String) throws(SQLiteError) -> Bool {
    try connection.first(
      """
      SELECT 1
      FROM (SELECT rowid AS id FROM documents_fts WHERE documents_fts MATCH ?1 LIMIT 20)
      JOIN documents AS d USING (id)
      WHERE instr(lower(d.text), lower(?2)) OR instr(lower(d.title), lower(?2))
      LIMIT 1
      """, [.text(SearchTerms.quoted(words)), .text(words)]
    ) { row throws(SQLiteError) in true } == true
  }

  /// The names of a phrase that the database knows.
  func knownNames(in phrase: String, _ vocabulary: QueryVocabulary) throws(SQLiteError) -> KnownNames {
    var roles: [String: KnownNames.Roles] = [:]
    for name in KnownNames.candidates(in: phrase) {
      let bits = try connection.first(
        """
        SELECT
          EXISTS (SELECT 1 FROM actors WHERE name = ?1 COLLATE NOCASE)
            OR EXISTS (SELECT 1 FROM actor_aliases WHERE alias = ?1 COLLATE NOCASE)
            OR EXISTS (SELECT 1 FROM actor_roles WHERE title = ?1 COLLATE NOCASE),
          EXISTS (SELECT 1 FROM places WHERE name = ?1 COLLATE NOCASE),
          EXISTS (SELECT 1 FROM documents WHERE publisher = ?1 COLLATE NOCASE)
        """, [.text(name)]
      ) { row throws(SQLiteError) in row.integer(at: 0) + 2 * row.integer(at: 1) + 4 * row.integer(at: 2) }
      if let bits, bits > 0 { roles[name] = KnownNames.Roles(rawValue: bits) }
    }
    // The index knows no case but that of ASCII.
    if !phrase.utf8.allSatisfy({ $0 < 0x80 }) {
      try connection.query(Self.publishers + "SELECT name FROM publishers WHERE name IS NOT NULL") {
        row throws(SQLiteError) in
        roles[row.text(at: 0).lowercased(), default: []].insert(.publisher)
      }
    }
    var words: Set<String> = []
    for word in KnownNames.unknownWords(in: phrase, vocabulary) where try hasText(word) { words.insert(word) }
    return KnownNames(roles, words: words)
  }
}

extension TypedQuery.Subject {
  /// Whether a row rests on a sentence.
  fileprivate var hasSentences: Bool { self != .actors && self != .documents }
  /// Whether a row is where its actors are, and not somewhere itself.
  fileprivate var placesAreActors: Bool { self == .commitments || self == .statements || self == .documents }
}
