import Documents
import Lexicon
import Testing

@Suite struct FigureWordsTests {
  @Test(
    "words do to figures what the data file says",
    arguments: [
      ("soar", FigureWords.Roles.rise), ("plummet", .fall), ("section", .label), ("earmark", .giving), ("swim", []),
    ] as [(String, FigureWords.Roles)])
  func roles(word: String, roles: FigureWords.Roles) { #expect(FigureWords.embedded[TextKey(word)] == roles) }

  @Test("multiplications state their change in percent", arguments: [("double", 100), ("tripled", 200), ("halve", 50)])
  func changes(word: String, percent: Int) { #expect(FigureWords.embedded.change(of: TextKey(word)) == percent) }
}
