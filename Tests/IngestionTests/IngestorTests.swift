import DocumentReaders
import Documents
import Glibc
import Ingestion
import KnowledgeBase
import TestSupport
import Testing

@Suite struct IngestorTests {
  private let folder = ScratchFolder()
  private let place = ScratchFolder()

  private func store() throws -> KnowledgeStore { try KnowledgeStore(path: place.file("kb.db"), mode: .readWrite) }

  private func write(_ text: String, to name: String) { folder.write(Array(text.utf8), to: name) }

  private func ingest(
    _ store: KnowledgeStore, date: String? = nil, prunes: Bool = false, version: String = "1"
  ) throws -> IngestCounts {
    var options = Ingestor.Options(extractorVersion: version)
    options.reading = ReadingOptions(date: date.flatMap { CalendarDate(iso: $0) })
    options.jobs = 2
    options.prunes = prunes
    return try Ingestor(options: options).ingest([folder.path], into: store).counts
  }

  private func counts(new: Int = 0, changed: Int = 0, unchanged: Int = 0, removed: Int = 0, failed: Int = 0)
    -> IngestCounts
  {
    var counts = IngestCounts()
    (counts.new, counts.changed, counts.unchanged) = (new, changed, unchanged)
    (counts.removed, counts.failed) = (removed, failed)
    return counts
  }

  @Test func `A second run stores what changed and leaves the rest`() throws {
    let store = try store()
    write("The ferry to Oban resumes on Monday.", to: "a.txt")
    write("The council closed the bridge.", to: "b.txt")
    #expect(try ingest(store) == counts(new: 2))
    #expect(try ingest(store) == counts(unchanged: 2))
    write("The council opened the bridge.", to: "b.txt")
    write("A third note.", to: "c.txt")
    #expect(try ingest(store) == counts(new: 1, changed: 1, unchanged: 1))
  }

  @Test func `A date from the command line or another extractor makes a document worth reading again`() throws {
    let store = try store()
    write("The ferry to Oban resumes on Monday.", to: "a.txt")
    #expect(try ingest(store) == counts(new: 1))
    #expect(try ingest(store, date: "2025-03-31") == counts(changed: 1))
    #expect(try ingest(store, date: "2025-03-31") == counts(unchanged: 1))
    #expect(try ingest(store, date: "2025-03-31", version: "2") == counts(changed: 1))
  }

  @Test func `Pruning removes documents whose files are gone, but not below what cannot be listed`() throws {
    let store = try store()
    unsafe mkdir(folder.file("sub"), 0o755)
    write("One note.", to: "a.txt")
    write("Another note.", to: "sub/b.txt")
    #expect(try ingest(store) == counts(new: 2))
    unsafe unlink(folder.file("a.txt"))
    unsafe rename(folder.file("sub"), folder.file("moved"))
    unsafe symlink("nowhere", folder.file("sub"))
    #expect(try ingest(store) == counts(new: 1, failed: 1))
    #expect(try ingest(store, prunes: true) == counts(unchanged: 1, removed: 1, failed: 1))
    unsafe unlink(folder.file("sub"))
    #expect(try ingest(store, prunes: true) == counts(unchanged: 1, removed: 1))
  }

  @Test func `A rehearsal counts and writes nothing`() throws {
    let store = try store()
    write("One note.", to: "a.txt")
    let ingestor = Ingestor(options: Ingestor.Options(extractorVersion: "1"))
    #expect(try ingestor.rehearse([folder.path], with: nil).counts == counts(new: 1))
    #expect(try ingestor.rehearse([folder.path], with: store).counts == counts(new: 1))
    #expect(try store.knownDocuments().isEmpty)
  }

  @Test func `A run that is asked to stop stores what it has read, and the next does the rest`() throws {
    let store = try store()
    for number in 0..<40 { write("Note \(number) of the clerk.", to: "note-\(number).txt") }
    var seen = 0
    let ingestor = Ingestor(options: Ingestor.Options(extractorVersion: "1"))
    let summary = try ingestor.ingest(
      [folder.path], into: store, onProgress: { seen = $0.done }, shouldStop: { seen == 7 })
    #expect(summary.wasInterrupted)
    #expect(summary.counts == counts(new: 7))
    #expect(try ingest(store) == counts(new: 33, unchanged: 7))
  }
}
