internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Turns the heads of phrases into parties: actors where the phrase names or stands for one, its words otherwise.
struct PartyFinder: Sendable {
  let reading: Reading
  let actors: ResolvedActors
  let classReader: WordClassReader
  /// Who says "we" and "I".
  let voice: DocumentVoice
  /// Who "the two leaders" are.
  let joint: JointDescriptions

  private var tree: DependencyTree { reading.tree }
  private static let names: RelationSet = [.flat, .appos, .nmodDesc, .compound]
  private static let whose = TextKey("whose")
  private static let between = TextKey("between")
  private static let belonging: KeySet = [TextKey("of"), TextKey("from"), TextKey("at"), TextKey("with")]

  /// The parties of coordinated phrases, each actor once; pronouns that stand for nobody known are left out.
  func parties(_ heads: [Int]) -> [Party] {
    var parties: [Party] = []
    for head in heads {
      for conjunct in tree.conjuncts(of: head).flatMap(members)
      where !reading.isTime(conjunct) && !reading.isMoney(at: conjunct) {
        guard let party = party(conjunct) else { continue }
        if !parties.contains(where: { $0.isSame(as: party) }) { parties.append(party) }
      }
    }
    return parties
  }

  /// The named members of a joint body ("a council between Chile and Peru"), or the phrase's own head.
  private func members(_ head: Int) -> [Int] {
    guard actors.actor(at: head) == nil else { return [head] }
    if let members = joint.members(head) { return members }
    for child in tree.children(of: head, [.nmod]) {
      guard let marker = tree.caseMarker(of: child), reading.formKey(marker) == Self.between else { continue }
      let members = tree.conjuncts(of: child)
      if members.count > 1, members.allSatisfy({ actors.actor(at: $0) != nil }) { return members }
    }
    return [head]
  }

  private func party(_ head: Int) -> Party? {
    if actors.actor(at: head) != nil { return actors.party(headedBy: head, in: reading) }
    if reading.isFirstPerson(head) { return voice.speaker(at: head) }
    if let name = nameOutside(head) { return actors.party(headedBy: name, in: reading) }
    if let name = nameInside(head) { return actors.party(headedBy: name, in: reading) }
    switch reading.tokens[head].upos {
    case .pronoun, .determiner, .verb, .adverb, .punctuation, .adposition, .auxiliary: return nil
    default: break
    }
    return actors.party(headedBy: head, in: reading)
  }

  /// The person that a description in apposition is of: "Ana Reyes, a resident who testified".
  private func nameOutside(_ head: Int) -> Int? {
    var top = head
    while reading.tokens[top].relation == .conj, let first = tree.head(of: top) { top = first }
    guard reading.tokens[top].relation == .appos, let named = tree.head(of: top), let actor = actors.actor(at: named),
      actors.actors[actor].kind == .person, reading.tokens[head].upos == .noun
    else { return nil }
    return named
  }

  /// The name in "Finance Minister Ana Reyes", and the body behind "officers of the River Police".
  private func nameInside(_ head: Int) -> Int? {
    for child in tree.children(of: head, [.flat, .appos, .nmodDesc]) where isNamed(child) { return child }
    guard standsForBody(head) else { return nil }
    for child in tree.children(of: head) {
      switch reading.tokens[child].relation {
      case .compound, .nmodPoss, .amod:
        if actors.actor(at: child) != nil { return child }
        if let owner = owner(child) { return owner }
      case .nmod:
        guard let marker = tree.caseMarker(of: child), Self.belonging.contains(reading.formKey(marker)) else {
          continue
        }
        if actors.actor(at: child) != nil { return child }
      default: continue
      }
    }
    return nil
  }

  /// The name that "whose" goes back to: "Kenya, whose troops entered the town".
  private func owner(_ possessive: Int) -> Int? {
    guard reading.formKey(possessive) == Self.whose else { return nil }
    var token = possessive
    while reading.tokens[token].relation != .relativeClause {
      guard let head = tree.head(of: token) else { return nil }
      token = head
    }
    return tree.head(of: token).flatMap { actors.actor(at: $0) == nil ? nil : $0 }
  }

  /// Whether a token names a person, or in apposition anybody: "the maker, Orbis".
  private func isNamed(_ token: Int) -> Bool {
    guard let actor = actors.actor(at: token) else { return false }
    return actors.actors[actor].kind == .person || reading.tokens[token].relation == .appos
  }

  /// Whether a common noun speaks for the body that it belongs to: "officers", "officials", "government".
  private func standsForBody(_ head: Int) -> Bool {
    guard reading.tokens[head].upos == .noun, let authority = classReader.classes["authority"] else { return false }
    return classReader.classes[reading.lemmaKey(head)].meets(authority)
  }
}
