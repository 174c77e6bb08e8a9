/// A chart as SVG 1.1: title, panels with axis and unit, and the source line; plain shapes and text, no script, no
/// style sheet, no reference to anything outside.
struct SVGChart {
  private static let width = 860.0
  private static let margin = 24.0
  private static let rowHeight = 24.0
  private static let barHeight = 15.0
  private static let headingHeight = 26.0
  private static let axisHeight = 44.0
  private static let mostLabel = 42
  private static let ink = "#1a1a1a"
  private static let quiet = "#5f6368"
  private static let grid = "#e0e0e0"
  private static let fill = "#2b6cb0"

  private let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  /// The picture as a file.
  var text: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element + "\n" }

  /// The picture as an element, to stand in a page.
  var element: String {
    var body = ""
    var y = Self.margin + 18
    body += Self.label(Self.cut(chart.caption.title, 90), x: Self.margin, y: y, size: 18, weight: "600")
    y += 16
    for panel in chart.panels { body += draw(panel, at: &y) }
    if chart.panels.isEmpty {
      y += 24
      body += Self.label("nothing found", x: Self.margin, y: y, size: 13, colour: Self.quiet)
    }
    for note in chart.notes {
      y += 20
      body += Self.label(Self.cut(note, 120), x: Self.margin, y: y, size: 11, colour: Self.quiet)
    }
    y += 24
    body += Self.label("Source: \(chart.caption.source)", x: Self.margin, y: y, size: 11, colour: Self.quiet)
    let height = y + Self.margin
    let title = MarkupText.escaped(chart.caption.title)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="\(title)" viewBox="0 0 \(Self.number(Self.width)) \
      \(Self.number(height))" width="\(Self.number(Self.width))" height="\(Self.number(height))" \
      font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif">
      <title>\(title)</title>
      <rect width="100%" height="100%" fill="#ffffff"/>
      \(body)</svg>
      """
  }

  // MARK: Panels

  private func draw(_ panel: Chart.Panel, at y: inout Double) -> String {
    let labels = panel.rows.map { Self.cut($0.label, Self.mostLabel) }
    let widest = labels.map(\.count).max() ?? 0
    let left = Self.margin + min(335, Double(widest) * 7.4 + 14)
    let right = Self.width - Self.margin - Double(panel.rows.map(\.text.count).max() ?? 0) * 7.5 - 12
    let top = y + 8
    let bottom = top + panel.rows.reduce(0) { $0 + Self.rowHeight + ($1.heading == nil ? 0 : Self.headingHeight) }
    var body = axis(panel, from: left, to: right, top: top, bottom: bottom)
    var row = top
    for (index, item) in panel.rows.enumerated() {
      if let heading = item.heading {
        row += Self.headingHeight
        body += Self.label(Self.cut(heading, 70), x: Self.margin, y: row - 8, size: 13, weight: "600")
      }
      let middle = row + Self.rowHeight / 2
      body += Self.label(labels[index], x: left - 10, y: middle + 4, size: 13, anchor: "end")
      body += Self.shape(item, panel.shape, left: left, right: right, middle: middle)
      row += Self.rowHeight
    }
    y = bottom + Self.axisHeight
    return body
  }

  private func axis(_ panel: Chart.Panel, from left: Double, to right: Double, top: Double, bottom: Double) -> String {
    var body = ""
    for tick in panel.ticks {
      let x = left + tick.position * (right - left)
      body += """
        <line x1="\(Self.number(x))" y1="\(Self.number(top))" x2="\(Self.number(x))" y2="\(Self.number(bottom + 4))" \
        stroke="\(Self.grid)"/>

        """
      body += Self.label(tick.label, x: x, y: bottom + 18, size: 11, colour: Self.quiet, anchor: "middle")
    }
    return body
      + Self.label(panel.axis, x: (left + right) / 2, y: bottom + 35, size: 12, colour: Self.quiet, anchor: "middle")
  }

  private static func shape(
    _ row: Chart.Row, _ shape: Chart.Shape, left: Double, right: Double, middle: Double
  ) -> String {
    let start = left + row.start * (right - left)
    let end = left + row.end * (right - left)
    switch shape {
    case .bar:
      let width = row.end > row.start ? max(1, end - start) : 0
      return """
        <rect x="\(number(start))" y="\(number(middle - barHeight / 2))" width="\(number(width))" \
        height="\(number(barHeight))" fill="\(fill)"/>

        """ + label(row.text, x: start + width + 6, y: middle + 4, size: 12)
    case .span:
      let line =
        end - start < 1
        ? ""
        : """
        <line x1="\(number(start))" y1="\(number(middle))" x2="\(number(end))" y2="\(number(middle))" \
        stroke="\(fill)" stroke-width="3"/>
        <circle cx="\(number(end))" cy="\(number(middle))" r="5" fill="\(fill)"/>

        """
      return line
        + "<circle cx=\"\(number(start))\" cy=\"\(number(middle))\" r=\"5\" fill=\"\(fill)\"/>\n"
        + label(row.text, x: end + 10, y: middle + 4, size: 11, colour: quiet)
    }
  }

  // MARK: Pieces

  private static func label(
    _ text: String, x: Double, y: Double, size: Int, colour: String = ink, weight: String? = nil,
    anchor: String? = nil
  ) -> String {
    let weight = weight.map { " font-weight=\"\($0)\"" } ?? ""
    let anchor = anchor.map { " text-anchor=\"\($0)\"" } ?? ""
    return """
      <text x="\(number(x))" y="\(number(y))" font-size="\(size)" fill="\(colour)"\(weight)\(anchor)>\
      \(MarkupText.escaped(text))</text>

      """
  }

  private static func cut(_ text: String, _ most: Int) -> String {
    text.count <= most ? text : text.prefix(most - 1) + "…"
  }

  /// At most one decimal, whatever the locale.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
