internal import Documents
internal import SQLite

extension KnowledgeStore {
  /// Reads the whole file and holds it against the schema, its own rules and the documents' texts.
  ///
  /// - Returns: nothing for a sound file.
  public func check() throws(KnowledgeBaseError) -> [CheckFinding] {
    try reporting { () throws(SQLiteError) in
      try finding(.integrity, integrityFindings) + finding(.schema, schemaFindings)
        + finding(.foreignKeys, foreignKeyFindings) + finding(.fullText, fullTextFindings)
        + finding(.evidence, textFindings) + finding(.derived, derivedFindings)
    }
  }

  /// A check's findings. Where damage stops it, that is one.
  private func finding(
    _ check: CheckFinding.Check, _ body: () throws(SQLiteError) -> [CheckFinding]
  ) throws(SQLiteError) -> [CheckFinding] {
    do throws(SQLiteError) {
      return try body()
    } catch  where SQLiteError.Code.corrupt ~= error.code || SQLiteError.Code.notADatabase ~= error.code {
      return [CheckFinding(check: check, message: error.message)]
    }
  }

  private func integrityFindings() throws(SQLiteError) -> [CheckFinding] {
    try connection.all("PRAGMA integrity_check") { row in row.text(at: 0) }.filter { $0 != "ok" }.map {
      CheckFinding(check: .integrity, message: $0)
    }
  }

  /// What differs from the schema that our migrations make in an empty database.
  private func schemaFindings() throws(SQLiteError) -> [CheckFinding] {
    let fresh = try Connection(path: ":memory:")
    try Migrator().migrate(fresh)
    let expected = try Schema.read(fresh)
    let found = try Schema.read(connection)
    return Set(expected.keys).union(found.keys).sorted().compactMap { name in
      switch (expected[name], found[name]) {
      case (_?, nil): CheckFinding(check: .schema, message: "\(name) is missing")
      case (nil, _?): CheckFinding(check: .schema, message: "\(name) is none of kb's")
      case (let a, let b): a == b ? nil : CheckFinding(check: .schema, message: "\(name) is not as kb makes it")
      }
    }
  }

  private func foreignKeyFindings() throws(SQLiteError) -> [CheckFinding] {
    try connection.all("PRAGMA foreign_key_check") { row in
      CheckFinding(
        check: .foreignKeys,
        message: "\(row.text(at: 0)), row \(row.integer(at: 1)): what it refers to in \(row.text(at: 2)) is gone")
    }
  }

  /// Holds the full-text index against the texts. FTS5 does that in the guise of an insert, which needs a file that
  /// may be written and its lock; so it runs on a temporary copy, and nobody waits.
  private func fullTextFindings() throws(SQLiteError) -> [CheckFinding] {
    let copy = try Connection(path: "")
    try connection.backup(to: copy)
    do throws(SQLiteError) {
      try copy.run("INSERT INTO documents_fts (documents_fts, rank) VALUES ('integrity-check', 1)")
      return []
    } catch  where SQLiteError.Code.corrupt ~= error.code {
      return [CheckFinding(check: .fullText, message: "the index is not that of the documents")]
    }
  }

  /// What does not re-read letter for letter from its document.
  private func textFindings() throws(SQLiteError) -> [CheckFinding] {
    try connection.transaction(.deferred) { () throws(SQLiteError) in
      var findings: [CheckFinding] = []
      for id in try connection.all("SELECT id FROM documents ORDER BY source", [], { row in row.integer(at: 0) }) {
        guard let rows = try rows(ofDocument: id) else { continue }
        findings += TextCheck(rows).findings
      }
      return findings
    }
  }
}

/// The tables, indexes, views and triggers of a database: their SQL by type and name.
enum Schema {
  static func read(_ connection: borrowing Connection) throws(SQLiteError) -> [String: String] {
    var schema: [String: String] = [:]
    // SQLite's own tables come and go with ANALYZE; automatic indexes have no SQL and follow from their tables.
    try connection.query(
      "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ) { row in schema[row.text(at: 0)] = row.text(at: 1) }
    return schema
  }
}
