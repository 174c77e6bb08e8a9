import SQLite
import TestSupport
import Testing

@Suite final class TransactionTests {
  private let folder = ScratchFolder()
  private let connection: Connection

  init() throws {
    connection = try Connection(path: folder.file("t.db"))
    try connection.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER NOT NULL) STRICT")
  }

  private var values: [Int] {
    get throws { try connection.all("SELECT a FROM t ORDER BY a") { row in row.integer(at: 0) } }
  }

  @Test func `What a transaction wrote is there for others once it ends`() throws {
    let other = try Connection(path: folder.file("t.db"), mode: .readOnly)
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("INSERT INTO t VALUES (1)")
      #expect(try other.first("SELECT count(*) FROM t", [], { row in row.integer(at: 0) }) == 0)
    }
    #expect(try other.first("SELECT count(*) FROM t", [], { row in row.integer(at: 0) }) == 1)
    #expect(connection.changedRows == 1)
    #expect(connection.isAutocommitting == true)
  }

  @Test func `A transaction that fails leaves nothing`() throws {
    #expect(throws: SQLiteError.self) {
      try connection.transaction { () throws(SQLiteError) in
        try connection.run("INSERT INTO t VALUES (1)")
        try connection.run("INSERT INTO t VALUES (NULL)")
      }
    }
    #expect(try values.isEmpty)
    #expect(connection.isAutocommitting == true)
  }

  @Test func `A savepoint that fails takes only its own writes with it`() throws {
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("INSERT INTO t VALUES (1)")
      #expect(throws: SQLiteError.self) {
        try connection.savepoint { () throws(SQLiteError) in
          try connection.run("INSERT INTO t VALUES (2)")
          try connection.savepoint { () throws(SQLiteError) in try connection.run("INSERT INTO t VALUES (3)") }
          try connection.run("INSERT INTO t VALUES (NULL)")
        }
      }
      try connection.savepoint { () throws(SQLiteError) in try connection.run("INSERT INTO t VALUES (4)") }
    }
    #expect(try values == [1, 4])
  }

  @Test func `A commit that fails rolls back and leaves the connection usable`() throws {
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      CREATE TABLE child (a INTEGER REFERENCES parent (a) DEFERRABLE INITIALLY DEFERRED);
      CREATE TABLE parent (a INTEGER PRIMARY KEY)
      """)
    #expect(throws: SQLiteError.self) {
      try connection.transaction { () throws(SQLiteError) in try connection.run("INSERT INTO child VALUES (9)") }
    }
    #expect(connection.isAutocommitting == true)
    try connection.transaction { () throws(SQLiteError) in try connection.run("INSERT INTO t VALUES (5)") }
    #expect(try values == [5])
  }
}
