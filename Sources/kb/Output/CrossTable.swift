import KnowledgeBase

/// An answer by two groups with one of them across: years, quarters or months, else the one of fewer values.
struct CrossTable {
  /// What a reader should know about it.
  static let note = "--format csv has a row a pair, with who acts and the days; --evidence the sentences"
  /// More columns are no table that a person reads.
  private static let mostColumns = 24

  /// The answer, with a column a value of the group across.
  let answer: Answer

  /// Nil where the answer has no two groups, or where its rows carry sentences.
  init?(_ long: Answer) {
    guard long.keyCount == 2, let measure = long.measure, long.rows.count > 1,
      long.rows.allSatisfy({ $0.sources.isEmpty })
    else { return nil }
    let isTime = [0, 1].map { long.columns[$0].type == .period }
    let values = [0, 1].map { Self.distinct(long, $0) }
    let across = isTime[0] != isTime[1] ? (isTime[0] ? 0 : 1) : values[0].count < values[1].count ? 0 : 1
    let heads = isTime[across] ? values[across].sorted(by: Self.precedes) : values[across]
    guard heads.count <= Self.mostColumns else { return nil }

    let cell = Self.cellMaker(long, measure)
    var cells: [String: [String: Answer.Cell]] = [:]
    for row in long.rows {
      cells[CellText.text(row.cells[1 - across]), default: [:]][CellText.text(row.cells[across])] = cell.make(row)
    }
    let columns = [long.columns[1 - across]] + heads.map { Answer.Column($0, cell.type) }
    let names = isTime[1 - across] ? values[1 - across].sorted(by: Self.precedes) : values[1 - across]
    let rows = names.map { name in
      Answer.Row([.text(name)] + heads.map { cells[name]?[$0] ?? .null })
    }
    answer = Answer(columns: columns, rows: rows)
  }

  private static func distinct(_ answer: Answer, _ column: Int) -> [String] {
    var seen: Set<String> = []
    return answer.rows.map { CellText.text($0.cells[column]) }.filter { seen.insert($0).inserted }
  }

  /// By time, what is not known last.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    (a == "unknown" ? 1 : 0, a) < (b == "unknown" ? 1 : 0, b)
  }

  /// What a pair's cell says: the amounts where these are asked for, else the number, with the amounts where there are
  /// some.
  private static func cellMaker(
    _ answer: Answer, _ measure: Int
  ) -> (type: Answer.ColumnType, make: (Answer.Row) -> Answer.Cell) {
    if answer.columns[measure].type == .figures { return (.figures, { $0.cells[measure] }) }
    let figures = answer.columns.firstIndex { $0.type == .figures }
    guard let figures, answer.rows.contains(where: { $0.cells[figures] != .null }) else {
      return (.integer, { $0.cells[measure] })
    }
    return (
      .text,
      { row in
        let amounts = CellText.text(row.cells[figures])
        let count = CellText.text(row.cells[measure])
        return .text(amounts.isEmpty ? count : "\(count): \(amounts)")
      }
    )
  }
}
