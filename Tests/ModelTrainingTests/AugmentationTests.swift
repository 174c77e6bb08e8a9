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

  @Test func `Sentences that follow one without a mark are read with it, and keep their heads and their starts`() {
    var paragraph = Paragraphs.make(["Ann", "Lee"])
    for forms in [["Bob", "Ray"], ["."], ["Cid", "Fox"]] {
      paragraph.sentences += Paragraphs.make(forms, upos: forms == ["."] ? .punctuation : .noun).sentences
    }
    var random = SplitMix(seed: 1)
    let example = Example(paragraph, Vocabulary())
    let joined = example.joiningSentences(share: 1, &random)
    #expect(joined.sentences == [0..<5, 5..<7])
    #expect(joined.hiddenStarts == [2, 4])
    #expect((0..<7).map { joined.heads.best($0) } == [0, 1, nil, 3, nil, 0, 1])
    #expect(joined.headRows == [-1, 0, -1, 2, -1, -1, 5])
    #expect(example.joiningSentences(share: 0, &random).sentences == example.sentences)
  }
}
