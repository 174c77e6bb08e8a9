internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Words what parts of things named before are: "34 engineers, 21 of them women".
extension MetricFinder {
  private static let mostPartWords = 8

  /// The things of the figure before with what is said of a part of them.
  func part(_ candidate: FigureCandidate, _ told: Metric?) -> Metric? {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let start = candidate.tokens.upperBound + 2
    guard let told, context.isPartOfOthers(candidate), start < sentence.upperBound else { return nil }
    if let predicate = predicate(above: candidate) {
      let words = phrases.phrase(predicate, without: candidate)
      let place = tree.caseMarker(of: predicate).map { PhraseWording.joined(told.base, reading.form($0), words) }
      return Metric(text: place ?? named(words, predicate, told), base: told.base)
    }
    let end =
      (start..<sentence.upperBound).first {
        reading.tokens[$0].upos == .punctuation || reading.measure(at: $0) != nil
      } ?? sentence.upperBound
    let words = (start..<min(end, start + Self.mostPartWords)).drop { reading.tokens[$0].upos == .determiner }
    guard let first = words.first, let last = words.last, ![.auxiliary, .pronoun].contains(reading.tokens[first].upos),
      ![.vbd, .vbz, .vbp].contains(reading.tokens[first].xpos)
    else { return nil }
    let text = phrases.words(words)
    return Metric(
      text: reading.tokens[first].upos == .adposition || reading.tokens[first].upos == .verb && first == last
        ? PhraseWording.joined(told.base, text) : named(text, last, told), base: told.base)
  }

  /// "Women among engineers", "fatal cases".
  private func named(_ words: String, _ head: Int, _ told: Metric) -> String {
    reading.tokens[head].upos == .adjective
      ? PhraseWording.joined(words, told.base) : PhraseWording.joined(words, "among", told.base)
  }

  /// "Children" of "1.6 million of whom are children".
  private func predicate(above candidate: FigureCandidate) -> Int? {
    guard reading.tokens[candidate.head].relation == .nsubj, let head = tree.head(of: candidate.head),
      tree.child(of: head, [.cop]) != nil, head >= candidate.tokens.upperBound + 2, reading.measure(at: head) == nil,
      [.noun, .properNoun, .adjective].contains(reading.tokens[head].upos)
    else { return nil }
    return head
  }
}
