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
    if isByActorsCountry { return countedTotalsByActorsCountry(counted, groups) }
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
      default: columns.append("f.value")
      }
    }
    return columns
  }

  /// The rows of a table of counts or sums that answer a question, with its keys.
  ///
  /// - Parameter units: what the groups are read from where they are those of the sums themselves.
  func countedPart(
    _ counted: CountedRows, in table: SQLText, _ columns: SQLText, units: SQLText = "f.value"
  ) -> SQLText {
    let sql = SubjectSQL.counts(of: query.subject, by: counted.dimension, in: table)
    let keys = query.dimensions.map { dimension -> SQLText in
      switch dimension {
      case .kind: "f.kind"
      case .status: "f.status"
      case .year, .quarter, .month: Self.period(dimension, of: sql.firstDay)
      default: "nullif(\(units), '')"
      }
    }
    let leading: SQLText =
      leads == nil ? .empty : "\n      AND \(firstColumn(units)) IN (SELECT value FROM leading)"
    return """
      SELECT \(listed(named(keys)))\(columns)
          FROM \(sql.source)
          WHERE \(conditions(on: sql))\(leading)
      """
  }

  /// Whether the countries are those of the speakers that the counts are by.
  private var isByActorsCountry: Bool { query.subject == .statements && query.dimensions.contains(.country) }

  /// Added up by speaker, in the order of the counts, before it is looked up where these are from.
  private func countedTotalsByActorsCountry(_ counted: CountedRows, _ groups: [SQLText]) -> SQLText {
    let columns = zip(query.dimensions, keys).map { dimension, key -> SQLText in
      dimension == .country ? "\(Self.country("a")) AS \(key)" : "parties.\(key)"
    }
    let party = keys[query.dimensions.firstIndex(of: .country) ?? 0]
    let part = countedPart(
      counted, in: "fact_counts",
      "sum(f.facts) AS part, min(f.first_day) AS first_day, max(f.last_day) AS last_day")
    return addedUp([
      """
      SELECT \(listed(columns))part, parties.first_day, parties.last_day
          FROM (
            \(part)\(grouped(groups))
          ) AS parties
          LEFT JOIN actors AS a ON typeof(parties.\(party)) = 'integer' AND a.id = parties.\(party)
      """
    ])
  }

  // MARK: Leading groups

  /// The first keys that can be among the first groups of an answer in the order of numbers: only these get their second
  /// keys, days and sums. Nil where all groups do.
  var leads: SQLText? {
    guard isRanked, let numbers = countedNumbers else { return nil }
    let least: SQLText = "value <> '' AND facts >= \(least(in: "firsts WHERE value <> ''"))"
    let most: SQLText = "\(.integer(Int64(limit)))"
    let first: SQLText =
      query.dimensions.count == 1
      ? """
      SELECT value
          FROM firsts
          WHERE \(least)
          ORDER BY facts DESC, \(words(of: "value", query.dimensions[0])), value
          LIMIT \(most)
      """
      : """
      SELECT value
          FROM (
            SELECT
              value,
              sum(groups) OVER (ORDER BY facts DESC RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
            FROM firsts
            WHERE \(least)
          )
          WHERE ifnull(before, 0) < \(most)
      """
    return """
      firsts AS MATERIALIZED (
        \(numbers)
      ),
      leading AS MATERIALIZED (
        SELECT value
        FROM (
          \(first)
        )
        UNION ALL
        SELECT ''
      ),

      """
  }

  /// The numbers by the first key, and of its groups, where its values are those of the counts.
  private var countedNumbers: SQLText? {
    guard let counted = countedRows, let first = query.dimensions.first, !isTime(0), !isByActorsCountry,
      query.dimensions.count > 1 || first != .kind && first != .status
    else { return nil }
    if counted.dimension == .document { return documentNumbers }
    let sql = SubjectSQL.counts(of: query.subject, by: counted.dimension)
    let groups: SQLText =
      query.dimensions.count > 1
      ? ", count(DISTINCT \(Self.column(of: query.dimensions[1]))) AS groups" : .empty
    let column = firstColumn("f.value")
    return """
      SELECT \(column) AS value, sum(f.facts) AS facts\(groups)
        FROM \(sql.source)
        WHERE \(conditions(on: sql))
        GROUP BY \(column)
      """
  }

  /// The documents with the most facts only: an index has them in the order of their numbers.
  private var documentNumbers: SQLText {
    let counts: SQLText = "fact_counts WHERE fact_table = \(.text(query.subject.rawValue)) AND dimension = 'document'"
    return "SELECT value, facts FROM \(counts) AND facts >= \(least(in: counts))"
  }

  /// The number of all facts.
  var allFacts: SQLText {
    if countedRows?.dimension == .document {
      let counts = SubjectSQL.counts(of: query.subject, by: .all)
      return "(SELECT sum(facts) FROM \(counts.source) WHERE \(counts.original))"
    }
    return leads == nil ? "(SELECT sum(facts) FROM totals)" : "(SELECT sum(facts) FROM firsts)"
  }

  /// The column of the counts that has the first key.
  private func firstColumn(_ value: SQLText) -> SQLText {
    switch query.dimensions.first {
    case .kind?: "f.kind"
    case .status?: "f.status"
    default: value
    }
  }

  /// What tells a second key's groups apart in the counts.
  private static func column(of dimension: TypedQuery.Dimension) -> SQLText {
    switch dimension {
    case .kind: "f.kind"
    case .status: "f.status"
    case .quarter: period(.quarter, of: "f.first_period")
    case .year: "substr(f.first_period, 1, 4)"
    case .month: "f.first_period"
    default: "f.value"
    }
  }

  /// The number of facts that the last of the first groups has; ties are decided by names.
  func least(in groups: SQLText) -> SQLText {
    "ifnull((SELECT facts FROM \(groups) ORDER BY facts DESC LIMIT 1 OFFSET \(.integer(Int64(limit - 1)))), 0)"
  }

  private func conditions(on sql: SubjectSQL) -> SQLText {
    FilterSQL(query, names: filters.names, sql: sql).conditions(joinsParties: false)
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
    let conditions = conditions(on: rows.sql)
    return rows.condition.isEmpty ? conditions : "\(rows.condition) AND \(conditions)"
  }
}
