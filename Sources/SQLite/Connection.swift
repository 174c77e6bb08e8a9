internal import CSQLite

/// One connection to a database file, owned: closed at the end of its life.
///
/// Use it from one thread at a time. Statements that it lends stay prepared for the next time (``withStatement``).
@safe public struct Connection: ~Copyable {
  /// How a file is opened.
  public enum Mode: Sendable, Hashable {
    /// The file must exist; nothing is written to it.
    case readOnly
    /// The file must exist, and nobody writes to it meanwhile: the only way to read one with a write-ahead log in a
    /// folder that may not be written.
    case immutable
    /// The file must exist.
    case readWrite
    /// A missing file is made.
    case create
  }

  let handle: OpaquePointer
  private let cache: StatementCache
  private let hooks: Hooks

  /// Opens the file at `path`, or a database in memory for `:memory:`.
  ///
  /// SQLite reads the file only when a statement first needs it: a file that is no database fails then.
  public init(path: String, mode: Mode = .create) throws(SQLiteError) {
    let access =
      switch mode {
      case .readOnly: SQLITE_OPEN_READONLY
      case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var opened: OpaquePointer?
    let name = mode == .immutable ? Self.uri(path) + "?immutable=1" : path
    let code = unsafe sqlite3_open_v2(name, &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      let error = unsafe SQLiteError(opened, code)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe self.handle = unsafe opened
    self.cache = StatementCache()
    self.hooks = Hooks()
  }

  /// The path as a `file:` URI, in which only letters, digits and a few signs stand for themselves.
  private static func uri(_ path: String) -> String {
    var bytes = Array("file:".utf8)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: bytes.append(byte)
      default: bytes += Array("%\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // Cached statements may die after this; the last of them then frees the connection (sqlite3_close_v2).
  deinit { unsafe sqlite3_close_v2(handle) }

  /// Waits up to so many milliseconds for the locks of others, instead of failing at once.
  public func setBusyTimeout(milliseconds: Int) {
    unsafe sqlite3_busy_timeout(handle, Int32(clamping: milliseconds))
  }

  // MARK: Running SQL

  /// Runs every statement of a script without values.
  public func execute(_ script: String) throws(SQLiteError) {
    let code = unsafe sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe SQLiteError(handle, code, sql: script) }
  }

  /// Prepares a statement that is used once and belongs to the caller.
  public func prepare(_ sql: String) throws(SQLiteError) -> PreparedStatement {
    unsafe try PreparedStatement(sql, database: handle, isPersistent: false)
  }

  /// Lends the cached statement of `sql`, ready to bind and step, for the length of `body`.
  public func withStatement<Result>(
    _ sql: String, _ body: (borrowing PreparedStatement) throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    let entry: CachedStatement
    if let idle = cache.take(sql) {
      entry = idle
    } else {
      entry = CachedStatement(unsafe try PreparedStatement(sql, database: handle, isPersistent: true))
    }
    defer {
      entry.statement.reset()
      cache.giveBack(entry)
    }
    return try body(entry.statement)
  }

  /// Runs one statement to its end.
  public func run(_ sql: String, _ values: Value...) throws(SQLiteError) {
    try run(sql, values: values)
  }

  /// Runs one statement to its end.
  public func run(_ sql: String, values: [Value]) throws(SQLiteError) {
    try withStatement(sql) { statement throws(SQLiteError) in
      try statement.bind(values)
      while try statement.step() {}
    }
  }

  /// Hands each row of a query to `body`, in order.
  public func query(
    _ sql: String, _ values: [Value] = [], _ body: (borrowing PreparedStatement) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try withStatement(sql) { statement throws(SQLiteError) in
      try statement.bind(values)
      while try statement.step() { try body(statement) }
    }
  }

  /// What `read` makes of the first row of a query, or nil where there is none.
  public func first<Result>(
    _ sql: String, _ values: [Value] = [], _ read: (borrowing PreparedStatement) throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result? {
    try withStatement(sql) { statement throws(SQLiteError) in
      try statement.bind(values)
      return try statement.step() ? try read(statement) : nil
    }
  }

  /// What `read` makes of each row of a query, in order.
  public func all<Result>(
    _ sql: String, _ values: [Value] = [], _ read: (borrowing PreparedStatement) throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> [Result] {
    var results: [Result] = []
    try query(sql, values) { row throws(SQLiteError) in results.append(try read(row)) }
    return results
  }

  /// The row id of the last insert.
  public var lastInsertedRow: Int { Int(unsafe sqlite3_last_insert_rowid(handle)) }

  /// The number of rows that the last statement changed.
  public var changedRows: Int { Int(unsafe sqlite3_changes64(handle)) }

  /// Whether no transaction is open.
  public var isAutocommitting: Bool { unsafe sqlite3_get_autocommit(handle) != 0 }

  // MARK: Hooks

  /// Asks `decide` about everything that a statement may do, while it is prepared; nil allows all.
  public func setAuthorizer(_ decide: ((AuthorizerAction) -> AuthorizerDecision)?) {
    unsafe hooks.setAuthorizer(decide, on: handle)
  }

  /// Runs `body`; what it runs fails with `.interrupted` once `limit` has passed.
  public func withDeadline<Result>(
    after limit: Duration, _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    unsafe hooks.setDeadline(.now + limit, on: handle)
    defer { unsafe hooks.setDeadline(nil, on: handle) }
    return try body()
  }
}

@available(*, unavailable, message: "a connection belongs to one thread at a time")
extension Connection: Sendable {}
