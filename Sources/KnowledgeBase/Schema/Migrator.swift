internal import SQLite

/// Brings a file's schema up to date, or says why it will not.
struct Migrator {
  /// What the header of every knowledge base says (`PRAGMA application_id`): "kbdb" in ASCII.
  static let applicationID = 0x6B62_6462

  /// What a file is, as far as its header and `schema_migrations` tell.
  enum State: Equatable {
    /// A database without any table.
    case empty
    /// A knowledge base with the first so many migrations.
    case knowledgeBase(applied: Int)
    /// A database of something else.
    case foreign
    /// A knowledge base with migrations that we do not know.
    case newer(applied: Int)
    /// A migration of that name was edited after it was applied.
    case altered(name: String)
  }

  var migrations = Migration.all

  func state(of connection: borrowing Connection) throws(SQLiteError) -> State {
    let applicationID = try connection.first("PRAGMA application_id") { row in row.integer(at: 0) }
    guard applicationID == Self.applicationID else {
      let tables = try connection.first("SELECT count(*) FROM sqlite_schema") { row in row.integer(at: 0) }
      return applicationID == 0 && tables == 0 ? .empty : .foreign
    }
    let applied = try connection.all("SELECT number, name, checksum FROM schema_migrations ORDER BY number") { row in
      (number: row.integer(at: 0), name: row.text(at: 1), checksum: row.text(at: 2))
    }
    guard let last = applied.last else { return .foreign }
    guard last.number <= migrations.count else { return .newer(applied: last.number) }
    for (expected, found) in zip(migrations, applied) where expected.checksum != found.checksum {
      return .altered(name: found.name)
    }
    return .knowledgeBase(applied: applied.count)
  }

  /// Applies what is missing, in one transaction with its bookkeeping.
  ///
  /// One for all rather than one each: a process that is killed leaves the schema before or the schema after, never one
  /// between them that the reading commands could not use.
  func migrate(_ connection: borrowing Connection) throws(SQLiteError) {
    try connection.transaction { () throws(SQLiteError) in
      // Read again under the lock: another process may have been faster.
      let applied: Int
      switch try state(of: connection) {
      case .empty:
        applied = 0
        try start(connection)
      case .knowledgeBase(let count): applied = count
      case .foreign, .newer, .altered: return
      }
      for migration in migrations.dropFirst(applied) {
        try connection.execute(migration.sql)
        try connection.run(
          """
          INSERT INTO schema_migrations (number, name, checksum, applied_at)
          VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
          """, Value(migration.number), .text(migration.name), .text(migration.checksum))
      }
      if let table = try connection.first("PRAGMA foreign_key_check", [], { row in row.text(at: 0) }) {
        throw SQLiteError(.constraint, "the migrations would break references of the table \(table)")
      }
    }
  }

  private func start(_ connection: borrowing Connection) throws(SQLiteError) {
    try connection.execute("PRAGMA application_id = \(Self.applicationID)")
    try connection.execute(
      """
      CREATE TABLE schema_migrations (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,       -- the file of Migrations
        checksum TEXT NOT NULL,   -- of its text
        applied_at TEXT NOT NULL  -- UTC, ISO 8601
      ) STRICT
      """)
  }
}
