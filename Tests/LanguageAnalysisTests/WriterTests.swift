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
      3\tn't\tnot\tX\tXX\t_\t4\tadvmod\t_\tSpacesAfter=\\t
      4\tgo\tgo\tX\tXX\t_\t0\troot\t_\tSpaceAfter=No
      5\t.\t.\tX\tXX\t_\t4\tpunct\t_\t_


      """
    #expect(CoNLLUWriter().write(Self.analysis(), document: "a") == expected)
  }

  @Test func `Writes JSON with code point offsets`() {
    let json = AnalysisJSONWriter().write(Self.analysis(), document: "a\"b")
    let head = """
      {"document": "a\\"b", "text": "Zoë won't\\tgo.", "sentences": [{"id": "a\\"b-1", "start": 0, "end": 13, \
      "first_token": 0, "last_token": 4}], "tokens": [
      """
    #expect(json.hasPrefix(head))
    let token = #"{"form": "wo", "lemma": "will", "upos": "X", "xpos": "XX", "head": 3, "relation": "aux", "#
    #expect(json.contains(token))
    let entity = #"{"label": "PER", "text": "Zoë", "start": 0, "end": 3, "first_token": 0, "last_token": 0}"#
    #expect(json.hasSuffix(#""entities": [\#(entity)]}"# + "\n"))
  }

  /// Puts the text together again from the forms and the white space of CoNLL-U.
  static func rebuilt(_ conllu: String) -> String {
    var text = ""
    for line in conllu.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      var (before, after) = ("", " ")
      for part in cells[9].split(separator: "|") where part != "_" {
        let pair = part.split(separator: "=")
        let blanks = pair[1].replacing("\\s", with: " ").replacing("\\n", with: "\n").replacing("\\t", with: "\t")
        if pair[0] == "SpacesBefore" { before = String(blanks) }
        if pair[0] == "SpacesAfter" { after = String(blanks) }
        if pair[0] == "SpaceAfter" { after = "" }
      }
      text += before + cells[1] + after
    }
    return text
  }

  @Test(arguments: [
    "Zoë won't\tgo.  She will\n\nstay. ", "\n One line\nand  another.\n\n\nThe end.\n", "(Yes)\tno.\n",
  ])
  func `CoNLL-U gives the text back byte for byte`(text: String) {
    let analysis = LanguageAnalyzer().analyze(Document(source: "", text: SourceText(text)))
    #expect(Self.rebuilt(CoNLLUWriter().write(analysis, document: "a")) == text)
  }
}
