import KnowledgeBase

/// A picture of an answer: panels of rows that stand along an axis, ready to be drawn on a terminal or as SVG.
///
/// Groups become bars of what was asked for, a panel a currency or unit, so that no two kinds of amounts share an axis;
/// a list of dated rows becomes a timeline; other rows become bars of their one number.
struct Chart {
  /// So many rows at most: more are no picture.
  static let mostRows = 60

  /// How a row is drawn.
  enum Shape {
    /// From zero to the row's value.
    case bar
    /// From the first to the last day, or a point.
    case span
  }

  /// One row; positions are parts of the axis, 0 to 1.
  struct Row {
    /// The group that begins with this row, where there are two.
    var heading: String?
    var label: String
    /// The value in words.
    var text: String
    var start: Double
    var end: Double
  }

  /// A mark on the axis.
  struct Tick {
    var position: Double
    var label: String
  }

  /// Rows along one axis.
  struct Panel {
    var shape: Shape
    /// What the axis counts.
    var axis: String
    var ticks: [Tick]
    var rows: [Row]
  }

  let caption: Caption
  let panels: [Panel]
  /// What a reader should know about what is not drawn, and how sums are made.
  let notes: [String]

  /// Nil where the rows have neither groups nor dates nor a number.
  init?(_ answer: Answer, _ caption: Caption) {
    self.caption = caption
    var notes: [String] = []
    if answer.rows.isEmpty {
      panels = []
    } else if let bars = BarMaker(answer) {
      panels = bars.panels
      notes = bars.notes
    } else if let timeline = TimelineMaker(answer) {
      panels = [timeline.panel]
      notes = timeline.notes
    } else {
      return nil
    }
    self.notes = notes
  }
}

/// What rows that stand for facts are called in a picture: their first two texts or lists that tell them apart.
struct RowLabels {
  private static let skipped: Set<String> = ["source", "status", "country", "form", "date", "until"]
  private let columns: [Int]

  init(_ answer: Answer) {
    columns = answer.columns.indices.filter { index in
      let column = answer.columns[index]
      guard column.type == .text || column.type == .list, !Self.skipped.contains(column.name) else { return false }
      return answer.rows.count == 1 || answer.rows.contains { $0.cells[index] != answer.rows[0].cells[index] }
    }
  }

  func label(of row: Answer.Row) -> String {
    columns.filter { row.cells[$0] != .null }.prefix(2).map { CellText.text(row.cells[$0]) }.joined(separator: ": ")
  }
}
