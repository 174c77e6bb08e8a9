import DocumentReaders
import Documents
import Testing

@Suite struct MarkdownTests {
  private func kinds(_ text: String) throws -> [String] {
    let document = try read(text, named: "page.md")
    return document.blocks.map { "\($0.kind) \(document.text[$0.range])" }
  }

  @Test("front matter gives title, date, publisher and language")
  func frontMatter() throws {
    let document = try read(
      """
      ---
      title: "Quays: a plan"
      date: 2024-05-01T10:00:00Z
      publisher: >
        Harbour
        Board
      lang: en-GB
      tags: [[a, b], {c: d}]
      ---

      # Another heading

      Text.
      """, named: "page.md")
    #expect(document.title == "Quays: a plan")
    #expect(document.titleRange == nil)
    #expect(document.dated == "2024-05-01 front matter")
    #expect(document.publisher == "Harbour Board")
    #expect(document.language == "en-GB")
    #expect(document.blocks.first?.kind == .furniture)
    #expect(document.headings == ["Another heading"])
  }

  @Test(
    "broken front matter is text or nothing, never a failure",
    arguments: ["---\n", "---\ntitle: [\n---\nA b.", "---\n: :\n---\nA", "---\ntitle: &a *a\n---\nA"])
  func brokenFrontMatter(text: String) throws {
    #expect(try read(text, named: "page.md").title == nil)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var blocks: [String]
    var testDescription: String { text.debugDescription }
  }

  @Test(
    "blocks begin behind their marks",
    arguments: [
      Case(
        text: "# One\n\n## Two ##\ntext.",
        blocks: ["heading(level: 1) One", "heading(level: 2) Two", "paragraph text."]),
      Case(text: "One\n===\n\nText goes here.", blocks: ["heading(level: 1) One", "paragraph Text goes here."]),
      Case(text: "Some text\nover two lines.", blocks: ["paragraph Some text\nover two lines."]),
      Case(text: "> Quoted words\n> go on.", blocks: ["quotation Quoted words\n> go on."]),
      Case(text: "- one\n  goes on\n- two", blocks: ["listItem(depth: 1) one\n  goes on", "listItem(depth: 1) two"]),
      Case(text: "* one\n\n    * two", blocks: ["listItem(depth: 1) one", "listItem(depth: 2) two"]),
      Case(
        text: "| a | b |\n|---|:-:|\n| 1 | 2 |",
        blocks: ["tableRow | a | b |", "furniture |---|:-:|", "tableRow | 1 | 2 |"]),
      Case(text: "```\ncode\n```", blocks: ["furniture ```", "furniture code", "furniture ```"]),
      Case(text: "**Costs.** They rise.", blocks: ["heading(level: 3) Costs.", "paragraph They rise."]),
      Case(text: "*They rise again.*", blocks: ["paragraph They rise again."]),
      Case(text: "*They* rise *again.*", blocks: ["paragraph *They* rise *again.*"]),
      Case(text: "![a quay](quay.png)", blocks: ["furniture ![a quay](quay.png)"]),
      Case(text: "#hashtag is text.", blocks: ["paragraph #hashtag is text."]),
    ])
  func blocks(row: Case) throws {
    let found = try kinds("A first sentence stands here.\n\n" + row.text)
    #expect(Array(found.dropFirst()) == row.blocks)
  }

  @Test(
    "the extension tells the format, else the text does",
    arguments: [
      ("a.md", "plain", "text/markdown"), ("a.MARKDOWN", "plain", "text/markdown"), ("a.txt", "# One", "text/plain"),
      ("a", "# One", "text/markdown"), ("a", "No. #1 of all", "text/plain"), ("d.md/a", "plain", "text/plain"),
    ])
  func mediaType(source: String, text: String, expected: String) throws {
    #expect(try read(text, named: source).mediaType == expected)
  }
}
