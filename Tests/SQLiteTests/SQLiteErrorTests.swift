import SQLite
import Testing

@Suite struct SQLiteErrorTests {
  @Test func `A syntax error names the place with a caret`() throws {
    let connection = try Connection(path: ":memory:")
    let error = #expect(throws: SQLiteError.self) { try connection.run("SELECT 1,\n  é FRM t") }
    #expect(error?.code == .error)
    #expect(
      error?.description == """
        near "t": syntax error (SQLite code 1) in
        SELECT 1,
          é FRM t
                ^
        """)
  }

  @Test func `An unknown column is named`() throws {
    let connection = try Connection(path: ":memory:")
    let error = #expect(throws: SQLiteError.self) { try connection.run("SELECT height") }
    #expect(error?.message == "no such column: height")
    #expect(error?.offset == 7)
  }

  @Test func `A failure carries the extended code and matches its primary one`() throws {
    let connection = try Connection(path: ":memory:")
    try connection.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT UNIQUE) STRICT")
    try connection.run("INSERT INTO t (b) VALUES ('x')")
    let error = #expect(throws: SQLiteError.self) { try connection.run("INSERT INTO t (b) VALUES ('x')") }
    let code = try #require(error?.code)
    #expect(code.rawValue == 2067)
    #expect(code.primary == .constraint)
    #expect(SQLiteError.Code.constraint ~= code)
    #expect(!(SQLiteError.Code.busy ~= code))
    #expect(!(SQLiteError.Code(rawValue: 1555) ~= code))
  }
}
