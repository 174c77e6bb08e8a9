import Documents
import LanguageAnalysis
import Lexicon
import Testing

@testable import FactExtraction

/// Participles that were taken for adjectives though they have subjects or auxiliaries become the verbs of their clauses.
@Suite struct TreeRepairTests {
  @Test func aModifierWithASubjectIsTheVerbOfTheClause() {
    let analysis = repairedTree(
      """
      Gunboats gunboat NOUN NNS 2 nsubj
      shelled shell VERB VBN 4 amod
      coastal coastal ADJ JJ 4 amod
      forts fort NOUN NNS 0 root
      . . PUNCT . 4 punct
      """)
    #expect(analysis.tokens.map(\.head) == [1, -1, 3, 1, 1])
    #expect(analysis.tokens.map(\.relation) == [.nsubj, .root, .amod, .obj, .punct])
    #expect(analysis.tokens[1].xpos == .vbd)
  }

  @Test func aModifierWithAnAuxiliaryKeepsItsForm() {
    let analysis = repairedTree(
      """
      Tutors tutor NOUN NNS 3 nsubj
      are be AUX VBP 3 aux
      training train VERB VBG 4 compound
      recruits recruit NOUN NNS 0 root
      """)
    #expect(analysis.tokens.map(\.head) == [2, 2, -1, 2])
    #expect(analysis.tokens[2].upos == .verb)
    #expect(analysis.tokens[2].xpos == .vbg)
  }

  @Test func aParticipleBehindBeIsPassive() {
    let analysis = repairedTree(
      """
      Okoro Okoro PROPN NNP 4 nsubj
      was be AUX VBD 4 cop
      elected elect VERB VBN 4 amod
      treasurer treasurer NOUN NN 0 root
      """)
    #expect(analysis.tokens.map(\.head) == [2, 2, -1, 2])
    #expect(analysis.tokens.map(\.relation) == [.nsubjPass, .auxPass, .root, .xcomp])
  }

  @Test func aNegationBeforeAnInfinitiveDeniesThat() {
    let analysis = repairedTree(
      """
      Lund Lund PROPN NNP 2 nsubj
      vowed vow VERB VBD 0 root
      never never ADV RB 2 advmod
      to to PART TO 5 mark
      negotiate negotiate VERB VB 2 xcomp
      """)
    #expect(analysis.tokens.map(\.head) == [1, -1, 4, 4, 1])
  }

  @Test func howLongAfterSomethingIsNoObject() {
    let analysis = repairedTree(
      """
      Lund Lund PROPN NNP 2 nsubj
      resigned resign VERB VBD 0 root
      days day NOUN NNS 2 obj
      after after ADP IN 6 case
      the the DET DT 6 det
      vote vote NOUN NN 2 obl
      """)
    #expect(analysis.tokens[2].relation == .oblUnmarked)
  }

  @Test func upWithASubjectIsThePredicate() {
    let analysis = repairedTree(
      """
      Exports export NOUN NNS 3 nsubj
      were be AUX VBD 5 cop
      up up ADV RB 5 case
      3 3 NUM CD 5 nummod
      % % SYM NN 0 root
      . . PUNCT . 5 punct
      """)
    #expect(analysis.tokens.map(\.head) == [2, 2, -1, 4, 2, 2])
    #expect(analysis.tokens[4].relation == .oblUnmarked)
  }

  @Test func aParticipleBehindHaveIsThePerfect() {
    let analysis = repairedTree(
      """
      Courts court NOUN NNS 2 nsubj
      have have VERB VBP 0 root
      frozen freeze VERB VBN 4 amod
      deposits deposit NOUN NNS 2 obj
      """)
    #expect(analysis.tokens.map(\.head) == [2, 2, -1, 2])
    #expect(analysis.tokens.map(\.relation) == [.nsubj, .aux, .root, .obj])
  }

  @Test(arguments: [
    """
    Police police NOUN NNS 2 nsubj
    searched search VERB VBD 0 root
    disputed dispute VERB VBN 4 amod
    land land NOUN NN 2 obj
    """,
    """
    They they PRON PRP 2 nsubj
    have have VERB VBP 0 root
    the the DET DT 5 det
    frozen freeze VERB VBN 5 amod
    peas pea NOUN NNS 2 obj
    """,
  ])
  func aParticipleThatDescribesANounStays(_ lines: String) {
    #expect(repairedTree(lines).tokens == tree(lines).tokens)
  }

  @Test func whatIsDueToHappenIsTheComplementOfDue() {
    let analysis = repairedTree(
      """
      Talks talk NOUN NNS 5 nsubj
      are be AUX VBP 5 aux
      due due ADJ JJ 5 mark
      to to PART TO 5 mark
      resume resume VERB VB 0 root
      """)
    #expect(analysis.tokens.map(\.head) == [2, 2, -1, 4, 2])
    #expect(analysis.tokens.map(\.relation) == [.nsubj, .cop, .root, .mark, .xcomp])
  }

  @Test func whatIsToBeDoneBehindACommaIsDoneToTheObject() {
    let analysis = repairedTree(
      """
      Oslo Oslo PROPN NNP 2 nsubj
      drafted draft VERB VBD 0 root
      rules rule NOUN NNS 2 obj
      , , PUNCT , 7 punct
      to to PART TO 7 mark
      be be AUX VB 7 aux:pass
      issued issue VERB VBN 2 advcl
      """)
    #expect(analysis.tokens[6].head == 2)
    #expect(analysis.tokens[6].relation == .acl)
  }

  @Test func aVerbWithoutAPassiveIsTheVerbOfTheClause() {
    let analysis = repairedTree(
      """
      A a DET DT 2 det
      barge barge NOUN NN 0 root
      capsized capsize VERB VBN 2 acl
      near near ADP IN 5 case
      Oban Oban PROPN NNP 3 obl
      . . PUNCT . 2 punct
      """)
    #expect(analysis.tokens.map(\.head) == [1, 2, -1, 4, 2, 2])
    #expect(analysis.tokens[1].relation == .nsubj)
    #expect(analysis.tokens[2].xpos == .vbd)
  }

  @Test(arguments: [("guards guard", 0, 3), ("goods good", 4, 1)])
  func aSecondGerundHasPersonsForItsObject(noun: String, gerundsHead: Int32, nounsHead: Int32) {
    let analysis = repairedTree(
      """
      sharing share VERB VBG 0 root
      tools tool NOUN NNS 1 obj
      and and CCONJ CC 6 cc
      training training NOUN NN 5 compound
      border border NOUN NN 6 compound
      \(noun) NOUN NNS 2 conj
      """)
    #expect(analysis.tokens[3].head == gerundsHead)
    #expect(analysis.tokens[5].head == nounsHead)
  }

  @Test func aVerbAndAParticleWithAHyphenAreANoun() throws {
    let document = Document(source: "test", text: SourceText("Students held a sit-in on Tuesday."))
    var analysis = LanguageAnalyzer().analyze(document)
    let forms = analysis.tokens.map { analysis.symbols[$0.form] }
    try #require(forms == ["students", "held", "a", "sit", "-", "in", "on", "tuesday", "."])
    let heads: [Int32] = [1, -1, 7, 5, 5, 7, 7, 1, 1]
    let relations: [DependencyRelation] = [.nsubj, .root, .det, .compound, .punct, .case, .case, .obl, .punct]
    for token in forms.indices {
      (analysis.tokens[token].head, analysis.tokens[token].relation) = (heads[token], relations[token])
    }
    let repaired = TreeRepair(frames: .embedded).repaired(analysis)
    #expect(repaired.tokens.map(\.head) == [1, -1, 5, 5, 5, 1, 7, 1, 1])
    #expect(repaired.tokens[5].relation == .obj)
    #expect(repaired.tokens[5].upos == .noun)
  }

  @Test func whatSomebodyIsPromisedIsNotSaidOfThem() {
    let analysis = repairedTree(
      """
      Lund Lund PROPN NNP 2 nsubj
      promised promise VERB VBD 0 root
      crowds crowd NOUN NNS 2 obj
      that that PRON WDT 6 obj
      Oslo Oslo PROPN NNP 6 nsubj
      kept keep VERB VBD 3 acl:relcl
      ports port NOUN NNS 6 obj
      """)
    #expect(analysis.tokens[3].relation == .mark)
    #expect(analysis.tokens[5].relation == .ccomp)
    #expect(analysis.tokens[5].head == 1)
  }

  @Test func aSecondGerundBehindTheFirstOnesObjectHasPersonsForIts() {
    let analysis = repairedTree(
      """
      Tutors tutor NOUN NNS 3 nsubj
      are be AUX VBP 3 aux
      sharing share VERB VBG 0 root
      tools tool NOUN NNS 3 obj
      and and CCONJ CC 6 cc
      training training NOUN NN 7 compound
      guards guard NOUN NNS 3 obj
      """)
    #expect(analysis.tokens[5].relation == .conj)
    #expect(analysis.tokens[5].head == 2)
    #expect(analysis.tokens[6].head == 5)
  }

  @Test func aFurtherThatClauseStandsBesideTheFirst() {
    let analysis = repairedTree(
      """
      Lund Lund PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      that that SCONJ IN 5 mark
      ships ship NOUN NNS 5 nsubj
      sailed sail VERB VBD 2 ccomp
      and and CCONJ CC 9 cc
      that that SCONJ IN 9 mark
      ports port NOUN NNS 9 nsubj
      opened open VERB VBD 2 conj
      """)
    #expect(analysis.tokens[8].head == 4)
  }

  @Test func anInfinitiveIsCoordinatedWithAnInfinitive() {
    let analysis = repairedTree(
      """
      Lund Lund PROPN NNP 2 nsubj
      vowed vow VERB VBD 0 root
      to to PART TO 4 mark
      cut cut VERB VB 2 xcomp
      taxes tax NOUN NNS 4 obj
      after after SCONJ IN 7 mark
      taking take VERB VBG 4 advcl
      office office NOUN NN 7 obj
      and and CCONJ CC 11 cc
      to to PART TO 11 mark
      build build VERB VB 7 conj
      roads road NOUN NNS 11 obj
      """)
    #expect(analysis.tokens[10].head == 3)
  }

  @Test(arguments: [("arrest arrest", 1), ("raid raid", 4)])
  func aNounIsCoordinatedWithItsLike(noun: String, head: Int32) {
    let analysis = repairedTree(
      """
      reported report VERB VBD 0 root
      arrests arrest NOUN NNS 1 obj
      of of ADP IN 4 case
      men man NOUN NNS 2 nmod
      smuggling smuggle VERB VBG 4 acl
      goods good NOUN NNS 5 obj
      and and CCONJ CC 9 cc
      the the DET DT 9 det
      \(noun) NOUN NN 5 conj
      """)
    #expect(analysis.tokens[8].head == head)
  }

  @Test(arguments: [("a a", UPOS.noun), ("the the", UPOS.adjective)])
  func whatAnArticleCountsIsANoun(determiner: String, tag: UPOS) {
    let analysis = repairedTree(
      """
      police police NOUN NNS 2 nsubj
      arrested arrest VERB VBD 0 root
      \(determiner) DET DT 5 det
      Turkish turkish ADJ JJ 5 amod
      national national ADJ JJ 2 obj
      """)
    #expect(analysis.tokens[4].upos == tag)
  }

  @Test func anAppositionRightBeforeAVerbWithoutASubjectIsItsSubject() {
    let analysis = repairedTree(
      """
      In in ADP IN 2 case
      letters letter NOUN NNS 8 obl
      to to ADP IN 4 case
      ministers minister NOUN NNS 2 nmod
      , , PUNCT , 6 punct
      Lund Lund PROPN NNP 4 appos
      has have AUX VBZ 8 aux
      offered offer VERB VBN 0 root
      help help NOUN NN 8 obj
      """)
    #expect(analysis.tokens[5].head == 7)
    #expect(analysis.tokens[5].relation == .nsubj)
  }
}
