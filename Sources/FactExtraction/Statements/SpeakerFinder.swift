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

  private static let subjects: RelationSet = [.nsubj, .nsubjOuter, .nsubjPass]
  /// Clauses that share their head's subject.
  private static let sharing: RelationSet = [.xcomp, .conj, .advcl, .acl, .parataxis, .dep]
  private static let asides: RelationSet = [.appos, .flat, .compound, .nmodDesc, .nmodUnmarked, .dep, .parataxis]
  private static let relativePronouns: Set = [TextKey("who"), TextKey("which"), TextKey("that"), TextKey("whom")]
  private static let nearby = 12

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

  /// The party of a noun phrase, by the person that an apposition names where the head does not.
  func party(_ head: Int) -> Party {
    if let mention = actors.mention(at: head), actors.actors[mention.actor].kind == .person {
      return actors.party(headedBy: head, in: reading)
    }
    for child in reading.tree.children(of: head, Self.asides) where !isQuoted[child] {
      if let mention = actors.mention(at: child), actors.actors[mention.actor].kind == .person {
        return actors.party(headedBy: child, in: reading)
      }
    }
    return actors.party(headedBy: head, in: reading)
  }
}
