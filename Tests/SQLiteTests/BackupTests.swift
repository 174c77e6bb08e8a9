import SQLite
import TestSupport
import Testing

@Suite struct BackupTests {
  private let folder = ScratchFolder()

  @Test func `A backup holds what was committed when it began, while another connection writes`() throws {
    let writer = try Connection(path: folder.file("live.db"))
    try writer.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)")
    let source = try Connection(path: folder.file("live.db"), mode: .readOnly)
    try writer.run("BEGIN IMMEDIATE")
    try writer.run("INSERT INTO t VALUES (2)")
    let copy = try Connection(path: folder.file("copy.db"))
    try source.backup(to: copy)
    try writer.run("COMMIT")
    #expect(try copy.all("SELECT a FROM t", [], { row in row.integer(at: 0) }) == [1])
    #expect(try copy.first("PRAGMA integrity_check", [], { row in row.text(at: 0) }) == "ok")
  }

  @Test func `A backup over a locked file fails`() throws {
    let source = try Connection(path: ":memory:")
    try source.execute("CREATE TABLE t (a)")
    let other = try Connection(path: folder.file("taken.db"))
    try other.execute("CREATE TABLE u (a); BEGIN IMMEDIATE; INSERT INTO u VALUES (1)")
    let destination = try Connection(path: folder.file("taken.db"))
    let error = #expect(throws: SQLiteError.self) { try source.backup(to: destination) }
    #expect(error?.code.primary == .busy)
  }
}
