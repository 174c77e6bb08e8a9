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

  /// A long text is read in stretches of about so many bytes, so that its tokens stay few.
  private static let stretch = 1 << 16

  private func measures(in text: SourceText, range: ByteRange, context: MeasureContext) -> [Measure] {
    var found: [Measure] = []
    var start = range.start
    let end = min(range.end, text.utf8Count)
    while start < end {
      let tokens: [Token]
      (tokens, start) = text.withBytes { bytes in
        let cut = Self.cut(bytes, from: start, to: end)
        return (TokenScanner(lexicon: lexicon).tokens(of: bytes, in: ByteRange(start, cut)), cut)
      }
      let parser = ExpressionParser(tokens: tokens, lexicon: lexicon, context: context)
      found += MeasureReader(parser: parser).measures()
    }
    return found
  }

  /// Where a stretch ends: behind its last empty line, or else its last blank, so that no word and hardly ever an
  /// expression is cut.
  private static func cut(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard end - start > stretch else { return end }
    let limit = start + stretch
    var blank: Int?
    var index = limit - 1
    while index > start {
      if bytes[index] == 0x0A, bytes[index - 1] == 0x0A { return index + 1 }
      if blank == nil, TextBytes.isSpace(bytes[index]) { blank = index + 1 }
      index -= 1
    }
    if let blank { return blank }
    var hard = limit
    while hard > start + 1, bytes[hard] & 0xC0 == 0x80 { hard -= 1 }
    return hard
  }
}
