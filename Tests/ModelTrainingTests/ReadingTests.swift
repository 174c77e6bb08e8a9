import Documents
import LanguageAnalysis
import Testing

@testable import kb_train

@Suite struct ReadingTests {
  @Test(arguments: [3, 40, 400, 1000])
  func `Long lines are read in parts that end with sentences, and nothing of them is lost`(_ sentences: Int) throws {
    var vocabulary = Vocabulary()
    for word in ["the", "tree", "falls", "."] { vocabulary.count(TextKey(word)) }
    let line = SourceText(repeatElement("The tree falls.", count: sentences).joined(separator: " "))
    let parts = Reading.parts(line, LanguageAnalyzer().tokenizer, vocabulary)
    #expect(parts.flatMap(\.words) == Array(repeatElement([1, 2, 3, 4], count: sentences).joined()))
    #expect(parts.allSatisfy { $0.words.last == 4 && $0.count <= 300 && $0.paragraphs == [0..<$0.count] })
    #expect(parts.flatMap(\.pieces).count == 4 * sentences * WordFeatures.pieces)
  }

  @Test func `Scraps are left out`() {
    #expect(Reading.parts(SourceText("Page 3"), LanguageAnalyzer().tokenizer, Vocabulary()).isEmpty)
  }
}
