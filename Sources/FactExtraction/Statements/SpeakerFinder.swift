internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds the speaker of a reporting verb: its subject in the tree, or else the nearest name where the tree has none.
struct SpeakerFinder {
  let reading: Reading
  let actors: ResolvedActors
  let verbs: ReportingVerbs
  /// Whether each token stands inside a quotation.
  let isQuoted: [Bool]
  private let pronouns: PronounReader

  private static let subjects: RelationSet = [.nsubj, .nsubjOuter, .nsubjPass]
  /// Clauses that share their head's subject.
  private static let sharing: RelationSet = [.xcomp, .conj, .advcl, .acl, .parataxis, .dep]
  private static let asides: RelationSet = [.appos, .flat, .compound, .nmodDesc, .nmodUnmarked, .dep, .parataxis]
  private static let relativePronouns: KeySet = [TextKey("who"), TextKey("which"), TextKey("that"), TextKey("whom")]
  private static let nearby = 12

  init(reading: Reading, actors: ResolvedActors, verbs: ReportingVerbs, isQuoted: [Bool]) {
    self.reading = reading
    self.actors = actors
    self.verbs = verbs
    self.isQuoted = isQuoted
    pronouns = PronounReader(reading: reading, actors: actors, isQuoted: isQuoted)
  }

  /// How a token reports speech; empty for words that are no verbs or are quoted themselves.
  func ways(_ token: Int) -> ReportingVerbs.Ways {
    guard !isQuoted[token], [.verb, .auxiliary].contains(reading.tokens[token].upos) else { return [] }
    return verbs[reading.lemmaKey(token)]
  }

  /// The speaker of the reporting verb, by the tree.
  func subject(of verb: Int) -> Party? {
    var current = verb
    for _ in 0..<4 {
      if let subject = reading.tree.child(of: current, Self.subjects), !isQuoted[subject] {
        if Self.relativePronouns.contains(reading.formKey(subject)) { return antecedent(of: current) }
        return party(subject)
      }
      let relation = reading.tokens[current].relation
      guard let head = reading.tree.head(of: current) else { return nil }
      if relation == .relativeClause { return party(head) }
      guard Self.sharing.contains(relation), !isQuoted[head] else { return nil }
      if relation == .acl, reading.tokens[head].upos != .verb { return party(head) }
      current = head
    }
    return nil
  }

  private func antecedent(of verb: Int) -> Party? {
    guard let head = reading.tree.head(of: verb), reading.tokens[verb].relation == .relativeClause else { return nil }
    return party(head)
  }

  /// The nearest name behind (`said Ann Bee`) or before (`Ann Bee said`) the verb, within the tokens.
  func nearestName(to verb: Int, in tokens: Range<Int>, behindFirst: Bool) -> Party? {
    let behind = (verb + 1..<max(verb + 1, min(tokens.upperBound, verb + Self.nearby))).first { isSpeaker($0) }
    let before = (max(tokens.lowerBound, verb - Self.nearby)..<max(verb, tokens.lowerBound)).last { isSpeaker($0) }
    return (behindFirst ? behind ?? before : before ?? behind).map(party)
  }

  private func isSpeaker(_ token: Int) -> Bool { !isQuoted[token] && actors.mention(at: token) != nil }

  /// The party of a noun phrase: the person whom an apposition or a name behind the head names, else the head's actor.
  ///
  /// A pronoun that nobody resolved stands for the person, or the body, spoken of last.
  func party(_ head: Int) -> Party {
    let own = actors.party(headedBy: head, in: reading)
    if let actor = own.actor, actors.actors[actor].kind == .person { return own }
    if let person = apposition(of: head) ?? nameBehind(head) { return actors.party(headedBy: person, in: reading) }
    guard own.actor == nil, let antecedent = pronouns.antecedent(of: head) else { return own }
    return Party(actor: antecedent, surface: own.surface, range: own.range)
  }

  private func apposition(of head: Int) -> Int? {
    reading.tree.children(of: head, Self.asides).first { !isQuoted[$0] && isPerson($0) }
  }

  /// A person's name right behind the head, or behind a comma that ends its phrase: "Minister for Ports, Ann Bee".
  private func nameBehind(_ head: Int) -> Int? {
    guard reading.tokens[head].upos == .noun || reading.tokens[head].upos == .properNoun else { return nil }
    let end = reading.sentences[reading.sentence(of: head)].tokens.upperBound
    var isNear = true
    for token in head + 1..<max(head + 1, min(end, head + Self.nearby)) {
      if isQuoted[token] { return nil }
      if isNear, isPerson(token) { return token }
      switch reading.tokens[token].upos {
      case .verb, .auxiliary, .pronoun, .subordinatingConjunction: return nil
      case .punctuation: isNear = reading.form(token) == ","
      case .adposition, .coordinatingConjunction: isNear = false
      default: break
      }
    }
    return nil
  }

  /// Whether a token belongs to the name of a person.
  func isPerson(_ token: Int) -> Bool {
    guard let mention = actors.mention(at: token) else { return false }
    return mention.isName && actors.actors[mention.actor].kind == .person
  }
}
