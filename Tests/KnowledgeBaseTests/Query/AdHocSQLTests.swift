import KnowledgeBase
import TestSupport
import Testing

@Suite struct AdHocSQLTests {
  private let database: QueryDatabase

  init() throws { database = try QueryDatabase() }

  @Test func `A statement that reads gives its rows`() throws {
    let answer = try database.store.answer(
      sql: "SELECT kind, count(*) AS n FROM commitments GROUP BY kind ORDER BY kind")
    #expect(answer.columns.map(\.name) == ["kind", "n"])
    #expect(answer.rows.map(\.cells).first == [.text("aid"), .integer(1)])
    #expect(answer.rows.count == 4)
  }

  @Test func `Full text and the pragmas that only tell can be asked`() throws {
    let hits = try database.store.answer(sql: "SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'coral'")
    #expect(hits.rows.map(\.cells) == [[.integer(2)]])
    #expect(try !database.store.answer(sql: "PRAGMA table_info(events)").rows.isEmpty)
  }

  @Test func `A parameter is bound by its name, as a number where it is one`() throws {
    let answer = try database.store.answer(
      sql: "SELECT name FROM actors WHERE country_code = :code AND id > @least ORDER BY id",
      parameters: ["code": "NO", "least": "1"])
    #expect(answer.rows.map(\.cells) == [[.text("Norwegian Harbour Board")], [.text("Åse Dahl")]])
  }

  private static let writing = [
    "INSERT INTO places (name) VALUES ('x')", "DELETE FROM events", "UPDATE actors SET name = 'x'", "DROP TABLE events",
    "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "ATTACH DATABASE '/tmp/x.db' AS x", "VACUUM INTO '/tmp/x.db'",
    "PRAGMA writable_schema = 1", "PRAGMA journal_mode = DELETE", "BEGIN IMMEDIATE", "REINDEX", "ANALYZE",
    "SELECT load_extension('x')", "WITH x AS (SELECT 1) DELETE FROM events",
    "INSERT INTO documents_fts (documents_fts) VALUES ('rebuild')",
  ]

  @Test func `A statement that does more than read is refused`() {
    for sql in Self.writing {
      let error = #expect(throws: KnowledgeBaseError.self, "\(sql)") { try database.store.answer(sql: sql) }
      #expect(error?.code == .refused || error?.code == .invalidSQL, "\(sql)")
    }
  }

  @Test func `A statement that is wrong is refused with its reason`() {
    for sql in ["SELECT 1; DROP TABLE events", "SELEC 1", "", "-- no", "SELECT * FROM nowhere", "SELECT :missing"] {
      let error = #expect(throws: KnowledgeBaseError.self, "\(sql)") { try database.store.answer(sql: sql) }
      #expect(error?.code == .invalidSQL, "\(sql)")
    }
  }

  @Test func `A mistake is shown with a caret under its place`() throws {
    let error = #expect(throws: KnowledgeBaseError.self) {
      try database.store.answer(sql: "SELECT kind\nFROM events WHERE colour = 1")
    }
    #expect(error?.description.hasSuffix("FROM events WHERE colour = 1\n                  ^") == true)
  }

  @Test func `A statement that does not end is stopped at the deadline`() throws {
    var options = AnswerOptions()
    options.deadline = .milliseconds(30)
    let error = #expect(throws: KnowledgeBaseError.self) {
      try database.store.answer(
        sql: "WITH RECURSIVE x (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT count(*) FROM x", options: options
      )
    }
    #expect(error?.code == .timedOut)
  }

  @Test func `Rows beyond the limit are left out, and that is said`() throws {
    var options = AnswerOptions()
    options.rowLimit = 3
    let answer = try database.store.answer(sql: "SELECT id FROM commitments", options: options)
    #expect(answer.rows.count == 3)
    #expect(answer.notes == ["the first 3 rows; --limit shows more"])
  }

  @Test func `No statement of random words or bytes writes`() throws {
    let before = try Samples.lines(database.store)
    var generator = SeededGenerator(seed: 5)
    let words = [
      "SELECT", "DELETE", "FROM", "events", "actors", "INSERT", "INTO", "VALUES", "(", ")", "*", ";", "1", "'x'", ",",
      "WITH", "AS", "PRAGMA", "UPDATE", "SET", "name", "=", "--", "/*", "\"", "WHERE", ":p", "ATTACH", "\u{0}",
      "RETURNING",
    ]
    for _ in 0..<600 {
      let count = Int.random(in: 0...10, using: &generator)
      let sql =
        Bool.random(using: &generator)
        ? (0..<count).compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
        : String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }, as: UTF8.self)
      _ = try? database.store.answer(sql: sql, parameters: ["p": "1"])
    }
    #expect(try Samples.lines(database.store) == before)
  }
}
