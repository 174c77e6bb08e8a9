import Documents
import KnowledgeBase

/// One array of objects, one a line: keys are the columns' names, figures are objects with `value` and `unit`, or
/// `amount` and `currency` for money; a row's sentences are under `evidence`.
struct JSONFormat: AnswerFormat {
  private let columns: [Answer.Column]
  private var isFirst = true

  init(_ answer: Answer) { columns = answer.columns }

  mutating func writeRow(_ row: Answer.Row, to output: inout StandardOutput) {
    output.write(isFirst ? "[\n" : ",\n")
    output.write("  " + JSONRow(columns).text(row))
    isFirst = false
  }

  mutating func finish(to output: inout StandardOutput) {
    output.writeLine(isFirst ? "[]" : "\n]")
  }
}

/// The objects of ``JSONFormat``, one a line and nothing around them.
struct JSONLinesFormat: AnswerFormat {
  private let columns: [Answer.Column]

  init(_ answer: Answer) { columns = answer.columns }

  mutating func writeRow(_ row: Answer.Row, to output: inout StandardOutput) {
    output.writeLine(JSONRow(columns).text(row))
  }

  mutating func finish(to output: inout StandardOutput) {}
}

/// A row as a JSON object.
private struct JSONRow {
  let columns: [Answer.Column]

  init(_ columns: [Answer.Column]) { self.columns = columns }

  func text(_ row: Answer.Row) -> String {
    var json = JSONWriter()
    json.beginObject()
    for (column, cell) in zip(columns, row.cells) {
      json.key(column.name)
      if cell == .null, column.type == .list || column.type == .figures {
        json.value(Answer.Cell.list([]))
      } else {
        json.value(cell)
      }
    }
    if !row.sources.isEmpty { write(row.sources, to: &json) }
    json.endObject()
    return json.text
  }

  private func write(_ sources: [Answer.Source], to json: inout JSONWriter) {
    json.key("evidence")
    json.beginArray()
    for source in sources {
      json.beginObject()
      json.member("table", source.table)
      json.member("id", source.id)
      json.member("sentence", source.sentence)
      json.member("document", source.document)
      json.member("title", source.title)
      json.member("date", source.publishedOn)
      json.endObject()
    }
    json.endArray()
  }
}

extension JSONWriter {
  /// A cell: a list as an array, a figure as an object.
  mutating func value(_ cell: Answer.Cell) {
    switch cell {
    case .null: value(String?.none)
    case .text(let text): value(text)
    case .integer(let number): value(number)
    case .number(let number): value(number)
    case .flag(let flag): value(flag)
    case .list(let texts):
      beginArray()
      for text in texts { value(text) }
      endArray()
    case .figures(let figures):
      beginArray()
      for figure in figures { value(figure) }
      endArray()
    }
  }

  private mutating func value(_ figure: Answer.Figure) {
    beginObject()
    member(figure.isMoney ? "amount" : "value", figure.value)
    if let upper = figure.upperValue { member(figure.isMoney ? "upper_amount" : "upper_value", upper) }
    member(figure.isMoney ? "currency" : "unit", figure.unit.isEmpty ? nil : figure.unit)
    if figure.comparator != "=" { member("comparator", figure.comparator) }
    endObject()
  }
}
