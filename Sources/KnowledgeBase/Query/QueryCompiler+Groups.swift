internal import QueryLanguage
internal import SQLite

/// Answers with a row a group: numbers of rows, sums a currency or unit, who acts, first and last day.
///
/// Rows are grouped by what the index holds (a code, a kind, a day's year), and only the groups get their names. Where a
/// fact has several rows in a group, as of two makers of one country, they become one first.
extension QueryCompiler {
  /// The parties of so many facts at most are listed; of more, nobody reads them and nobody wants to wait for them.
  private static let mostListed = 2_000

  /// A group's keys: `k1`, and `k2` where there are two; none for one answer on the whole.
  var keys: [SQLText] {
    let names: [SQLText] = ["k1", "k2"]
    return Array(names.prefix(query.dimensions.count))
  }

  /// The keys of a table that is joined: without nulls, as SQLite makes an index for a comparison by `=` only.
  var joinedKeys: [SQLText] { keys.map { "ifnull(\($0), x'') AS \($0)" } }

  var hasMoney: Bool { query.subject == .commitments }
  var hasOutcomes: Bool { query.subject == .operations }
  var hasFigures: Bool { hasMoney || hasOutcomes }

  func groups() -> CompiledQuery {
    let tables: SQLText = """
      WITH \(leads ?? SQLText.empty)totals AS (
        \(totals)
      ),
      named AS MATERIALIZED (
        SELECT \(names)facts, earliest, latest
        FROM \(shownTotals)
      )
      """
    let evidence: SQLText = """
      WITH facts AS (
        SELECT \(names)id
        FROM (\(matched()))
      )
      SELECT \(query.dimensions.isEmpty ? .empty : nameList + ", ")facts.id, \(sentence), d.source, d.title, d.published_on
      FROM facts
      \(evidenceJoins)
      ORDER BY \(query.dimensions.isEmpty ? .empty : nameList + ", ")d.published_on, d.source, facts.id
      LIMIT \(.integer(Int64(Self.mostSentences)))
      """
    return CompiledQuery(
      rows: tables + sums + agents + selection, columns: columns, measure: measure,
      keyCount: query.dimensions.count, evidence: evidence)
  }

  /// The facts with their keys, once a group: `SELECT k1, k2, id, first_day, last_day, …`.
  func matched(
    from source: SQLText? = nil, and further: [(column: SQLText, name: SQLText)] = [],
    where condition: SQLText = .empty
  ) -> SQLText {
    let columns: [SQLText] =
      keyColumns
      + [
        "\(query.subject.idColumn) AS id", "\(sql.firstDay) AS first_day", "\(sql.lastDay) AS last_day",
      ] + further.map { "\($0.column) AS \($0.name)" }
    return """
      SELECT \(SQLText.joined(columns, by: ", "))
          FROM \(source ?? sql.source)\(joins)
          WHERE \(filters.conditions(joinsParties: joinsParties))\(once)\(condition)\(actorGrouping)
      """
  }

  /// An actor has a row a document.
  private var actorGrouping: SQLText { sql.isRowADocument ? grouped(keys + ["f.id"]) : .empty }

  func listed(_ columns: [SQLText]) -> SQLText {
    columns.isEmpty ? .empty : SQLText.joined(columns, by: ", ") + ", "
  }

  func grouped(_ columns: [SQLText]) -> SQLText {
    columns.isEmpty ? .empty : "\n    GROUP BY " + SQLText.joined(columns, by: ", ")
  }

  /// Of the rows that a fact has in one group, as of two makers of one country, the first; as a condition.
  private var once: SQLText {
    var condition = SQLText.empty
    if joinsParties, sql.parties != nil {
      condition += isGroupedByAgent ? "\n        AND m.is_repeat IS NOT 1" : "\n        AND \(isFirstOfCountry)"
    }
    if query.dimensions.contains(.recipient), sql.parties != nil {
      condition += "\n        AND r.is_repeat IS NOT 1"
    }
    if query.dimensions.contains(.unit), hasOutcomes {
      condition += """

              AND NOT EXISTS (
                SELECT 1 FROM operation_outcomes AS q
                WHERE q.operation_id = f.id AND q.ordinal < u.ordinal AND q.unit = u.unit)
        """
    }
    return condition
  }

  /// No maker before this one is of the same country.
  var isFirstOfCountry: SQLText {
    guard let parties = sql.parties else { return "1" }
    return """
      (
                ifnull(m.ordinal, 1) = 1
                OR NOT EXISTS (
                  SELECT 1 FROM \(parties.table) AS q LEFT JOIN actors AS b ON b.id = q.actor_id
                  WHERE q.\(parties.fact) = f.id AND q.ordinal < m.ordinal\(sql.agentRole("q"))
                    AND \(Self.country("b")) IS \(Self.country("a"))))
      """
  }

  /// The code of an actor's country; bodies of several states have none.
  static func country(_ actor: SQLText) -> SQLText {
    "ifnull(\(actor).country_code, iif(\(actor).kind = 'international', 'international', NULL))"
  }

  /// Whether the groups need the parties that act.
  var joinsParties: Bool {
    isGroupedByAgent
      || query.dimensions.contains(.country) && (query.subject == .commitments || query.subject == .statements)
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
    isGroupedByAgent ? nil : sql.agentsName
  }

  var isGroupedByAgent: Bool {
    query.dimensions.contains { [.actor, .maker, .lead, .speaker].contains($0) }
  }

  private var agents: SQLText {
    guard shownAgents != nil else { return .empty }
    let parties: SQLText = joinsParties || query.subject == .actors ? .empty : sql.partyJoins
    return """
      ,
      agents AS (
        SELECT \(listed(joinedKeys))json_group_array(agent) AS agents
        FROM (
          SELECT DISTINCT \(listed(keyColumns))\(sql.agent) AS agent
          FROM (SELECT 1 WHERE \(allFacts) <= \(.integer(Int64(Self.mostListed))))
          CROSS JOIN \(sql.source)\(joins)\(parties)
          WHERE \(filters.conditions(joinsParties: true)) AND \(sql.agent) IS NOT NULL
          ORDER BY agent
        )\(grouped(keys))
      )
      """
  }

  /// Whether an answer has the groups of the most facts, in that order.
  var isRanked: Bool {
    !query.dimensions.isEmpty && query.order?.key ?? .count == .count && query.order?.isDescending ?? true
      && (!isTime(0) || query.order != nil)
  }

  /// The groups that can be among the first of an answer in the order of numbers: only these get their names. Ties are
  /// decided by names, and what is not known comes last however much it is.
  private var shownTotals: SQLText {
    guard isRanked, leads == nil else { return "totals" }
    guard query.dimensions.count > 1 else {
      return "totals\n  WHERE k1 IS NULL OR facts >= \(least(in: "totals WHERE k1 IS NOT NULL"))"
    }
    return """
      (
          SELECT totals.*
          FROM totals
          JOIN (
            SELECT
              k1,
              sum(count(*)) OVER (
                ORDER BY sum(facts) DESC RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
              ) AS before
            FROM totals
            WHERE k1 IS NOT NULL
            GROUP BY k1
          ) AS ranked USING (k1)
          WHERE ifnull(before, 0) < \(.integer(Int64(limit)))
          UNION ALL
          SELECT * FROM totals WHERE k1 IS NULL
        )
      """
  }

  private var selection: SQLText {
    var columns: [SQLText] = nameColumns.map { "named.\($0)" } + ["facts"]
    var joins = SQLText.empty
    if hasFigures {
      columns.append("figures")
      joins += "\nLEFT JOIN sums ON \(matches("sums"))"
    }
    if shownAgents != nil {
      columns.append("agents")
      joins += "\nLEFT JOIN agents ON \(matches("agents"))"
    }
    columns += ["earliest", "latest"]
    return """

      SELECT \(SQLText.joined(columns, by: ", "))
      FROM named\(joins)
      \(query.dimensions.isEmpty ? .empty : "ORDER BY \(order)\n")LIMIT \(.integer(Int64(limit)))
      """
  }

  /// That a row of a table of groups is of the same group.
  private func matches(_ table: SQLText) -> SQLText {
    keys.isEmpty ? "1" : SQLText.joined(keys.map { "\(table).\($0) = ifnull(named.\($0), x'')" }, by: " AND ")
  }

  private var order: SQLText {
    switch query.order?.key {
    case .date?:
      return query.order?.isDescending == true
        ? "latest DESC NULLS LAST, \(nameList)" : "earliest NULLS LAST, \(nameList)"
    case .amount? where hasFigures:
      // The first figure of a group is its largest sum.
      let largest: SQLText = "json_extract(figures, '$[0][1]')"
      return query.order?.isDescending == true
        ? "\(largest) DESC NULLS LAST, \(nameList)" : "\(largest) NULLS LAST, \(nameList)"
    case .count? where query.order?.isDescending == false: return "facts, \(nameList)"
    default: break
    }
    if query.order == nil, let first = query.dimensions.first, [.year, .quarter, .month].contains(first) {
      return nameList
    }
    return query.dimensions.count == 2
      ? isTime(1) ? "\(totalOrder), name2" : "\(totalOrder), facts DESC, name2"
      : "\(unknownLast)facts DESC, name1, named.k1"
  }

  /// What is not known comes behind what is, however much it is.
  private var unknownLast: SQLText { "name1 = 'unknown', " }

  /// The first key by its whole.
  private var totalOrder: SQLText { "\(unknownLast)sum(facts) OVER (PARTITION BY named.k1) DESC, name1, named.k1" }

  func isTime(_ index: Int) -> Bool { [.year, .quarter, .month].contains(query.dimensions[index]) }

  // MARK: What rows are grouped by

  private var nameColumns: [SQLText] {
    let names: [SQLText] = ["name1", "name2"]
    return Array(names.prefix(query.dimensions.count))
  }

  private var nameList: SQLText { SQLText.joined(nameColumns, by: ", ") }

  /// The keys with their names: `k1, ifnull(…, 'unknown') AS name1, `.
  private var names: SQLText {
    let columns = zip(query.dimensions, zip(keys, nameColumns)).map { dimension, columns -> SQLText in
      let (key, name) = columns
      return "\(key), ifnull(\(words(of: key, dimension)), 'unknown') AS \(name)"
    }
    return listed(columns)
  }

  /// What a key is called: groups are made by codes and rows of `actors`, which get their names when they are made.
  func words(of key: SQLText, _ dimension: TypedQuery.Dimension) -> SQLText {
    switch dimension {
    case .country: "ifnull((SELECT name FROM countries WHERE code = \(key)), \(key))"
    case .actor, .maker, .lead, .speaker, .recipient:
      "iif(typeof(\(key)) = 'integer', (SELECT name FROM actors WHERE id = \(key)), \(key))"
    case .document: "(SELECT source FROM documents INDEXED BY documents_id WHERE id = \(key))"
    default: key
    }
  }

  var keyColumns: [SQLText] {
    zip(query.dimensions, keys).map { dimension, key in "\(expression(dimension)) AS \(key)" as SQLText }
  }

  func expression(_ dimension: TypedQuery.Dimension) -> SQLText {
    switch dimension {
    case .country: country
    case .actor, .maker, .lead, .speaker: sql.agentKey
    case .recipient: "ifnull(r.actor_id, r.surface)"
    case .kind: query.subject == .statements ? "iif(f.direct, 'quoted', 'reported')" : "f.kind"
    case .status: "f.status"
    case .year, .quarter, .month: Self.period(dimension, of: sql.firstDay)
    case .place: "f.place"
    case .unit: query.subject == .operations ? "u.unit" : "f.unit"
    case .currency: "f.currency"
    case .publisher: "d.publisher"
    case .document: query.subject == .actors ? "n.document_id" : "f.document_id"
    }
  }

  /// The year, quarter or month of a day.
  static func period(_ dimension: TypedQuery.Dimension, of day: SQLText) -> SQLText {
    switch dimension {
    case .year: "substr(\(day), 1, 4)"
    case .quarter: "substr(\(day), 1, 4) || '-Q' || ((substr(\(day), 6, 2) + 2) / 3)"
    default: "substr(\(day), 1, 7)"
    }
  }

  /// The country that a row counts for: the maker's or speaker's, or where a thing happened.
  private var country: SQLText {
    query.subject == .commitments || query.subject == .statements ? Self.country("a") : "f.country_code"
  }

  /// The tables that the keys need besides the facts.
  var joins: SQLText {
    var joins = SQLText.empty
    if query.dimensions.contains(.publisher) { joins += sql.documentJoin }
    if joinsParties || query.subject == .actors { joins += sql.partyJoins }
    if query.dimensions.contains(.recipient), let parties = sql.parties {
      joins += """

          LEFT JOIN \(parties.table) AS r ON r.\(parties.fact) = f.id AND r.role \(parties.recipients)
        """
    }
    if query.dimensions.contains(.unit), query.subject == .operations {
      joins += "\n  LEFT JOIN operation_outcomes AS u ON u.operation_id = f.id"
    }
    return joins
  }
}
