import Documents
import LanguageAnalysis
import Normalization
import Testing

@testable import FactExtraction

/// Trees that figures and names settle, on trees written out.
@Suite struct ArgumentRepairTests {
  private func repaired(_ lines: String) -> Analysis {
    let analysis = tree(lines)
    let measures = MeasureRecognizer().measures(in: analysis.text, context: MeasureContext())
    return ArgumentRepair().repaired(analysis, measures: measures)
  }

  @Test(arguments: ["4 compound", "2 obj"])
  func aNameBeforeASumIsGivenTheSum(parsedAs relation: String) {
    let analysis = repaired(
      """
      Oslo Oslo PROPN NNP 2 nsubj
      promised promise VERB VBD 0 root
      Moldova Moldova PROPN NNP \(relation)
      $ $ SYM $ 2 obj
      2 2 NUM CD 6 compound
      million million NUM CD 4 nummod
      """)
    #expect(analysis.tokens[2].relation == .iobj)
    #expect(analysis.tokens[2].head == 1)
  }

  @Test func aGerundBetweenANumberAndItsNounDescribesTheNoun() {
    let analysis = repaired(
      """
      It it PRON PRP 2 nsubj
      envisages envisage VERB VBZ 0 root
      500 500 NUM CD 5 nummod
      charging charge VERB VBG 2 advcl
      points point NOUN NNS 4 obj
      """)
    #expect(analysis.tokens[3].relation == .amod)
    #expect(analysis.tokens[3].head == 4)
    #expect(analysis.tokens[4].relation == .obj)
    #expect(analysis.tokens[4].head == 1)
  }

  @Test func ofTwoSubjectsSideBySideTheFirstIsTheTitleOfTheSecond() {
    let analysis = repaired(
      """
      Attorney attorney PROPN NNP 5 nsubj
      General general PROPN NNP 3 nmod:desc
      Ana Ana PROPN NNP 5 nsubj
      Reyes Reyes PROPN NNP 3 flat
      spoke speak VERB VBD 0 root
      """)
    #expect(analysis.tokens[0].relation == .nmodDesc)
    #expect(analysis.tokens[0].head == 2)
    #expect(analysis.tokens[2].relation == .nsubj)
  }

  @Test func wholeTreesStayAsTheyAre() {
    let lines = """
      The the DET DT 2 det
      firm firm NOUN NN 3 nsubj
      paid pay VERB VBD 0 root
      $ $ SYM $ 3 obj
      2 2 NUM CD 6 compound
      million million NUM CD 4 nummod
      """
    #expect(repaired(lines).tokens == tree(lines).tokens)
  }

  @Test func ofTwoObjectsTheFirstIsGivenTheSecond() {
    let analysis = repaired(
      """
      Oslo Oslo PROPN NNP 2 nsubj
      offered offer VERB VBD 0 root
      Moldova Moldova PROPN NNP 2 obj
      20 20 NUM CD 5 nummod
      turbines turbine NOUN NNS 2 obj
      """)
    #expect(analysis.tokens[2].relation == .iobj)
    #expect(analysis.tokens[4].relation == .obj)
  }
}
