internal import Documents

/// The layout of text without markup: paragraphs, wrapped or a line each, headings, lists, tables.
struct PlainTextLayout {
  /// One line, or the part of one between two long runs of blanks.
  struct Piece {
    var range: ByteRange
    var indent: Int
    var gapBefore: Bool
    var gapAfter: Bool
    var isTableRow: Bool
  }

  private static let wrapColumns = 40...100
  private static let headingBytes = 120
  private static let headingWords = 12

  private let text: LineText
  private var blocks: [Block] = []
  private var lists = ListNesting()

  /// The blocks of the lines, in order.
  static func blocks(_ text: LineText, _ lines: ArraySlice<LineText.Line>) -> [Block] {
    var layout = PlainTextLayout(text)
    let pieces = BlankRuns.pieces(of: text, lines)
    var index = 0
    while index < pieces.count {
      var end = index + 1
      while end < pieces.count, !pieces[end].gapBefore { end += 1 }
      layout.add(pieces[index..<end])
      index = end
    }
    return layout.blocks
  }

  private init(_ text: LineText) {
    self.text = text
  }

  /// Adds a group of pieces without a blank line between them.
  private mutating func add(_ group: ArraySlice<Piece>) {
    let width = wrapWidth(of: group)
    var index = group.startIndex
    while index < group.endIndex {
      let first = group[index]
      var range = first.range
      var end = index + 1
      let marker = first.isTableRow ? nil : ListMarker(text, first.range)
      while let width, end < group.endIndex, continues(group[end - 1], group[end], width) {
        range = range.union(group[end].range)
        end += 1
      }
      add(range, first, marker, isWrapped: end > index + 1)
      index = end
    }
  }

  private mutating func add(_ range: ByteRange, _ first: Piece, _ marker: ListMarker?, isWrapped: Bool) {
    if first.isTableRow {
      blocks.append(Block(kind: .tableRow, range: range))
    } else if let marker {
      let depth = lists.depth(indent: first.indent)
      blocks.append(Block(kind: .listItem(depth: depth), range: ByteRange(marker.end, range.end)))
      return
    } else if !isWrapped, isHeading(first) {
      blocks.append(Block(kind: .heading(level: 2), range: range))
    } else {
      blocks.append(Block(kind: .paragraph, range: range))
    }
    lists = ListNesting()
  }

  /// The columns at which the group was wrapped, or nil where its lines end for other reasons.
  private func wrapWidth(of group: ArraySlice<Piece>) -> Int? {
    guard group.count > 1 else { return nil }
    let width = group.lazy.map(\.range.count).max() ?? 0
    guard Self.wrapColumns.contains(width) else { return nil }
    var full = 0
    var breaks = 0
    for (line, next) in zip(group, group.dropFirst()) where ListMarker(text, next.range) == nil {
      breaks += 1
      if isFull(line, next, width) { full += 1 }
    }
    guard breaks > 0, full * 5 >= breaks * 4 else { return nil }
    guard breaks == 1, let line = group.first, let next = group.last else { return width }
    if TextBytes.isLower(text.bytes[next.range.start]) { return width }
    return width >= 60 && !LineShape(text, line.range).isTitleCase ? width : nil
  }

  /// Whether the next line's first word had no room on the line.
  private func isFull(_ line: Piece, _ next: Piece, _ width: Int) -> Bool {
    let word = text.bytes[next.range.start..<next.range.end].prefix { !TextBytes.isSpace($0) }.count
    return line.range.count >= Self.wrapColumns.lowerBound && line.range.count + 1 + word >= width - 2
  }

  private func continues(_ line: Piece, _ next: Piece, _ width: Int) -> Bool {
    !next.isTableRow && !line.isTableRow && ListMarker(text, next.range) == nil && isFull(line, next, width)
  }

  /// A short line apart from others that is no sentence.
  private func isHeading(_ piece: Piece) -> Bool {
    guard piece.gapAfter, piece.gapBefore || blocks.isEmpty, piece.range.count <= Self.headingBytes else {
      return false
    }
    let shape = LineShape(text, piece.range)
    guard shape.words > 0, shape.startsWithCapital, !shape.isSentence else { return false }
    return shape.isAllCapitals || shape.isTitleCase || shape.words <= Self.headingWords
  }
}
