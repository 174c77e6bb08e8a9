import TestSupport
import Testing

@Suite struct AnalyzeCommandTests {
  private let folder = ScratchFolder()
  private var kb: KBProcess { KBProcess(folder: folder) }
  private static let text = "The council opened a library in Leeds. It didn't close the old one.\n"

  @Test func `CoNLL-U has ten columns and a sentence's text gives back its words and blanks`() throws {
    let result = try kb.run("analyze", "--format", "conllu", "-", input: Self.text)
    #expect(result.status == 0)
    var spelled = ""
    var texts: [Substring] = []
    for line in result.output.split(separator: "\n") {
      if line.hasPrefix("# text = ") { texts.append(line.dropFirst(9)) }
      guard !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t")
      #expect(cells.count == 10)
      spelled += cells[1] + (cells[9].hasSuffix("SpaceAfter=No") ? "" : " ")
    }
    #expect(texts.joined(separator: " ") + " " == spelled)
    #expect(texts.count == 2)
  }

  @Test func `JSON is one object a document`() throws {
    let result = try kb.run("analyze", "--format", "json", "-", input: Self.text)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.contains(#""form": "council", "lemma": "council", "upos": "NOUN""#))
  }

  @Test func `A file that is not there is one line and status 1`() throws {
    let result = try kb.run("analyze", "nowhere.txt")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
  }
}
