internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Builds events from matches.
struct EventBuilder: Sendable {
  let context: FrameContext

  /// What nobody plans: under "will" it is a forecast.
  private static let unplanned: Set = ["incident"]

  /// The event of a match, or nil where the text states none.
  func proposal(_ match: FrameMatch) -> Proposal<Event>? {
    let frame = context.frame(match)
    guard let kind = frame.kind else { return nil }
    let reality = context.reality(of: match)
    guard reality != .unreal, reality != .planned || !Self.unplanned.contains(kind.description) else { return nil }
    guard !context.isProvision(match, reality) else { return nil }
    let period = context.time.period(of: match.predicate, reality)
    let place = context.place.place(of: match.predicate, isMotion: kind.description == "visit")
    let participants = participants(match)
    var cues = context.cues(of: match, kind: kind, reality: reality)
    context.note(period, place, &cues)
    context.note(participants.map(\.party), &cues)
    context.noteDetail(match, participants.map(\.party), period, place, hasFigure: false, &cues)
    let event = Event(
      evidence: context.evidence(of: match), kind: kind, status: status(frame, reality, period, match),
      period: period, place: place,
      country: context.country(event: kind, place, participants.filter { $0.role == .agent }.map(\.party)),
      participants: participants)
    return Proposal(event, cues, context.judge)
  }

  private func status(_ frame: Frame, _ reality: Reality, _ period: Period, _ match: FrameMatch) -> Event.Status {
    if let status = frame.status.flatMap(Event.Status.init), reality != .planned { return status }
    let isAhead = context.time.isAhead(period) == true
    switch reality {
    case .planned: return .planned
    case .cancelled: return .cancelled
    case .ongoing: return isAhead ? .planned : .ongoing
    case .actual, .unreal:
      let isPast = [.past, .perfect].contains(match.predicate.group?.tense)
      return isAhead && !isPast ? .planned : .occurred
    }
  }

  private func participants(_ match: FrameMatch) -> [Event.Participant] {
    let roles: [(Frame.Role, Event.Role)] = [(.agent, .agent), (.target, .target), (.participant, .participant)]
    var found: [Event.Participant] = []
    for (role, name) in roles {
      for party in context.parties(role, of: match) where !found.contains(where: { $0.party.isSame(as: party) }) {
        found.append(.init(party, role: name))
      }
    }
    return found
  }
}
