internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Reads events, operations and commitments off a document by frames.
struct FrameExtractor: Sendable {
  let lexicon: FrameLexicon
  let countries: Countries
  let judge: FactJudge
  let selections: SelectionWeights

  /// What the frames found, each list in order of evidence.
  struct Facts: Sendable {
    var events: [Event] = []
    var operations: [Operation] = []
    var commitments: [Commitment] = []
  }

  /// What the frames proposed.
  struct Choices: Sendable {
    var events = Choice<Event>()
    var operations = Choice<Operation>()
    var commitments = Choice<Commitment>()
    /// The figures of all that was proposed, accepted or not.
    var claims: [FigureClaim] = []
    /// Whether the document is a legislator's.
    var isOfLegislator = false

    /// The accepted ones.
    var facts: Facts { Facts(events: events.facts, operations: operations.facts, commitments: commitments.facts) }
  }

  /// An extractor by embedded weights unless others are given.
  init(
    lexicon: FrameLexicon, countries: Countries, judge: FactJudge = FactJudge(.embedded),
    selections: SelectionWeights = .embedded
  ) {
    self.selections = selections
    self.lexicon = lexicon
    self.countries = countries
    self.judge = judge
  }

  /// The facts of a document.
  func facts(in reading: Reading, actors: ResolvedActors, statements: [Statement]) -> Facts {
    choices(in: reading, actors: actors, statements: statements, keepsOthers: false).facts
  }

  /// What the builders of facts read a document with.
  func context(in reading: Reading, actors: ResolvedActors, statements: [Statement]) -> FrameContext {
    FrameContext(
      reading: reading, actors: actors, statements: statements, lexicon: lexicon, countries: countries, judge: judge)
  }

  /// The facts of a document, each told once, and if `keepsOthers` what is too doubtful to be one.
  func choices(
    in reading: Reading, actors: ResolvedActors, statements: [Statement], keepsOthers: Bool
  ) -> Choices {
    let context = context(in: reading, actors: actors, statements: statements)
    let events = EventBuilder(context: context)
    let operations = OperationBuilder(context: context)
    let commitments = CommitmentBuilder(context: context)
    var foundEvents: [Choice<Event>.Candidate] = []
    var foundOperations: [Choice<Operation>.Candidate] = []
    var drafts: [CommitmentBuilder.Draft] = []
    for match in context.matcher.matches() {
      let frame = context.frame(match)
      switch frame.table {
      case .events:
        guard let event = events.proposal(match) else { continue }
        foundEvents.append(.init(proposal: event, identity: FactIdentity(event.fact, match, frame, reading)))
      case .operations:
        guard let operation = operations.proposal(match) else { continue }
        foundOperations.append(
          .init(proposal: operation, identity: FactIdentity(operation.fact, match, frame, reading)))
      case .commitments: drafts += commitments.drafts(match)
      default: continue
      }
    }
    let further = FurtherSums(context: context)
    drafts += drafts.flatMap(further.drafts(after:))
    drafts += ListedSums(context: context).drafts() + ListedActs(context: context).drafts()
    let foundCommitments = drafts.map {
      Choice<Commitment>.Candidate(proposal: $0.proposal, identity: FactIdentity($0, reading))
    }
    var choices = Choices(
      events: Choice(foundEvents, judge: judge, keepsOthers: keepsOthers),
      operations: Choice(foundOperations, judge: judge, keepsOthers: keepsOthers),
      commitments: Choice(foundCommitments, judge: judge, keepsOthers: keepsOthers))
    choices.isOfLegislator = context.parliament.isLegislators
    choices.claims = FigureClaim.claims(drafts.map(\.proposal.fact), foundOperations.map(\.proposal.fact))
    choices.operations.revise(SharedSetting(reading: reading).sharing)
    choices.operations.revise(LeadNaming(context: context, statements: statements).naming)
    choices.commitments.revise(MakerNaming(context: context).naming)
    choices.commitments.revise(HomeRecipient(actors: context.actors).naming)
    RoleAssigner(context, weights: selections, listsSigns: keepsOthers).assign(&choices)
    return choices
  }
}
