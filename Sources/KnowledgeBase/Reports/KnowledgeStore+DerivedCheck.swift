internal import PolicyModel
internal import SQLite

extension KnowledgeStore {
  /// Holds what is stored twice for the sake of speed against what it comes from: the days and copies of facts and
  /// parties, the repeats and numbers of parties, and the sums of actors over their documents.
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
    try find(
      "days, copies or repeats in \(parties) are not those of facts",
      """
      SELECT count(*)
      FROM \(parties) AS p
      JOIN \(table) AS f ON f.id = p.\(key)
      WHERE (p.first_day, p.last_day, p.is_copy) IS NOT (f.first_day, f.last_day, f.is_copy)
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
}
