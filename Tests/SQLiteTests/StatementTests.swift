import SQLite
import Testing

@Suite final class StatementTests {
  private let connection: Connection

  init() throws { connection = try Connection(path: ":memory:") }

  @Test(
    arguments: [
      .null, .integer(0), .integer(.min), .integer(.max), .real(-0.125), .real(1e300), .text(""), .text("plain"),
      .text("Ærøskøbing – “quoted” 🛶"), .text("before\u{0}after"), .blob([]), .blob([0, 255, 7]),
    ] as [Value])
  func `A bound value comes back as it was`(value: Value) throws {
    let read = try connection.first("SELECT ?", [value]) { row in row.value(at: 0) }
    #expect(read == value)
  }

  @Test func `Columns are read by type, and null as nil or as nothing`() throws {
    try connection.query("SELECT 3, 2.5, 'x', NULL, x'0102'") { row in
      #expect(row.integer(at: 0) == 3)
      #expect(row.real(at: 1) == 2.5)
      #expect(row.text(at: 2) == "x")
      #expect(row.blob(at: 4) == [1, 2])
      #expect(row.isNull(at: 3) == true)
      #expect(row.optionalInteger(at: 3) == nil)
      #expect(row.optionalReal(at: 3) == nil)
      #expect(row.optionalText(at: 3) == nil)
      #expect(row.text(at: 3) == "")
      #expect(row.blob(at: 3) == [])
      #expect(row.row == [3, 2.5, "x", nil, .blob([1, 2])])
    }
  }

  @Test func `Malformed UTF-8 becomes the replacement character`() throws {
    let text = try connection.first("SELECT CAST(x'61ff62' AS TEXT)") { row in row.text(at: 0) }
    #expect(text == "a\u{FFFD}b")
  }

  @Test func `Column names are those of the query`() throws {
    let statement = try connection.prepare("SELECT 1 AS first, 2 AS \"second column\"")
    #expect(statement.columnNames == ["first", "second column"])
    #expect(statement.columnCount == 2)
    #expect(statement.isReadOnly == true)
  }

  @Test(arguments: ["SELECT 1;", "SELECT 1 ; -- and a comment", "SELECT 1;\n\n/* more */ ", "-- before\nSELECT 1"])
  func `Blanks and comments may surround the one statement`(sql: String) throws {
    let statement = try connection.prepare(sql)
    #expect(try statement.step() == true)
  }

  @Test(arguments: ["", "   ", "-- nothing", ";"])
  func `Text without a statement is refused`(sql: String) throws {
    #expect { _ = try connection.prepare(sql).columnCount } throws: { error in
      (error as? SQLiteError)?.code == .misuse
    }
  }

  @Test func `A second statement is refused where it starts`() throws {
    #expect { _ = try connection.prepare("SELECT 1; DROP TABLE t").columnCount } throws: { error in
      guard let error = error as? SQLiteError else { return false }
      return error.offset == 9 || error.offset == 10
    }
  }

  @Test func `As many values as parameters are needed`() throws {
    #expect(throws: SQLiteError(.misuse, "1 values for 2 parameters", sql: "SELECT ?, ?")) {
      try connection.run("SELECT ?, ?", 1)
    }
  }

  @Test func `A statement outlives its connection's value`() throws {
    func statement() throws -> PreparedStatement {
      let other = try Connection(path: ":memory:")
      return try other.prepare("SELECT 7")
    }
    let orphan = try statement()
    #expect(try orphan.step() == true)
    #expect(orphan.integer(at: 0) == 7)
  }

  @Test func `A query inside the loop of the same query has a statement of its own`() throws {
    let sql = "WITH n (i) AS (VALUES (1), (2), (3)) SELECT i FROM n"
    var seen: [[Int]] = []
    try connection.query(sql) { outer throws(SQLiteError) in
      let inner = try connection.all(sql) { row in row.integer(at: 0) }
      seen.append([outer.integer(at: 0)] + inner)
    }
    #expect(seen == [[1, 1, 2, 3], [2, 1, 2, 3], [3, 1, 2, 3]])
  }

  @Test func `A cached statement forgets its last values and its last failure`() throws {
    try connection.execute("CREATE TABLE t (a TEXT NOT NULL) STRICT")
    let insert = "INSERT INTO t VALUES (?)"
    try connection.run(insert, "kept")
    #expect(throws: SQLiteError.self) { try connection.run(insert, nil) }
    try connection.run(insert, "again")
    #expect(try connection.all("SELECT a FROM t", [], { row in row.text(at: 0) }) == ["kept", "again"])
  }

  @Test func `The cache holds more distinct statements than it keeps`() throws {
    for number in 0..<300 {
      #expect(try connection.first("SELECT \(number)", [], { row in row.integer(at: 0) }) == number)
    }
  }
}
