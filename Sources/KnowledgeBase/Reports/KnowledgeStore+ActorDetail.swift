internal import PolicyModel
internal import SQLite

extension KnowledgeStore {
  /// One actor, or nil where there is no such row.
  public func actor(id: Int) throws(KnowledgeBaseError) -> ActorDetail? {
    try reporting { () throws(SQLiteError) in
      try connection.transaction(.deferred) { () throws(SQLiteError) in
        let head = try connection.first(
          """
          SELECT a.name, a.kind, ifnull(c.name, a.country_code)
          FROM actors AS a LEFT JOIN countries AS c ON c.code = a.country_code
          WHERE a.id = ?
          """, [Value(id)]
        ) { row in (name: row.text(at: 0), kind: row.text(at: 1), country: row.optionalText(at: 2)) }
        guard let head else { return nil }
        return ActorDetail(
          id: id, name: head.name, kind: head.kind, country: head.country, aliases: try aliases(ofActor: id),
          offices: try offices(ofActor: id), appearances: try appearances(ofActor: id),
          involvement: try involvement(ofActor: id))
      }
    }
  }

  /// The actors of a name, alias or office, in any case: those that most documents name first.
  public func actors(
    named name: String
  ) throws(KnowledgeBaseError) -> [(id: Int, name: String, kind: String, country: String?)] {
    try reporting { () throws(SQLiteError) in
      let ids = try NameResolver.actors(named: name, in: self)
      let marks = SQLText.list(ids.map { .integer(Int64($0)) })
      let sql: SQLText = """
        SELECT id, name, kind, country_code
        FROM actors
        WHERE id IN \(marks)
        ORDER BY (SELECT count(*) FROM document_actors WHERE actor_id = actors.id) DESC, id
        """
      return try connection.all(sql.text, sql.values) { row in
        (id: row.integer(at: 0), name: row.text(at: 1), kind: row.text(at: 2), country: row.optionalText(at: 3))
      }
    }
  }

  /// The other names, and the names that documents prefer to the actor's own.
  private func aliases(ofActor id: Int) throws(SQLiteError) -> [String] {
    try connection.all(
      """
      SELECT l.alias
      FROM document_actors AS n
      JOIN actor_aliases AS l ON l.document_id = n.document_id AND l.actor_id = n.actor_id
      WHERE n.actor_id = ?1
      UNION
      SELECT name FROM document_actors WHERE actor_id = ?1 AND name <> (SELECT name FROM actors WHERE id = ?1)
      ORDER BY 1
      """, [Value(id)]
    ) { row in row.text(at: 0) }
  }

  private func offices(ofActor id: Int) throws(SQLiteError) -> [ActorDetail.Office] {
    try connection.all(
      """
      SELECT r.title, min(d.published_on), max(d.published_on), count(DISTINCT d.id)
      FROM document_actors AS n
      JOIN actor_roles AS r ON r.document_id = n.document_id AND r.actor_id = n.actor_id
      JOIN documents AS d ON d.id = n.document_id
      WHERE n.actor_id = ?
      GROUP BY r.title
      ORDER BY min(d.published_on) IS NULL, min(d.published_on), r.title
      """, [Value(id)]
    ) { row in
      ActorDetail.Office(
        title: row.text(at: 0), firstSeen: row.optionalText(at: 1), lastSeen: row.optionalText(at: 2),
        documents: row.integer(at: 3))
    }
  }

  private func appearances(ofActor id: Int) throws(SQLiteError) -> [ActorDetail.Appearance] {
    try connection.all(
      """
      SELECT
        d.source, d.title, d.published_on, d.publisher,
        (SELECT count(*) FROM actor_mentions WHERE document_id = d.id AND actor_id = n.actor_id)
      FROM document_actors AS n
      JOIN documents AS d ON d.id = n.document_id
      WHERE n.actor_id = ?
      ORDER BY d.published_on IS NULL, d.published_on, d.source
      """, [Value(id)]
    ) { row in
      ActorDetail.Appearance(
        document: DocumentSummary(
          source: row.text(at: 0), title: row.optionalText(at: 1), publishedOn: row.optionalText(at: 2),
          publisher: row.optionalText(at: 3)),
        mentions: row.integer(at: 4))
    }
  }

  private func involvement(ofActor id: Int) throws(SQLiteError) -> [ActorDetail.Involvement] {
    var involvement: [ActorDetail.Involvement] = []
    for layout in FactLayout.all {
      let sql =
        switch layout.parties {
        case .lists(let table, let key, _), .roles(let table, let key, _):
          "SELECT role, count(DISTINCT \(key)) FROM \(table) WHERE actor_id = ? GROUP BY role ORDER BY role"
        case .single(let role, _, let actor):
          "SELECT '\(role)', count(*) FROM \(layout.table.rawValue) WHERE \(actor) = ? HAVING count(*) > 0"
        }
      involvement += try connection.all(sql, [Value(id)]) { row in
        ActorDetail.Involvement(table: layout.table, role: row.text(at: 0), facts: row.integer(at: 1))
      }
    }
    return involvement
  }
}
