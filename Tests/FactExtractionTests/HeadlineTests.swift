import Documents
import LanguageAnalysis
import Lexicon
import Normalization
import PolicyModel
import Testing

@testable import FactExtraction

/// Headlines, whose verbs are easily taken for nouns, and other trees that are put right before facts are read.
@Suite struct HeadlineTests {
  @Test func theInfinitiveBehindANameIsWhatAHeadlineSays() {
    let analysis = repairedTree(
      """
      Chile Chile PROPN NNP 0 root
      to to PART TO 3 mark
      build build VERB VB 1 acl
      ferries ferry NOUN NNS 3 obj
      """)
    #expect(analysis.tokens.map(\.head) == [2, 2, -1, 2])
    #expect(analysis.tokens.map(\.relation) == [.nsubj, .mark, .root, .obj])
  }

  @Test func aSentenceWithAStopIsNoHeadline() {
    let analysis = repairedTree(
      """
      Chance chance NOUN NN 0 root
      to to PART TO 3 mark
      build build VERB VB 1 acl
      ferries ferry NOUN NNS 3 obj
      . . PUNCT . 1 punct
      """)
    #expect(analysis.tokens.map(\.head) == [-1, 2, 0, 2, 0])
  }

  @Test func aNounWithAnObjectIsTheVerbOfAHeadline() {
    let analysis = repairedTree(
      """
      Dutch dutch ADJ JJ 3 amod
      police police NOUN NN 3 compound
      arrest arrest NOUN NN 0 root
      hackers hacker NOUN NNS 3 obj
      """)
    #expect(analysis.tokens.map(\.head) == [1, 2, -1, 2])
    #expect(analysis.tokens.map(\.relation) == [.amod, .nsubj, .root, .obj])
    #expect(analysis.tokens[2].upos == .verb)
  }

  @Test func aNounPhraseStaysOne() {
    let analysis = repairedTree(
      """
      Fuel fuel NOUN NN 2 compound
      strikes strike NOUN NNS 0 root
      in in ADP IN 4 case
      Lagos Lagos PROPN NNP 2 nmod
      """)
    #expect(analysis.tokens[1].upos == .noun)
    #expect(analysis.tokens.map(\.head) == [1, -1, 3, 1])
  }

  @Test func aNounBehindThreatenedToIsAVerb() {
    let analysis = repairedTree(
      """
      Miners miner NOUN NNS 2 nsubj
      threatened threaten VERB VBD 0 root
      to to ADP IN 4 case
      strike strike NOUN NN 2 obl
      . . PUNCT . 2 punct
      """)
    #expect(analysis.tokens[3].upos == .verb)
    #expect(analysis.tokens[3].relation == .xcomp)
    #expect(analysis.tokens[2].relation == .mark)
  }

  @Test func aParticipleWithAnObjectBesideAPassiveIsAPast() {
    let analysis = repairedTree(
      """
      Lund Lund PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      ports port NOUN NNS 5 nsubj:pass
      were be AUX VBD 5 aux:pass
      closed close VERB VBN 2 ccomp
      and and CCONJ CC 7 cc
      promised promise VERB VBN 5 conj
      aid aid NOUN NN 7 obj
      """)
    #expect(analysis.tokens[6].head == 1)
    #expect(analysis.tokens[6].xpos == .vbd)
  }

  @Test func aParticipleBehindAnObjectDescribesIt() {
    let analysis = repairedTree(
      """
      Police police NOUN NNS 2 nsubj
      caught catch VERB VBD 0 root
      robbers robber NOUN NNS 4 nsubj
      wanted want VERB VBD 2 parataxis
      abroad abroad ADV RB 4 advmod
      . . PUNCT . 2 punct
      """)
    #expect(analysis.tokens[2].head == 1)
    #expect(analysis.tokens[2].relation == .obj)
    #expect(analysis.tokens[3].head == 2)
    #expect(analysis.tokens[3].relation == .acl)
  }

  @Test(arguments: [
    ("Denmark to give $40 million for Kenyan dams", "funding"),
    ("Chile to build 12 ferries for its islands", "equipment"),
  ])
  func aHeadlinePromisesWhatItSaysIsToBeDone(_ text: String, _ kind: String) {
    let found = AllStages.facts(in: text).commitments
    #expect(found.contains { $0.status == .pledged && $0.makers.count == 1 }, "\(found.map { "\($0.kind)" })")
  }

  @Test func twoDonorsOfOneSumAreTwo() {
    let found = AllStages.facts(
      in: "Norway pledged $5 million for the wells. Sweden pledged $5 million for the schools.")
    #expect(found.commitments.count == 2)
  }

  @Test func oneSumInTwoCurrenciesIsTwo() {
    let found = AllStages.facts(
      in: "Norway pledged $5 million for the wells. Norway pledged 5 million euros for the schools.")
    #expect(found.commitments.compactMap { $0.amount?.currency?.description } == ["USD", "EUR"])
  }

  @Test(arguments: [
    ("Peru agreed to cut its catch by 30 percent, the largest cut in years.", "cut its catch by 30 percent"),
    ("Latvia promised to refrain from burning coal.", "refrain from burning coal"),
  ])
  func anActReachesToItsLastComplement(_ text: String, _ action: String) {
    #expect(AllStages.facts(in: text).commitments.map(\.action) == [action])
  }

  @Test func aBodyIsSpokenOfAgainByItsKind() {
    let facts = AllStages.facts(
      in:
        "Nordea Bank lost money in 2012. The lender will close 40 branches by 2015.")
    let makers = facts.commitments.flatMap(\.makers).compactMap { $0.actor.map { facts.actors[$0].name } }
    #expect(makers == ["Nordea Bank"])
  }

  @Test(arguments: [
    "Kenya Nurses and Midwives Association", "Fisheries, Forestry and Mines Department",
  ])
  func severalSubjectsBeforeOneHeadAreOneName(_ name: String) {
    let facts = AllStages.facts(in: "The \(name) signed a contract with Toyota on Monday.")
    #expect(facts.actors.map(\.name).contains(name), "\(facts.actors.map(\.name))")
  }
}
