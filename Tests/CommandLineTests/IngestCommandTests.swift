import Foundation
import TestSupport
import Testing

@Suite struct IngestCommandTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  private func write(_ text: String, to name: String) { folder.write(Array(text.utf8), to: name) }

  @Test func `A folder is stored with a summary on standard output and nothing on standard error`() throws {
    InventedCorpus.write(3, to: "news", in: folder)
    let first = try kb.run("ingest", "news")
    #expect(first.status == 0)
    #expect(first.lines.first == "kb.db: 3 new, 0 changed, 0 unchanged, 0 failed")
    #expect(first.errors == "")
    #expect(try kb.run("ingest", "news").output == "kb.db: 0 new, 0 changed, 3 unchanged, 0 failed\n")
    #expect(try kb.run("check").output == "kb.db: sound\n")
  }

  @Test func `What did not change is extracted again on demand, and the export stays the same`() throws {
    InventedCorpus.write(3, to: "news", in: folder)
    try kb.run("ingest", "news")
    let export = try kb.run("export").output
    #expect(try kb.run("ingest", "--again", "news").lines.first == "kb.db: 0 new, 3 changed, 0 unchanged, 0 failed")
    #expect(try kb.run("export").output == export)
  }

  @Test func `The database is named by --db, else by KB_DATABASE`() throws {
    write("The bridge is closed.", to: "note.txt")
    var kb = kb
    kb.environment = ["KB_DATABASE": "desk.db"]
    #expect(try kb.run("ingest", "note.txt").output.hasPrefix("desk.db: 1 new"))
    #expect(try kb.run("ingest", "--db", "other.db", "note.txt").output.hasPrefix("other.db: 1 new"))
  }

  @Test func `Standard input is a document, and the date of the command line wins`() throws {
    let outcome = try kb.run("extract", "--date", "2024-02-29", "-", input: "Published 4 August 2023\n\nA note.\n")
    #expect(outcome.status == 0)
    let line = try #require(outcome.lines.first)
    let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(row["document"] as? String == "-")
    #expect(row["date"] as? String == "2024-02-29")
  }

  @Test func `One bad input is a line on standard error and status 1, and the others are stored`() throws {
    write("The bridge is closed.", to: "note.txt")
    let outcome = try kb.run("ingest", "note.txt", "missing.txt")
    #expect(outcome.status == 1)
    #expect(outcome.lines.first == "kb.db: 1 new, 0 changed, 0 unchanged, 1 failed")
    #expect(outcome.errors == "kb: missing.txt: no such file or folder; check the path\n")
  }

  @Test func `A dry run counts and makes no database`() throws {
    InventedCorpus.write(2, to: "news", in: folder)
    let outcome = try kb.run("ingest", "--dry-run", "news")
    #expect(outcome.lines.first == "kb.db (dry run, nothing is written): 2 new, 0 changed, 0 unchanged, 0 failed")
    #expect(!FileManager.default.fileExists(atPath: folder.file("kb.db")))
  }

  @Test func `The summary as JSON has the counts, the problems and the figures`() throws {
    InventedCorpus.write(2, to: "news", in: folder)
    let outcome = try kb.run("ingest", "--json", "news", "missing.txt")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(report["new"] as? Int == 2)
    #expect((report["problems"] as? [[String: Any]])?.map { $0["code"] as? String } == ["missing"])
    #expect(try #require(report["seconds"] as? Double) > 0)
    #expect(try #require(report["peak_memory_bytes"] as? Int) > 1 << 20)
  }

  @Test func `A quiet run prints nothing`() throws {
    InventedCorpus.write(2, to: "news", in: folder)
    let outcome = try kb.run("ingest", "--quiet", "news")
    #expect(outcome.output == "" && outcome.errors == "" && outcome.status == 0)
  }

  @Test func `Files that are gone are removed on demand`() throws {
    InventedCorpus.write(3, to: "news", in: folder)
    try kb.run("ingest", "news")
    try FileManager.default.removeItem(atPath: folder.file("news/2024-03-11-notice-1.txt"))
    #expect(try kb.run("ingest", "news").output.hasPrefix("kb.db: 0 new, 0 changed, 2 unchanged, 0 failed"))
    #expect(
      try kb.run("ingest", "--prune", "news").output == "kb.db: 0 new, 0 changed, 2 unchanged, 0 failed, 1 removed\n")
  }

  @Test func `The folder of the database can be ingested`() throws {
    write("The bridge is closed.", to: "note.txt")
    for _ in 0..<2 { #expect(try kb.run("ingest", ".").status == 0) }
  }

  @Test func `The number of cores changes nothing in the export`() throws {
    InventedCorpus.write(40, to: "news", in: folder)
    try kb.run("ingest", "--jobs", "1", "--db", "one.db", "news")
    try kb.run("ingest", "--jobs", "2", "--db", "two.db", "news")
    let one = try kb.run("export", "--db", "one.db").output
    #expect(one.utf8.count > 1_000)
    #expect(try kb.run("export", "--db", "two.db").output == one)
    #expect(try kb.run("extract", "--jobs", "2", "news").output == one)
  }
}
