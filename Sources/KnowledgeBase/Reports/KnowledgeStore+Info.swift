internal import SQLite

extension KnowledgeStore {
  /// Counts, versions and sizes.
  public func info() throws(KnowledgeBaseError) -> StoreInfo {
    try reporting { () throws(SQLiteError) in
      try connection.transaction(.deferred) { () throws(SQLiteError) in
        var tables: [StoreInfo.Count] = []
        for table in Self.countedTables {
          let count = try number("SELECT count(*) FROM \(table)")
          tables.append(StoreInfo.Count(name: table, count: count))
        }
        let extractors = try connection.all(
          "SELECT extractor_version, count(*) FROM documents GROUP BY extractor_version ORDER BY extractor_version"
        ) { row in StoreInfo.Count(name: row.text(at: 0), count: row.integer(at: 1)) }
        let sqlite = try connection.first("SELECT sqlite_version()") { row in row.text(at: 0) }
        let last = try connection.first("SELECT max(finished_at) FROM ingest_runs") { row in row.optionalText(at: 0) }
        return StoreInfo(
          path: path, size: try number("PRAGMA page_count") * number("PRAGMA page_size"),
          schemaVersion: try number("SELECT max(number) FROM schema_migrations"), sqliteVersion: sqlite ?? "",
          tables: tables, extractors: extractors, lastIngest: last ?? nil)
      }
    }
  }

  private static let countedTables = [
    "documents", "sentences", "actors", "events", "operations", "commitments", "statistics", "statements", "places",
    "countries", "ingest_runs", "ingest_problems",
  ]

  private func number(_ sql: String) throws(SQLiteError) -> Int {
    try connection.first(sql) { row in row.integer(at: 0) } ?? 0
  }
}
