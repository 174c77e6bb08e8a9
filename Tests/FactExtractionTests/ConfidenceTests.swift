import Documents
import LanguageAnalysis
import Lexicon
import PolicyModel
import Testing

@testable import FactExtraction

@Suite struct ConfidenceTests {
  private func weights(_ rows: String) throws -> FactWeights { try FactWeights(rows, name: "weights.tsv") }

  private func cues(_ prior: Double, _ signs: [(Cue.Family, String)]) -> Cues {
    var cues = Cues(table: .events, prior: prior, construction: "verb")
    for (family, value) in signs { cues.note(family, value) }
    return cues
  }

  @Test func withoutWeightsTheRulesOwnProbabilityStands() throws {
    let judge = FactJudge(try weights(""))
    for prior in [0.2, 0.5, 0.9] {
      #expect(abs(judge.probability(cues(prior, [(.tense, "past")])) - prior) < 1e-9)
    }
  }

  @Test func signsAddUpInLogOdds() throws {
    let judge = FactJudge(try weights("events\ttense=past\t1.5\nevents\tblock=heading\t-1.5\nevents\tthreshold\t0.6"))
    let past = judge.probability(cues(0.5, [(.tense, "past")]))
    #expect(past > 0.8 && past < 0.82)
    #expect(abs(judge.probability(cues(0.5, [(.tense, "past"), (.block, "heading")])) - 0.5) < 1e-9)
  }

  @Test(arguments: [
    (["Senator"], true), (["Senator from Ohio"], true), (["Deputy Prime Minister"], false), (["Minister"], false),
  ])
  func aLegislatorsDocumentHasAThresholdOfItsOwn(roles: [String], isLegislators: Bool) throws {
    let judge = FactJudge(try weights("events\tthreshold\t0.6\nevents\tthreshold-legislator\t0.8"))
    let actors = ResolvedActors(
      actors: [Actor(name: "Jane Doe", kind: .person, roles: roles)], mentions: [], tokenCount: 0)
    var cues = cues(0.5, [])
    cues.note(Parliament(actors: actors, classes: FrameLexicon.embedded.classes))
    #expect(judge.threshold(cues) == (isLegislators ? 0.8 : 0.6))
    #expect(cues.all.contains(Cue(family: .speaker, value: "legislator")) == isLegislators)
  }

  @Test func contributionsAreTheSignsThatHaveAWeightTheWeightiestFirst() throws {
    let judge = FactJudge(try weights("events\tbias\t0.1\nevents\ttense=past\t0.5\nevents\tblock=heading\t-2"))
    let found = judge.contributions(cues(0.5, [(.tense, "past"), (.block, "heading"), (.quoted, "no")]))
    #expect(found.map(\.name) == ["bias", "prior=0.5", "block=heading", "tense=past"])
    #expect(found.map(\.weight) == [0.1, 0, -2, 0.5])
  }

  @Test func everyEmbeddedWeightIsOfASignThatExists() {
    for table in FactTable.allCases {
      for name in FactWeights.embedded[table].weights.keys {
        let sign = name.firstIndex(of: ":").flatMap { colon in
          Cue(name: name) == nil ? String(name[name.index(after: colon)...]) : nil
        }
        #expect(Cue(name: sign ?? name)?.name == sign ?? name, "\(table) \(name)")
      }
    }
  }

  @Test func aSignMayWeighMoreInOneConstruction() throws {
    let judge = FactJudge(try weights("events\tbias\t0\nevents\ttense=past\t0.5\nevents\tverb:tense=past\t1.5"))
    let found = judge.contributions(cues(0.5, [(.tense, "past")]))
    #expect(found.map(\.name) == ["bias", "prior=0.5", "tense=past"])
    #expect(found.map(\.weight) == [0, 0, 2])
    #expect(judge.probability(cues(0.5, [(.tense, "past")])) > 0.88)
  }

  @Test(arguments: ["events\tbias", "nothing\tbias\t1", "events\tbias\tmuch"])
  func aRowThatIsNoWeightIsReportedWithItsLine(row: String) {
    #expect(throws: DataFileError.self) { try weights("# weights\n\(row)") }
    do throws(DataFileError) {
      _ = try FactWeights("# weights\n\(row)", name: "weights.tsv")
    } catch {
      #expect(error.description == "weights.tsv:2: a row is a table, a name and a number")
    }
  }

  @Test func aDoubtfulProposalGivesWayToAnAcceptedOneOfTheSameFact() throws {
    let judge = FactJudge(try weights("events\tthreshold\t0.5"))
    let analysis = tree("met meet VERB VBD 0 root")
    let reading = Reading(document: Document(source: "test", text: analysis.text), analysis: analysis, measures: [])
    let match = FrameMatch(frame: 0, predicate: Predicate(token: 0, trigger: .verb), others: [], lacksAgent: false)
    let kind = try #require(FactKind("meeting"))
    let frame = try #require(FrameLexicon.embedded.frames.first { $0.rule == "events/meet" })
    let candidates = [0.3, 0.8, 0.6].map { confidence in
      let event = Event(
        evidence: Evidence(range: ByteRange(0, 3), sentence: 0, confidence: confidence, rule: "events/meet.verb"),
        kind: kind, status: .occurred)
      return Choice<Event>.Candidate(
        proposal: Proposal(event, cues(confidence, []), judge), identity: FactIdentity(event, match, frame, reading))
    }
    let choice = Choice(candidates, judge: judge, keepsOthers: true)
    #expect(choice.accepted.map { Int(($0.evidence.confidence * 10).rounded()) } == [8])
    #expect(choice.others.isEmpty)
  }
}
