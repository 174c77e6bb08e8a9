public import Documents
public import Lexicon
internal import PolicyModel

/// Finds figures, amounts, dates and periods in English text, with their exact values.
///
/// The text is cut into tokens once; at each token that may begin an expression the grammar looks ahead a bounded
/// number of tokens, and the longest reading wins.
///
/// - Complexity: O(length of the text).
public struct MeasureRecognizer: Sendable {
  private let lexicon: MeasureLexicon

  /// Makes a recogniser with the words of a lexicon.
  public init(lexicon: MeasureLexicon = .embedded) {
    self.lexicon = lexicon
  }

  /// The measures of a text in its order; they do not overlap. No expression goes across an empty line.
  public func measures(in text: SourceText, context: MeasureContext) -> [Measure] {
    measures(in: text, range: text.range, context: context)
  }

  /// The measures of some ranges of a text, such as its blocks; no expression goes across their ends.
  public func measures(in text: SourceText, ranges: [ByteRange], context: MeasureContext) -> [Measure] {
    ranges.flatMap { measures(in: text, range: $0, context: context) }
  }

  private func measures(in text: SourceText, range: ByteRange, context: MeasureContext) -> [Measure] {
    let tokens = text.withBytes { bytes in
      TokenScanner(lexicon: lexicon).tokens(of: bytes, in: range)
    }
    return MeasureReader(parser: ExpressionParser(tokens: tokens, lexicon: lexicon, context: context)).measures()
  }
}
