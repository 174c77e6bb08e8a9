internal import Documents

/// Finds the day of publication in the lines above and below the text: `Published 4 August 2025`,
/// `Thursday, September 18, 2025`, `FOR IMMEDIATE RELEASE … October 28, 2005`, `(Nov. 18, 2025)`.
enum DatedLines {
  /// The blocks with dated lines as furniture, and the dates.
  struct Result {
    var blocks: [Block]
    var header: PublicationDate?
    var closing: PublicationDate?
  }

  private static let headerBlocks = 30
  private static let closingBlocks = 5
  /// A paragraph of so many bytes is body text and ends the header.
  private static let bodyBytes = 160

  /// Looks at the first and last blocks.
  static func finding(in blocks: [Block], of text: LineText) -> Result {
    var result = Result(blocks: [], header: nil, closing: nil)
    let reader = DatedLine(text, dayFirst: dayFirst(text))
    var isHeader = true
    for (index, block) in blocks.enumerated() {
      guard isHeader, index < headerBlocks else {
        result.blocks.append(block)
        continue
      }
      let found = reader.read(block.range, isFirst: index == 0)
      if let found, found.isPublication, result.header == nil {
        result.header = PublicationDate(found.date, basis: .header)
      }
      result.blocks += found.map { split(block, $0.range, text) } ?? [block]
      isHeader = found != nil || block.kind != .paragraph || block.range.count < bodyBytes
    }
    readClosing(&result, reader)
    return result
  }

  private static func readClosing(_ result: inout Result, _ reader: DatedLine) {
    let last = result.blocks.indices.suffix(closingBlocks)
    for index in last.reversed() {
      let block = result.blocks[index]
      guard let found = reader.readClosing(block.range) else { continue }
      if found.isPublication, result.closing == nil { result.closing = PublicationDate(found.date, basis: .closing) }
      if found.range == block.range { result.blocks[index].kind = .furniture }
    }
  }

  /// The dated words as furniture, the rest of the block as it was.
  private static func split(_ block: Block, _ dated: ByteRange, _ text: LineText) -> [Block] {
    let rest = text.source.trimmed(ByteRange(dated.end, block.range.end))
    let furniture = Block(kind: .furniture, range: dated)
    return rest.isEmpty ? [furniture] : [furniture, Block(kind: block.kind, range: rest)]
  }

  /// Whether figures name the day first, by the currency that the text speaks of; nil where it speaks of neither.
  private static func dayFirst(_ text: LineText) -> Bool? {
    let head = text.lines.prefix(60).map {
      text.string(ByteRange($0.range.start, min($0.range.end, $0.range.start + 2_000)))
    }
    let european = head.contains { $0.unicodeScalars.contains { $0 == "£" || $0 == "€" } }
    let dollar = head.contains { $0.unicodeScalars.contains("$") }
    return european == dollar ? nil : european
  }
}
