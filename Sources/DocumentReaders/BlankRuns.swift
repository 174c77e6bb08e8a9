internal import Documents

/// Cuts lines where a long run of blanks stands for a line end that was lost, and finds the rows of plain tables.
enum BlankRuns {
  /// So many blanks are a break anywhere.
  private static let breakWidth = 5
  /// So many are one behind the end of a sentence.
  private static let sentenceBreakWidth = 3

  /// The pieces of the lines, in order.
  static func pieces(of text: LineText, _ lines: ArraySlice<LineText.Line>) -> [PlainTextLayout.Piece] {
    let cells = lines.map { cellCount(text, $0.range) }
    var pieces: [PlainTextLayout.Piece] = []
    for (offset, line) in lines.enumerated() {
      let next = offset + 1 < cells.count ? cells[offset + 1] : 0
      let isRow = cells[offset] > 1 && (cells[offset] == next || offset > 0 && cells[offset] == cells[offset - 1])
      for (part, range) in (isRow ? [line.range] : parts(text, line.range)).enumerated() {
        let gap = part > 0 || line.gapBefore || pieces.isEmpty
        if gap, let last = pieces.indices.last { pieces[last].gapAfter = true }
        pieces.append(
          PlainTextLayout.Piece(
            range: range, indent: part == 0 ? line.indent : 0, gapBefore: gap, gapAfter: false, isTableRow: isRow))
      }
    }
    if let last = pieces.indices.last { pieces[last].gapAfter = true }
    return pieces
  }

  /// The number of cells that tabs or bars separate; 0 or 1 where the line is no row.
  private static func cellCount(_ text: LineText, _ range: ByteRange) -> Int {
    var tabs = 0
    var bars = 0
    var previous: UInt8 = 0
    for byte in text.bytes[range.start..<range.end] {
      if byte == 0x09, previous != 0x09 { tabs += 1 }
      if byte == 0x7C { bars += 1 }
      previous = byte
    }
    return bars > 1 ? bars + 1 : tabs > 0 ? tabs + 1 : 0
  }

  private static func parts(_ text: LineText, _ range: ByteRange) -> [ByteRange] {
    let bytes = text.bytes
    var parts: [ByteRange] = []
    var start = range.start
    var index = start
    while index < range.end {
      guard TextBytes.isSpace(bytes[index]) else {
        index += 1
        continue
      }
      let blank = index
      while index < range.end, let width = width(bytes, index) { index += width }
      guard isBreak(text, ByteRange(start, blank), index - blank) else { continue }
      parts.append(ByteRange(start, blank))
      start = index
    }
    parts.append(ByteRange(start, range.end))
    return parts
  }

  private static func width(_ bytes: [UInt8], _ index: Int) -> Int? {
    if TextBytes.isSpace(bytes[index]) { return 1 }
    return bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : nil
  }

  private static func isBreak(_ text: LineText, _ before: ByteRange, _ width: Int) -> Bool {
    guard width >= sentenceBreakWidth else { return false }
    if width >= breakWidth { return true }
    switch text.bytes[before.end - 1] {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x9D: return true
    default: return false
    }
  }
}
