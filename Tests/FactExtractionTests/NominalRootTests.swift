import Documents
import LanguageAnalysis
import Testing

@testable import FactExtraction

/// Sentences whose subject was taken for the whole get their verb back.
@Suite struct NominalRootTests {
  @Test func theVerbBehindTheDescriptionOfTheSubjectIsTheRoot() {
    let analysis = repairedTree(
      """
      Okoro Okoro PROPN NNP 0 root
      , , PUNCT , 5 punct
      who who PRON WP 5 nsubj
      recently recently ADV RB 5 advmod
      resigned resign VERB VBD 1 acl:relcl
      , , PUNCT , 5 punct
      called call VERB VBD 5 conj
      for for ADP IN 9 case
      talks talk NOUN NNS 7 obl
      . . PUNCT . 1 punct
      """)
    #expect(analysis.tokens[6].relation == .root)
    #expect(analysis.tokens[0].relation == .nsubj)
    #expect(analysis.tokens[0].head == 6)
    #expect(analysis.tokens[4].head == 0)
  }

  @Test func aParticipleTakenForAModifierGetsItsObject() {
    let analysis = repairedTree(
      """
      Okoro Okoro PROPN NNP 0 root
      , , PUNCT , 4 punct
      the the DET DT 4 det
      lawyer lawyer NOUN NN 1 appos
      who who PRON WP 6 nsubj
      speaks speak VERB VBZ 4 acl:relcl
      , , PUNCT , 6 punct
      accused accuse VERB VBN 9 amod
      ministers minister NOUN NNS 6 obl
      . . PUNCT . 1 punct
      """)
    #expect(analysis.tokens[7].relation == .root)
    #expect(analysis.tokens[8].head == 7)
    #expect(analysis.tokens[8].relation == .obj)
    #expect(analysis.tokens[0].relation == .nsubj)
  }

  @Test func aNounWithSubjectAndObjectThatFramesKnowIsAVerb() {
    let analysis = repairedTree(
      """
      Banks bank NOUN NNS 4 nsubj
      and and CCONJ CC 3 cc
      funds fund NOUN NNS 1 conj
      support support NOUN NN 0 root
      plans plan NOUN NNS 4 obj
      . . PUNCT . 4 punct
      """)
    #expect(analysis.tokens[3].upos == .verb)
    #expect(analysis.tokens[3].xpos == .vbp)
  }

  @Test func aTitleIsLeftAlone() {
    let analysis = repairedTree(
      """
      Notes note NOUN NNS 0 root
      , , PUNCT , 4 punct
      as as SCONJ IN 4 mark
      agreed agree VERB VBN 1 advcl
      , , PUNCT , 4 punct
      on on ADP IN 7 case
      tariffs tariff NOUN NNS 4 obl
      . . PUNCT . 1 punct
      """)
    #expect(analysis.tokens[0].relation == .root)
  }
}
