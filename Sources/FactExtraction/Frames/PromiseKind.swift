internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Says what kind of act is promised, by a vote of its words: the verb, what it acts upon, and the rest.
///
/// A sum of money that is what the act is about makes it funding; one that stands further down ("contracts above
/// €1 million") is one voice among others.
struct PromiseKind: Sendable {
  let reading: Reading
  let lexicon: FrameLexicon
  let funding, target, other: FactKind?

  /// The weights of a word by its place, and what each further sense of it loses.
  private enum Weight {
    static let plainVerb = 9
    static let verb = 7
    static let object = 8
    static let money = 5
    static let word = 3
    static let laterSense = 2
  }

  private static let objects: RelationSet = [.obj, .nsubjPass, .nsubj, .compound, .nummod]

  init(reading: Reading, lexicon: FrameLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    funding = FactKind("funding")
    target = FactKind("target")
    other = FactKind("other")
  }

  /// The kind of the act in a range of tokens whose head is `head`.
  func kind(of range: Range<Int>, head: Int, hasMoney: Bool) -> FactKind? {
    if hasMoney, isAboutMoney(head, in: range) { return funding }
    var votes: [(kind: FactKind, weight: Int)] = []
    func vote(_ kind: FactKind, _ weight: Int) {
      if let known = votes.firstIndex(where: { $0.kind == kind }) {
        votes[known].weight += weight
      } else {
        votes.append((kind, weight))
      }
    }
    for token in range where isContentWord(token) {
      let kinds = lexicon.promiseKinds(for: reading.lemmaKey(token)).prefix(2)
      // "Halve" tells of a target only where what is halved tells nothing.
      let isPlain = token == head && kinds.count == 1 && kinds.first != target
      let weight = isPlain ? Weight.plainVerb : weight(of: token, under: head)
      for (place, kind) in kinds.enumerated() { vote(kind, weight - place * Weight.laterSense) }
    }
    if hasMoney, let funding { vote(funding, Weight.money) }
    guard let most = votes.map(\.weight).max() else { return other }
    return votes.first { $0.weight == most }?.kind ?? other
  }

  private func isContentWord(_ token: Int) -> Bool {
    [.noun, .verb, .properNoun, .adjective].contains(reading.tokens[token].upos) && !reading.isTime(token)
  }

  private func weight(of token: Int, under head: Int) -> Int {
    if token == head { return Weight.verb }
    let isObject = reading.tree.head(of: token) == head && Self.objects.contains(reading.tokens[token].relation)
    return isObject ? Weight.object : Weight.word
  }

  /// Whether the act's own word, or what it acts upon, is the sum.
  private func isAboutMoney(_ head: Int, in range: Range<Int>) -> Bool {
    range.contains { token in
      guard let index = reading.measure(at: token), reading.isMoney(measure: index) else { return false }
      if token == head { return true }
      guard let governor = reading.tree.head(of: token), reading.measure(at: governor) != index else { return false }
      return governor == head
        ? Self.objects.contains(reading.tokens[token].relation)
        : reading.tree.head(of: governor) == head && Self.objects.contains(reading.tokens[governor].relation)
    }
  }
}
