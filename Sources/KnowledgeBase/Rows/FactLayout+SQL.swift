internal import PolicyModel

/// The statements that write and read one table of facts, made once from its layout. Every name in them is one of
/// ours; values are bound.
struct FactStatements: Sendable {
  let layout: FactLayout
  /// Inserts a fact: id or null, document, sentence, the layout's columns, place id, the single party's words and actor
  /// (the last three where the layout has them), evidence, its start and end, confidence, rule, fingerprint, first and
  /// last day, and where parties have a table the numbers of those that act and are acted upon.
  let insert: String
  /// Inserts a party: fact, ordinal, role, actor or null, words, first and last day of the fact, whether an earlier
  /// party is the same, the fact's kind and status, and where it may have money its amount and currency. Nil where
  /// parties have no table.
  let insertParty: String?
  /// The ids and fingerprints of a document's facts.
  let identities: String
  /// The facts of a document by id: id, sentence's ordinal, evidence, start, end, confidence, rule, the layout's
  /// columns, and the single party's words and actor.
  let select: String
  /// The parties of a document's facts: fact, role, actor, words; in order.
  let selectParties: String?
  /// Deletes a document's facts.
  let delete: String

  init(_ layout: FactLayout) {
    self.layout = layout
    let table = layout.table.rawValue
    let own = layout.columns.map(\.name)
    var single: [String] = []
    switch layout.parties {
    case .single(_, let surface, let actor):
      single = [surface, actor]
      insertParty = nil
      selectParties = nil
    case .lists(let parties, let key, _), .roles(let parties, let key, _):
      insertParty = Self.insertParty(into: parties, key, hasMoney: own.contains("amount"))
      selectParties = """
        SELECT p.\(key), p.role, p.actor_id, p.surface
        FROM \(table) AS f JOIN \(parties) AS p ON p.\(key) = f.id
        WHERE f.document_id = ? ORDER BY p.\(key), p.ordinal
        """
    }
    let inserted =
      ["id", "document_id", "sentence_id"] + own + (layout.hasPlace ? ["place_id"] : []) + single
      + ["evidence", "evidence_start", "evidence_end", "confidence", "rule", "fingerprint", "first_day", "last_day"]
      + (single.isEmpty ? ["agents", "recipients"] : [])
    let marks = Array(repeating: "?", count: inserted.count).joined(separator: ", ")
    insert = "INSERT INTO \(table) (\(inserted.joined(separator: ", "))) VALUES (\(marks))"
    identities = "SELECT id, fingerprint FROM \(table) WHERE document_id = ?"
    let read = (own + single).map { "f.\($0)" }.joined(separator: ", ")
    select = """
      SELECT f.id, s.ordinal, f.evidence, f.evidence_start, f.evidence_end, f.confidence, f.rule, \(read)
      FROM \(table) AS f JOIN sentences AS s ON s.id = f.sentence_id
      WHERE f.document_id = ? ORDER BY f.id
      """
    delete = "DELETE FROM \(table) WHERE document_id = ?"
  }

  private static func insertParty(into parties: String, _ key: String, hasMoney: Bool) -> String {
    let columns = "\(key), ordinal, role, actor_id, surface, first_day, last_day, is_repeat, kind, status"
    guard hasMoney else { return "INSERT INTO \(parties) (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" }
    return """
      INSERT INTO \(parties) (\(columns), amount, currency, country_code, is_country_repeat)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, c.code, ?3 = 'maker' AND EXISTS (
        SELECT 1 FROM \(parties) WHERE \(key) = ?1 AND role = 'maker' AND country_code IS c.code)
      FROM (
        SELECT (
          SELECT ifnull(country_code, iif(kind = 'international', 'international', NULL))
          FROM actors
          WHERE id = ?4 AND ?3 = 'maker'
        ) AS code
      ) AS c
      """
  }

  /// Those of every table of facts, in the order of `FactLayout.all`.
  static let all = FactLayout.all.map { FactStatements($0) }
}
