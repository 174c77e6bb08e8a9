internal import Documents
internal import LanguageAnalysis
internal import Normalization

/// One document as every recogniser of facts reads it: text, tokens, trees and measures, side by side.
struct Reading: Sendable {
  let document: Document
  let analysis: Analysis
  let tree: DependencyTree
  /// In text order.
  let measures: [Measure]
  /// Each token's measure as an index into `measures`, or -1.
  private let measureOf: [Int32]
  /// Each token's block as an index into `document.blocks`, or -1.
  let blockOf: [Int32]
  /// Whether each token stands inside quotation marks.
  let quoted: [Bool]
  /// Whether the text has lost its punctuation, as the files of some archives have.
  let isUnpunctuated: Bool

  init(document: Document, analysis: Analysis, measures: [Measure]) {
    self.document = document
    self.analysis = analysis
    self.measures = measures
    tree = DependencyTree(analysis)
    measureOf = Self.cover(analysis.tokens, with: measures.map(\.range))
    blockOf = Self.cover(analysis.tokens, with: document.blocks.map(\.range))
    quoted = Self.quoted(analysis)
    isUnpunctuated =
      analysis.tokens.count > Self.fewTokens && !document.text.string.utf8.contains { $0 == 0x2C || $0 == 0x2E }
  }

  var tokens: [Token] { analysis.tokens }
  var sentences: [Sentence] { analysis.sentences }

  /// So few tokens may well do without a comma or a stop.
  private static let fewTokens = 60

  private static func quoted(_ analysis: Analysis) -> [Bool] {
    var quoted = [Bool](repeating: false, count: analysis.tokens.count)
    var isInside = false
    for sentence in analysis.sentences {
      if let first = sentence.tokens.first, analysis.tokens[first].xpos == .openingQuote { isInside = false }
      for token in sentence.tokens {
        if analysis.tokens[token].xpos == .openingQuote { isInside = true }
        quoted[token] = isInside
        if analysis.tokens[token].xpos == .closingQuote { isInside = false }
      }
    }
    return quoted
  }

  /// For each token the range, of `ranges` in text order, that it shares a byte with; -1 where there is none.
  private static func cover(_ tokens: [Token], with ranges: [ByteRange]) -> [Int32] {
    var result = [Int32](repeating: -1, count: tokens.count)
    var next = 0
    for (index, token) in tokens.enumerated() {
      while next < ranges.count, ranges[next].upperBound <= token.range.lowerBound { next += 1 }
      guard next < ranges.count else { break }
      if ranges[next].overlaps(token.range) { result[index] = Int32(next) }
    }
    return result
  }

  /// The measure that a token belongs to, as an index into `measures`.
  func measure(at token: Int) -> Int? { measureOf[token] >= 0 ? Int(measureOf[token]) : nil }

  /// The measures that lie in a range of tokens, as indices into `measures`, each once.
  func measures(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    for token in range where measureOf[token] >= 0 && found.last != Int(measureOf[token]) {
      found.append(Int(measureOf[token]))
    }
    return found
  }

  /// The words of a token as written.
  func surface(_ token: Int) -> String { document.text[tokens[token].range] }
  /// The words of a range of tokens as written, white space as it stands.
  func surface(_ range: Range<Int>) -> String { document.text[tree.bytes(range)] }
  /// The lemma of a token.
  func lemma(_ token: Int) -> String { analysis.symbols[tokens[token].lemma] }
  /// The key of a token's lemma, for look-ups in data files.
  func lemmaKey(_ token: Int) -> TextKey { analysis.symbols.key(tokens[token].lemma) }
  /// The lower-cased form of a token.
  func form(_ token: Int) -> String { analysis.symbols[tokens[token].form] }
  /// The key of a token's lower-cased form.
  func formKey(_ token: Int) -> TextKey { analysis.symbols.key(tokens[token].form) }
  /// The sentence of a token, as an index into `sentences`.
  func sentence(of token: Int) -> Int { Int(tree.sentenceOf[token]) }
  /// Whether the token stands in a heading, or in a sentence of a paragraph that no stop ends, as those of headlines.
  func isHeadline(_ token: Int) -> Bool {
    guard blockOf[token] >= 0 else { return false }
    switch document.blocks[Int(blockOf[token])].kind {
    case .heading: return true
    case .paragraph: return sentences[sentence(of: token)].tokens.last.map { tokens[$0].upos != .punctuation } ?? false
    default: return false
    }
  }
  /// Whether the token stands in a heading or title.
  func isHeading(_ token: Int) -> Bool {
    guard blockOf[token] >= 0, case .heading = document.blocks[Int(blockOf[token])].kind else { return false }
    return true
  }
}
