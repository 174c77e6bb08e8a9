import Documents
import LanguageAnalysis
import Lexicon
import PolicyModel
import Testing

@testable import FactExtraction

/// The choice of who fills the places of facts.
@Suite struct RoleChoiceTests {
  private static let analyzer = LanguageAnalyzer()

  /// The context of a text, and the evidence that its first sentence is.
  private static func context(_ text: String) -> (context: FrameContext, evidence: Evidence) {
    let document = Document(source: "test", text: SourceText(text))
    let reading = Reading(document: document, analysis: analyzer.analyze(document), measures: [])
    let actors = ActorResolver().resolve(reading)
    let context = FrameExtractor(lexicon: .embedded, countries: .embedded)
      .context(in: reading, actors: actors, statements: [])
    let evidence = Evidence(range: reading.sentences[0].range, sentence: 0, confidence: 0.9, rule: "events/meet.verb")
    return (context, evidence)
  }

  private static func chosen(_ text: String, _ rows: String, ruleActor: String? = nil) throws -> [String] {
    let (context, evidence) = context(text)
    let actors = context.actors.actors
    let rule = actors.indices.filter { actors[$0].name == ruleActor }.map { Party(actor: $0, surface: actors[$0].name) }
    let kind = try #require(FactKind("meeting"))
    let chooser = RoleChooser(context, weights: try SelectionWeights(rows, name: "weights"), listsSigns: true)
    let chosen = chooser.choose(.participants, evidence, kind: kind, rule: rule)
    let options = try #require(chosen.selections.first).options
    #expect(Set(options.map(\.name)).count == options.count)
    return chosen.parties.compactMap { $0.actor.map { actors[$0].name } }
  }

  private static let meeting = "France and Germany met in Geneva after talks with Japan."

  @Test(arguments: [
    ("leads\tbias\t0", ["Japan"]),
    ("participants\tbias\t-8\nparticipants\trule=in\t16", ["Japan"]),
    ("participants\tbias\t-8", ["Japan"]),
    ("participants\tbias\t-8\nparticipants\trel=nsubj\t16\nparticipants\trel=conj\t16", ["France", "Germany"]),
  ])
  func thoseAreChosenWhoAreMostProbableElseTheRulesStand(_ rows: String, _ names: [String]) throws {
    #expect(try Self.chosen(Self.meeting, rows, ruleActor: "Japan") == names)
  }

  @Test func waysThroughTheTreeGoUpAndDown() throws {
    let (context, _) = Self.context(Self.meeting)
    let reading = context.reading
    let root = try #require(reading.tokens.indices.first { reading.tokens[$0].relation == .root })
    let path = TreePath(from: root, in: reading)
    for token in reading.sentences[0].tokens {
      let turn = path.turn(to: token)
      #expect(turn.ups == 0)
      #expect(turn.downs == TreePath(from: token, in: reading).ancestors.count - 1)
      #expect(
        path.relation(down: 0, to: token, turn) == (token == root ? "none" : reading.tokens[token].relation.rawValue))
    }
  }

  @Test(arguments: [
    ("Chile and Peru signed a trade agreement in Lima on 3 May 2021.", "Chile"),
    ("Kenya's coast guard said it would buy three patrol boats by 2026.", "Coast Guard"),
  ])
  func factsStillHaveTheirParties(_ text: String, _ name: String) {
    let facts = AllStages.facts(in: text)
    let parties = facts.events.flatMap { $0.participants.map(\.party) } + facts.commitments.flatMap(\.makers)
    let names = parties.compactMap { $0.actor.map { facts.actors[$0].name } }
    #expect(names.contains(name), "\(parties.map(\.surface))")
  }
}
