/// A chart in characters: blocks and dots, or ASCII where the locale or the terminal asks for it.
struct TerminalChart {
  /// The characters of a drawing.
  private struct Pen {
    var block: String
    /// A block's first eighths, from one to seven.
    var eighths: [String]
    var point: String
    var line: String
    var ground: String
    var mark: String
    var more: String

    static let unicode = Pen(
      block: "█", eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"], point: "●", line: "━", ground: "·", mark: "┴", more: "…"
    )
    static let ascii = Pen(block: "#", eighths: [], point: "o", line: "=", ground: ".", mark: "+", more: "...")
  }

  private let chart: Chart
  private let width: Int
  private let pen: Pen

  init(_ chart: Chart) {
    self.init(
      chart, width: StandardOutput.isTerminal ? StandardOutput.width : 100, drawsUnicode: Environment.drawsUnicode)
  }

  init(_ chart: Chart, width: Int, drawsUnicode: Bool) {
    self.chart = chart
    self.width = max(40, width)
    pen = drawsUnicode ? .unicode : .ascii
  }

  func write(to output: inout StandardOutput) {
    guard !chart.panels.isEmpty else { return }
    output.writeLine(TerminalStyle.bold(visible(chart.caption.title)))
    for panel in chart.panels {
      if panel.shape == .bar { output.writeLine(visible(panel.axis)) }
      output.writeLine()
      write(panel, to: &output)
      output.writeLine()
    }
    output.writeLine("Source: \(visible(chart.caption.source))")
  }

  private func write(_ panel: Chart.Panel, to output: inout StandardOutput) {
    let labels = panel.rows.map { visible($0.label) }
    let texts = panel.rows.map { visible($0.text) }
    let textWidth = texts.map { TextColumns.width($0) }.max() ?? 0
    let share = panel.shape == .bar ? width * 2 / 5 : width / 2
    let labelWidth = min(labels.map { TextColumns.width($0) }.max() ?? 0, max(8, share - 2))
    let room = max(8, width - labelWidth - textWidth - 4)
    for (index, row) in panel.rows.enumerated() {
      if let heading = row.heading { output.writeLine(TerminalStyle.bold(visible(heading))) }
      let label = fitted(labels[index], labelWidth)
      switch panel.shape {
      case .bar:
        output.writeLine(TextColumns.trimmed("\(label)  \(bar(row, room))  \(texts[index])"))
      case .span:
        let date = fitted(texts[index], textWidth)
        output.writeLine("\(date)  \(label)  \(span(row, room))")
      }
    }
    guard panel.shape == .span else { return }
    let indent = String(repeating: " ", count: textWidth + labelWidth + 4)
    for line in axis(panel.ticks, room) { output.writeLine(TextColumns.trimmed(indent + line)) }
  }

  // MARK: Pieces

  private func bar(_ row: Chart.Row, _ room: Int) -> String {
    let start = Int((row.start * Double(room)).rounded())
    let eighths = Int(((row.end - row.start) * Double(room) * 8).rounded())
    var text = String(repeating: " ", count: start) + String(repeating: pen.block, count: eighths / 8)
    if pen.eighths.isEmpty {
      if eighths % 8 >= 4 || (1..<8 ~= eighths) { text += pen.block }
    } else if eighths % 8 > 0 {
      text += pen.eighths[eighths % 8 - 1]
    } else if eighths == 0, row.end > row.start {
      text += pen.eighths[0]
    }
    return text
  }

  private func span(_ row: Chart.Row, _ room: Int) -> String {
    let start = min(room - 1, Int(row.start * Double(room - 1) + 0.5))
    let end = min(room - 1, Int(row.end * Double(room - 1) + 0.5))
    var cells = [String](repeating: pen.ground, count: room)
    for index in start...end { cells[index] = pen.line }
    (cells[start], cells[end]) = (pen.point, pen.point)
    return cells.joined()
  }

  /// Marks on a line, and below them the names that have room.
  private func axis(_ ticks: [Chart.Tick], _ room: Int) -> [String] {
    var marks = [String](repeating: " ", count: room)
    var names = ""
    for tick in ticks {
      let column = min(room - 1, Int(tick.position * Double(room - 1) + 0.5))
      marks[column] = pen.mark
      let start = max(0, min(column - tick.label.count / 2, room - tick.label.count))
      guard names.isEmpty || start > names.count else { continue }
      names += String(repeating: " ", count: start - names.count) + tick.label
    }
    return [marks.joined(), names]
  }

  /// The text in exactly so many columns.
  private func fitted(_ text: String, _ width: Int) -> String {
    let length = TextColumns.width(text)
    if length <= width { return text + String(repeating: " ", count: width - length) }
    let cut = TextColumns.prefix(text, width: width - pen.more.count) + pen.more
    return cut + String(repeating: " ", count: max(0, width - TextColumns.width(cut)))
  }

  /// Text on one line; of our own signs, the minus has a form in ASCII.
  private func visible(_ text: String) -> String {
    let line = VisibleText.line(text)
    return pen.eighths.isEmpty ? String(line.map { $0 == "−" ? "-" : $0 }) : line
  }
}
