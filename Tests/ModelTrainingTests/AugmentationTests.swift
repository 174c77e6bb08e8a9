import Documents
import LanguageAnalysis
import Testing

@testable import kb_train

@Suite struct AugmentationTests {
  @Test func `British spelling moves the words behind, and says where nothing changes`() throws {
    let spelling = try Spelling("word\tprogram\tprogramme\nword\tcenter\tcentre")
    let paragraph = try #require(
      Paragraphs.make(["The", "Center", "has", "a", "program", "—", "now"]).inBritishSpelling(spelling))
    #expect(Paragraphs.words(paragraph) == ["The", "Centre", "has", "a", "programme", "—", "now"])
    #expect(paragraph.text.string == "The Centre has a programme — now")
    #expect(paragraph.sentences[0].words.map(\.head) == [-1, 0, 0, 0, 0, 0, 0])
    #expect(Paragraphs.make(["The", "town"]).inBritishSpelling(spelling) == nil)
  }

  @Test func `Capitals and small letters leave every range in place`() {
    let paragraph = Paragraphs.make(["Zoë", "met", "NATO", "in", "Oslo"])
    #expect(Paragraphs.words(paragraph.inSmallLetters) == ["zoë", "met", "nato", "in", "oslo"])
    #expect(Paragraphs.words(paragraph.inCapitals) == ["ZOë", "MET", "NATO", "IN", "OSLO"])
  }
}
