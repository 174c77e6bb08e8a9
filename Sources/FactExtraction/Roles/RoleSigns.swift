internal import Documents
internal import LanguageAnalysis
internal import PolicyModel

/// Tells by what signs somebody fills a place of a fact or does not.
struct RoleSigns {
  let context: FrameContext
  let evidence: Evidence
  /// The kind of fact.
  let kind: String
  /// The name of the frame that fired.
  let frame: String
  /// From the head of the evidence.
  let path: TreePath
  /// How many the rules put into the place.
  let ruleCount: Int

  private static let mostSteps = 3
  private static let numbers = (0...30).map(String.init)

  private var reading: Reading { context.reading }
  private var actors: ResolvedActors { context.actors }

  init(_ context: FrameContext, _ evidence: Evidence, kind: String, _ path: TreePath, ruleCount: Int) {
    self.context = context
    self.evidence = evidence
    self.kind = kind
    self.path = path
    self.ruleCount = ruleCount
    frame = evidence.rule.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
  }

  /// Notes the signs of a candidate.
  func note(_ candidate: RoleCandidate, _ sink: inout some SignSink) {
    let rule = candidate.isByRule ? "in" : ruleCount == 0 ? "none" : "out"
    sink.note("rule", rule)
    sink.note("rule", rule, Self.numbers[min(ruleCount, 3)])
    let sort = candidate.party.actor.map { actors.actors[$0].kind.rawValue } ?? "noun"
    sink.note("sort", sort)
    sink.note("sort", sort, rule)
    sink.note("sort", sort, kind)
    if candidate.isInOther {
      sink.note("other", "yes")
      sink.note("other", "yes", rule)
    }
    for origin in candidate.origins {
      sink.note("origin", origin)
      sink.note("origin", origin, rule)
      sink.note("kind-origin", origin, kind)
    }
    if let actor = candidate.party.actor { noteActor(actors.actors[actor], sort, rule, &sink) }
    guard let token = candidate.token else {
      sink.note("place", "elsewhere")
      sink.note("place", "elsewhere", rule)
      sink.note("place", "elsewhere", kind)
      return
    }
    noteWords(token, rule, &sink)
    notePath(token, sort, rule, &sink)
  }

  private func noteActor(_ actor: Actor, _ sort: String, _ rule: String, _ sink: inout some SignSink) {
    let mentions = actor.mentions.count
    sink.note("mentions", mentions < 2 ? "1" : mentions < 4 ? "2" : mentions < 8 ? "4" : "8")
    guard let code = actors.home.code else { return }
    let isHome = actor.country == code ? "yes" : "no"
    sink.note("home", isHome, sort)
    sink.note("home", isHome, rule)
  }

  private func noteWords(_ token: Int, _ rule: String, _ sink: inout some SignSink) {
    let isPronoun = reading.tokens[token].upos == .pronoun
    let naming = actors.mention(at: token).map { $0.isName ? "name" : isPronoun ? "pronoun" : "reference" } ?? "noun"
    sink.note("naming", naming)
    let relation = reading.tokens[token].relation.rawValue
    sink.note("rel", relation)
    let marker = reading.tree.caseMarker(of: token).map(reading.form) ?? "none"
    sink.note("marker", marker, relation)
    sink.note("kind-marker", marker, kind)
    sink.note("frame-marker", marker, frame)
    let isInside = evidence.range.contains(reading.tokens[token].range) ? "inside" : "outside"
    sink.note("evidence", isInside)
    sink.note("evidence", isInside, rule)
    let side = token < path.start ? "before" : "behind"
    sink.note("side", side, rule)
    sink.note("side", side, reading.tokens[path.start].upos.rawValue, kind)
    sink.note(
      "quoted", reading.quoted[token] ? "yes" : "no", reading.quoted[path.start] ? "yes" : "no", rule)
  }

  private func notePath(_ token: Int, _ sort: String, _ rule: String, _ sink: inout some SignSink) {
    let turn = path.turn(to: token)
    let (ups, downs) = (Self.numbers[turn.ups], Self.numbers[turn.downs])
    sink.note("steps", ups, downs)
    sink.note("steps", ups, downs, rule)
    let up = path.relation(up: turn.ups - 1, turn)
    let down = path.relation(down: turn.downs - 1, to: token, turn)
    let last = path.relation(down: 0, to: token, turn)
    sink.note("turn", up, down)
    sink.note("turn", up, down, rule)
    sink.note("turn", up, down, sort)
    sink.note("ends", down, last, rule)
    guard turn.ups + turn.downs <= Self.mostSteps else { return }
    // The relations on the way, those up first, behind how many go up.
    func step(_ index: Int) -> String {
      if index < turn.ups { return path.relation(up: index, turn) }
      let down = index - turn.ups
      return down < turn.downs ? path.relation(down: turn.downs - 1 - down, to: token, turn) : ""
    }
    let (first, second, third) = (step(0), step(1), step(2))
    sink.note("path", ups, first, second, third, "")
    sink.note("rule-path", rule, ups, first, second, third)
    sink.note("kind-path", kind, ups, first, second, third)
    sink.note("frame-path", frame, ups, first, second, third)
  }
}
