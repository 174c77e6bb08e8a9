import KnowledgeBase

/// The bars of an answer, a panel a currency or unit.
struct BarMaker {
  private static let mostPanels = 6
  /// So many empty years, quarters or months at most are shown between two that are not.
  private static let mostGaps = 36

  /// One row before it has a place on an axis.
  private struct Bar {
    var heading: String?
    var label: String
    var figure: Answer.Figure
  }

  private(set) var panels: [Chart.Panel] = []
  private(set) var notes: [String] = []

  /// Nil where no column has a number a row.
  init?(_ answer: Answer) {
    guard let measure = answer.measure ?? Self.onlyNumber(of: answer) else { return nil }
    var units: [String] = []
    var bars: [String: [Bar]] = [:]
    var heading: String?
    let labels = RowLabels(answer)
    for row in answer.rows {
      let names = Self.names(of: row, in: answer, measure, labels)
      for figure in Self.figures(row.cells[measure]) {
        let unit = figure.unit
        if bars[unit] == nil { units.append(unit) }
        let begins = bars[unit]?.isEmpty != false || names.heading != heading
        bars[unit, default: []].append(
          Bar(heading: begins ? names.heading : nil, label: names.label, figure: figure))
      }
      heading = names.heading
    }
    let column = answer.columns[measure].name
    for unit in units.prefix(Self.mostPanels) {
      var own = bars[unit] ?? []
      if answer.keyCount == 1, answer.columns[0].type == .period { own = Self.withGaps(own) }
      panels.append(Self.panel(own.prefix(Chart.mostRows), unit, column))
      if own.count > Chart.mostRows { notes.append("the first \(Chart.mostRows) of \(own.count) rows are drawn") }
    }
    if units.count > Self.mostPanels {
      notes.append("not drawn: " + units.dropFirst(Self.mostPanels).joined(separator: ", "))
    }
    if panels.isEmpty { return nil }
  }

  /// The one column of numbers of rows that are not ours: the first behind the names.
  private static func onlyNumber(of answer: Answer) -> Int? {
    guard !answer.columns.contains(where: { $0.type == .date || $0.type == .figures }) else { return nil }
    return answer.columns.indices.dropFirst().first { index in
      answer.columns[index].name != "id"
        && answer.rows.allSatisfy { row in
          switch row.cells[index] {
          case .integer: true
          case .number(let number): number.isFinite
          default: false
          }
        }
    }
  }

  private static func names(
    of row: Answer.Row, in answer: Answer, _ measure: Int, _ labels: RowLabels
  ) -> (heading: String?, label: String) {
    let keys = row.cells.prefix(answer.keyCount).map(CellText.text)
    switch keys.count {
    case 1: return (nil, keys[0])
    case 2: return (keys[0], keys[1])
    default:
      let label = measure == 0 || answer.rows.count == 1 ? "" : labels.label(of: row)
      return (nil, label.isEmpty ? answer.columns[measure].name : label)
    }
  }

  private static func figures(_ cell: Answer.Cell) -> [Answer.Figure] {
    switch cell {
    case .integer(let number): [Answer.Figure(Double(number), unit: "", isMoney: false)]
    case .number(let number): [Answer.Figure(number, unit: "", isMoney: false)]
    case .figures(let figures): figures
    default: []
    }
  }

  /// Years, quarters or months in order with the empty ones between them, which a chart must not hide.
  private static func withGaps(_ bars: [Bar]) -> [Bar] {
    var filled: [Bar] = []
    for bar in bars {
      if let last = filled.last, last.label < bar.label {
        var missing: [Bar] = []
        var next = PeriodName.following(last.label)
        while let name = next, name < bar.label, missing.count <= mostGaps {
          missing.append(Bar(label: name, figure: Answer.Figure(0, unit: bar.figure.unit, isMoney: bar.figure.isMoney)))
          next = PeriodName.following(name)
        }
        if missing.count <= mostGaps { filled += missing }
      }
      filled.append(bar)
    }
    return filled
  }

  private static func panel(_ bars: ArraySlice<Bar>, _ unit: String, _ column: String) -> Chart.Panel {
    let values = bars.map(\.figure.value)
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    let scale = ValueScale(from: values.min() ?? 0, to: values.max() ?? 0, isWhole: isWhole)
    let isMoney = bars.first?.figure.isMoney == true
    let ticks = scale.ticks.map { value in
      Chart.Tick(
        position: scale.position(of: value),
        label: FigureText.text(Answer.Figure(value, unit: isMoney ? unit : "", isMoney: isMoney)))
    }
    let zero = scale.position(of: 0)
    let rows = bars.map { bar in
      let position = scale.position(of: bar.figure.value)
      return Chart.Row(
        heading: bar.heading, label: bar.label, text: FigureText.text(bar.figure), start: min(zero, position),
        end: max(zero, position))
    }
    let axis = unit.isEmpty ? column : isMoney ? "amount, \(unit)" : "\(column), \(FigureText.plural(unit))"
    return Chart.Panel(shape: .bar, axis: axis, ticks: ticks, rows: rows)
  }
}

/// The names of years, quarters and months in answers.
enum PeriodName {
  /// The period behind `2024`, `2024-Q1` or `2024-03`; nil where the text names none.
  static func following(_ name: String) -> String? {
    let pieces = name.split(separator: "-")
    guard pieces.count <= 2, let year = pieces.first.flatMap({ Int($0) }), 1...9998 ~= year else { return nil }
    guard pieces.count == 2 else { return padded(year + 1, 4) }
    let part = pieces[1]
    if part.first == "Q", let quarter = Int(part.dropFirst()), 1...4 ~= quarter {
      return quarter == 4 ? "\(padded(year + 1, 4))-Q1" : "\(padded(year, 4))-Q\(quarter + 1)"
    }
    guard let month = Int(part), 1...12 ~= month else { return nil }
    return month == 12 ? "\(padded(year + 1, 4))-01" : "\(padded(year, 4))-\(padded(month + 1, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
