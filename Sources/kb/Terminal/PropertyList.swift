/// Names and values in two columns; a value that is nil has no line.
struct PropertyList {
  private let rows: [(name: String, value: String)]

  init(_ rows: [(String, String?)]) {
    self.rows = rows.compactMap { name, value in value.map { (VisibleText.line(name), VisibleText.line($0)) } }
  }

  func write(to output: inout StandardOutput) {
    let width = rows.map { $0.name.count }.max() ?? 0
    for (name, value) in rows {
      output.writeLine("  \(name)\(String(repeating: " ", count: width - name.count))  \(value)")
    }
  }
}
