internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Reads events, operations and commitments off a document by frames.
struct FrameExtractor: Sendable {
  let lexicon: FrameLexicon
  let countries: Countries

  /// What the frames found, each list in order of evidence.
  struct Facts: Sendable {
    var events: [Event] = []
    var operations: [Operation] = []
    var commitments: [Commitment] = []
  }

  /// A fact with what tells it from the others of its table.
  private struct Candidate<Fact: Sendable>: Sendable {
    var fact: Fact
    var identity: FactIdentity
  }

  /// The confidence from which a fact is worth recording.
  private static let threshold = 0.3

  /// The facts of a document.
  func facts(in reading: Reading, actors: ResolvedActors, statements: [Statement]) -> Facts {
    let context = FrameContext(
      reading: reading, actors: actors, statements: statements, lexicon: lexicon, countries: countries)
    let events = EventBuilder(context: context)
    let operations = OperationBuilder(context: context)
    let commitments = CommitmentBuilder(context: context)
    var foundEvents: [Candidate<Event>] = []
    var foundOperations: [Candidate<Operation>] = []
    var foundCommitments: [Candidate<Commitment>] = []
    for match in context.matcher.matches() {
      switch context.frame(match).table {
      case .events:
        guard let event = events.event(match) else { continue }
        foundEvents.append(.init(fact: event, identity: FactIdentity(event, match, reading)))
      case .operations:
        guard let operation = operations.operation(match) else { continue }
        foundOperations.append(.init(fact: operation, identity: FactIdentity(operation, match, reading)))
      case .commitments:
        for draft in commitments.drafts(match) {
          foundCommitments.append(.init(fact: draft.commitment, identity: FactIdentity(draft, reading)))
        }
      default: continue
      }
    }
    for draft in ListedSums(context: context).drafts() + ListedActs(context: context).drafts() {
      foundCommitments.append(.init(fact: draft.commitment, identity: FactIdentity(draft, reading)))
    }
    return Facts(
      events: Self.distinct(foundEvents) { $0.evidence },
      operations: SharedSetting(reading: reading).sharing(Self.distinct(foundOperations) { $0.evidence }),
      commitments: MakerNaming(context: context).naming(Self.distinct(foundCommitments) { $0.evidence }))
  }

  /// The facts above the threshold, each told once, in order of evidence.
  private static func distinct<Fact: Sendable>(
    _ candidates: [Candidate<Fact>], _ evidence: (Fact) -> Evidence
  ) -> [Fact] {
    let ranked = candidates.enumerated().filter { evidence($0.element.fact).confidence >= threshold }
      .sorted { a, b in
        let (first, second) = (a.element, b.element)
        if first.identity.fullness != second.identity.fullness {
          return first.identity.fullness > second.identity.fullness
        }
        return a.offset < b.offset
      }
    var kept: [Candidate<Fact>] = []
    for (_, candidate) in ranked where !kept.contains(where: { $0.identity.isSame(as: candidate.identity) }) {
      kept.append(candidate)
    }
    return kept.map(\.fact).sorted { evidence($0).range < evidence($1).range }
  }
}
