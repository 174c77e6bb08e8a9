internal import Documents

/// The blocks of a document and what its layout tells about the day of publication.
struct DocumentLayout {
  /// The blocks in text order.
  let blocks: [Block]
  /// The day of publication, if a header line, a dateline or a closing line states it.
  let published: PublicationDate?

  private static let titleBytes = 300
  /// Fewer words above another line are a label (`Press release`, the name of a body).
  private static let titleWords = 5

  init(_ text: LineText, mediaType: MediaType, frontMatter: FrontMatter?) {
    let lines = text.lines.dropFirst(frontMatter?.lineCount ?? 0)
    var blocks = mediaType == .markdown ? MarkdownLayout.blocks(text, lines) : PlainTextLayout.blocks(text, lines)
    blocks = Furniture.marking(blocks, in: text)
    let dated = DatedLines.finding(in: blocks, of: text)
    let split = Datelines.splitting(dated.blocks, of: text)
    published = dated.header ?? split.published ?? dated.closing
    let front = frontMatter.map { [Block(kind: .furniture, range: $0.range)] } ?? []
    self.blocks = front + Self.promotingTitle(Self.trimming(split.blocks, of: text), of: text)
  }

  /// The blocks without white space at their ends, wide blanks included, and without empty ones.
  private static func trimming(_ blocks: [Block], of text: LineText) -> [Block] {
    blocks.compactMap { block in
      let range = text.source.trimmed(block.range)
      return range.isEmpty ? nil : Block(kind: block.kind, range: range)
    }
  }

  /// The title and its place: the heading of level 1.
  func title(in text: LineText) -> (String, ByteRange?)? {
    guard let block = blocks.first(where: { $0.kind == .heading(level: 1) }) else { return nil }
    return (TextCleaner.oneLine(text.string(block.range)), block.range)
  }

  /// The short lines above the first sentence as headings; the first of some length is the title.
  private static func promotingTitle(_ blocks: [Block], of text: LineText) -> [Block] {
    var blocks = blocks
    var lines: [Int] = []
    for (index, block) in blocks.enumerated() where block.kind != .furniture {
      let isHeading = if case .heading = block.kind { true } else { false }
      guard isHeading || index + 1 < blocks.count && isShortLine(block, text) else { break }
      if !isHeading { blocks[index].kind = .heading(level: 2) }
      lines.append(index)
    }
    guard !blocks.contains(where: { $0.kind == .heading(level: 1) }) else { return blocks }
    let title = lines.first { LineShape(text, blocks[$0].range).words >= titleWords } ?? lines.first
    if let title { blocks[title].kind = .heading(level: 1) }
    return blocks
  }

  private static func isShortLine(_ block: Block, _ text: LineText) -> Bool {
    guard block.kind == .paragraph, block.range.count <= titleBytes else { return false }
    let shape = LineShape(text, block.range)
    return shape.startsWithCapital && !shape.isSentence
  }
}
