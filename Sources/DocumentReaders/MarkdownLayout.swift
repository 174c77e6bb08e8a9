internal import Documents

/// The layout of Markdown: a pass over the lines that gathers each block.
///
/// Inline marks stay in the text, since offsets count them; a block begins behind its own marks.
struct MarkdownLayout {
  private let text: LineText
  private var blocks: [Block] = []
  private var open: Block?
  private var lists = ListNesting()
  private var isInCode = false

  /// The blocks of the lines, in order.
  static func blocks(_ text: LineText, _ lines: ArraySlice<LineText.Line>) -> [Block] {
    var layout = MarkdownLayout(text)
    for line in lines { layout.add(line) }
    layout.close()
    return layout.blocks
  }

  private init(_ text: LineText) {
    self.text = text
  }

  private mutating func add(_ line: LineText.Line) {
    if line.gapBefore { close() }
    if MarkdownSyntax.isFence(text, line) {
      isInCode.toggle()
      addWhole(.furniture, line.range)
    } else if isInCode {
      addWhole(.furniture, line.range)
    } else if let heading = MarkdownSyntax.heading(text, line) {
      addWhole(.heading(level: heading.level), heading.range)
    } else if underlinesOpenParagraph(line) {
      close()
    } else if MarkdownSyntax.isRule(text, line) || MarkdownSyntax.isDelimiterRow(text, line)
      || MarkdownSyntax.isObject(text, line)
    {
      addWhole(.furniture, line.range)
    } else if MarkdownSyntax.isRow(text, line) {
      addWhole(.tableRow, line.range)
    } else {
      addText(line)
    }
  }

  /// Makes a heading of the open paragraph where the line is its underline.
  private mutating func underlinesOpenParagraph(_ line: LineText.Line) -> Bool {
    guard open?.kind == .paragraph, let level = MarkdownSyntax.underline(text, line) else { return false }
    open?.kind = .heading(level: level)
    return true
  }

  private mutating func addText(_ line: LineText.Line) {
    if text.bytes[line.range.start] == 0x3E {
      addQuotation(line)
    } else if let marker = ListMarker(text, line.range) {
      close()
      let depth = lists.depth(indent: line.indent)
      open = Block(kind: .listItem(depth: depth), range: ByteRange(marker.end, line.range.end))
    } else if let block = open {
      open?.range = block.range.union(line.range)
    } else {
      if line.indent < 2 { lists = ListNesting() }
      open = Block(kind: .paragraph, range: line.range)
    }
  }

  private mutating func addQuotation(_ line: LineText.Line) {
    var start = line.range.start
    while start < line.range.end, text.bytes[start] == 0x3E || TextBytes.isSpace(text.bytes[start]) { start += 1 }
    guard start < line.range.end else {
      addWhole(.furniture, line.range)
      return
    }
    let range = ByteRange(start, line.range.end)
    if let block = open, block.kind == .quotation, !LineShape.endsAsSentence(text.bytes, block.range) {
      open?.range = block.range.union(range)
    } else {
      close()
      open = Block(kind: .quotation, range: range)
    }
  }

  private mutating func addWhole(_ kind: Block.Kind, _ range: ByteRange) {
    close()
    lists = ListNesting()
    blocks.append(Block(kind: kind, range: range))
  }

  /// Ends the open block.
  private mutating func close() {
    if let block = open { blocks += Emphasis.unwrapping(block, in: text) }
    open = nil
  }
}
