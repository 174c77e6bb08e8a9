extension Connection {
  /// When a transaction takes its lock.
  public enum TransactionKind: Sendable, Hashable {
    /// With its first read, for reading, or its first write.
    case deferred
    /// At once, for writing: never fails halfway because another writes.
    case immediate
  }

  /// Runs `body` in a transaction: committed at its end, rolled back when it throws or the commit fails.
  public func transaction<Result>(
    _ kind: TransactionKind = .immediate, _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try run(kind == .immediate ? "BEGIN IMMEDIATE" : "BEGIN")
    do throws(SQLiteError) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // A full disk and the like have rolled back already. The first failure is the one to report.
      if !isAutocommitting { try? run("ROLLBACK") }
      throw error
    }
  }

  /// Runs `body` in a savepoint inside a transaction: what it wrote is undone when it throws.
  ///
  /// Savepoints nest; SQLite takes the innermost of a name.
  public func savepoint<Result>(_ body: () throws(SQLiteError) -> Result) throws(SQLiteError) -> Result {
    try run("SAVEPOINT inner_step")
    do throws(SQLiteError) {
      let result = try body()
      try run("RELEASE inner_step")
      return result
    } catch {
      if !isAutocommitting {
        try? run("ROLLBACK TO inner_step")
        try? run("RELEASE inner_step")
      }
      throw error
    }
  }
}
