/// A statement that stays prepared. A class, because a dictionary cannot hold values that are not copyable.
final class CachedStatement {
  let statement: PreparedStatement
  init(_ statement: consuming PreparedStatement) { self.statement = statement }
}

/// The statements of one connection that nobody uses at the moment, by their SQL.
///
/// A statement that is lent is not in it, so that a query inside the loop of the same query gets one of its own.
final class StatementCache {
  /// More than the distinct statements of ours; an unbounded set of ad-hoc SQL does not grow it further.
  private static let capacity = 128
  private var idle: [String: CachedStatement] = [:]

  /// The idle statement of `sql`, which now belongs to the caller.
  func take(_ sql: String) -> CachedStatement? {
    idle.removeValue(forKey: sql)
  }

  /// Keeps a statement for the next time.
  func giveBack(_ entry: CachedStatement) {
    if idle.count >= Self.capacity { idle.removeAll(keepingCapacity: true) }
    idle[entry.statement.sql] = entry
  }
}
