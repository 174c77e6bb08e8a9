import KnowledgeBase
import QueryLanguage
import TestSupport
import Testing

@Suite struct SQLFuzzTests {
  private let database: QueryDatabase
  private let options: AnswerOptions

  init() throws {
    database = try QueryDatabase()
    var options = AnswerOptions()
    options.deadline = .milliseconds(300)
    options.rowLimit = 50
    self.options = options
  }

  private static let words = [
    "SELECT", "FROM", "WHERE", "INSERT INTO", "DELETE FROM", "UPDATE", "SET", "DROP TABLE", "ATTACH", "PRAGMA",
    "VACUUM INTO", "CREATE TABLE", "WITH RECURSIVE t AS (", "UNION ALL", ")", "(", ",", ";", "*", "=", "'", "\"", "`",
    "[", "]", "--", "/*", "*/", "events", "documents", "documents_fts", "MATCH", "kind", "1", "x'00'", ":a", "?", "?9",
    "writable_schema", "load_extension(", "randomblob(99)", "NULL", "LIMIT", "GROUP BY", "OVER ()", "temp.", "main.",
  ]

  /// What the statement gives, or the message why it gives nothing.
  private func run(_ sql: String) -> String? {
    do throws(KnowledgeBaseError) {
      _ = try database.store.answer(sql: sql, parameters: ["a": "1"], options: options)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `Random words of SQL neither crash nor write, and every failure says something`() throws {
    let before = ScratchFolder.read(database.store.path)
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<3_000 {
      let words = (0..<Int.random(in: 1...14, using: &generator)).compactMap { _ in
        Self.words.randomElement(using: &generator)
      }
      let sql = words.joined(separator: " ")
      if let message = run(sql) { #expect(message.count > 3 && message.count < 2_000, "\(sql)") }
    }
    #expect(ScratchFolder.read(database.store.path) == before)
  }

  @Test func `Random bytes neither crash nor write`() throws {
    let before = ScratchFolder.read(database.store.path)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      if let message = run(String(decoding: bytes, as: UTF8.self)) { #expect(!message.isEmpty) }
    }
    #expect(ScratchFolder.read(database.store.path) == before)
  }

  private static let large = [
    String(repeating: "(", count: 1 << 20), String(repeating: "'", count: 1 << 20),
    "SELECT " + String(repeating: "'\"", count: 1 << 19), String(repeating: "SELECT 1;", count: 1 << 17),
    "SELECT '" + String(repeating: "é", count: 1 << 19) + "'", String(repeating: "a", count: 1 << 20),
  ]

  @Test func `A megabyte of anything is answered, or refused with a short message`() {
    for sql in Self.large {
      guard let message = run(sql) else { continue }
      #expect((1..<2_000).contains(message.utf8.count), "\(sql.prefix(20)): \(message.utf8.count)")
    }
  }

  @Test func `A megabyte of search words finds nothing and does not fail`() throws {
    for text in Self.large + [String(repeating: "NEAR(a b ", count: 1 << 17), String(repeating: "-\"", count: 1 << 19)]
    {
      let phrase = try database.store.searchPhrase(text) { QueryDatabase.parser }
      _ = try database.store.search(phrase) { QueryDatabase.parser }
    }
  }
}
