import SQLite
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct OpeningTests {
  private let folder = ScratchFolder()

  struct Refused: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var code: KnowledgeBaseError.Code
    var words: String
    /// Makes the file.
    var make: @Sendable (_ folder: ScratchFolder, _ path: String) throws -> Void
  }

  @Test(
    arguments: [
      Refused(testDescription: "a text", code: .notAKnowledgeBase, words: "no SQLite database") { folder, _ in
        folder.write(Array("SQLite format? no, prose".utf8), to: "kb.db")
      },
      Refused(testDescription: "a short file", code: .notAKnowledgeBase, words: "no SQLite database") { folder, _ in
        folder.write(Array("SQLite".utf8), to: "kb.db")
      },
      Refused(testDescription: "only a header", code: .notAKnowledgeBase, words: "no SQLite database") { folder, _ in
        folder.write(Array("SQLite format 3\u{0}".utf8) + [UInt8](repeating: 7, count: 9_000), to: "kb.db")
      },
      Refused(testDescription: "a database of another program", code: .notAKnowledgeBase, words: "another program") {
        _, path in
        try Connection(path: path).execute("CREATE TABLE bookmarks (url TEXT)")
      },
      Refused(testDescription: "a database with another mark", code: .notAKnowledgeBase, words: "another program") {
        _, path in
        try Connection(path: path).execute("PRAGMA application_id = 252006674; CREATE TABLE t (a)")
      },
      Refused(testDescription: "a newer knowledge base", code: .newerSchema, words: "newer kb") { folder, path in
        _ = try Samples.store(in: folder)
        try Connection(path: path).execute("INSERT INTO schema_migrations VALUES (99, '0099_moon.sql', 'c', 't')")
      },
      Refused(testDescription: "an altered migration", code: .alteredSchema, words: "0002_actors.sql") { folder, path in
        _ = try Samples.store(in: folder)
        try Connection(path: path).execute("UPDATE schema_migrations SET checksum = 'x' WHERE number = 2")
      },
    ], [KnowledgeStore.Mode.readOnly, .readWrite])
  func `A file that is not ours is refused in one line and left as it is`(
    refused: Refused, mode: KnowledgeStore.Mode
  ) throws {
    let path = folder.file("kb.db")
    try refused.make(folder, path)
    let before = ScratchFolder.read(path)
    let error = #expect(throws: KnowledgeBaseError.self) { _ = try Samples.store(in: folder, mode: mode) }
    #expect(error?.code == refused.code)
    #expect(error?.description.hasPrefix("\(path): ") == true)
    #expect(error?.description.contains(refused.words) == true)
    #expect(error?.description.contains("\n") == false)
    #expect(ScratchFolder.read(path) == before)
  }

  @Test func `Reading needs a file that has been filled`() throws {
    let missing = #expect(throws: KnowledgeBaseError.self) { _ = try Samples.store(in: folder, mode: .readOnly) }
    #expect(missing?.code == .notFound)
    folder.write([], to: "kb.db")
    let empty = #expect(throws: KnowledgeBaseError.self) { _ = try Samples.store(in: folder, mode: .readOnly) }
    #expect(empty?.code == .notFound)
    _ = try Samples.store(in: folder)
    #expect(try Samples.store(in: folder, mode: .readOnly).info().schemaVersion == Migration.all.count)
  }

  @Test func `A folder in place of the file is refused`() throws {
    let error = #expect(throws: KnowledgeBaseError.self) {
      _ = try KnowledgeStore(path: folder.path, mode: .readWrite)
    }
    #expect(error?.code == .notAKnowledgeBase)
  }

  @Test func `A folder that does not exist is named`() throws {
    let path = folder.file("none/kb.db")
    let error = #expect(throws: KnowledgeBaseError.self) { _ = try KnowledgeStore(path: path, mode: .readWrite) }
    #expect(error?.code == .notFound)
    #expect(error?.description.hasPrefix(path) == true)
  }

  @Test func `Opening again migrates nothing and keeps the countries`() throws {
    _ = try Samples.store(in: folder)
    _ = try Samples.store(in: folder)
    let connection = try Connection(path: folder.file("kb.db"), mode: .readOnly)
    let migrations = try connection.all("SELECT number FROM schema_migrations ORDER BY number") { row in
      row.integer(at: 0)
    }
    #expect(migrations == Array(1...Migration.all.count))
    let countries = try connection.all("SELECT code, alpha3, name, region FROM countries ORDER BY code") { row in
      row.row
    }
    #expect(
      countries == [["CL", "CHL", "Chile", "South America"], ["NO", "NOR", "Norway", "Northern Europe"]])
  }

  @Test func `A read-only store stores nothing`() throws {
    _ = try Samples.store(in: folder)
    let store = try Samples.store(in: folder, mode: .readOnly)
    let error = #expect(throws: KnowledgeBaseError.self) { _ = try store.beginRun(extractorVersion: "1") }
    #expect(error?.code == .notWritable)
  }
}
