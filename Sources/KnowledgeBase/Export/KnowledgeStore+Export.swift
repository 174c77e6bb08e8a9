internal import SQLite

extension KnowledgeStore {
  /// Hands the record of each document to `write`, by source, all as of one moment; `write` may throw to stop.
  ///
  /// Nothing in it depends on row ids or on the order of ingestion.
  public func export(
    tables: Set<ExportRecord.Table> = Set(ExportRecord.Table.allCases),
    to write: (ExportRecord) throws(KnowledgeBaseError) -> Void
  ) throws(KnowledgeBaseError) {
    // A failure of `write` must not turn into one of the database on its way through the transaction.
    var stop: KnowledgeBaseError?
    try reporting { () throws(SQLiteError) in
      try connection.transaction(.deferred) { () throws(SQLiteError) in
        let ids = try connection.all("SELECT id FROM documents ORDER BY source") { row in row.integer(at: 0) }
        for id in ids {
          guard let rows = try rows(ofDocument: id) else { continue }
          do throws(KnowledgeBaseError) {
            try write(ExportRecord(rows, tables: tables))
          } catch {
            stop = error
            return
          }
        }
      }
    }
    if let stop { throw stop }
  }
}
