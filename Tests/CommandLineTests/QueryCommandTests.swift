import Foundation
import TestSupport
import Testing

@Suite struct QueryCommandTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  init() throws {
    InventedCorpus.write(8, to: "news", in: folder)
    try kb.run("ingest", "--quiet", "news")
  }

  private func select(_ sql: String, _ format: String) throws -> String {
    try kb.run("query", "--sql", sql, "--format", format).output
  }

  // MARK: Questions

  @Test func `A question is answered in every format`() throws {
    for format in ["table", "csv", "tsv", "json", "jsonl", "markdown", "html", "svg"] {
      let outcome = try kb.run("query", "documents", "by", "year", "--format", format)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("2024"), "\(format)")
    }
    let json = try kb.run("query", "--json", "documents by year").output
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.first?["year"] as? String == "2024")
    #expect(rows.first?["documents"] as? Int == 8)
  }

  @Test func `A question that is not understood says where and what to try, with status 2`() throws {
    let outcome = try kb.run("query", "documents by yaer")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    let plain = try kb.run("query", "documents wrtten by year")
    #expect(plain.status == 2)
    #expect(plain.errors.contains("  documents wrtten by year\n            ^^^^^^\n"))
    #expect(plain.errors.contains("try: kb query"))
  }

  @Test func `An explanation shows the parts, the SQL and its values`() throws {
    let output = try kb.run("query", "--explain", "documents since 2024").output
    #expect(output.contains("since 2024  →  from 2024-01-01"))
    #expect(output.contains("SELECT"))
    #expect(output.contains("?1 = '2024-01-01'"))
  }

  @Test func `Each row comes with its sentences where they are asked for`() throws {
    let output = try kb.run("query", "documents", "--evidence").output
    #expect(output.contains("  ↳ “Notice"))
    let json = try kb.run("query", "documents", "--evidence", "--format", "jsonl").lines
    #expect(json.count == 8)
    #expect(json.allSatisfy { $0.contains("\"evidence\": [{\"table\": \"documents\"") })
  }

  @Test func `Proposed questions are listed without a database`() throws {
    let outcome = try kb.run("query", "--list", "--db", "missing.db")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("commitments by country"))
  }

  @Test func `A missing database is one line and status 3`() throws {
    let outcome = try kb.run("query", "events", "--db", "missing.db")
    #expect(outcome.status == 3)
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  // MARK: Formats

  @Test func `Control characters of data are never printed as they are`() throws {
    for format in ["table", "csv", "tsv", "json", "jsonl", "markdown", "html"] {
      let output = try select("SELECT 'a' || char(27) || '[31m' || char(7) || char(155) AS x", format)
      #expect(
        output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) }, "\(format)")
      #expect(output.contains("[31m"))
    }
  }

  @Test func `Cells that look like formulas are harmless in CSV, and numbers stay numbers`() throws {
    let output = try select("SELECT '=1+1' AS a, '@x' AS b, -5 AS c, '-5' AS d, 'x,\"y\"' AS e, NULL AS f", "csv")
    #expect(output == "a,b,c,d,e,f\n'=1+1,'@x,-5,-5,\"x,\"\"y\"\"\",\n")
  }

  @Test func `Markdown keeps bars and tags from being read as such`() throws {
    #expect(try select("SELECT 'a|b <i>*' AS x", "markdown") == "| x |\n| --- |\n| a\\|b &lt;i>\\* |\n")
  }

  @Test func `A long cell is wrapped and then cut with a mark`() throws {
    let outcome = try kb.run("query", "--sql", "SELECT 1 AS n, replace(hex(zeroblob(600)), '00', 'word ') AS x")
    #expect(outcome.lines.count == 5)
    #expect(outcome.lines.allSatisfy { $0.count <= 132 })
    #expect(outcome.lines.last?.hasSuffix("…") == true)
    #expect(outcome.errors.contains("“…” marks cells that are cut"))
  }

  // MARK: SQL and search

  @Test func `SQL that writes is refused with status 2 and changes nothing`() throws {
    let before = ScratchFolder.read(folder.file("kb.db"))
    let outcome = try kb.run("query", "--sql", "DELETE FROM documents")
    #expect(outcome.status == 2)
    #expect(ScratchFolder.read(folder.file("kb.db")) == before)
  }

  @Test func `SQL comes from standard input, with values by name`() throws {
    let outcome = try kb.run(
      "query", "--sql", "-", "--param", "n=3", "--format", "csv",
      input: "SELECT count(*) AS c\nFROM documents WHERE id > :n\n")
    #expect(outcome.output == "c\n5\n")
  }

  @Test func `A mistake in SQL is marked`() throws {
    let outcome = try kb.run("query", "--sql", "SELECT id FROM nowhere")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasSuffix("kb: SELECT id FROM nowhere\nkb:                ^\n"))
  }

  @Test func `A search finds documents with a passage, whatever the punctuation`() throws {
    let outcome = try kb.run("search", "notice!", "(*", "--format", "jsonl", "--limit", "3")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines.allSatisfy { $0.contains("\"passage\": \"Notice") })
    #expect(try kb.run("search", "???").status == 2)
    #expect(try kb.run("search", "notice", "--since", "2031").errors.contains("no document has these words"))
  }
}
