import KnowledgeBase

/// Aligned columns for people: wrapped to the width of the terminal, cells of more than three lines cut with "…". A
/// row's sentences stand below it. Where the columns do not fit beside each other, a row is a list of names and values.
struct TableFormat: AnswerFormat {
  /// The width of the terminal, or what is usual where there is none.
  static var width: Int { StandardOutput.isTerminal ? StandardOutput.width : 132 }
  private static let mostLines = 3
  private static let gap = 2

  private let columns: [Answer.Column]
  /// The columns that have a value in some row, and their widths; no widths where rows are lists.
  private let shown: [Int]
  private let widths: [Int]?
  private let width: Int
  /// The cells of the shown columns, row by row, each on one line.
  private let texts: [[String]]
  private var next = 0
  private var hasCut = false

  init(_ answer: Answer, width: Int) {
    columns = answer.columns
    self.width = width
    let shown = Self.shown(of: answer)
    let texts = Self.texts(shown, of: answer)
    let wanted = Self.wanted(shown, texts, of: answer)
    let least = shown.map { index in
      let longestWord = answer.columns[index].type == .text || answer.columns[index].type == .list ? 12 : 10
      return max(TextColumns.width(answer.columns[index].name), longestWord)
    }
    self.shown = shown
    self.texts = texts
    widths = Self.fitted(wanted, least: zip(wanted, least).map(min), into: width - Self.gap * max(0, shown.count - 1))
  }

  /// Whether all rows stand on one line each.
  static func fits(_ answer: Answer, into width: Int) -> Bool {
    let shown = shown(of: answer)
    return wanted(shown, texts(shown, of: answer), of: answer).reduce(0, +) + gap * max(0, shown.count - 1) <= width
  }

  /// The columns that have a value in some row.
  private static func shown(of answer: Answer) -> [Int] {
    let hasSources = answer.rows.contains { !$0.sources.isEmpty }
    return answer.columns.indices.filter { index in
      if hasSources, answer.columns[index].name == "source" { return false }
      return answer.rows.contains { $0.cells[index] != .null }
    }
  }

  private static func texts(_ shown: [Int], of answer: Answer) -> [[String]] {
    answer.rows.map { row in shown.map { text(row.cells[$0], answer.columns[$0]) } }
  }

  /// The widths in which no cell is wrapped.
  private static func wanted(_ shown: [Int], _ texts: [[String]], of answer: Answer) -> [Int] {
    shown.enumerated().map { place, index in
      texts.reduce(TextColumns.width(answer.columns[index].name)) { max($0, TextColumns.width($1[place])) }
    }
  }

  /// Widths that sum up to at most `room`: what is wanted where that fits, else the widest give way to one common
  /// width; nil where not even the least fit.
  static func fitted(_ wanted: [Int], least: [Int], into room: Int) -> [Int]? {
    if wanted.reduce(0, +) <= room { return wanted }
    guard least.reduce(0, +) <= room else { return nil }
    var low = 1
    var high = wanted.max() ?? 1
    func widths(_ most: Int) -> [Int] { zip(wanted, least).map { max($1, min($0, most)) } }
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(middle).reduce(0, +) <= room { low = middle } else { high = middle - 1 }
    }
    return widths(low)
  }

  mutating func writeRow(_ row: Answer.Row, to output: inout StandardOutput) {
    if let widths {
      if next == 0 { writeHeading(widths, to: &output) }
      write(zip(texts[next], widths).map { lines($0, $1) }, widths, to: &output)
    } else {
      if next > 0 { output.writeLine() }
      writeList(row, to: &output)
    }
    writeSources(row, to: &output)
    next += 1
  }

  func finish(to output: inout StandardOutput) {}

  var notes: [String] {
    hasCut ? ["“…” marks cells that are cut; --format csv or json has them whole"] : []
  }

  // MARK: Columns

  private func writeHeading(_ widths: [Int], to output: inout StandardOutput) {
    let names = zip(shown, widths).map { index, width in padded(columns[index].name, width, columns[index].type) }
    output.writeLine(TerminalStyle.bold(TextColumns.trimmed(names.joined(separator: "  "))))
    output.writeLine(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
  }

  /// A cell on one line. Of a document's path only its name: `kb show` and the other formats have the whole.
  private static func text(_ cell: Answer.Cell, _ column: Answer.Column) -> String {
    let text = VisibleText.line(CellText.text(cell))
    guard column.name == "source", let name = text.split(separator: "/").last else { return text }
    return String(name)
  }

  private mutating func lines(_ text: String, _ width: Int) -> [String] {
    let lines = TextColumns.lines(text, width: width, mostLines: Self.mostLines)
    if lines.count == Self.mostLines, lines.last?.hasSuffix("…") == true { hasCut = true }
    return lines
  }

  private func write(_ cells: [[String]], _ widths: [Int], to output: inout StandardOutput) {
    for line in 0..<(cells.reduce(0) { max($0, $1.count) }) {
      var blanks = 0  // not written before something follows
      for (index, cell) in cells.enumerated() {
        let part = line < cell.count ? cell[line] : ""
        let space = max(0, widths[index] - TextColumns.width(part))
        let isRight = isRight(columns[shown[index]].type)
        if !part.isEmpty {
          output.write(blanks: blanks + (isRight ? space : 0))
          output.write(part)
          blanks = 0
        }
        blanks += (part.isEmpty || !isRight ? space : 0) + Self.gap
      }
      output.writeLine()
    }
  }

  private func padded(_ text: String, _ width: Int, _ type: Answer.ColumnType) -> String {
    let space = String(repeating: " ", count: max(0, width - TextColumns.width(text)))
    return isRight(type) ? space + text : text + space
  }

  private func isRight(_ type: Answer.ColumnType) -> Bool { type == .integer || type == .number }

  // MARK: Lists and sentences

  private func writeList(_ row: Answer.Row, to output: inout StandardOutput) {
    PropertyList(shown.map { (columns[$0].name, row.cells[$0] == .null ? nil : CellText.text(row.cells[$0])) })
      .write(to: &output)
  }

  private func writeSources(_ row: Answer.Row, to output: inout StandardOutput) {
    var rest = row.sources[...]
    while let source = rest.first {
      // Facts of one sentence stand behind it together.
      let same = rest.prefix { $0.sentence == source.sentence && $0.document == source.document }
      rest = rest.dropFirst(same.count)
      let name = same.count == 1 ? String(source.table.dropLast()) : source.table
      let facts = "\(name) \(same.map { String($0.id) }.joined(separator: ", "))"
      let origin = [facts, source.document, source.publishedOn].compactMap { $0 }.joined(separator: ", ")
      let text = VisibleText.line("“\(source.sentence)” [\(origin)]")
      for (index, line) in TextColumns.lines(text, width: max(20, width - 6)).enumerated() {
        output.writeLine((index == 0 ? "  ↳ " : "    ") + line)
      }
    }
  }
}
