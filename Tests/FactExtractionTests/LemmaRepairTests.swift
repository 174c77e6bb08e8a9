import Documents
import LanguageAnalysis
import Lexicon
import Testing

@testable import FactExtraction

/// Dictionary forms and tags that are certain are put right; what may be two things stays as the analyser has it.
@Suite struct LemmaRepairTests {
  private func repaired(_ lines: String) -> Analysis { LemmaRepair(frames: .embedded).repaired(tree(lines)) }

  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var lemma: String
    var xpos: XPOS
    init(_ line: String, _ lemma: String, _ xpos: XPOS) { (self.line, self.lemma, self.xpos) = (line, lemma, xpos) }
    var testDescription: String { line }
  }

  @Test(arguments: [
    Case("raided raide VERB VBD 0 root", "raid", .vbd),
    Case("shook shook VERB VBP 0 root", "shake", .vbd),
    Case("overthrew overthrew VERB VB 0 root", "overthrow", .vbd),
    Case("forbidden forbid VERB VB 0 root", "forbid", .vbn),
    Case("fled flead VERB VBD 0 root", "flee", .vbd),
    Case("found found VERB VB 0 root", "found", .vb),
    Case("found found VERB VBD 0 root", "find", .vbd),
    Case("calls call NOUN VBZ 0 root", "call", .vbz),
    Case("troops troops NOUN NNS 0 root", "troop", .nns),
    Case("Drones Drones PROPN NNPS 0 root", "drone", .nns),
    Case("Netherlands Netherlands PROPN NNPS 0 root", "Netherlands", .nnps),
  ])
  func formsThatAreCertainAreGivenTheirLemma(_ example: Case) throws {
    let analysis = repaired(example.line)
    let token = try #require(analysis.tokens.first)
    #expect(analysis.symbols[token.lemma] == example.lemma)
    #expect(token.xpos == example.xpos)
  }

  @Test func aVerbWithoutAnEndingIsPastBehindASingular() {
    let past = repaired(
      """
      army army NOUN NN 2 nsubj
      beat beat VERB VBP 0 root
      rebels rebel NOUN NNS 2 obj
      """)
    #expect(past.tokens[1].xpos == .vbd)
    let present = repaired(
      """
      armies army NOUN NNS 2 nsubj
      beat beat VERB VBP 0 root
      rebels rebel NOUN NNS 2 obj
      """)
    #expect(present.tokens[1].xpos == .vbp)
  }

  @Test func aWordWithAHyphenIsKnownAsOne() {
    let text = SourceText("a cease-fire")
    var symbols = SymbolTable()
    func token(_ form: String, _ start: Int, _ upos: UPOS, _ xpos: XPOS) -> Token {
      let symbol = symbols.intern(form)
      return Token(
        range: ByteRange(start, start + form.utf8.count), form: symbol, lemma: symbol, upos: upos, xpos: xpos)
    }
    let tokens = [
      token("a", 0, .determiner, .dt), token("cease", 2, .noun, .nn), token("-", 7, .punctuation, .hyphen),
      token("fire", 8, .noun, .nn),
    ]
    let analysis = Analysis(
      text: text, tokens: tokens, sentences: [Sentence(range: ByteRange(0, 12), tokens: 0..<4)], symbols: symbols)
    let repaired = LemmaRepair(frames: .embedded).repaired(analysis)
    #expect(repaired.symbols[repaired.tokens[3].lemma] == "cease-fire")
  }
}
