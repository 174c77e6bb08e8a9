internal import PolicyModel
internal import SQLite

extension KnowledgeStore {
  /// What is stored of one document, or nil where there is no such row.
  func rows(ofDocument id: Int) throws(SQLiteError) -> DocumentRows? {
    let document = try connection.first(
      "SELECT source, title, published_on, text FROM documents WHERE id = ?", [Value(id)]
    ) { row in
      DocumentRows(
        source: row.text(at: 0), title: row.optionalText(at: 1), publishedOn: row.optionalText(at: 2),
        text: row.text(at: 3))
    }
    guard var rows = document else { return nil }
    rows.sentences = try connection.all(
      "SELECT start_offset, end_offset FROM sentences WHERE document_id = ? ORDER BY ordinal", [Value(id)]
    ) { row in row.range(at: 0) }
    let places = try readActors(ofDocument: id, into: &rows)
    for statements in FactStatements.all {
      rows.facts.append(try facts(ofDocument: id, statements, actors: places))
    }
    return rows
  }

  /// Reads the actors with their names and mentions.
  ///
  /// - Returns: the place of each actor's row in `rows.actors`.
  private func readActors(ofDocument id: Int, into rows: inout DocumentRows) throws(SQLiteError) -> [Int: Int] {
    var places: [Int: Int] = [:]
    var actors: [DocumentRows.ActorRow] = []
    try connection.query(
      """
      SELECT d.actor_id, d.name, a.name, a.kind, d.country_code
      FROM document_actors AS d JOIN actors AS a ON a.id = d.actor_id
      WHERE d.document_id = ? ORDER BY d.ordinal
      """, [Value(id)]
    ) { row in
      places[row.integer(at: 0)] = actors.count
      actors.append(
        DocumentRows.ActorRow(
          name: row.text(at: 1), identity: row.text(at: 2), kind: row.text(at: 3), country: row.optionalText(at: 4),
          aliases: [], roles: [], mentions: []))
    }
    try connection.query(
      "SELECT actor_id, alias FROM actor_aliases WHERE document_id = ? ORDER BY actor_id, ordinal", [Value(id)]
    ) { row in
      if let place = places[row.integer(at: 0)] { actors[place].aliases.append(row.text(at: 1)) }
    }
    try connection.query(
      "SELECT actor_id, title FROM actor_roles WHERE document_id = ? ORDER BY actor_id, ordinal", [Value(id)]
    ) { row in
      if let place = places[row.integer(at: 0)] { actors[place].roles.append(row.text(at: 1)) }
    }
    try connection.query(
      """
      SELECT actor_id, start_offset, end_offset, surface
      FROM actor_mentions WHERE document_id = ? ORDER BY actor_id, ordinal
      """, [Value(id)]
    ) { row in
      guard let place = places[row.integer(at: 0)] else { return }
      actors[place].mentions.append(
        DocumentRows.MentionRow(range: row.range(at: 1), surface: row.text(at: 3)))
    }
    rows.actors = actors
    return places
  }

  private func facts(
    ofDocument id: Int, _ statements: FactStatements, actors: [Int: Int]
  ) throws(SQLiteError) -> [DocumentRows.FactRow] {
    let layout = statements.layout
    var facts: [DocumentRows.FactRow] = []
    var places: [Int: Int] = [:]
    try connection.query(statements.select, [Value(id)]) { row in
      places[row.integer(at: 0)] = facts.count
      let first = 7
      var fact = DocumentRows.FactRow(
        sentence: row.integer(at: 1) - 1, evidence: row.text(at: 2), range: row.range(at: 3),
        confidence: row.real(at: 5), rule: row.text(at: 6),
        columns: (first..<first + layout.columns.count).map { row.value(at: $0) })
      if case .single(let role, _, _) = layout.parties {
        let surface = first + layout.columns.count
        if let words = row.optionalText(at: surface) {
          fact.parties = [
            DocumentRows.PartyRow(
              role: role, actor: row.optionalInteger(at: surface + 1).flatMap { actors[$0] }, surface: words)
          ]
        }
      }
      facts.append(fact)
    }
    if let select = statements.selectParties {
      try connection.query(select, [Value(id)]) { row in
        guard let place = places[row.integer(at: 0)] else { return }
        facts[place].parties.append(
          DocumentRows.PartyRow(
            role: row.text(at: 1), actor: row.optionalInteger(at: 2).flatMap { actors[$0] }, surface: row.text(at: 3)))
      }
    }
    if layout.table == .operations { try readOutcomes(ofDocument: id, into: &facts, places) }
    return facts
  }

  private func readOutcomes(
    ofDocument id: Int, into facts: inout [DocumentRows.FactRow], _ places: [Int: Int]
  ) throws(SQLiteError) {
    var outcomes: [(place: Int, outcome: DocumentRows.OutcomeRow)] = []
    try connection.query(
      """
      SELECT r.operation_id, r.value, r.unit
      FROM operations AS f JOIN operation_outcomes AS r ON r.operation_id = f.id
      WHERE f.document_id = ? ORDER BY r.operation_id, r.ordinal
      """, [Value(id)]
    ) { row in
      guard let place = places[row.integer(at: 0)] else { return }
      outcomes.append((place, DocumentRows.OutcomeRow(value: row.real(at: 1), unit: row.text(at: 2))))
    }
    for (place, outcome) in outcomes { facts[place].outcomes.append(outcome) }
  }
}

extension PreparedStatement {
  /// A range of two columns; empty where a damaged row has its bounds out of order.
  func range(at column: Int) -> Range<Int> {
    let start = integer(at: column)
    return start..<max(start, integer(at: column + 1))
  }
}
