internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Somebody who may fill a place of a fact.
struct RoleCandidate {
  var party: Party
  /// The head of the words for the party in the fact's sentence; nil for somebody who is not spoken of there.
  var token: Int?
  /// Whether rules put the party into that place, and whether into the other one.
  var isByRule = false
  var isInOther = false
  /// How the party was found outside the sentence: "speaker", "issuer".
  var origins: [String] = []
}

/// Finds those who may fill the places of a fact: who rules put there, who is spoken of in its sentence, whose document it
/// is.
struct RoleCandidates {
  let context: FrameContext
  private let people: [WordClasses.Members]
  /// Whose document it is and where it is at home: the same for all facts.
  private let bystanders: [(party: Party, origin: String)]

  private static let arguments: RelationSet = [
    .nsubj, .nsubjPass, .obj, .iobj, .obl, .oblAgent, .nmod, .conj, .appos, .nsubjOuter,
  ]

  private var reading: Reading { context.reading }
  private var actors: ResolvedActors { context.actors }

  init(_ context: FrameContext) {
    self.context = context
    people = ["person", "organization", "authority"].compactMap { context.lexicon.classes[$0] }
    let actors = context.actors
    var bystanders: [(Party, String)] = []
    if let issuer = context.voice.issuer { bystanders.append((issuer, "issuer")) }
    if let legislator = context.voice.legislator { bystanders.append((legislator, "legislator")) }
    if let code = actors.home.code {
      for kind in [Actor.Kind.country, .government] {
        guard let index = actors.actors.firstIndex(where: { $0.kind == kind && $0.country == code }) else { continue }
        bystanders.append((Party(actor: index, surface: actors.actors[index].name), "home-\(kind.rawValue)"))
      }
    }
    self.bystanders = bystanders
  }

  /// Those who may fill a place, each once: those of the rules, those in the sentence, others.
  ///
  /// - Parameters:
  ///   - path: the ways from the head of the evidence.
  ///   - rule: whom rules put there.
  ///   - others: who fills the other place of the fact.
  func candidates(for evidence: Evidence, _ path: TreePath, rule: [Party], others: [Party]) -> [RoleCandidate] {
    var found = rule.map { RoleCandidate(party: $0, token: token(of: $0, evidence), isByRule: true) }
    func add(_ party: Party, _ token: Int?, _ origin: String?) {
      let index = found.firstIndex { $0.party.isSame(as: party) } ?? found.count
      if index == found.count { found.append(RoleCandidate(party: party)) }
      found[index].token = found[index].token ?? token
      if let origin { found[index].origins.append(origin) }
    }
    for token in nearestMentions(evidence.sentence, path) + described(evidence.sentence) {
      add(actors.party(headedBy: token, in: reading), token, nil)
    }
    if let speaker = context.voice.speaker(at: evidence.range) { add(speaker, nil, "speaker") }
    for (party, origin) in bystanders { add(party, nil, origin) }
    if let subject = subject(before: evidence.sentence) { add(subject, nil, "subject-before") }
    for index in found.indices { found[index].isInOther = others.contains { $0.isSame(as: found[index].party) } }
    return found
  }

  private func token(of party: Party, _ evidence: Evidence) -> Int? {
    guard let range = party.range, reading.sentences[evidence.sentence].range.contains(range) else { return nil }
    return TreePath.head(of: range, in: reading)
  }

  /// For each actor of a sentence the mention that is nearest in the tree.
  private func nearestMentions(_ sentence: Int, _ path: TreePath) -> [Int] {
    var found: [(actor: Int, token: Int, steps: Int)] = []
    for token in reading.sentences[sentence].tokens {
      guard let mention = actors.mention(at: token),
        reading.tree.head(of: token).map({ !mention.tokens.contains($0) }) ?? true
      else { continue }
      let turn = path.turn(to: token)
      let steps = turn.ups + turn.downs
      if let known = found.firstIndex(where: { $0.actor == mention.actor }) {
        if steps < found[known].steps { found[known] = (mention.actor, token, steps) }
      } else {
        found.append((mention.actor, token, steps))
      }
    }
    return found.map(\.token)
  }

  /// The people and bodies of a sentence that are only described: "families".
  private func described(_ sentence: Int) -> [Int] {
    reading.sentences[sentence].tokens.filter { token in
      guard reading.tokens[token].upos == .noun, Self.arguments.contains(reading.tokens[token].relation),
        actors.mention(at: token) == nil, reading.measure(at: token) == nil
      else { return false }
      let members = context.lexicon.classes[reading.lemmaKey(token)]
      return people.contains { members.meets($0) }
    }
  }

  private func subject(before sentence: Int) -> Party? {
    guard sentence > 0 else { return nil }
    let tokens = reading.sentences[sentence - 1].tokens
    guard let root = tokens.first(where: { reading.tokens[$0].relation == .root }),
      let subject = reading.tree.child(of: root, [.nsubj, .nsubjPass]), let actor = actors.actor(at: subject)
    else { return nil }
    return Party(actor: actor, surface: actors.actors[actor].name)
  }
}
