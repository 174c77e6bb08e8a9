internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Resolves descriptions of several who were named before: "the two leaders", "both countries", "the three ministers".
struct JointDescriptions: Sendable {
  let reading: Reading
  let actors: ResolvedActors
  private let classes: WordClasses
  private let persons, states: WordClasses.Members

  private static let longestReach = 3
  private static let numbers: [TextKey: Int] = [TextKey("two"): 2, TextKey("both"): 2, TextKey("three"): 3]
  private static let definite: KeySet = [TextKey("the"), TextKey("both"), TextKey("these"), TextKey("their")]

  init(reading: Reading, actors: ResolvedActors, classes: WordClasses) {
    self.reading = reading
    self.actors = actors
    self.classes = classes
    (persons, states) = (classes["joint-person"] ?? .none, classes["joint-state"] ?? .none)
  }

  /// Tokens of the mentions that a description goes back to, in text order: the last of as many persons, or countries, as
  /// it says, in its own sentence or the three before; nil where it is none or they are not all there.
  func members(_ head: Int) -> [Int]? {
    guard reading.tokens[head].upos == .noun, let number = number(of: head) else { return nil }
    let members = classes[reading.lemmaKey(head)]
    if members.meets(persons) { return last(number, before: head) { $0 == .person } }
    if members.meets(states) { return last(number, before: head) { $0 == .country } }
    return nil
  }

  /// How many a description says that there are: "the two", "both".
  private func number(of head: Int) -> Int? {
    let words = reading.tree.children(of: head).filter { $0 < head }
    guard words.contains(where: { Self.definite.contains(reading.formKey($0)) }) else { return nil }
    return words.lazy.compactMap { Self.numbers[reading.formKey($0)] }.first
  }

  private func last(_ number: Int, before head: Int, where isMember: (Actor.Kind) -> Bool) -> [Int]? {
    let sentence = reading.sentence(of: head)
    var found: [(actor: Int, token: Int)] = []
    for mention in actors.mentions[..<actors.firstMention(from: head)].reversed() {
      let token = mention.tokens.lowerBound
      guard sentence - reading.sentence(of: token) <= Self.longestReach else { break }
      guard isMember(actors.actors[mention.actor].kind), !found.contains(where: { $0.actor == mention.actor }) else {
        continue
      }
      found.append((mention.actor, token))
      if found.count == number { return found.map(\.token).sorted() }
    }
    return nil
  }
}
