import KnowledgeBase

/// Comma- or tab-separated rows under a heading (RFC 4180, with line feeds), for spreadsheets.
///
/// A column of figures becomes two: the plain numbers, and behind it their units. Several values of one cell stand
/// between semicolons. A text that a spreadsheet would take for a formula gets an apostrophe before it.
struct SeparatedFormat: AnswerFormat {
  enum Separator {
    case comma, tab
  }

  private let columns: [Answer.Column]
  private let separator: Separator
  private let hasSources: Bool
  private var isFirst = true

  init(_ answer: Answer, _ separator: Separator) {
    columns = answer.columns
    self.separator = separator
    hasSources = answer.rows.contains { !$0.sources.isEmpty }
  }

  mutating func writeRow(_ row: Answer.Row, to output: inout StandardOutput) {
    writeHeading(to: &output)
    var cells: [String] = []
    for (column, cell) in zip(columns, row.cells) {
      cells.append(Self.text(cell))
      if column.type == .figures { cells.append(Self.units(cell)) }
    }
    if hasSources { cells.append(Self.harmless(row.sources.map(\.sentence).joined(separator: " | "))) }
    output.writeLine(line(cells))
  }

  mutating func finish(to output: inout StandardOutput) { writeHeading(to: &output) }

  private mutating func writeHeading(to output: inout StandardOutput) {
    guard isFirst else { return }
    isFirst = false
    var names = columns.flatMap { $0.type == .figures ? [$0.name, "\($0.name)_unit"] : [$0.name] }
    if hasSources { names.append("evidence") }
    output.writeLine(line(names.map(Self.harmless)))
  }

  private func line(_ cells: [String]) -> String {
    switch separator {
    case .tab: cells.joined(separator: "\t")
    case .comma: cells.map(Self.quoted).joined(separator: ",")
    }
  }

  private static func text(_ cell: Answer.Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text): harmless(text)
    case .integer(let number): String(number)
    case .number(let number): FigureText.plain(number)
    case .flag(let flag): String(flag)
    case .list(let texts): harmless(texts.joined(separator: "; "))
    case .figures(let figures):
      figures.map { figure in
        let value = FigureText.plain(figure.value)
        return figure.upperValue.map { "\(value)–\(FigureText.plain($0))" } ?? value
      }.joined(separator: "; ")
    }
  }

  private static func units(_ cell: Answer.Cell) -> String {
    guard case .figures(let figures) = cell else { return "" }
    return harmless(figures.map(\.unit).joined(separator: "; "))
  }

  /// A text on one line without control characters, which no spreadsheet takes for a formula.
  private static func harmless(_ text: String) -> String {
    let line = VisibleText.line(text)
    guard let first = line.first, "=+-@".contains(first), Double(line) == nil else { return line }
    return "'" + line
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) || cell.hasPrefix(" ") else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
