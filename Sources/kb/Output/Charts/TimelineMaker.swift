import Documents
import KnowledgeBase

/// The dated rows of an answer along an axis of days, earliest first.
struct TimelineMaker {
  let panel: Chart.Panel
  let notes: [String]

  private struct Mark {
    var first: CalendarDate
    var last: CalendarDate
    var label: String
  }

  /// Nil where no row has a date.
  init?(_ answer: Answer) {
    guard let dates = Self.dates(of: answer) else { return nil }
    let labels = RowLabels(answer)
    let ends = answer.columns.firstIndex { $0.name == "until" }
    let marks = answer.rows.compactMap { row -> Mark? in
      guard let first = Self.day(row.cells[dates]) else { return nil }
      let last = ends.flatMap { Self.day(row.cells[$0]) } ?? first
      return Mark(first: first, last: max(first, last), label: labels.label(of: row))
    }
    let drawn = marks.prefix(Chart.mostRows).sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    guard let first = drawn.first?.first, let last = drawn.map(\.last).max() else { return nil }
    let scale = TimeScale(from: first, to: last)
    panel = Chart.Panel(
      shape: .span, axis: answer.columns[dates].name,
      ticks: scale.ticks.map { Chart.Tick(position: scale.position(of: $0.day), label: $0.label) },
      rows: drawn.map { mark in
        Chart.Row(
          label: mark.label, text: mark.first.description, start: scale.position(of: mark.first.dayNumber),
          end: scale.position(of: mark.last.dayNumber))
      })
    var notes: [String] = []
    if marks.count < answer.rows.count { notes.append("\(answer.rows.count - marks.count) rows have no date") }
    if drawn.count < marks.count { notes.append("the first \(drawn.count) of \(marks.count) rows are drawn") }
    self.notes = notes
  }

  /// The first column of dates.
  private static func dates(of answer: Answer) -> Int? {
    answer.columns.indices.first { index in
      let cells = answer.rows.map { $0.cells[index] }.filter { $0 != .null }
      return !cells.isEmpty && cells.allSatisfy { day($0) != nil }
    }
  }

  private static func day(_ cell: Answer.Cell) -> CalendarDate? {
    guard case .text(let text) = cell else { return nil }
    return CalendarDate(iso: text)
  }
}
