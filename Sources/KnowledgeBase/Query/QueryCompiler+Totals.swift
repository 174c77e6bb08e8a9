internal import QueryLanguage
internal import SQLite

/// The numbers of rows a group, with their first and last day: `SELECT k1, k2, facts, earliest, latest`.
///
/// What `fact_counts` has is read there. Else, where an index holds the rows in the order of what they are grouped by,
/// they are added up as they come: by day before by year, by party before by country.
extension QueryCompiler {
  var totals: SQLText {
    if let counted = countedRows { return countedTotals(counted) }
    if let rows = partyRows { return addedUp(rows.map { part(of: $0) }) }
    if let parts = dayParts { return addedUp(parts) }
    return """
      SELECT \(listed(keys))count(*) AS facts, min(first_day) AS earliest, max(last_day) AS latest
        FROM (\(matched()))\(grouped(keys))
      """
  }

  private func addedUp(_ parts: [SQLText]) -> SQLText {
    """
    SELECT \(listed(keys))ifnull(sum(part), 0) AS facts, min(first_day) AS earliest, max(last_day) AS latest
        FROM (
          \(SQLText.joined(parts, by: "\n      UNION ALL\n      "))
        )\(grouped(keys))
    """
  }

  // MARK: As counted

  private func countedTotals(_ counted: CountedRows) -> SQLText {
    guard let groups = columnsOfKeys(counted) else {
      return addedUp([countedPart(counted, in: "fact_counts", "f.facts AS part, f.first_day, f.last_day")])
    }
    // The table's own columns, so that rows come in its order.
    return countedPart(
      counted, in: "fact_counts",
      "ifnull(sum(f.facts), 0) AS facts, min(f.first_day) AS earliest, max(f.last_day) AS latest") + grouped(groups)
  }

  /// The columns of the counts that the keys are one to one with; nil where several of their values are one key.
  private func columnsOfKeys(_ counted: CountedRows) -> [SQLText]? {
    var columns: [SQLText] = []
    for dimension in query.dimensions {
      switch dimension {
      case .kind: columns.append("f.kind")
      case .status: columns.append("f.status")
      case .year where !counted.hasMonths: columns.append("f.first_period")
      case .year, .quarter, .month: return nil
      case .country where query.subject == .statements: return nil
      default:
        columns.append("f.value")
        // What stands between it and the period in the key is the same in all rows.
        if counted.isByParty { columns += ["f.kind", "f.status"] }
      }
    }
    return columns
  }

  /// The rows of a table of counts or sums that answer a question, with its keys.
  func countedPart(_ counted: CountedRows, in table: SQLText, _ columns: SQLText) -> SQLText {
    let sql = SubjectSQL.counts(of: query.subject, by: counted.dimension, in: table)
    var conditions = FilterSQL(query, names: filters.names, sql: sql).conditions(joinsParties: false)
    // So that SQLite knows the rest of the key to be in order.
    if counted.isByParty { conditions += " AND f.kind = '' AND f.status = ''" }
    let keys = query.dimensions.map { dimension -> SQLText in
      switch dimension {
      case .kind: "f.kind"
      case .status: "f.status"
      case .year, .quarter, .month: Self.period(dimension, of: sql.firstDay)
      // Statements are of their speakers' countries.
      case .country where query.subject == .statements: Self.country("a")
      default: "nullif(f.value, '')"
      }
    }
    let isByActorsCountry = query.subject == .statements && query.dimensions.contains(.country)
    let actors: SQLText =
      isByActorsCountry ? "\n      LEFT JOIN actors AS a ON typeof(f.value) = 'integer' AND a.id = f.value" : .empty
    return """
      SELECT \(listed(named(keys)))\(columns)
          FROM \(sql.source)\(actors)
          WHERE \(conditions)
      """
  }

  /// The expressions with the names of the keys.
  private func named(_ expressions: [SQLText]) -> [SQLText] {
    zip(expressions, keys).map { "\($0) AS \($1)" }
  }

  // MARK: By day

  /// The rows a day, where they are grouped by time alone: with a second key there are nearly as many groups as rows.
  private var dayParts: [SQLText]? {
    guard !joinsParties, query.subject != .actors, query.dimensions.count == 1, isTime(0) else { return nil }
    return [
      """
      SELECT \(Self.period(query.dimensions[0], of: "day")) AS k1, part, day AS first_day, last_day
          FROM (
            SELECT \(sql.firstDay) AS day, count(*) AS part, max(\(sql.lastDay)) AS last_day
            FROM \(sql.source)
            WHERE \(filters.conditions(joinsParties: false))
            GROUP BY \(sql.firstDay)
          )
      """
    ]
  }

  // MARK: By party

  /// The rows with what they are grouped by.
  private func part(of rows: PartyRows) -> SQLText {
    let keys = query.dimensions.map { key(of: $0, in: rows) }
    let groups = query.dimensions.map { $0 == rows.dimension ? rows.group : key(of: $0, in: rows) }
    let part: SQLText = """
      SELECT \(listed(named(keys)))count(*) AS part, min(f.first_day) AS first_day, max(f.last_day) AS last_day
          FROM \(rows.sql.source)
          WHERE \(conditions(on: rows))
          \(groups.isEmpty ? .empty : "GROUP BY " + SQLText.joined(groups, by: ", "))
      """
    guard rows.isByActorsCountry else { return part }
    return """
      SELECT \(listed(query.dimensions.indices.map { inCountry(rows, $0) }))part, parties.first_day, parties.last_day
          FROM (
            \(part)
          ) AS parties
          LEFT JOIN actors AS a ON a.id = parties.\(self.keys[query.dimensions.firstIndex(of: .country) ?? 0])
      """
  }

  private func inCountry(_ rows: PartyRows, _ index: Int) -> SQLText {
    query.dimensions[index] == rows.dimension
      ? "\(Self.country("a")) AS \(keys[index])" : "parties.\(keys[index]) AS \(keys[index])"
  }

  /// A group's key in the rows.
  func key(of dimension: TypedQuery.Dimension, in rows: PartyRows) -> SQLText {
    switch dimension {
    case rows.dimension: rows.key
    case .year, .quarter, .month: Self.period(dimension, of: "f.first_day")
    default: expression(dimension)
    }
  }

  /// What the rows fulfil.
  func conditions(on rows: PartyRows) -> SQLText {
    let conditions = FilterSQL(query, names: filters.names, sql: rows.sql).conditions(joinsParties: false)
    return rows.condition.isEmpty ? conditions : "\(rows.condition) AND \(conditions)"
  }
}
