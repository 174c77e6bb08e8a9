internal import PolicyModel
internal import SQLite

extension KnowledgeStore {
  /// Holds what is stored twice for the sake of speed against what it comes from: the days and copies of facts and
  /// parties, the repeats and numbers of parties, what stands with parties and outcomes, the sums of actors over their
  /// documents, and the counts and sums that questions read.
  func derivedFindings() throws(SQLiteError) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    for layout in FactLayout.all {
      let table = layout.table.rawValue
      try find("days or copies in \(table) are not those of facts and documents", Self.factDrift(layout), in: &findings)
      switch layout.parties {
      case .single: continue
      case .lists(let parties, let key, let roles):
        try findPartyDrift(table, parties, key, agent: roles[0].role, recipient: roles[1].role, in: &findings)
      case .roles(let parties, let key, _):
        try findPartyDrift(table, parties, key, agent: nil, recipient: "target", in: &findings)
      }
    }
    try find("sums over documents in actors are not those of their documents", Self.actorDrift, in: &findings)
    try find("makers in commitment_parties are not of their actors' countries", Self.makerDrift, in: &findings)
    try find("what stands in operation_outcomes is not that of operations", Self.outcomeDrift, in: &findings)
    try find("the index fact_sentences_fts has other sentences than facts have", Self.sentenceDrift, in: &findings)
    try find("numbers in fact_counts are not those of fact_contributions", Self.countDrift, in: &findings)
    try find("sums in figure_sums are not those of figure_contributions", Self.sumDrift, in: &findings)
    return findings
  }

  private func find(_ message: String, _ sql: String, in findings: inout [CheckFinding]) throws(SQLiteError) {
    let count = try connection.first(sql) { row throws(SQLiteError) in row.integer(at: 0) } ?? 0
    if count > 0 { findings.append(CheckFinding(check: .derived, message: "\(message): \(count) rows")) }
  }

  private static func factDrift(_ layout: FactLayout) -> String {
    let hasDays = layout.columns.contains { $0.name == "start_date" }
    let first = hasDays ? "ifnull(f.start_date, d.published_on)" : "d.published_on"
    let last = hasDays ? "coalesce(f.end_date, f.start_date, d.published_on)" : "d.published_on"
    return """
      SELECT count(*)
      FROM \(layout.table.rawValue) AS f
      JOIN documents AS d ON d.id = f.document_id
      WHERE (f.first_day, f.last_day, f.is_copy) IS NOT (\(first), \(last), d.duplicate_of IS NOT NULL)
      """
  }

  /// - Parameter agent: the role of the parties that act; nil where all do.
  private func findPartyDrift(
    _ table: String, _ parties: String, _ key: String, agent: String?, recipient: String,
    in findings: inout [CheckFinding]
  ) throws(SQLiteError) {
    let isSameRole = agent == nil ? "" : " AND q.role = p.role"
    let money = table == "commitments" ? ["amount", "currency"] : []
    let shared = ["first_day", "last_day", "is_copy", "kind", "status"] + money
    let own = shared.map { "p.\($0)" }.joined(separator: ", ")
    let fact = shared.map { "f.\($0)" }.joined(separator: ", ")
    try find(
      "days, kinds, money, copies or repeats in \(parties) are not those of facts",
      """
      SELECT count(*)
      FROM \(parties) AS p
      JOIN \(table) AS f ON f.id = p.\(key)
      WHERE (\(own)) IS NOT (\(fact))
        OR p.is_repeat <> EXISTS (
          SELECT 1
          FROM \(parties) AS q
          WHERE q.\(key) = p.\(key) AND q.ordinal < p.ordinal AND q.actor_id IS p.actor_id\(isSameRole)
            AND (q.actor_id IS NOT NULL OR q.surface = p.surface)
        )
      """, in: &findings)
    let acts = agent.map { " AND role = '\($0)'" } ?? ""
    try find(
      "numbers of parties in \(table) are not those of \(parties)",
      """
      SELECT count(*)
      FROM \(table) AS f
      WHERE f.agents <> (SELECT count(*) FROM \(parties) WHERE \(key) = f.id\(acts))
        OR f.recipients <> (SELECT count(*) FROM \(parties) WHERE \(key) = f.id AND role = '\(recipient)')
      """, in: &findings)
  }

  private static let actorDrift = """
    SELECT count(*)
    FROM actors AS a
    LEFT JOIN (
      SELECT n.actor_id, count(*) AS documents, min(d.published_on) AS first_day, max(d.published_on) AS last_day
      FROM document_actors AS n
      JOIN documents AS d ON d.id = n.document_id AND d.duplicate_of IS NULL
      GROUP BY n.actor_id
    ) AS s ON s.actor_id = a.id
    WHERE (a.documents, a.first_day, a.last_day) IS NOT (ifnull(s.documents, 0), s.first_day, s.last_day)
    """

  private static let makerDrift = """
    SELECT count(*)
    FROM commitment_parties AS p
    LEFT JOIN actors AS a ON a.id = p.actor_id AND p.role = 'maker'
    WHERE p.country_code IS NOT ifnull(a.country_code, iif(a.kind = 'international', 'international', NULL))
      OR p.is_country_repeat <> (p.role = 'maker' AND EXISTS (
        SELECT 1
        FROM commitment_parties AS q
        WHERE q.commitment_id = p.commitment_id AND q.ordinal < p.ordinal AND q.role = 'maker'
          AND q.country_code IS p.country_code
      ))
    """

  private static let outcomeDrift = """
    SELECT count(*)
    FROM operation_outcomes AS o
    JOIN operations AS f ON f.id = o.operation_id
    WHERE (o.kind, o.status, o.country_code, o.first_day, o.last_day, o.is_copy)
      IS NOT (f.kind, f.status, f.country_code, f.first_day, f.last_day, f.is_copy)
    """

  private static let sentenceDrift = """
    WITH stated (id) AS (
      SELECT sentence_id FROM events
      UNION SELECT sentence_id FROM operations
      UNION SELECT sentence_id FROM commitments
      UNION SELECT sentence_id FROM statistics
      UNION SELECT sentence_id FROM statements
    )
    SELECT (SELECT count(*) FROM stated WHERE id NOT IN (SELECT id FROM fact_sentences_fts_docsize))
      + (SELECT count(*) FROM fact_sentences_fts_docsize WHERE id NOT IN (SELECT id FROM stated))
    """

  private static let keys = "fact_table, dimension, value, kind, status, first_period, last_period"

  /// A day that is a bound may lie before the first fact, or behind the last.
  private static let countDrift = """
    WITH n AS MATERIALIZED (
      SELECT \(keys), count(*) AS facts, min(first_day) AS first_day, max(last_day) AS last_day
      FROM fact_contributions
      GROUP BY \(keys)
    )
    SELECT abs((SELECT count(*) FROM fact_counts) - (SELECT count(*) FROM n)) + (
      SELECT count(*)
      FROM n
      LEFT JOIN fact_counts AS c USING (\(keys))
      WHERE c.facts IS NOT n.facts
        OR iif(c.first_is_bound, c.first_day > n.first_day, c.first_day IS NOT n.first_day)
        OR iif(c.last_is_bound, c.last_day < n.last_day, c.last_day IS NOT n.last_day)
    )
    """

  /// Sums of binary fractions depend on the order in which they were made.
  private static let sumDrift = """
    WITH n AS MATERIALIZED (
      SELECT \(keys), unit, count(*) AS figures, sum(total) AS total
      FROM figure_contributions
      GROUP BY \(keys), unit
    )
    SELECT abs((SELECT count(*) FROM figure_sums) - (SELECT count(*) FROM n)) + (
      SELECT count(*)
      FROM n
      LEFT JOIN figure_sums AS s USING (\(keys), unit)
      WHERE s.figures IS NOT n.figures OR abs(s.total - n.total) > 1e-9 * (abs(s.total) + abs(n.total)) + 1e-6
    )
    """
}
