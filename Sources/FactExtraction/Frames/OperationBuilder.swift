internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Builds operations from matches.
struct OperationBuilder: Sendable {
  let context: FrameContext
  private let opening, lasting, posted: WordClasses.Members

  private static let deployment = FactKind("deployment")
  private static let assistance = FactKind("assistance")
  private static let training = FactKind("training")
  private static let prosecution = FactKind("prosecution")
  private static let investigation = FactKind("investigation")
  /// What is done to a place itself.
  private static let local = Set(["search", "strike", "surveillance", "inspection"].compactMap { FactKind($0) })

  init(context: FrameContext) {
    self.context = context
    opening = context.lexicon.classes["opening"] ?? .none
    lasting = context.lexicon.classes["lasting"] ?? .none
    posted = context.lexicon.classes["posted"] ?? .none
  }

  /// The operation of a match, or nil where the text states none.
  func proposal(_ match: FrameMatch) -> Proposal<Operation>? {
    let frame = context.frame(match)
    guard let kind = frame.kind else { return nil }
    let reality = context.reality(of: match)
    guard reality != .unreal, reality != .cancelled, !context.isProvision(match, reality),
      reality != .planned || !context.reality.isHypothetical(match.predicate.clause)
    else { return nil }
    let period = context.time.period(of: match.predicate, reality)
    let isMotion = kind == Self.deployment || kind == Self.assistance
    let place = context.place.place(of: match.predicate, isMotion: isMotion, isLocal: Self.local.contains(kind))
    let agents = context.parties(.lead, of: match)
    let leads = agents.isEmpty ? tellers(match) : agents
    let targets = context.parties(.target, of: match)
    let outcomes = outcomes(match, kind)
    var cues = context.cues(of: match, kind: kind, reality: reality)
    context.note(period, place, &cues)
    context.note(leads + targets, &cues)
    context.noteDetail(match, leads + targets, period, place, hasFigure: !outcomes.isEmpty, &cues)
    cues.note(.figure, count: outcomes.count)
    context.noteParliament(leads, &cues)
    let operation = Operation(
      evidence: context.evidence(of: match), kind: kind, status: status(reality, period, match), period: period,
      place: place, country: context.country(operation: kind, place, leads, in: context.sentence(of: match)),
      leads: leads,
      targets: targets.filter { target in !leads.contains { $0.actor == target.actor && target.actor != nil } },
      outcomes: outcomes)
    return Proposal(operation, cues, context.judge)
  }

  /// The force that tells, without a name, what was done in the passive: "police said that two men had been arrested".
  private func tellers(_ match: FrameMatch) -> [Party] {
    guard match.predicate.group?.isPassive == true, let bodies = context.lexicon.classes["authority-body"],
      let saying = context.reality.reportingVerb(of: match.predicate.token),
      let teller = context.reading.tree.child(of: saying, [.nsubj]), context.actors.actor(at: teller) == nil,
      context.lexicon.classes[context.reading.lemmaKey(teller)].meets(bodies)
    else { return [] }
    return context.parties.parties([teller])
  }

  private func status(_ reality: Reality, _ period: Period, _ match: FrameMatch) -> Operation.Status {
    switch reality {
    case .planned: .planned
    case .ongoing: context.time.isAhead(period) == true ? .planned : .ongoing
    case .actual, .cancelled, .unreal: isGoingOn(match) ? .ongoing : .completed
    }
  }

  /// Whether what is told as a fact has not come to its end.
  private func isGoingOn(_ match: FrameMatch) -> Bool {
    let predicate = match.predicate
    let reading = context.reading
    // Headlines tell what is done in the present.
    if reading.isHeadline(predicate.clause) { return false }
    if let group = predicate.group {
      let verb = context.lexicon.classes[reading.lemmaKey(predicate.clause)]
      if group.tense == .present { return !group.isPassive || verb.meets(posted) }
      // An inquiry that was opened goes on.
      if context.frame(match).kind == Self.investigation, verb.meets(opening) { return true }
      return group.tense == .perfect && predicate.trigger == .noun && verb.meets(lasting)
    }
    guard predicate.trigger == .noun, reading.tokens[predicate.token].relation == .nsubj,
      let head = reading.tree.head(of: predicate.token)
    else { return false }
    let tense = VerbGroup(at: head, in: reading).tense
    return tense == .present || tense == .progressive
      || tense == .perfect && context.lexicon.classes[reading.lemmaKey(head)].meets(lasting)
  }

  /// The figures of what was acted upon, and of the noun itself: "1,914 arrests" are 1,914 people.
  private func outcomes(_ match: FrameMatch, _ kind: FactKind) -> [Operation.Outcome] {
    var heads = context.matcher.slots.heads(.object, of: match)
    if heads.isEmpty { heads = context.heads(.target, of: match) }
    var outcomes = context.counts.outcomes(of: heads)
    if outcomes.isEmpty, kind == Self.assistance || kind == Self.training {
      outcomes = context.counts.outcomes(of: context.heads(.target, of: match))
    }
    if kind == Self.prosecution { outcomes += context.counts.terms(under: match.predicate.token) }
    if match.predicate.trigger == .noun {
      for outcome in context.counts.outcomes(of: [match.predicate.token]) {
        outcomes.append(.init(value: outcome.value, unit: context.frame(match).counted ?? outcome.unit))
      }
    }
    return outcomes
  }
}
