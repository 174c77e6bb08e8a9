internal import QueryLanguage
internal import SQLite

/// What to say where nothing was found: what was searched, and what there is without each of the conditions.
struct EmptyAnswer {
  let store: KnowledgeStore
  let query: TypedQuery
  let names: NameResolution

  /// One line on what was asked, and one for each condition without which there is something.
  func lines() throws(SQLiteError) -> [String] {
    var plain = query
    (plain.dimensions, plain.order, plain.limit, plain.form) = ([], nil, nil, .list)
    var lines = ["nothing found for: \(plain)"]
    for (index, filter) in query.filters.enumerated() {
      var wider = plain
      wider.filters.remove(at: index)
      let count = try self.count(wider)
      guard count > 0 else { continue }
      lines.append("without “\(filter)” there are \(count)\(try whatThereIs(wider, instead: filter))")
    }
    if lines.count == 1 {
      plain.filters = []
      lines.append("the database has \(try count(plain)) \(query.subject.rawValue)")
    }
    return lines
  }

  private func count(_ query: TypedQuery) throws(SQLiteError) -> Int {
    let sql = QueryCompiler(query, names: names, limit: 1).count()
    return try store.connection.first(sql.text, sql.values) { row throws(SQLiteError) in row.integer(at: 0) } ?? 0
  }

  /// The most frequent values where another might have been meant: ": Belgium 2, France 1".
  private func whatThereIs(_ wider: TypedQuery, instead filter: QueryFilter) throws(SQLiteError) -> String {
    let dimension: TypedQuery.Dimension
    switch filter {
    case .place: dimension = .country
    case .kinds, .actorKinds: dimension = .kind
    case .statuses: dimension = .status
    case .period: dimension = .year
    case .publisher: dimension = .publisher
    case .party(.agent, _) where wider.subject == .commitments: dimension = .maker
    case .party(.recipient, _) where wider.subject == .commitments: dimension = .recipient
    default: return ""
    }
    guard wider.subject.dimensions.contains(dimension) else { return "" }
    var groups = wider
    groups.dimensions = [dimension]
    groups.order = TypedQuery.Order(.count, isDescending: true)
    let sql = QueryCompiler(groups, names: names, limit: 5).compiled().rows
    let parts = try store.connection.all(sql.text, sql.values) { row throws(SQLiteError) in
      "\(row.text(at: 0)) \(row.integer(at: 1))"
    }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
  }
}
