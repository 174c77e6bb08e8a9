internal import Documents
internal import LanguageAnalysis
internal import PolicyModel

/// What makes two matches one fact, and which of them tells more.
struct FactIdentity: Sendable {
  /// The word that the fact hangs on: clause of an event, promised act of a commitment.
  private var anchor: Int
  /// The evoking word itself, and the word that is acted upon.
  private var token: Int
  private var object: Int?
  private var sentence: Int
  private var kind: FactKind
  /// The actors of the fact, sorted.
  private var actors: [Int]
  private var period: Period
  private var figures: [ExactDecimal]
  /// The lemma of what is acted upon, or of the evoking word.
  private var theme: TextKey?
  private var isHeading: Bool
  /// How much the sentence tells, for the choice between two.
  let fullness: Double

  init(_ event: Event, _ match: FrameMatch, _ reading: Reading) {
    anchor = match.predicate.clause
    token = match.predicate.token
    object = match.predicate.object
    sentence = event.evidence.sentence
    kind = event.kind
    actors = Self.actors(event.participants.map(\.party))
    period = event.period
    figures = []
    theme = Self.theme(match, reading)
    isHeading = reading.isHeading(match.predicate.token)
    fullness = event.evidence.confidence + 0.05 * Double(event.participants.count) + (isHeading ? -0.3 : 0)
  }

  init(_ operation: Operation, _ match: FrameMatch, _ reading: Reading) {
    anchor = match.predicate.clause
    token = match.predicate.token
    object = match.predicate.object
    sentence = operation.evidence.sentence
    kind = operation.kind
    actors = Self.actors(operation.leads + operation.targets)
    period = operation.period
    figures = operation.outcomes.map(\.value)
    theme = Self.theme(match, reading)
    isHeading = reading.isHeading(match.predicate.token)
    let parties = operation.leads.count + operation.targets.count
    fullness = operation.evidence.confidence + 0.05 * Double(parties) + (isHeading ? -0.3 : 0)
  }

  init(_ draft: CommitmentBuilder.Draft, _ reading: Reading) {
    let commitment = draft.commitment
    anchor = draft.act
    token = draft.act
    sentence = commitment.evidence.sentence
    kind = commitment.kind
    actors = Self.actors(commitment.makers)
    period = .unknown
    figures = [commitment.amount?.amount, commitment.quantity?.value].compactMap(\.self)
    theme = reading.lemmaKey(draft.act)
    isHeading = reading.isHeading(draft.act)
    fullness = commitment.evidence.confidence + (isHeading ? -0.3 : 0)
  }

  private static func actors(_ parties: [Party]) -> [Int] { parties.compactMap(\.actor).sorted() }

  private static func theme(_ match: FrameMatch, _ reading: Reading) -> TextKey {
    reading.lemmaKey(match.predicate.object ?? match.predicate.token)
  }

  /// Whether the other tells the same fact.
  func isSame(as other: FactIdentity) -> Bool {
    if anchor == other.anchor { return isOneAct(other) }
    if sentence == other.sentence, !figures.isEmpty, figures == other.figures,
      kind == other.kind || object == other.object
    {
      return true
    }
    guard kind == other.kind else { return false }
    if sentence == other.sentence, theme == other.theme { return true }
    guard isCompatible(period, other.period) else { return false }
    if !figures.isEmpty, figures == other.figures { return true }
    guard !actors.isEmpty, actors == other.actors || isHeading != other.isHeading else { return false }
    return theme == other.theme && (figures.isEmpty || other.figures.isEmpty)
  }

  /// Whether two readings of one clause tell one act: of one kind, or one of them by the clause's verb; "led to arrests
  /// and the recovery of arms" are two.
  private func isOneAct(_ other: FactIdentity) -> Bool {
    kind == other.kind || token == other.token || token == anchor || other.token == anchor
  }

  private func isCompatible(_ a: Period, _ b: Period) -> Bool {
    guard let first = a.start, let second = b.start else { return true }
    return first == second
  }
}
