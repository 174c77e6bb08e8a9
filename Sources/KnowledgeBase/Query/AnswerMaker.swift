internal import QueryLanguage
internal import SQLite

/// Runs a compiled query and makes its rows an answer.
struct AnswerMaker {
  let store: KnowledgeStore
  let query: TypedQuery
  let names: NameResolution
  let options: AnswerOptions

  /// The rows, with their sentences where asked for, and what a reader should know about them.
  func answer() throws(SQLiteError) -> Answer {
    let limit = query.limit ?? options.rowLimit
    // One row more than wanted shows that there are more.
    let compiled = QueryCompiler(query, names: names, limit: query.limit ?? limit + 1).compiled()
    var rows = try store.connection.all(compiled.rows.text, compiled.rows.values) { row throws(SQLiteError) in
      Answer.Row(compiled.columns.indices.map { Self.cell(row, at: $0, compiled.columns[$0].type) })
    }
    var notes: [String] = []
    if rows.count > limit {
      rows.removeLast(rows.count - limit)
      notes.append("the first \(limit) rows; --limit shows more")
    }
    if options.withSources { try addSources(to: &rows, compiled) }
    var answer = Answer(columns: compiled.columns, rows: rows, notes: notes)
    answer.keyCount = query.dimensions.count
    answer.measure = compiled.measure
    if isEmpty(answer) {
      if query.form == .list || !query.dimensions.isEmpty { answer.rows = [] }
      answer.notes += try EmptyAnswer(store: store, query: query, names: names).lines()
    } else {
      answer.notes += self.notes(on: answer)
    }
    return answer
  }

  /// A count of nothing is a row, but no find.
  private func isEmpty(_ answer: Answer) -> Bool {
    guard let row = answer.rows.first else { return true }
    return query.dimensions.isEmpty && query.form != .list && row.cells.first == .integer(0)
  }

  private func notes(on answer: Answer) -> [String] {
    var notes: [String] = []
    let sums = answer.columns.firstIndex { $0.name == "money" }
    if let sums, answer.rows.contains(where: { $0.cells[sums] != .null && $0.cells[sums - 1] != .integer(1) }) {
      notes.append(
        "money adds up what each commitment states: a total and its parts, where both are stated, both count")
    }
    for case .not(let filter) in query.filters {
      switch filter {
      case .place, .currency, .figure, .period, .due: notes.append("“not \(filter)” keeps what is not known to be so")
      default: continue
      }
    }
    if query.order?.key == .amount, query.subject != .events, !hasOneUnit {
      notes.append("amounts of different currencies or units are sorted by their plain numbers")
    }
    return notes
  }

  private var hasOneUnit: Bool {
    query.filters.contains { filter in
      switch filter {
      case .currency, .figure: true
      default: false
      }
    }
  }

  // MARK: Cells

  private static func cell(_ row: borrowing PreparedStatement, at column: Int, _ type: Answer.ColumnType) -> Answer.Cell
  {
    guard !row.isNull(at: column) else { return .null }
    switch type {
    case .integer: return .integer(row.integer(at: column))
    case .number: return .number(row.real(at: column))
    case .text, .date, .period: return .text(row.text(at: column))
    case .list:
      let names = JSONArray.read(row.text(at: column)).compactMap { element -> String? in
        guard case .text(let text) = element else { return nil }
        return text
      }
      return names.isEmpty ? .null : .list(names)
    case .figures:
      let figures = JSONArray.read(row.text(at: column)).compactMap(figure)
      return figures.isEmpty ? .null : .figures(figures)
    }
  }

  /// A figure of `[comparator, value, upper value, unit, is money]`.
  private static func figure(_ element: JSONArray.Element) -> Answer.Figure? {
    guard case .array(let parts) = element, parts.count == 5, case .text(let comparator) = parts[0],
      case .number(let value) = parts[1], case .text(let unit) = parts[3]
    else { return nil }
    var upper: Double?
    if case .number(let high) = parts[2] { upper = high }
    return Answer.Figure(
      value, unit: unit, isMoney: parts[4] == .number(1), comparator: comparator, upperValue: upper)
  }

  // MARK: Sources

  private func addSources(to rows: inout [Answer.Row], _ compiled: CompiledQuery) throws(SQLiteError) {
    var places: [[Value]: Int] = [:]
    for (index, row) in rows.enumerated() { places[row.cells.prefix(compiled.keyCount).map(\.key)] = index }
    let table = query.subject.rawValue
    let keyCount = compiled.keyCount
    var found: [(place: Int, source: Answer.Source)] = []
    try store.connection.query(compiled.evidence.text, compiled.evidence.values) { row throws(SQLiteError) in
      let key = (0..<keyCount).map { row.value(at: $0) }
      guard let place = places[key] else { return }
      found.append(
        (
          place,
          Answer.Source(
            table: table, id: row.integer(at: keyCount), sentence: row.text(at: keyCount + 1),
            document: row.text(at: keyCount + 2), title: row.optionalText(at: keyCount + 3),
            publishedOn: row.optionalText(at: keyCount + 4))
        ))
    }
    for (place, source) in found { rows[place].sources.append(source) }
  }
}

extension Answer.Cell {
  /// The cell as a key of the evidence query.
  fileprivate var key: Value {
    switch self {
    case .text(let text): .text(text)
    case .integer(let number): .integer(Int64(number))
    default: .null
    }
  }
}
