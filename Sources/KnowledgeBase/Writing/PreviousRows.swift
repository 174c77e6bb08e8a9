internal import PolicyModel
internal import SQLite

/// What is stored of a document that is about to be replaced.
struct PreviousRows {
  /// The document.
  let id: Int
  /// The SHA-256 of its bytes.
  let sha256: String
  /// The id of each fact by its fingerprint, in the order of `FactLayout.all`.
  let factIDs: [[String: Int]]
  /// The actors that it names.
  let actors: Set<Int>
  /// The places that it names.
  let places: Set<Int>
}

extension KnowledgeStore {
  /// What is stored of a source, or nil where it is new.
  func previousRows(of source: String) throws(SQLiteError) -> PreviousRows? {
    let found = try connection.first("SELECT id, sha256 FROM documents WHERE source = ?", [.text(source)]) { row in
      (id: row.integer(at: 0), sha256: row.text(at: 1))
    }
    guard let found else { return nil }
    var factIDs: [[String: Int]] = []
    for statements in FactStatements.all {
      var ids: [String: Int] = [:]
      try connection.query(statements.identities, [Value(found.id)]) { row in
        ids[row.text(at: 1)] = row.integer(at: 0)
      }
      factIDs.append(ids)
    }
    return PreviousRows(
      id: found.id, sha256: found.sha256, factIDs: factIDs,
      actors: try ids("SELECT actor_id FROM document_actors WHERE document_id = ?", found.id),
      places: try placeIDs(ofDocument: found.id))
  }

  private func placeIDs(ofDocument id: Int) throws(SQLiteError) -> Set<Int> {
    var places: Set<Int> = []
    for layout in FactLayout.all where layout.hasPlace {
      places.formUnion(
        try ids(
          "SELECT place_id FROM \(layout.table.rawValue) WHERE document_id = ? AND place_id IS NOT NULL", id))
    }
    return places
  }

  private func ids(_ sql: String, _ document: Int) throws(SQLiteError) -> Set<Int> {
    Set(try connection.all(sql, [Value(document)]) { row in row.integer(at: 0) })
  }

  /// Removes everything that hangs on a document; its own row and its place in the full-text index stay.
  func removeContents(ofDocument id: Int) throws(SQLiteError) {
    try uncount(document: id)
    for statements in FactStatements.all { try connection.run(statements.delete, Value(id)) }
    try connection.run("DELETE FROM document_actors WHERE document_id = ?", Value(id))
    try connection.run("DELETE FROM sentences WHERE document_id = ?", Value(id))
  }

  /// Removes actors and places that no document names any more, and forgets countries that none gives an actor.
  func tidyUp(actors: Set<Int>, places: Set<Int>) throws(SQLiteError) {
    for actor in actors.sorted() {
      try connection.run(
        "DELETE FROM actors WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM document_actors WHERE actor_id = ?1)",
        Value(actor))
      let isOfNoCountry = try connection.first(
        """
        SELECT 1 FROM actors
        WHERE id = ?1 AND country_code NOT IN (SELECT country_code FROM document_actors
          WHERE actor_id = ?1 AND country_code IS NOT NULL)
        """, [Value(actor)]
      ) { row throws(SQLiteError) in true }
      guard isOfNoCountry == true else { continue }
      try uncountCommitments(ofActor: actor)
      try connection.run(
        """
        UPDATE actors
        SET country_code = (SELECT min(country_code) FROM document_actors WHERE actor_id = ?1)
        WHERE id = ?1
        """, Value(actor))
    }
    for place in places.sorted() {
      try connection.run(
        """
        DELETE FROM places
        WHERE id = ?1
          AND NOT EXISTS (SELECT 1 FROM events WHERE place_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM operations WHERE place_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM statistics WHERE place_id = ?1)
        """, Value(place))
    }
  }
}
