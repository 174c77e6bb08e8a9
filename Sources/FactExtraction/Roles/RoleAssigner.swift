internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Puts into the places of events, operations and commitments those who are chosen for them.
struct RoleAssigner {
  private let reading: Reading
  private let chooser: RoleChooser

  private static let agents: RelationSet = [.nsubj, .oblAgent]
  private static let targets: RelationSet = [.obj, .nsubjPass]

  init(_ context: FrameContext, weights: SelectionWeights, listsSigns: Bool) {
    reading = context.reading
    chooser = RoleChooser(context, weights: weights, listsSigns: listsSigns)
  }

  /// Chooses participants, leads and makers anew.
  func assign(_ choices: inout FrameExtractor.Choices) {
    choices.events.reviseEach { event in
      let participants = event.fact.participants
      let chosen = chooser.choose(
        .participants, event.evidence, kind: event.fact.kind, rule: participants.map(\.party))
      event.selections = chosen.selections
      event.fact.participants = chosen.candidates.map { chosen in
        participants.first { $0.party.isSame(as: chosen.party) } ?? .init(chosen.party, role: role(of: chosen.token))
      }
    }
    choices.operations.reviseEach { operation in
      let chosen = chooser.choose(
        .leads, operation.evidence, kind: operation.fact.kind, rule: operation.fact.leads,
        others: operation.fact.targets)
      operation.selections = chosen.selections
      operation.fact.leads = chosen.parties
    }
    let dealtOut = Self.sentencesOfSeveral(choices.commitments.facts)
    choices.commitments.reviseEach { commitment in
      if dealtOut.contains(commitment.evidence.sentence) { return }
      let chosen = chooser.choose(
        .makers, commitment.evidence, kind: commitment.fact.kind, rule: commitment.fact.makers,
        others: commitment.fact.recipients)
      commitment.selections = chosen.selections
      commitment.fact.makers = chosen.parties
    }
  }

  /// The sentences in which rules find promises of different makers, as "Norway pledged $3 million and Canada $5 million":
  /// who promises what is told by their order.
  private static func sentencesOfSeveral(_ commitments: [Commitment]) -> Set<Int> {
    var makers: [Int: [Party]] = [:]
    var found: Set<Int> = []
    for commitment in commitments where !commitment.makers.isEmpty {
      let sentence = commitment.evidence.sentence
      let known = makers[sentence] ?? commitment.makers
      makers[sentence] = known
      let isSame =
        known.count == commitment.makers.count
        && zip(known, commitment.makers).allSatisfy { $0.isSame(as: $1) }
      if !isSame { found.insert(sentence) }
    }
    return found
  }

  /// The role of a participant by how its words hang on theirs.
  private func role(of token: Int?) -> Event.Role {
    guard let token else { return .participant }
    let relation = reading.tokens[token].relation
    return Self.agents.contains(relation) ? .agent : Self.targets.contains(relation) ? .target : .participant
  }
}
