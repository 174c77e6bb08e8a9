internal import SQLite

extension KnowledgeStore {
  /// Keeps a question, in the place of one of the same name.
  public func save(_ question: SavedQuestion) throws(KnowledgeBaseError) {
    try reporting { () throws(SQLiteError) in
      try connection.run(
        """
        INSERT INTO saved_questions (name, language, text, saved_at)
        VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        ON CONFLICT (name) DO UPDATE
        SET language = excluded.language, text = excluded.text, saved_at = excluded.saved_at
        """, .text(question.name), .text(question.language.rawValue), .text(question.text))
    }
  }

  /// Forgets a question.
  ///
  /// - Returns: whether there was one of that name.
  public func removeSavedQuestion(named name: String) throws(KnowledgeBaseError) -> Bool {
    try reporting { () throws(SQLiteError) in
      try connection.run("DELETE FROM saved_questions WHERE name = ?", .text(name))
      return connection.changedRows > 0
    }
  }

  /// All questions that are kept, by name.
  public func savedQuestions() throws(KnowledgeBaseError) -> [SavedQuestion] {
    try reporting { () throws(SQLiteError) in
      let rows = try connection.all("SELECT name, language, text FROM saved_questions ORDER BY name") { row in
        (name: row.text(at: 0), language: row.text(at: 1), text: row.text(at: 2))
      }
      return rows.compactMap { row in
        SavedQuestion.Language(rawValue: row.language).flatMap {
          SavedQuestion(name: row.name, language: $0, text: row.text)
        }
      }
    }
  }

  /// The names that begin with what is typed: of actors, places and publishers, for completion.
  public func names(beginningWith beginning: String, limit: Int) throws(KnowledgeBaseError) -> [String] {
    let pattern = Value.text(NameResolver.escaped(beginning) + "%")
    return try reporting { () throws(SQLiteError) in
      try connection.all(
        """
        SELECT name FROM (SELECT DISTINCT name FROM actors WHERE name LIKE ?1 ESCAPE '\\' LIMIT ?2)
        UNION
        SELECT name FROM (SELECT DISTINCT name FROM places WHERE name LIKE ?1 ESCAPE '\\' LIMIT ?2)
        ORDER BY 1
        LIMIT ?2
        """, [pattern, Value(limit)]
      ) { row in row.text(at: 0) }
    }
  }

  /// The tables and views of the database with their columns, by name.
  public func tables() throws(KnowledgeBaseError) -> [(name: String, columns: [String])] {
    try reporting { () throws(SQLiteError) in
      var tables: [(name: String, columns: [String])] = []
      try connection.query(
        """
        SELECT t.name, c.name
        FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
        WHERE t.schema = 'main' AND t.type IN ('table', 'view', 'virtual') AND t.name NOT LIKE 'sqlite%'
        ORDER BY t.type, t.name, c.cid
        """
      ) { row in
        if tables.last?.name == row.text(at: 0) {
          tables[tables.count - 1].columns.append(row.text(at: 1))
        } else {
          tables.append((row.text(at: 0), [row.text(at: 1)]))
        }
      }
      return tables
    }
  }

  /// The SQL that made a table or view with its indexes; of everything for nil, empty where there is none of that name.
  public func schema(of name: String?) throws(KnowledgeBaseError) -> [String] {
    try reporting { () throws(SQLiteError) in
      try connection.all(
        """
        SELECT sql || ';' FROM sqlite_schema
        WHERE sql IS NOT NULL AND name NOT LIKE '%\\_fts\\__%' ESCAPE '\\'
          AND (?1 IS NULL OR tbl_name = ?1 COLLATE NOCASE)
        ORDER BY tbl_name, type = 'index', name
        """, [Value(name)]
      ) { row in row.text(at: 0) }
    }
  }
}
