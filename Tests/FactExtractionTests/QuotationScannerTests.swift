import Documents
import TestSupport
import Testing

@testable import FactExtraction

@Suite struct QuotationScannerTests {
  private func quotations(_ paragraphs: [String]) -> (found: [Quotation], text: SourceText) {
    let text = SourceText(paragraphs.joined(separator: "\n\n"))
    var blocks: [Block] = []
    var start = 0
    for paragraph in paragraphs {
      blocks.append(Block(kind: .paragraph, range: ByteRange(start, start + paragraph.utf8.count)))
      start += paragraph.utf8.count + 2
    }
    let document = Document(source: "test", text: text, blocks: blocks)
    return (QuotationScanner(document).quotations(), text)
  }

  @Test(
    "marks of every habit enclose the quoted words",
    arguments: [
      #"She said, "⟦q:The dam holds.⟧" Nobody moved."#, "She said, “⟦q:The dam holds.⟧” Nobody moved.",
      "She said ‘⟦q:the dam’s wall holds⟧’, and left.", "She said '⟦q:the dam's wall holds⟧', and left.",
      "She said: «⟦q:The dam holds.⟧»", "‘⟦q:The farmers’ union won’t pay.⟧’ Nobody moved.",
      "“⟦q:He told us ‘run’ and we ran.⟧” she said.", #""⟦q:One,⟧" he said, "⟦q:two.⟧""#,
      "(“⟦q:The dam holds⟧”) they wrote.",
    ])
  func marks(marked: String) {
    let expected = MarkedText(marked)
    #expect(quotations([expected.text]).found.map(\.inner) == expected.marks.map(\.range))
  }

  @Test(
    "apostrophes, inches and elisions are no marks",
    arguments: [
      "The dam's wall and the farmers' union didn't hold.", "In the '90s, rock 'n' roll was the farmers’ music.",
      "A 6' 2\" wall", "It is James's dam, not the engineers'.", "\"\"", "\" \"", "'", "“",
    ])
  func apostrophes(text: String) { #expect(quotations([text]).found == []) }

  @Test("a quotation that goes on in the next paragraph is open at the end of the first")
  func paragraphs() {
    let (found, text) = quotations([
      "He said: “The first wall was built by our fathers.", "“The second wall we built,” he said.",
    ])
    #expect(found.map(\.isOpen) == [true, false])
    #expect(found.map { text[$0.inner] } == ["The first wall was built by our fathers.", "The second wall we built,"])
  }

  @Test("a mark that nothing closes encloses nothing")
  func unclosed() { #expect(quotations(["The wall “that holds.", "It holds."]).found == []) }

  @Test("any mixture of marks gives quotations inside their blocks, in order and apart", arguments: 0..<4)
  func mixtures(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = ["\"", "'", "“", "”", "‘", "’", "«", "»", " ", "word", "s", ",", "é", "\n", ". "]
    for _ in 0..<200 {
      let paragraphs = (0..<3).map { _ in
        "a" + (0..<20).compactMap { _ in parts.randomElement(using: &generator) }.joined() + "z"
      }
      let (found, text) = quotations(paragraphs)
      var end = 0
      for quotation in found {
        #expect(quotation.outer.start >= end && quotation.outer.end <= text.utf8Count)
        #expect(quotation.outer.contains(quotation.inner) && !quotation.inner.isEmpty)
        end = quotation.outer.end
      }
    }
  }
}
