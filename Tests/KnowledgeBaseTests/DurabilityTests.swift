import SQLite
import TestSupport
import Testing

@testable import KnowledgeBase

/// What the file holds when writing goes wrong.
@Suite struct DurabilityTests {
  private let folder = ScratchFolder()
  private let batch = (0..<30).map { Samples.harbour(source: "\($0).txt", sha256: "\($0)") }

  @Test func `A full disk loses the batch and nothing else, and the same batch is stored when there is room`() throws {
    let store = try Samples.store(in: folder)
    let run = try store.beginRun(extractorVersion: "1")
    _ = try store.store([Samples.harbour()], run: run)
    let before = try Samples.lines(store)
    let pages: Int = try #require(try store.connection.first("PRAGMA page_count") { row in row.integer(at: 0) })
    try store.connection.execute("PRAGMA max_page_count = \(pages + 2)")
    let error = #expect(throws: KnowledgeBaseError.self) { _ = try store.store(batch, run: run) }
    #expect(error?.code == .diskFull)
    #expect(error?.description.contains("free some space") == true)
    #expect(try Samples.lines(store) == before)
    #expect(try store.check().isEmpty)
    try store.connection.execute("PRAGMA max_page_count = 1073741823")
    #expect(try store.store(batch, run: run).allSatisfy { $0.action == .added })
    #expect(try store.knownDocuments().count == 31)
    #expect(try store.check().isEmpty)
  }

  @Test func `A second writer is told to wait, and its batch is stored afterwards`() throws {
    let store = try Samples.store(in: folder)
    let run = try store.beginRun(extractorVersion: "1")
    let other = try Connection(path: folder.file("kb.db"))
    try other.run("BEGIN IMMEDIATE")
    store.connection.setBusyTimeout(milliseconds: 0)
    let error = #expect(throws: KnowledgeBaseError.self) { _ = try store.store(batch, run: run) }
    #expect(error?.code == .busy)
    try other.run("ROLLBACK")
    _ = try store.store(batch, run: run)
    #expect(try store.knownDocuments().count == 30)
  }

  @Test func `A reader sees whole batches while another stores`() throws {
    let writer = try Samples.store(in: folder)
    let run = try writer.beginRun(extractorVersion: "1")
    let reader = try Samples.store(in: folder, mode: .readOnly)
    var seen: [Int] = []
    try reader.connection.transaction(.deferred) { () throws(SQLiteError) in
      seen.append(try reader.connection.first("SELECT count(*) FROM documents") { row in row.integer(at: 0) } ?? -1)
      do throws(KnowledgeBaseError) {
        _ = try writer.store(batch, run: run)
      } catch {
        Issue.record(error)
      }
      seen.append(try reader.connection.first("SELECT count(*) FROM documents") { row in row.integer(at: 0) } ?? -1)
    }
    #expect(seen == [0, 0])
    #expect(try reader.knownDocuments().count == 30)
  }

  @Test func `A log that was never copied back is read, whoever opens the file next`() throws {
    let store = try Samples.store(in: folder)
    _ = try store.store(batch, run: try store.beginRun(extractorVersion: "1"))
    // What a killed process leaves: the file and its log as they are now.
    folder.write(ScratchFolder.read(folder.file("kb.db")), to: "left.db")
    folder.write(ScratchFolder.read(folder.file("kb.db-wal")), to: "left.db-wal")
    let left = try KnowledgeStore(path: folder.file("left.db"), mode: .readOnly)
    #expect(try left.check().isEmpty)
    #expect(try Samples.lines(left) == Samples.lines(store))
  }

  @Test func `Of a log that breaks off only whole batches are kept`() throws {
    let store = try Samples.store(in: folder)
    let run = try store.beginRun(extractorVersion: "1")
    for start in stride(from: 0, to: 30, by: 10) { _ = try store.store(Array(batch[start..<start + 10]), run: run) }
    let file = ScratchFolder.read(folder.file("kb.db"))
    let log = ScratchFolder.read(folder.file("kb.db-wal"))
    var counts: Set<Int> = []
    for part in 1...12 {
      folder.write(file, to: "cut\(part).db")
      folder.write(Array(log.prefix(log.count * part / 12 - 1)), to: "cut\(part).db-wal")
      let cut = try KnowledgeStore(path: folder.file("cut\(part).db"), mode: .readWrite, reference: Samples.reference)
      let count = try cut.knownDocuments().count
      #expect(count % 10 == 0)
      #expect(try cut.check().isEmpty)
      counts.insert(count)
      _ = try cut.store(batch, run: try cut.beginRun(extractorVersion: "1"))
      #expect(try Samples.lines(cut) == Samples.lines(store))
    }
    #expect(counts.count >= 3)
  }

  @Test func `A file whose making was cut short is made again`() throws {
    let half = try Connection(path: folder.file("half.db"))
    try half.execute("PRAGMA cache_size = 2; BEGIN; CREATE TABLE t (a TEXT)")
    for number in 0..<200 { try half.run("INSERT INTO t VALUES (printf('%4000d', ?))", Value(number)) }
    let begun = try Connection(path: folder.file("begun.db"))
    try begun.execute("PRAGMA journal_mode = WAL")
    // A first page is in the file, and the journal says that there was none before.
    folder.write(ScratchFolder.read(folder.file("begun.db")), to: "left.db")
    folder.write(ScratchFolder.read(folder.file("half.db-journal")), to: "left.db-journal")
    let reading = #expect(throws: KnowledgeBaseError.self) {
      _ = try KnowledgeStore(path: folder.file("left.db"), mode: .readOnly)
    }
    #expect(reading?.description.contains("empty") == true)
    let left = try KnowledgeStore(path: folder.file("left.db"), mode: .readWrite, reference: Samples.reference)
    _ = try left.store(batch, run: try left.beginRun(extractorVersion: "1"))
    #expect(try left.knownDocuments().count == 30)
    #expect(try left.check().isEmpty)
  }
}
