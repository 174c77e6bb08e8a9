import KnowledgeBase
import PolicyModel
import QueryLanguage
import TestSupport
import Testing

@Suite struct SearchTests {
  private let database: QueryDatabase

  init() throws { database = try QueryDatabase() }

  private func search(_ text: String) throws -> SearchResult? {
    let phrase = try database.store.searchPhrase(text) { QueryDatabase.parser }
    return try database.store.search(phrase) { QueryDatabase.parser }
  }

  private func found(_ text: String) throws -> [Int]? { try search(text)?.hits.map(\.id).sorted() }

  private static let searches: [(words: String, ids: [Int])] = [
    ("coral", [2]), ("boat", [2]), ("port Peru", [1]), ("\"river ports\"", [1]), ("\"ports river\"", []),
    ("fish*", [2]), ("coral OR buoys", [1, 2]), ("Chile -coral -patrols", [1]), ("NEAR(boats coral, 6)", [2]),
    ("NEAR(boats Lima, 1)", []), ("river -\"river mouth\"", [1]), ("patrol", [3]),
  ]

  @Test func `Words, phrases, beginnings, alternatives and exclusions find their documents`() throws {
    for (words, ids) in Self.searches { #expect(try found(words) == ids, "\(words)") }
  }

  private static let punctuated = [
    "coral!", "(coral", "coral)", "\"coral", "coral\"", "coral:", "{coral}", "^coral", "coral + ", "title:coral",
    "cor'al",
    "NEAR(coral", "NEAR()", "NEAR(coral)", "OR coral", "coral OR", "AND", "coral -", "-", "*", "co*ral", "coral\u{0}x",
    "a-b-c", "C++", "100%", "u.s.", "“coral”", "--coral", "\"\"", "\" \"", ";DROP TABLE events",
  ]

  @Test func `No punctuation makes a search fail`() {
    for words in Self.punctuated {
      #expect(throws: Never.self, "\(words)") { try search(words) }
    }
  }

  @Test func `Words without a letter or digit ask for nothing`() throws {
    #expect(try search("!!! -- \"\"") == nil)
    #expect(try search("") == nil)
  }

  @Test func `No random bytes make a search fail`() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0x20...0xFF, using: &generator) }
      _ = try search(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `The passage marks what was sought`() throws {
    let hit = try #require(try search("coral")?.hits.first)
    #expect(hit.title == "Fisheries round-up")
    #expect(hit.passage.filter(\.isMatch).map(\.text) == ["coral"])
    #expect(hit.score > 0)
  }

  private static let conditional: [(text: String, words: String, filters: [String], ids: [Int])] = [
    ("Chile since 2025", "Chile ", ["from 2025-01-01"], [2]),
    ("Chile from Port News", "Chile ", ["published by “Port News”"], [1]),
    ("coral OR buoys in Chile since 2025", "coral OR buoys ", ["in Chile [CL]", "from 2025-01-01"], [2]),
    ("\"in Chile\"", "\"in Chile\"", [], []),
    ("since 2025", "since 2025", [], []),
    ("boats in the water", "boats in the water", [], []),
    ("NEAR(boats in coral, 8)", "NEAR(boats in coral, 8)", [], []),
  ]

  @Test func `Conditions behind the words narrow a search; without a reading they are words`() throws {
    for (text, words, filters, _) in Self.conditional {
      let phrase = try database.store.searchPhrase(text) { QueryDatabase.parser }
      #expect(phrase.words == words, "\(text)")
      #expect(phrase.filters.map(\.description) == filters, "\(text)")
    }
    for (text, _, filters, ids) in Self.conditional where !filters.isEmpty {
      #expect(try found(text) == ids, "\(text)")
    }
  }

  @Test func `A hit has the facts of its passage`() throws {
    let hit = try #require(try search("coral")?.hits.first)
    #expect(!hit.facts.isEmpty)
    let passage = hit.passage.map(\.text).joined()
    for fact in hit.facts {
      let detail = try #require(FactTable(rawValue: fact.table))
      #expect(try database.store.fact(detail, id: fact.id)?.evidence == fact.evidence)
      #expect(fact.evidence.split(separator: " ").contains { passage.contains($0) })
    }
  }
}
