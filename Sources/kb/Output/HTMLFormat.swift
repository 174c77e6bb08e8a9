import KnowledgeBase

/// One page that needs nothing else: a heading, the rows as a table with their sentences, notes and source. It runs no
/// script and loads nothing.
struct HTMLFormat: AnswerFormat {
  private let answer: Answer
  private let caption: Caption
  private let picture: String?
  private var isFirst = true

  /// - Parameter picture: an SVG element to stand above the table.
  init(_ answer: Answer, _ caption: Caption, picture: String? = nil) {
    self.answer = answer
    self.caption = caption
    self.picture = picture
  }

  mutating func writeRow(_ row: Answer.Row, to output: inout StandardOutput) {
    writeHeading(to: &output)
    let cells = zip(answer.columns, row.cells).map { column, cell in
      Self.isNumeric(column.type)
        ? "<td class=\"n\">\(MarkupText.escaped(CellText.text(cell)))</td>"
        : "<td>\(MarkupText.escaped(CellText.text(cell)))</td>"
    }
    output.writeLine("<tr>\(cells.joined())</tr>")
    guard !row.sources.isEmpty else { return }
    output.writeLine("<tr class=\"evidence\"><td colspan=\"\(answer.columns.count)\"><ul>")
    for source in row.sources { output.writeLine(Self.item(source)) }
    output.writeLine("</ul></td></tr>")
  }

  mutating func finish(to output: inout StandardOutput) {
    writeHeading(to: &output)
    output.writeLine("</tbody>\n</table>")
    for note in answer.notes { output.writeLine("<p class=\"note\">\(MarkupText.escaped(note))</p>") }
    output.writeLine("<footer>Source: \(MarkupText.escaped(caption.source))</footer>")
    output.writeLine("</body>\n</html>")
  }

  private static func item(_ source: Answer.Source) -> String {
    let origin = ["\(source.table.dropLast()) \(source.id)", source.title, source.document, source.publishedOn]
    let text = MarkupText.escaped(origin.compactMap { $0 }.joined(separator: ", "))
    return "<li><q>\(MarkupText.escaped(source.sentence))</q> <cite>\(text)</cite></li>"
  }

  private static func isNumeric(_ type: Answer.ColumnType) -> Bool { type == .integer || type == .number }

  private mutating func writeHeading(to output: inout StandardOutput) {
    guard isFirst else { return }
    isFirst = false
    let title = MarkupText.escaped(caption.title)
    output.write(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>

      """)
    if let picture { output.writeLine(picture) }
    let names = answer.columns.map { column in
      "<th scope=\"col\"\(Self.isNumeric(column.type) ? " class=\"n\"" : "")>\(MarkupText.escaped(column.name))</th>"
    }
    output.writeLine("<table>\n<thead><tr>\(names.joined())</tr></thead>\n<tbody>")
  }

  private static let style = """
    body { font: 15px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; color: #1a1a1a; background: #fff; }
    h1 { font-size: 1.4em; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .3em .7em; border-bottom: 1px solid #ddd; }
    th { border-bottom: 2px solid #888; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    .evidence td { color: #444; padding-left: 2em; }
    .evidence ul { margin: 0; padding-left: 1em; }
    cite, .note, footer { color: #666; font-size: .9em; font-style: normal; }
    """
}
