internal import SQLite

/// `fact_counts` and `figure_sums`, kept while documents are stored: what a document counts for is taken out before it is changed, and all
/// documents of a batch are counted at its end.
extension KnowledgeStore {
  private static let keys = "fact_table, dimension, value, kind, status, first_period, last_period"

  /// Takes a document out of the counts, unless it is out already; ``countDocuments()`` brings it back.
  func uncount(document id: Int) throws(SQLiteError) {
    let isWritten = pending.written.removeValue(forKey: id) != nil
    guard pending.uncounted.insert(id).inserted, !isWritten else { return }
    try connection.run(
      """
      INSERT INTO fact_counts (\(Self.keys), facts, first_day, last_day)
      SELECT \(Self.keys), -count(*), min(first_day), max(last_day)
      FROM fact_contributions
      WHERE document_id = ?
      GROUP BY \(Self.keys)
      ON CONFLICT DO UPDATE
      SET facts = facts + excluded.facts,
        first_is_bound = max(first_is_bound, ifnull(excluded.first_day = first_day, 0)),
        last_is_bound = max(last_is_bound, ifnull(excluded.last_day = last_day, 0))
      """, Value(id))
    try connection.run(
      """
      INSERT INTO figure_sums (\(Self.keys), unit, figures, total)
      SELECT \(Self.keys), unit, -count(*), -sum(total)
      FROM figure_contributions
      WHERE document_id = ?
      GROUP BY \(Self.keys), unit
      ON CONFLICT DO UPDATE SET figures = figures + excluded.figures, total = total + excluded.total
      """, Value(id))
  }

  /// Takes the documents out of the counts whose commitments an actor makes: its country is about to change.
  func uncountCommitments(ofActor id: Int) throws(SQLiteError) {
    let documents = try connection.all(
      """
      SELECT DISTINCT f.document_id
      FROM commitment_parties AS p
      JOIN commitments AS f ON f.id = p.commitment_id
      WHERE p.actor_id = ? AND p.role = 'maker'
      """, [Value(id)]
    ) { row throws(SQLiteError) in row.integer(at: 0) }
    for document in documents { try uncount(document: document) }
  }

  /// Counts all documents that are not counted.
  func countDocuments() throws(SQLiteError) {
    guard !pending.isEmpty else { return }
    try countWritten()
    let ids = pending.uncounted.sorted()
    pending = PendingCounts()
    // A list of values is looked up in each part of the view by index; a subquery would not be.
    for start in stride(from: 0, to: ids.count, by: Self.mostCounted) {
      let some = ids[start..<min(start + Self.mostCounted, ids.count)]
      let marks = Array(repeating: "?", count: some.count).joined(separator: ", ")
      try connection.run(
        """
        INSERT INTO fact_counts (\(Self.keys), facts, first_day, last_day)
        SELECT \(Self.keys), count(*), min(first_day), max(last_day)
        FROM fact_contributions
        WHERE document_id IN (\(marks))
        GROUP BY \(Self.keys)
        \(Self.addingCounts)
        """, values: some.map { Value($0) })
      try connection.run(
        """
        INSERT INTO figure_sums (\(Self.keys), unit, figures, total)
        SELECT \(Self.keys), unit, count(*), sum(total)
        FROM figure_contributions
        WHERE document_id IN (\(marks))
        GROUP BY \(Self.keys), unit
        \(Self.addingSums)
        """, values: some.map { Value($0) })
    }
    try connection.run("DELETE FROM fact_counts WHERE facts = 0")
    try connection.run("DELETE FROM figure_sums WHERE figures = 0")
  }

  /// Adds up what the documents that have just been written count for, and writes each row once.
  private func countWritten() throws(SQLiteError) {
    var counts: [CountKey: (facts: Int, first: String?, last: String?)] = [:]
    var sums: [CountKey: (figures: Int, total: Double)] = [:]
    // In the order in which they came, so that the file is the same each time.
    var (countKeys, sumKeys): ([CountKey], [CountKey]) = ([], [])
    for (_, document) in pending.written.sorted(by: { $0.key < $1.key }) {
      for (key, first, last) in document.facts {
        guard let found = counts[key] else {
          counts[key] = (1, first, last)
          countKeys.append(key)
          continue
        }
        counts[key] = (found.facts + 1, Self.least(found.first, first), Self.most(found.last, last))
      }
      for (key, value) in document.figures {
        guard let found = sums[key] else {
          sums[key] = (1, value)
          sumKeys.append(key)
          continue
        }
        sums[key] = (found.figures + 1, found.total + value)
      }
    }
    for key in countKeys {
      guard let count = counts[key] else { continue }
      try connection.run(
        """
        INSERT INTO fact_counts (\(Self.keys), facts, first_day, last_day)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        \(Self.addingCounts)
        """, values: key.values + [Value(count.facts), Value(count.first), Value(count.last)])
    }
    for key in sumKeys {
      guard let sum = sums[key] else { continue }
      try connection.run(
        """
        INSERT INTO figure_sums (\(Self.keys), unit, figures, total) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        \(Self.addingSums)
        """, values: key.values + [Value(sum.figures), .real(sum.total)])
    }
  }

  private static func least(_ a: String?, _ b: String?) -> String? { a.map { a in b.map { min(a, $0) } ?? a } ?? b }
  private static func most(_ a: String?, _ b: String?) -> String? { a.map { a in b.map { max(a, $0) } ?? a } ?? b }

  private static let addingCounts = """
    ON CONFLICT DO UPDATE
    SET first_is_bound = first_is_bound AND facts > 0 AND ifnull(excluded.first_day > first_day, 0),
      last_is_bound = last_is_bound AND facts > 0 AND ifnull(excluded.last_day < last_day, 0),
      first_day = iif(facts > 0, min(ifnull(first_day, excluded.first_day), excluded.first_day), excluded.first_day),
      last_day = iif(facts > 0, max(ifnull(last_day, excluded.last_day), excluded.last_day), excluded.last_day),
      facts = facts + excluded.facts
    """
  private static let addingSums = """
    ON CONFLICT DO UPDATE
    SET total = iif(figures > 0, total, 0) + excluded.total, figures = figures + excluded.figures
    """

  /// So many documents are counted by one statement.
  private static let mostCounted = 200

  /// Looks up the first and last days of which facts have gone; for the end of a run, as it reads the facts.
  func findCountedDays() throws(SQLiteError) {
    let groups = try connection.all(
      "SELECT DISTINCT fact_table, dimension FROM fact_counts WHERE first_is_bound OR last_is_bound"
    ) { row throws(SQLiteError) in [row.value(at: 0), row.value(at: 1)] }
    for group in groups {
      try connection.run(
        """
        UPDATE fact_counts
        SET first_day = n.earliest, last_day = n.latest, first_is_bound = 0, last_is_bound = 0
        FROM (
          SELECT value, kind, status, first_period, last_period, min(first_day) AS earliest, max(last_day) AS latest
          FROM fact_contributions
          WHERE fact_table = ?1 AND dimension = ?2
          GROUP BY value, kind, status, first_period, last_period
        ) AS n
        WHERE (fact_counts.first_is_bound OR fact_counts.last_is_bound)
          AND fact_counts.fact_table = ?1 AND fact_counts.dimension = ?2
          AND (fact_counts.value, fact_counts.kind, fact_counts.status, fact_counts.first_period, fact_counts.last_period)
            = (n.value, n.kind, n.status, n.first_period, n.last_period)
        """, values: group)
    }
  }

  /// Whether the first and last days of the counts are exact.
  var hasExactCounts: Bool {
    get throws(SQLiteError) {
      try connection.first(
        """
        SELECT 1 FROM fact_counts INDEXED BY fact_counts_bounds
        WHERE (first_is_bound OR last_is_bound) AND fact_table >= ''
        """
      ) { row throws(SQLiteError) in true } == nil
    }
  }
}
