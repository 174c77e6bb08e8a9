import SQLite
import TestSupport
import Testing

/// Failures of real files, made to happen.
@Suite struct FailureTests {
  private let folder = ScratchFolder()

  private func code(_ body: () throws -> Void) -> SQLiteError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? SQLiteError)?.code.primary
    }
  }

  private func filled(_ name: String, rows: Int = 2_000) throws -> String {
    let path = folder.file(name)
    let connection = try Connection(path: path)
    try connection.execute("CREATE TABLE t (a TEXT NOT NULL) STRICT")
    try connection.run(
      """
      WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO t SELECT printf('row %d of a table that fills some pages', i) FROM n
      """, Value(rows))
    return path
  }

  @Test func `A second writer is told that the file is locked`() throws {
    let path = try filled("locked.db")
    let first = try Connection(path: path)
    let second = try Connection(path: path)
    try first.run("BEGIN IMMEDIATE")
    #expect(code { try second.run("DELETE FROM t") } == .busy)
    try first.run("ROLLBACK")
    try second.run("DELETE FROM t")
  }

  @Test func `A read-only connection writes nothing`() throws {
    let path = try filled("readonly.db")
    let connection = try Connection(path: path, mode: .readOnly)
    #expect(code { try connection.run("DELETE FROM t") } == .readOnly)
    #expect(try connection.first("SELECT count(*) FROM t", [], { row in row.integer(at: 0) }) == 2_000)
  }

  @Test func `A file that nobody may write is read all the same`() throws {
    let path = try filled("still.db")
    let before = ScratchFolder.read(path)
    let connection = try Connection(path: path, mode: .immutable)
    #expect(try connection.first("SELECT count(*) FROM t", [], { row in row.integer(at: 0) }) == 2_000)
    #expect(code { try connection.run("DELETE FROM t") } == .readOnly)
    #expect(ScratchFolder.read(path) == before)
  }

  @Test func `Signs that a URI gives a meaning to are part of a file's name`() throws {
    let path = try filled("100% of #1?.db", rows: 3)
    for mode in [Connection.Mode.readOnly, .immutable] {
      let connection = try Connection(path: path, mode: mode)
      #expect(try connection.first("SELECT count(*) FROM t", [], { row in row.integer(at: 0) }) == 3)
    }
  }

  @Test func `A full disk fails the write, and the database stays whole`() throws {
    let path = try filled("full.db")
    let connection = try Connection(path: path)
    let pages = try #require(try connection.first("PRAGMA page_count") { row in row.integer(at: 0) })
    try connection.execute("PRAGMA max_page_count = \(pages + 3)")
    let failure = code {
      try connection.transaction { () throws(SQLiteError) in try connection.run("INSERT INTO t SELECT a FROM t") }
    }
    #expect(failure == .full)
    #expect(connection.isAutocommitting == true)
    #expect(try connection.first("SELECT count(*) FROM t", [], { row in row.integer(at: 0) }) == 2_000)
    #expect(try connection.first("PRAGMA integrity_check", [], { row in row.text(at: 0) }) == "ok")
  }

  @Test func `A damaged page is reported as such`() throws {
    let path = try filled("damaged.db")
    var bytes = ScratchFolder.read(path)
    for index in 4_096 * 3..<4_096 * 5 { bytes[index] = 0xA5 }
    folder.write(bytes, to: "damaged.db")
    let connection = try Connection(path: path)
    #expect(code { try connection.query("SELECT a FROM t") { _ in } } == .corrupt)
  }

  @Test func `A file of something else is no database`() throws {
    let path = folder.write(Array(String(repeating: "a page of prose\n", count: 400).utf8), to: "prose.db")
    let connection = try Connection(path: path)
    #expect(code { try connection.run("SELECT * FROM sqlite_schema") } == .notADatabase)
  }

  @Test(arguments: [Connection.Mode.readOnly, .readWrite, .immutable])
  func `A missing file is not made`(mode: Connection.Mode) {
    #expect(code { _ = try Connection(path: folder.file("none.db"), mode: mode).isAutocommitting } == .cannotOpen)
  }

  @Test func `A query is stopped at its deadline, and the connection goes on`() throws {
    let connection = try Connection(path: ":memory:")
    let endless = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    let failure = code {
      try connection.withDeadline(after: .milliseconds(20)) { () throws(SQLiteError) in try connection.run(endless) }
    }
    #expect(failure == .interrupted)
    #expect(try connection.first("SELECT 1", [], { row in row.integer(at: 0) }) == 1)
  }

  @Test func `The authorizer decides what a statement may do`() throws {
    let connection = try Connection(path: try filled("guarded.db", rows: 3))
    var asked: [AuthorizerAction] = []
    connection.setAuthorizer { action in
      asked.append(action)
      return [.select, .read, .function].contains(action.code) ? .allow : .deny
    }
    #expect(try connection.first("SELECT count(a) FROM t", [], { row in row.integer(at: 0) }) == 3)
    #expect(asked.contains(AuthorizerAction(code: .read, first: "t", second: "a")))
    #expect(code { try connection.run("DELETE FROM t WHERE a = ''") } == .unauthorized)
    #expect(code { try connection.run("ATTACH 'other.db' AS other") } == .unauthorized)
    connection.setAuthorizer(nil)
    try connection.run("DELETE FROM t")
  }
}
