import Documents
import LanguageAnalysis
import Lexicon
import PolicyModel
import Testing

@testable import FactExtraction

@Suite struct StatementExtractorTests {
  /// The statements of a tree in which the proper nouns with these forms are persons.
  private func statements(_ lines: String, persons: [String]) -> [Statement] {
    let analysis = tree(lines)
    let document = Document(source: "test", text: analysis.text)
    let reading = Reading(document: document, analysis: analysis, measures: [])
    let mentions = reading.tokens.indices.compactMap { token in
      persons.firstIndex(of: reading.surface(token)).map {
        ResolvedActors.Mention(tokens: token..<token + 1, actor: $0, isName: true)
      }
    }
    let actors = ResolvedActors(
      actors: persons.map { Actor(name: $0, kind: .person) }, mentions: mentions, tokenCount: reading.tokens.count)
    return StatementExtractor().statements(in: reading, actors: actors)
  }

  private static let quoted = """
    “ “ PUNCT `` 4 punct
    The the DET DT 3 det
    dam dam NOUN NN 4 nsubj
    holds hold VERB VBZ 9 ccomp
    us we PRON PRP 4 obj
    all all DET DT 5 det
    , , PUNCT , 4 punct
    ” ” PUNCT '' 4 punct
    """

  @Test("the words behind a quotation name its speaker")
  func behind() throws {
    let found = statements(
      Self.quoted + "\n" + """
        said say VERB VBD 0 root
        Okoro Okoro PROPN NNP 9 nsubj
        . . PUNCT . 9 punct
        """, persons: ["Okoro"])
    let statement = try #require(found.first { $0.isDirect })
    #expect(statement.speaker?.actor == 0)
    #expect(statement.text == "The dam holds us all,")
    #expect(statement.evidence.rule == "statements/quotation.say")
  }

  @Test("what \"he said\" splits is one statement")
  func split() {
    let found = statements(
      Self.quoted + "\n" + """
        said say VERB VBD 0 root
        Okoro Okoro PROPN NNP 9 nsubj
        . . PUNCT . 9 punct

        “ “ PUNCT `` 3 punct
        It it PRON PRP 3 nsubj
        stays stay VERB VBZ 0 root
        so so ADV RB 3 advmod
        . . PUNCT . 3 punct
        ” ” PUNCT '' 3 punct
        """, persons: ["Okoro"])
    #expect(found.filter(\.isDirect).map(\.text) == ["The dam holds us all, It stays so."])
  }

  @Test("a few words in quotation marks are no statement")
  func scare() {
    let found = statements(
      """
      Okoro Okoro PROPN NNP 2 nsubj
      saw see VERB VBD 0 root
      the the DET DT 6 det
      “ “ PUNCT `` 6 punct
      safe safe ADJ JJ 6 amod
      dam dam NOUN NN 2 obj
      ” ” PUNCT '' 6 punct
      . . PUNCT . 2 punct
      """, persons: ["Okoro"])
    #expect(found.isEmpty)
  }

  private static let reported = """
    Okoro Okoro PROPN NNP 2 nsubj
    warned warn VERB VBD 0 root
    that that SCONJ IN 6 mark
    the the DET DT 5 det
    dam dam NOUN NN 6 nsubj
    leaks leak VERB VBZ 2 ccomp
    . . PUNCT . 2 punct
    """

  @Test("a reporting verb with a clause and a named subject is a reported statement")
  func reported() throws {
    let statement = try #require(statements(Self.reported, persons: ["Okoro"]).first)
    #expect(!statement.isDirect)
    #expect(statement.text == "the dam leaks")
    #expect(statement.speaker?.actor == 0)
  }

  @Test("without a named speaker nothing is reported")
  func unnamed() { #expect(statements(Self.reported, persons: []).isEmpty) }
}
