internal import CSQLite

extension Connection {
  /// Copies the whole database over `destination`, as of one moment, while others read and write this one.
  ///
  /// With a write-ahead log nobody waits for it.
  public func backup(to destination: borrowing Connection) throws(SQLiteError) {
    guard let backup = unsafe sqlite3_backup_init(destination.handle, "main", handle, "main") else {
      throw unsafe SQLiteError(destination.handle, sqlite3_errcode(destination.handle))
    }
    // All pages in one step: a step that stops halfway starts over whenever somebody writes.
    let stepped = unsafe sqlite3_backup_step(backup, -1)
    let finished = unsafe sqlite3_backup_finish(backup)
    guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
      throw unsafe SQLiteError(destination.handle, finished == SQLITE_OK ? stepped : finished)
    }
  }
}
