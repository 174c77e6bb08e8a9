internal import Documents
internal import LanguageAnalysis
internal import Normalization
internal import PolicyModel

/// Gives numbers in a row with a sum of money its currency: "40 million euros for roads and 20 million for schools", "7
/// billion or 8 billion pesos".
struct SharedCurrency: Sendable {
  private let analysis: Analysis
  private let text: SourceText

  private static let more = TextKey("more")
  private static let joints = KeySet(words: ", ; and or to from with further another additional extra by")
  private static let behind = KeySet(words: ", . ; : ) and or for to in into over towards from respectively each more")

  init(_ document: Document, _ analysis: Analysis) {
    self.analysis = analysis
    text = document.text
  }

  /// The measures with such numbers as money.
  func applied(to measures: [Measure]) -> [Measure] {
    var result = measures
    var first = 0
    for sentence in analysis.sentences {
      while first < measures.count, measures[first].range.start < sentence.range.start { first += 1 }
      var end = first
      while end < measures.count, measures[end].range.start < sentence.range.end { end += 1 }
      share(in: first..<end, sentence.tokens, &result)
      first = end
    }
    return result
  }

  private func share(in indices: Range<Int>, _ tokens: Range<Int>, _ measures: inout [Measure]) {
    guard indices.contains(where: { if case .money = measures[$0].value { true } else { false } }) else { return }
    var last: CurrencyCode??
    for index in indices {
      if case .money(_, let currency) = measures[index].value { last = .some(currency) }
      guard case .number(let amount) = measures[index].value, isScaled(measures[index]),
        let words = self.tokens(of: measures[index], in: tokens)
      else { continue }
      if let currency = last, isJoined(before: words, tokens), isAlone(behind: words, tokens) {
        measures[index].value = .money(amount, currency)
      } else if index + 1 < indices.upperBound, case .money(_, let currency) = measures[index + 1].value,
        let next = self.tokens(of: measures[index + 1], in: tokens), next.lowerBound - words.upperBound == 1,
        Self.joints.contains(key(words.upperBound))
      {
        measures[index].value = .money(amount, currency)
      }
    }
  }

  /// Whether a word of scale ends the number: "20 million".
  private func isScaled(_ measure: Measure) -> Bool {
    let words = text[measure.range]
    return words.utf8.first.map(TextBytes.isDigit) ?? false && words.utf8.last.map { !TextBytes.isDigit($0) } ?? false
      && words.contains(" ")
  }

  private func tokens(of measure: Measure, in sentence: Range<Int>) -> Range<Int>? {
    let own = sentence.filter { measure.range.overlaps(analysis.tokens[$0].range) }
    guard let first = own.first, let last = own.last else { return nil }
    return first..<last + 1
  }

  private func isJoined(before words: Range<Int>, _ sentence: Range<Int>) -> Bool {
    words.lowerBound > sentence.lowerBound && Self.joints.contains(key(words.lowerBound - 1))
  }

  /// Whether no noun behind the number says what it counts.
  private func isAlone(behind words: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let next = words.upperBound
    guard next < sentence.upperBound, Self.behind.contains(key(next)) else { return next >= sentence.upperBound }
    // "Insurance to 3.3 million more needy children".
    return key(next) != Self.more || next + 1 >= sentence.upperBound
      || ![.noun, .adjective].contains(analysis.tokens[next + 1].upos)
  }

  private func key(_ token: Int) -> TextKey { analysis.symbols.key(analysis.tokens[token].form) }
}
