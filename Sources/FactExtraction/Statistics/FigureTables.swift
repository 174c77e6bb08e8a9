internal import Documents
internal import LanguageAnalysis
internal import Normalization

/// Reads tables: which column and which row a figure stands in.
struct FigureTables {
  /// Where a figure of a table stands.
  struct Cell {
    /// The tokens of the column's heading without a year, perhaps none.
    var heading: [Int]
    /// The tokens of the row's first cell.
    var label: [Int]
    /// Whether the heading says that the column is in percent: "Share (%)".
    var isPercent: Bool
    /// The dates of heading and label, as indices into `Reading.measures`.
    var dates: [Int]
  }

  private let reading: Reading
  private var rows: [Int: Row] = [:]

  private struct Row {
    var cells: [Range<Int>]
    var heading: [Range<Int>]
    var isHeading: Bool
  }

  private static let bar = TextKey("|")
  private static let percent = KeySet(words: "% percent percentage cent")

  init(_ reading: Reading) {
    self.reading = reading
    var heading: [Range<Int>]?
    var last: Int?
    var next = 0
    for (index, block) in reading.document.blocks.enumerated() {
      guard case .tableRow = block.kind else {
        if case .furniture = block.kind {
          // The line of dashes is below the heading of a table, perhaps of the next one.
          guard let row = last, let cells = rows[row]?.cells else { continue }
          rows[row] = Row(cells: cells, heading: cells, isHeading: true)
          heading = cells
        } else {
          heading = nil
        }
        last = nil
        continue
      }
      while next < reading.tokens.count, reading.tokens[next].range.start < block.range.start { next += 1 }
      var end = next
      while end < reading.tokens.count, reading.tokens[end].range.start < block.range.end { end += 1 }
      let cells = cells(next..<end)
      rows[index] = Row(cells: cells, heading: heading ?? cells, isHeading: heading == nil)
      heading = heading ?? cells
      last = index
      next = end
    }
  }

  /// Whether a token stands in the heading of a table that has one.
  func isHeading(_ token: Int) -> Bool {
    guard let row = row(of: token), row.isHeading else { return false }
    return row.cells.dropFirst().allSatisfy { isTitle($0) }
  }

  /// The cell of a token below a heading; nil outside tables and in their first columns.
  func cell(of token: Int) -> Cell? {
    guard let row = row(of: token), !row.isHeading, let column = row.cells.firstIndex(where: { $0.contains(token) }),
      column > 0, row.heading.count == row.cells.count, row.heading.dropFirst().allSatisfy({ isTitle($0) })
    else { return nil }
    let (heading, label) = (row.heading[column], row.cells[0])
    let dates = (reading.measures(in: heading) + reading.measures(in: label)).filter { reading.isDate(measure: $0) }
    return Cell(
      heading: words(heading, without: dates), label: words(label, without: dates),
      isPercent: heading.contains { Self.percent.contains(reading.formKey($0)) }, dates: dates)
  }

  private func row(of token: Int) -> Row? {
    guard !rows.isEmpty, reading.blockOf[token] >= 0 else { return nil }
    return rows[Int(reading.blockOf[token])]
  }

  /// The cells between bars, or where there are none between tabs and wide gaps.
  private func cells(_ tokens: Range<Int>) -> [Range<Int>] {
    let bars = tokens.filter { reading.formKey($0) == Self.bar }
    guard !bars.isEmpty else { return spaced(tokens) }
    let bounds = [tokens.lowerBound - 1] + bars + [tokens.upperBound]
    var cells = zip(bounds, bounds.dropFirst()).map { $0 + 1..<max($0 + 1, $1) }
    if let first = cells.first, first.isEmpty { cells.removeFirst() }
    if let last = cells.last, last.isEmpty { cells.removeLast() }
    return cells
  }

  private func spaced(_ tokens: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = tokens.lowerBound
    for token in tokens.dropFirst() {
      let gap = ByteRange(reading.tokens[token - 1].range.end, reading.tokens[token].range.start)
      guard gap.count > 1 || reading.document.text[gap] == "\t" else { continue }
      cells.append(start..<token)
      start = token
    }
    return tokens.isEmpty ? [] : cells + [start..<tokens.upperBound]
  }

  /// Whether a cell names what stands below it: it has a word, or is a date.
  private func isTitle(_ cell: Range<Int>) -> Bool {
    cell.contains { [.noun, .properNoun, .adjective, .symbol, .verb].contains(reading.tokens[$0].upos) }
      || reading.measures(in: cell).contains { reading.isDate(measure: $0) }
  }

  private func words(_ cell: Range<Int>, without dates: [Int]) -> [Int] {
    let end = cell.first { reading.form($0) == "(" } ?? cell.upperBound
    let whole = end > cell.lowerBound ? cell.lowerBound..<end : cell
    var words = whole.filter { token in !dates.contains { reading.measure(at: token) == $0 } }[...]
    while let last = words.last, reading.tokens[last].upos == .punctuation || reading.tokens[last].upos == .adposition {
      words.removeLast()
    }
    while let first = words.first, reading.tokens[first].upos == .punctuation { words.removeFirst() }
    return Array(words)
  }
}
