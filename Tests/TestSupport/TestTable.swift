/// A table of test cases in a tab-separated file beside the test: one case a line, `#` before comments.
public struct TestTable: Sendable {
  /// One case.
  public struct Row: Sendable, CustomStringConvertible {
    /// 1 for the first line of the file.
    public var line: Int
    /// The cells.
    public var cells: [String]
    /// The line's number and first cell.
    public var description: String { "line \(line): \(cells[0])" }
    /// The cell at `index`, empty where there is none.
    public subscript(index: Int) -> String { index < cells.count ? cells[index] : "" }
  }

  /// The cases in file order.
  public let rows: [Row]

  /// Reads the file of that name in the folder of the source file that asks.
  public init(_ name: String, beside source: String = #filePath) {
    let folder = source.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let text = String(decoding: ScratchFolder.read("\(folder)/\(name)"), as: UTF8.self)
    var rows: [Row] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      rows.append(Row(line: index + 1, cells: cells))
    }
    self.rows = rows
  }
}
