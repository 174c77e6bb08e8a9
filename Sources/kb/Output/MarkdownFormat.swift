import KnowledgeBase

/// A table of GitHub's Markdown; the sentences are a last column.
struct MarkdownFormat: AnswerFormat {
  private let columns: [Answer.Column]
  private let hasSources: Bool
  private var isFirst = true

  init(_ answer: Answer) {
    columns = answer.columns
    hasSources = answer.rows.contains { !$0.sources.isEmpty }
  }

  mutating func writeRow(_ row: Answer.Row, to output: inout StandardOutput) {
    writeHeading(to: &output)
    var cells = row.cells.map { Self.escaped(CellText.text($0)) }
    if hasSources { cells.append(row.sources.map { Self.escaped($0.sentence) }.joined(separator: "<br>")) }
    output.writeLine("| " + cells.joined(separator: " | ") + " |")
  }

  mutating func finish(to output: inout StandardOutput) { writeHeading(to: &output) }

  private mutating func writeHeading(to output: inout StandardOutput) {
    guard isFirst else { return }
    isFirst = false
    let names = columns.map(\.name) + (hasSources ? ["evidence"] : [])
    let lines = columns.map { $0.type == .integer || $0.type == .number ? "---:" : "---" } + (hasSources ? ["---"] : [])
    output.writeLine("| " + names.map(Self.escaped).joined(separator: " | ") + " |")
    output.writeLine("| " + lines.joined(separator: " | ") + " |")
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in VisibleText.line(text) {
      switch character {
      case "|", "\\", "`", "*", "_", "[", "]": escaped += "\\\(character)"
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
