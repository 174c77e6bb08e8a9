import Foundation
import FoundationXML
import TestSupport
import Testing

/// The forms in which every command prints its results.
@Suite struct OutputTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }

  init() throws {
    InventedCorpus.write(8, to: "news", in: folder)
    try kb.run("ingest", "--quiet", "news")
  }

  private static let bars = "SELECT 'a' AS name, 4 AS boats UNION ALL SELECT 'b & <c>', 2 UNION ALL SELECT 'd', -1"
  private static let dates = "SELECT 'x' AS name, '2024-01-31' AS day UNION ALL SELECT 'y', '2025-06-01'"

  // MARK: HTML and SVG

  private func isWellFormed(_ xml: String) -> Bool { XMLParser(data: Data(xml.utf8)).parse() }

  @Test func `A picture is well-formed and escapes what it names`() throws {
    let svg = try kb.run("query", "--sql", Self.bars, "--format", "svg").output
    #expect(isWellFormed(svg))
    #expect(svg.contains("b &amp; &lt;c&gt;"))
    #expect(svg.contains(">boats</text>"))
    #expect(svg.contains("Source: kb.db"))
    #expect(isWellFormed(try kb.run("query", "--sql", Self.dates, "--format", "svg").output))
    #expect(isWellFormed(try kb.run("query", "documents by year", "--format", "svg").output))
  }

  @Test func `A page needs nothing else and lets no markup of data through`() throws {
    let hostile = "SELECT '<script>alert(1)</script>\"&' AS x, 1 AS n"
    let page = try kb.run("query", "--sql", hostile, "--format", "html", "--chart").output
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"))
    #expect(page.contains("<svg"))
    #expect(!page.contains("src=") && !page.contains("href="))
    let evidence = try kb.run("query", "documents", "--evidence", "--format", "html").output
    #expect(evidence.contains("<li><q>Notice"))
  }

  @Test func `What cannot be drawn is refused with a hint`() throws {
    let outcome = try kb.run("query", "--sql", "SELECT 'a' AS x, 'b' AS y", "--chart")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("nothing to draw"))
    #expect(try kb.run("query", "documents", "--chart", "--format", "csv").status == 2)
  }

  // MARK: Charts on a terminal

  @Test func `Bars are blocks where the locale is UTF-8 and ASCII elsewhere`() throws {
    let command = "$KB query --sql \"\(Self.bars)\" --chart"
    #expect(try kb.shell("LC_ALL=C.UTF-8 \(command)").output.contains("█"))
    for environment in ["LC_ALL=C", "LC_ALL=C.UTF-8 TERM=dumb"] {
      let output = try kb.shell("\(environment) \(command)").output
      #expect(output.contains("####"), "\(environment)")
      #expect(output.utf8.allSatisfy { $0 < 0x80 }, "\(environment)")
    }
  }

  @Test func `A timeline stands in order along its axis`() throws {
    let lines = try kb.shell("LC_ALL=C $KB query --sql \"\(Self.dates)\" --chart").lines
    let x = try #require(lines.first { $0.hasPrefix("2024-01-31  x") })
    let y = try #require(lines.first { $0.hasPrefix("2025-06-01  y") })
    let places = [x, y].map { line in line.firstIndex(of: "o").map { line.distance(from: line.startIndex, to: $0) } }
    #expect(try #require(places[0]) < #require(places[1]))
    #expect(lines.contains { $0.contains("2024-07") })
  }

  @Test func `Years without anything between two others are drawn as such`() throws {
    folder.write(Array("---\ndate: 2020-05-01\n---\nNotice of an old day.\n".utf8), to: "old.md")
    try kb.run("ingest", "--quiet", "old.md")
    let output = try kb.run("query", "documents by year", "--chart").output
    for year in 2020...2024 { #expect(output.contains("\(year)")) }
  }

  // MARK: Tables

  @Test func `Two groups are a table with years across where it fits, and rows elsewhere`() throws {
    folder.write(Array("---\ndate: 2020-05-01\n---\nNotice of an old day.\n".utf8), to: "old.md")
    try kb.run("ingest", "--quiet", "old.md")
    let cross = try kb.run("query", "documents by publisher and year")
    #expect(cross.lines.first?.contains("2024") == true)
    #expect(cross.errors.contains("--format csv has a row a pair"))
    let long = try kb.run("query", "documents by publisher and year", "--format", "csv")
    #expect(long.lines.first?.hasPrefix("publisher,year,documents") == true)
  }

  // MARK: Pages

  private static let longQuery =
    "$KB query --sql \"WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < 59) SELECT x FROM n\""

  /// Runs a command on a terminal of 24 lines.
  private func terminal(_ command: String, pager: String) throws -> String {
    folder.write(Array("stty rows 24 cols 80\n\(command)\n".utf8), to: "command.sh")
    return try kb.shell("env PAGER='\(pager)' TERM=xterm script -qec 'sh command.sh' /dev/null").output
  }

  @Test func `A long answer goes through the pager on a terminal and nowhere else`() throws {
    let pager = "sed s/^/paged:/"
    #expect(try terminal(Self.longQuery, pager: pager).contains("paged:59"))
    #expect(try !terminal("\(Self.longQuery) --no-pager", pager: pager).contains("paged:"))
    #expect(try !terminal("$KB query --sql \"SELECT 1\"", pager: pager).contains("paged:"))
    #expect(try !kb.shell("PAGER='\(pager)' \(Self.longQuery)").output.contains("paged:"))
  }

  @Test func `A pager that does not run costs nothing`() throws {
    #expect(try terminal(Self.longQuery, pager: "no-such-program").contains("\n59"))
  }

  // MARK: One thing

  @Test(arguments: ["csv", "tsv", "json", "jsonl", "markdown", "html"])
  func `What is shown or known of the database comes in every format of rows`(format: String) throws {
    let info = try kb.run("info", "--format", format)
    #expect(info.status == 0)
    #expect(info.output.contains("documents"))
    let search = try kb.run("search", "notice", "--format", format)
    #expect(search.output.contains("otice"))
    #expect(try kb.run("info", "--format", "svg").status == 2)
  }

  @Test func `A fact is one object in JSON`() throws {
    folder.write(Array("# Plan\n\nNorway pledged €4 million to Iceland on 3 May 2024.\n".utf8), to: "plan.md")
    try kb.run("ingest", "--quiet", "plan.md", "--db", "plan.db")
    let json = try kb.run("show", "commitment", "1", "--json", "--db", "plan.db").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["amount"] as? Int == 4_000_000)
    #expect((object["parties"] as? [[String: Any]])?.first?["name"] as? String == "Norway")
    #expect(object["sentence"] as? String == "Norway pledged €4 million to Iceland on 3 May 2024.")
    #expect(try kb.run("show", "commitment", "1", "--format", "csv", "--db", "plan.db").output.contains("currency,EUR"))
  }
}
