import Documents
import LanguageAnalysis
import Lexicon
import Normalization
import PolicyModel
import Testing

@testable import FactExtraction

/// Clauses that stand aside, and phrases that the analysis hangs on the wrong word, give their facts all the same.
@Suite struct HungUpClauseTests {
  private func facts(_ lines: String) -> FrameExtractor.Facts {
    let analysis = tree(lines)
    let document = Document(
      source: "test", text: analysis.text,
      published: CalendarDate(year: 2024, month: 5, day: 8).map { PublicationDate($0, basis: .given) })
    let reading = Reading(document: document, analysis: analysis, measures: [])
    let actors = ResolvedActors(actors: [], mentions: [], tokenCount: reading.tokens.count)
    return FrameExtractor(lexicon: .embedded, countries: .embedded, judge: .neutral)
      .facts(in: reading, actors: actors, statements: [])
  }

  @Test func framesMayNameEveryTenseThatIsRead() {
    #expect(Frame.tenseNames == VerbGroup.Tense.allCases.map(\.rawValue))
  }

  @Test func aCountedPhraseWithABoundIsTheObject() throws {
    let found = facts(
      """
      Gendarmes gendarme NOUN NNS 2 nsubj
      arrested arrest VERB VBD 0 root
      at at ADP IN 4 case
      least least ADJ JJS 5 nmod
      nine nine NUM CD 6 nummod
      poachers poacher NOUN NNS 2 obl
      . . PUNCT . 2 punct
      """)
    #expect(found.operations.map(\.kind.description) == ["arrest"])
  }

  @Test func aWordThatCountsPeopleStandsForThem() {
    let found = facts(
      """
      A a DET DT 2 det
      total total NOUN NN 6 nsubj:pass
      of of ADP IN 4 case
      poachers poacher NOUN NNS 2 nmod
      were be AUX VBD 6 aux:pass
      arrested arrest VERB VBN 0 root
      . . PUNCT . 6 punct
      """)
    #expect(found.operations.map(\.kind.description) == ["arrest"])
  }

  @Test func aParticipleBehindANounIsPassiveWhateverItsTag() throws {
    let found = facts(
      """
      It it PRON PRP 2 nsubj
      follows follow VERB VBZ 0 root
      a a DET DT 4 det
      bill bill NOUN NN 2 obj
      passed pass VERB VBD 4 acl
      by by ADP IN 8 case
      the the DET DT 8 det
      parliament parliament NOUN NN 5 obl
      . . PUNCT . 2 punct
      """)
    let event = try #require(found.events.first)
    #expect(event.kind.description == "legislation")
    #expect(event.participants.map(\.party.surface) == ["the parliament"])
  }

  @Test func aClauseHungOnAnOfPhraseMayBelongToTheNounAboveIt() {
    let found = facts(
      """
      A a DET DT 2 det
      memorandum memorandum NOUN NN 7 nsubj
      of of ADP IN 4 case
      intent intent NOUN NN 2 nmod
      signed sign VERB VBN 4 acl
      yesterday yesterday NOUN NN 5 obl:unmarked
      binds bind VERB VBZ 0 root
      them they PRON PRP 7 obj
      . . PUNCT . 7 punct
      """)
    #expect(found.events.contains { $0.kind.description == "agreement" })
  }

  @Test func theObjectOfAVerbBelowARelativeClauseIsItsAntecedent() {
    let found = facts(
      """
      They they PRON PRP 2 nsubj
      left leave VERB VBD 0 root
      the the DET DT 4 det
      agency agency NOUN NN 2 obj
      that that PRON WDT 7 obj
      donors donor NOUN NNS 7 nsubj
      helped help VERB VBD 4 acl:relcl
      to to PART TO 9 mark
      establish establish VERB VB 7 xcomp
      . . PUNCT . 2 punct
      """)
    #expect(found.events.contains { $0.kind.description == "launch" })
  }

  @Test func whatSomebodyWillNotDoIsPromised() throws {
    let found = facts(
      """
      The the DET DT 2 det
      ministry ministry NOUN NN 5 nsubj
      will will AUX MD 5 aux
      not not PART RB 5 advmod
      close close VERB VB 0 root
      the the DET DT 7 det
      mine mine NOUN NN 5 obj
      . . PUNCT . 5 punct
      """)
    let commitment = try #require(found.commitments.first)
    #expect(commitment.action == "not close the mine")
    #expect(commitment.status == .pledged)
  }

  @Test func whatEvokesAFactIsNoParty() {
    let found = facts(
      """
      The the DET DT 2 det
      minister minister NOUN NN 3 nsubj
      paid pay VERB VBD 0 root
      an a DET DT 6 det
      official official ADJ JJ 6 amod
      visit visit NOUN NN 3 obj
      . . PUNCT . 3 punct
      """)
    #expect(found.events.map(\.kind.description) == ["visit"])
    #expect(found.events.first?.participants.map(\.party.surface) == ["The minister"])
  }
}
