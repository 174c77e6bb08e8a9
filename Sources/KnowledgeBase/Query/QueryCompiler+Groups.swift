internal import QueryLanguage
internal import SQLite

/// Answers with a row a group: numbers of rows, sums a currency or unit, who acts, first and last day.
///
/// `matched` has a row a party of a fact, `facts` each fact once a group, so that two makers of one country do not count
/// a commitment twice.
extension QueryCompiler {
  /// A group's keys: `k1`, and `k2` where there are two; a constant where there is none.
  private var keys: [SQLText] {
    let names: [SQLText] = ["k1", "k2"]
    return query.dimensions.isEmpty ? ["k1"] : Array(names.prefix(query.dimensions.count))
  }

  private var keyList: SQLText { SQLText.joined(keys, by: ", ") }
  private var hasMoney: Bool { query.subject == .commitments }
  private var hasOutcomes: Bool { query.subject == .operations }
  private var hasFigures: Bool { hasMoney || hasOutcomes }

  func groups() -> CompiledQuery {
    let tables: SQLText = """
      WITH matched AS (
        SELECT
          \(dimensionColumns), \(query.subject.idColumn) AS id, \(sql.firstDay) AS first_day, \(sql.lastDay) AS last_day,
          \(sql.agent) AS agent
        FROM \(sql.source)\(sql.partyJoins)\(furtherJoins)
        WHERE \(filters.conditions(joinsParties: true))
      ),
      facts AS (
        SELECT \(keyList), id, min(first_day) AS first_day, max(last_day) AS last_day
        FROM matched
        GROUP BY \(keyList), id
      )
      """
    let evidence: SQLText = """
      \(tables)
      SELECT \(query.dimensions.isEmpty ? .empty : keyList + ", ")facts.id, \(sentence), d.source, d.title, d.published_on
      FROM facts
      \(evidenceJoins)
      ORDER BY \(keyList), d.published_on, d.source, facts.id
      LIMIT \(.integer(Int64(Self.mostSentences)))
      """
    return CompiledQuery(
      rows: tables + sums + agents + selection, columns: columns, measure: measure,
      keyCount: query.dimensions.count, evidence: evidence)
  }

  private var columns: [Answer.Column] {
    var columns = query.dimensions.indices.map { index in
      Answer.Column(query.dimensions[index].rawValue, isTime(index) ? .period : .text)
    }
    columns.append(Answer.Column(query.subject.rawValue, .integer))
    if hasFigures { columns.append(Answer.Column(hasMoney ? "money" : "figures", .figures)) }
    if let name = shownAgents { columns.append(Answer.Column(name, .list)) }
    return columns + [Answer.Column("earliest", .date), Answer.Column("latest", .date)]
  }

  /// The amounts where they are asked for or sorted by, else the number of facts.
  private var measure: Int {
    let asksForAmounts = query.form == .total || query.order?.key == .amount
    return query.dimensions.count + (asksForAmounts && hasFigures ? 1 : 0)
  }

  /// The agents' column; none where they are the groups themselves.
  private var shownAgents: String? {
    let isGroupedByAgent = query.dimensions.contains { [.actor, .maker, .lead, .speaker].contains($0) }
    return isGroupedByAgent ? nil : sql.agentsName
  }

  /// A group's sums, one a currency or unit.
  private var sums: SQLText {
    guard hasFigures else { return .empty }
    let total: SQLText =
      hasMoney
      ? """
      SELECT \(keyList), json_array('=', sum(f.amount), NULL, ifnull(f.currency, ''), 1) AS figure
          FROM facts
          JOIN commitments AS f USING (id)
          WHERE f.amount IS NOT NULL
          GROUP BY \(keyList), f.currency
          ORDER BY sum(f.amount) DESC
      """
      : """
      SELECT \(keyList), json_array('=', sum(o.value), NULL, o.unit, o.unit GLOB '[A-Z][A-Z][A-Z]') AS figure
          FROM facts
          JOIN operation_outcomes AS o ON o.operation_id = facts.id\(countedUnits)
          GROUP BY \(keyList), o.unit
          ORDER BY sum(o.value) DESC
      """
    return """
      ,
      sums AS (
        SELECT \(keyList), json_group_array(json(figure)) AS figures
        FROM (
          \(total)
        )
        GROUP BY \(keyList)
      )
      """
  }

  /// "How many boats were seized" counts boats only; so does a group of boats.
  private var countedUnits: SQLText {
    if let index = query.dimensions.firstIndex(of: .unit) { return "\n    WHERE o.unit = \(keys[index])" }
    let units = query.filters.compactMap { filter -> String? in
      guard case .figure(let bound) = filter, case .noun(let noun) = bound.unit else { return nil }
      return noun
    }
    return units.isEmpty ? .empty : "\n    WHERE o.unit IN \(SQLText.list(units))"
  }

  private var agents: SQLText {
    guard shownAgents != nil else { return .empty }
    return """
      ,
      agents AS (
        SELECT \(keyList), json_group_array(agent) AS agents
        FROM (SELECT DISTINCT \(keyList), agent FROM matched WHERE agent IS NOT NULL ORDER BY agent)
        GROUP BY \(keyList)
      )
      """
  }

  private var selection: SQLText {
    var columns: [SQLText] = query.dimensions.isEmpty ? [] : keys
    columns.append("count(*)")
    var joins = SQLText.empty
    if hasFigures {
      columns.append("figures")
      joins += "\nLEFT JOIN sums USING (\(keyList))"
    }
    if shownAgents != nil {
      columns.append("agents")
      joins += "\nLEFT JOIN agents USING (\(keyList))"
    }
    columns += ["min(first_day)", "max(last_day)"]
    return """

      SELECT \(SQLText.joined(columns, by: ", "))
      FROM facts\(joins)
      \(grouping)LIMIT \(.integer(Int64(limit)))
      """
  }

  private var grouping: SQLText {
    query.dimensions.isEmpty ? .empty : "GROUP BY \(keyList)\nORDER BY \(order)\n"
  }

  private var order: SQLText {
    switch query.order?.key {
    case .date?:
      return query.order?.isDescending == true
        ? "max(last_day) DESC NULLS LAST, \(keyList)" : "min(first_day) NULLS LAST, \(keyList)"
    case .amount? where hasFigures:
      // The first figure of a group is its largest sum.
      let largest: SQLText = "json_extract(figures, '$[0][1]')"
      return query.order?.isDescending == true
        ? "\(largest) DESC NULLS LAST, \(keyList)" : "\(largest) NULLS LAST, \(keyList)"
    case .count? where query.order?.isDescending == false: return "count(*), \(keyList)"
    default: break
    }
    if query.order == nil, let first = query.dimensions.first, [.year, .quarter, .month].contains(first) {
      return keyList
    }
    return query.dimensions.count == 2
      ? isTime(1) ? "\(totalOrder), k2" : "\(totalOrder), count(*) DESC, k2" : "\(unknownLast)count(*) DESC, k1"
  }

  /// What is not known comes behind what is, however much it is.
  private var unknownLast: SQLText { "k1 = 'unknown', " }

  /// The first key by its whole.
  private var totalOrder: SQLText { "\(unknownLast)sum(count(*)) OVER (PARTITION BY k1) DESC, k1" }

  private func isTime(_ index: Int) -> Bool { [.year, .quarter, .month].contains(query.dimensions[index]) }

  // MARK: What rows are grouped by

  private var dimensionColumns: SQLText {
    guard !query.dimensions.isEmpty else { return "'' AS k1" }
    let columns = zip(query.dimensions, keys).map { dimension, key in
      "ifnull(\(expression(dimension)), 'unknown') AS \(key)" as SQLText
    }
    return SQLText.joined(columns, by: ", ")
  }

  private func expression(_ dimension: TypedQuery.Dimension) -> SQLText {
    switch dimension {
    case .country: country
    case .actor, .maker, .lead, .speaker: sql.agent
    case .recipient: "ifnull(ra.name, r.surface)"
    case .kind: query.subject == .statements ? "iif(f.direct, 'quoted', 'reported')" : "f.kind"
    case .status: "f.status"
    case .year: "substr(\(sql.firstDay), 1, 4)"
    case .quarter: "substr(\(sql.firstDay), 1, 4) || '-Q' || ((substr(\(sql.firstDay), 6, 2) + 2) / 3)"
    case .month: "substr(\(sql.firstDay), 1, 7)"
    case .place: "f.place"
    case .unit: query.subject == .operations ? "u.unit" : "f.unit"
    case .currency: "f.currency"
    case .publisher: "d.publisher"
    case .document: "d.source"
    }
  }

  /// The country that a row counts for: the maker's or speaker's, or where a thing happened. Bodies of several states
  /// have none.
  private var country: SQLText {
    switch query.subject {
    case .commitments, .statements: "ifnull(c.name, iif(a.kind = 'international', 'international', NULL))"
    default: "c.name"
    }
  }

  private var furtherJoins: SQLText {
    var joins = SQLText.empty
    if query.dimensions.contains(.recipient), let parties = sql.parties {
      joins += """

          LEFT JOIN \(parties.table) AS r ON r.\(parties.fact) = f.id AND r.role IN \(parties.recipients)
          LEFT JOIN actors AS ra ON ra.id = r.actor_id
        """
    }
    if query.dimensions.contains(.unit), query.subject == .operations {
      joins += "\n  LEFT JOIN operation_outcomes AS u ON u.operation_id = f.id"
    }
    return joins
  }
}
