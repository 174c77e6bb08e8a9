import KnowledgeBase
import PolicyModel
import TestSupport
import Testing

@Suite struct SearchTests {
  private let database: QueryDatabase

  init() throws { database = try QueryDatabase() }

  private func found(_ words: String, _ options: SearchOptions = SearchOptions()) throws -> [Int]? {
    try database.store.search(words, options: options)?.map(\.id).sorted()
  }

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
      #expect(throws: Never.self, "\(words)") { try database.store.search(words) }
    }
  }

  @Test func `Words without a letter or digit ask for nothing`() throws {
    #expect(try database.store.search("!!! -- \"\"") == nil)
    #expect(try database.store.search("") == nil)
  }

  @Test func `No random bytes make a search fail`() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0x20...0xFF, using: &generator) }
      _ = try database.store.search(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `The passage marks what was sought`() throws {
    let hit = try #require(try database.store.search("coral")?.first)
    #expect(hit.title == "Fisheries round-up")
    #expect(hit.passage.filter(\.isMatch).map(\.text) == ["coral"])
    #expect(hit.score > 0)
  }

  @Test func `Period and publisher narrow a search`() throws {
    var options = SearchOptions()
    options.period = Period(start: Samples.date("2025-01-01"), end: nil)
    #expect(try found("Chile", options) == [2])
    options = SearchOptions()
    options.publisher = "port news"
    #expect(try found("Chile", options) == [1])
  }
}
