import Documents
import Testing

@testable import LanguageAnalysis

@Suite struct LanguageAnalyzerTests {
  static func analyze(_ text: String) -> Analysis {
    LanguageAnalyzer().analyze(Document(source: "", text: SourceText(text)))
  }

  /// The form of the token that has `relation` to the token of form `head`.
  static func dependent(_ relation: DependencyRelation, of head: String, in analysis: Analysis) -> String? {
    analysis.tokens.first { token in
      token.relation == relation && token.head >= 0
        && analysis.text[analysis.tokens[Int(token.head)].range] == head
    }.map { analysis.text[$0.range] }
  }

  @Test func `Finds subject and object`() {
    let analysis = Self.analyze("The minister opened a new hospital in Norwich on Monday.")
    #expect(Self.dependent(.nsubj, of: "opened", in: analysis) == "minister")
    #expect(Self.dependent(.obj, of: "opened", in: analysis) == "hospital")
    #expect(analysis.sentences.count == 1)
  }

  @Test func `Tells the passive from the active`() {
    let analysis = Self.analyze("Two ships were seized by the navy yesterday.")
    #expect(Self.dependent(.nsubjPass, of: "seized", in: analysis) == "ships")
    #expect(Self.dependent(.auxPass, of: "seized", in: analysis) == "were")
    #expect(Self.dependent(.oblAgent, of: "seized", in: analysis) == "navy")
  }

  @Test func `Splits sentences at their ends only`() {
    let analysis = Self.analyze("Mr. Brown of Acme Inc. arrived at 5 p.m. on Friday. He left again. Why?")
    #expect(analysis.sentences.count == 3)
  }

  @Test func `Names people and places`() {
    let analysis = Self.analyze("President Maria Lopez visited Berlin last week.")
    let entities = analysis.entities.map { entity in
      let first = analysis.tokens[entity.tokens.lowerBound].range
      return (analysis.text[first.union(analysis.tokens[entity.tokens.upperBound - 1].range)], entity.label)
    }
    #expect(entities.contains { $0 == ("Maria Lopez", .person) })
    #expect(entities.contains { $0 == ("Berlin", .location) })
  }

  struct LemmaCase: CustomTestStringConvertible, Sendable {
    var sentence: String
    var lemmas: [String: String]
    var testDescription: String { sentence }
  }

  @Test(arguments: [
    LemmaCase(
      sentence: "The children were running to better houses.",
      lemmas: ["children": "child", "were": "be", "running": "run", "houses": "house"]),
    LemmaCase(
      sentence: "She has promised that companies will not be taxed.",
      lemmas: ["She": "she", "has": "have", "promised": "promise", "companies": "company", "taxed": "tax"]),
  ])
  func `Gives lemmas`(_ row: LemmaCase) {
    let analysis = Self.analyze(row.sentence)
    for (form, lemma) in row.lemmas {
      let token = analysis.tokens.first { analysis.text[$0.range] == form }
      #expect(token.map { analysis.symbols[$0.lemma] } == lemma)
    }
  }

  @Test func `The same text gives the same analysis`() {
    let text = "Officials said on Tuesday that the port, which closed in May, will reopen."
    #expect(Self.analyze(text).tokens == Self.analyze(text).tokens)
  }
}
