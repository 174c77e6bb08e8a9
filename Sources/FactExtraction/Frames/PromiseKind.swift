internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Says what kind of act is promised, from its words: nouns of the object count more than the verb, money most.
struct PromiseKind: Sendable {
  let reading: Reading
  let lexicon: FrameLexicon
  let funding: FactKind?
  let other: FactKind?

  init(reading: Reading, lexicon: FrameLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    funding = FactKind("funding")
    other = FactKind("other")
  }

  /// The kind of the act in a range of tokens whose head is `head`.
  func kind(of range: Range<Int>, head: Int, hasMoney: Bool) -> FactKind? {
    if hasMoney { return funding }
    var votes: [(kind: FactKind, weight: Int)] = []
    for token in range where [.noun, .verb, .properNoun, .adjective].contains(reading.tokens[token].upos) {
      for (place, kind) in lexicon.promiseKinds(for: reading.lemmaKey(token)).prefix(2).enumerated() {
        let weight = (token == head ? 5 : reading.tree.head(of: token) == head ? 4 : 2) - place
        if let known = votes.firstIndex(where: { $0.kind == kind }) {
          votes[known].weight += weight
        } else {
          votes.append((kind, weight))
        }
      }
    }
    guard let most = votes.map(\.weight).max() else { return other }
    return votes.first { $0.weight == most }?.kind ?? other
  }
}
