import Documents
import Testing

@testable import LanguageAnalysis

@Suite struct WriterTests {
  /// "Zoë won't\tgo." with a tree and an entity made by hand.
  static func analysis() -> Analysis {
    let text = SourceText("Zoë won't\tgo.")
    var symbols = SymbolTable()
    func token(_ start: Int, _ end: Int, _ lemma: String, _ head: Int32, _ relation: DependencyRelation) -> Token {
      let form = symbols.intern(text[ByteRange(start, end)])
      return Token(
        range: ByteRange(start, end), form: form, lemma: symbols.intern(lemma), head: head, relation: relation)
    }
    let tokens = [
      token(0, 4, "Zoë", 3, .nsubj), token(5, 7, "will", 3, .aux), token(7, 10, "not", 3, .advmod),
      token(11, 13, "go", -1, .root), token(13, 14, ".", 3, .punct),
    ]
    return Analysis(
      text: text, tokens: tokens, sentences: [Sentence(range: ByteRange(0, 14), tokens: 0..<5)],
      entities: [EntityMention(tokens: 0..<1, label: .person)], symbols: symbols)
  }

  @Test func `CoNLL-U is written byte for byte`() {
    let expected = """
      # newdoc id = a
      # sent_id = a-1
      # text = Zoë won't go.
      1\tZoë\tZoë\tX\tXX\t_\t4\tnsubj\t_\tNER=B-PER
      2\two\twill\tX\tXX\t_\t4\taux\t_\tSpaceAfter=No
      3\tn't\tnot\tX\tXX\t_\t4\tadvmod\t_\t_
      4\tgo\tgo\tX\tXX\t_\t0\troot\t_\tSpaceAfter=No
      5\t.\t.\tX\tXX\t_\t4\tpunct\t_\t_


      """
    #expect(CoNLLUWriter().write(Self.analysis(), document: "a") == expected)
  }

  @Test func `Writes JSON with code point offsets`() {
    let json = AnalysisJSONWriter().write(Self.analysis(), document: "a\"b")
    #expect(
      json.hasPrefix(
        "{\"document\":\"a\\\"b\",\"sentences\":[{\"start\":0,\"end\":13,\"first_token\":0,\"last_token\":4}]"))
    #expect(json.contains("{\"form\":\"wo\",\"lemma\":\"will\",\"upos\":\"X\",\"xpos\":\"XX\",\"head\":3,"))
    #expect(
      json.contains("{\"label\":\"PER\",\"text\":\"Zoë\",\"start\":0,\"end\":3,\"first_token\":0,\"last_token\":0}"))
  }
}
