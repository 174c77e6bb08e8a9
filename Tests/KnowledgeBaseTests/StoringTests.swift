import Documents
import KnowledgeBase
import PolicyModel
import SQLite
import TestSupport
import Testing

@Suite struct StoringTests {
  private let folder = ScratchFolder()

  @Test func `The export of stored rows is what the document's facts give without a database`() throws {
    let store = try Samples.store(in: folder)
    let run = try store.beginRun(extractorVersion: "1")
    let document = Samples.harbour()
    let outcomes = try store.store([document], run: run)
    #expect(outcomes.map(\.action) == [.added])
    #expect(try Samples.lines(store) == ExportRecord(document.document, document.facts).lines)
    #expect(try Samples.lines(store).count == 9)
  }
}
