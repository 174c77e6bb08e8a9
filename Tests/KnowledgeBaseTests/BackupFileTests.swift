import KnowledgeBase
import SQLite
import TestSupport
import Testing

@Suite struct BackupFileTests {
  private let folder = ScratchFolder()

  private func filledStore() throws -> KnowledgeStore {
    let store = try Samples.store(in: folder)
    _ = try store.store([Samples.harbour()], run: try store.beginRun(extractorVersion: "1"))
    return store
  }

  @Test func `A backup is one sound file with the same export, made while another writes`() throws {
    _ = try filledStore()
    let writer = try Connection(path: folder.file("kb.db"))
    try writer.execute("BEGIN IMMEDIATE; DELETE FROM ingest_runs")
    let store = try Samples.store(in: folder, mode: .readOnly)
    try store.backup(to: folder.file("copy.db"))
    #expect(ScratchFolder.list(folder.path).filter { $0.hasPrefix("copy") } == ["copy.db"])
    let copy = try KnowledgeStore(path: folder.file("copy.db"), mode: .readOnly)
    #expect(try copy.check().isEmpty)
    #expect(try Samples.lines(copy) == Samples.lines(store))
  }

  @Test func `An existing file is replaced only when told so`() throws {
    let store = try filledStore()
    let path = folder.write([1, 2, 3], to: "copy.db")
    #expect(throws: KnowledgeBaseError.self) { try store.backup(to: path) }
    #expect(ScratchFolder.read(path) == [1, 2, 3])
    try store.backup(to: path, replacing: true)
    #expect(try KnowledgeStore(path: path, mode: .readOnly).info().tables.first?.count == 1)
  }

  @Test func `The knowledge base is not overwritten by its own backup`() throws {
    let store = try filledStore()
    #expect(throws: KnowledgeBaseError.self) { try store.backup(to: folder.file("./kb.db"), replacing: true) }
    #expect(try store.check().isEmpty)
  }

  @Test func `A folder that does not exist is named, and nothing is left over`() throws {
    let store = try filledStore()
    let before = ScratchFolder.list(folder.path).sorted()
    let error = #expect(throws: KnowledgeBaseError.self) { try store.backup(to: folder.file("none/copy.db")) }
    #expect(error?.description.contains("none/copy.db") == true)
    #expect(ScratchFolder.list(folder.path).sorted() == before)
  }
}
