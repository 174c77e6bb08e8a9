import Documents
import LanguageAnalysis
import Lexicon
import Normalization
import PolicyModel
import Testing

@testable import FactExtraction

@Suite struct FrameExtractorTests {
  private func facts(_ lines: String, measures: [Measure] = []) -> FrameExtractor.Facts {
    let analysis = tree(lines)
    let document = Document(
      source: "test", text: analysis.text,
      published: CalendarDate(year: 2024, month: 5, day: 8).map { PublicationDate($0, basis: .given) })
    let reading = Reading(document: document, analysis: analysis, measures: measures)
    let actors = ResolvedActors(actors: [], mentions: [], tokenCount: reading.tokens.count)
    return FrameExtractor(lexicon: .embedded, countries: .embedded, judge: .neutral)
      .facts(in: reading, actors: actors, statements: [])
  }

  private func measure(_ words: String, _ value: MeasureValue, in lines: String) -> Measure? {
    let text = tree(lines).text.string
    guard let found = text.firstRange(of: words) else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return Measure(range: ByteRange(start, start + words.utf8.count), value: value)
  }

  private static let arrest = """
    Gendarmes gendarme NOUN NNS 2 nsubj
    arrested arrest VERB VBD 0 root
    nine nine NUM CD 4 nummod
    poachers poacher NOUN NNS 2 obj
    near near ADP IN 6 case
    Tamale Tamale PROPN NNP 2 obl B-LOC
    . . PUNCT . 2 punct
    """

  @Test func activeClausesGiveLeadTargetOutcomeAndPlace() throws {
    let six = try #require(measure("nine", .number(.exact(ExactDecimal(9))), in: Self.arrest))
    let operation = try #require(facts(Self.arrest, measures: [six]).operations.first)
    #expect(operation.kind.description == "arrest")
    #expect(operation.status == .completed)
    #expect(operation.leads.map(\.surface) == ["Gendarmes"])
    #expect(operation.targets.map(\.surface) == ["nine poachers"])
    #expect(operation.outcomes == [.init(value: ExactDecimal(9), unit: "person")])
    #expect(operation.place?.name == "Tamale")
    #expect(operation.evidence.rule == "operations/arrest.verb")
  }

  @Test func passiveClausesTakeTheAgentFromByAndTheTargetFromTheSubject() throws {
    let found = facts(
      """
      Two two NUM CD 2 nummod
      trawlers trawler NOUN NNS 4 nsubj:pass
      were be AUX VBD 4 aux:pass
      intercepted intercept VERB VBN 0 root
      by by ADP IN 7 case
      the the DET DT 7 det
      navy navy NOUN NN 4 obl:agent
      . . PUNCT . 4 punct
      """)
    let operation = try #require(found.operations.first)
    #expect(operation.kind.description == "interception")
    #expect(operation.leads.map(\.surface) == ["the navy"])
    #expect(operation.targets.map(\.surface) == ["Two trawlers"])
    #expect(operation.evidence.rule == "operations/intercept.passive")
  }

  @Test func whatIsNegatedConditionalOrMerelyUrgedIsNoFact() {
    let negated = facts(
      """
      Gendarmes gendarme NOUN NNS 4 nsubj
      did do AUX VBD 4 aux
      not not PART RB 4 advmod
      arrest arrest VERB VB 0 root
      the the DET DT 6 det
      poachers poacher NOUN NNS 4 obj
      """)
    #expect(negated.operations.isEmpty)
    let urged = facts(
      """
      Villagers villager NOUN NNS 2 nsubj
      urged urge VERB VBD 0 root
      gendarmes gendarme NOUN NNS 2 obj
      to to PART TO 5 mark
      arrest arrest VERB VB 2 xcomp
      the the DET DT 7 det
      poachers poacher NOUN NNS 5 obj
      """)
    #expect(urged.operations.isEmpty)
  }

  @Test func promisesGiveTheMakerFromControlAndTheActionFromTheComplement() throws {
    let lines = """
      Peru Peru PROPN NNP 2 nsubj B-LOC
      pledged pledge VERB VBD 0 root
      to to PART TO 4 mark
      plant plant VERB VB 2 xcomp
      40,000 40,000 NUM CD 6 nummod
      trees tree NOUN NNS 4 obj
      by by ADP IN 8 case
      2030 2030 NUM CD 4 obl
      . . PUNCT . 2 punct
      """
    let trees = try #require(measure("40,000", .number(.exact(ExactDecimal(40_000))), in: lines))
    let last = try #require(CalendarDate(year: 2030, month: 12, day: 31))
    let first = try #require(CalendarDate(year: 2030, month: 1, day: 1))
    let year = try #require(
      measure(
        "2030", .date(ResolvedDate(first: first, last: last, precision: .year, basis: .absolute)), in: lines))
    let commitment = try #require(facts(lines, measures: [trees, year]).commitments.first)
    #expect(commitment.makers.map(\.surface) == ["Peru"])
    #expect(commitment.action == "plant 40,000 trees by 2030")
    #expect(commitment.status == .pledged)
    #expect(commitment.quantity == Quantity(ExactDecimal(40_000), unit: "tree"))
    #expect(commitment.deadline == last)
  }

  @Test func subjectsAreSharedByCoordinatedVerbs() throws {
    let found = facts(
      """
      Customs Customs PROPN NNP 2 nsubj B-ORG
      searched search VERB VBD 0 root
      the the DET DT 4 det
      warehouse warehouse NOUN NN 2 obj
      and and CCONJ CC 6 cc
      seized seize VERB VBD 2 conj
      the the DET DT 8 det
      ivory ivory NOUN NN 6 obj
      """)
    let seizure = try #require(found.operations.first { $0.kind.description == "seizure" })
    #expect(seizure.leads.map(\.surface) == ["Customs"])
    #expect(found.operations.contains { $0.kind.description == "search" })
  }
}
