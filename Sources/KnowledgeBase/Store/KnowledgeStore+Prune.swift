internal import SQLite

extension KnowledgeStore {
  /// Removes the documents below `roots` (equal to one, or below it as a folder) that are not in `present`, and the
  /// problems of such sources.
  ///
  /// - Returns: the sources removed, sorted.
  public func prune(roots: [String], keeping present: Set<String>) throws(KnowledgeBaseError) -> [String] {
    func isGone(_ source: String) -> Bool {
      !present.contains(source)
        && roots.contains { root in source == root || source.hasPrefix(root.hasSuffix("/") ? root : root + "/") }
    }
    return try reporting { () throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        let gone = try connection.all("SELECT source FROM documents ORDER BY source") { row in row.text(at: 0) }
          .filter(isGone)
        for source in gone { try removeFromIndex(source) }
        pending = PendingCounts()
        for source in gone { try remove(source) }
        try countDocuments()
        let listed = try connection.all("SELECT DISTINCT source FROM ingest_problems") { row in row.text(at: 0) }
        for source in listed where isGone(source) {
          try connection.run("DELETE FROM ingest_problems WHERE source = ?", .text(source))
        }
        return gone
      }
    }
  }

  private func remove(_ source: String) throws(SQLiteError) {
    guard let previous = try previousRows(of: source) else { return }
    try removeContents(ofDocument: previous.id)
    // Without its original a copy is none.
    let copies = try connection.all("SELECT id FROM documents WHERE duplicate_of = ?", [Value(previous.id)]) {
      row throws(SQLiteError) in row.integer(at: 0)
    }
    for copy in copies { try uncount(document: copy) }
    try connection.run("DELETE FROM documents WHERE id = ?", Value(previous.id))
    try tidyUp(actors: previous.actors, places: previous.places)
    try markDuplicates(sha256: previous.sha256)
  }
}
