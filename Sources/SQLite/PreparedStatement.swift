internal import CSQLite

/// One prepared statement, owned: finalised at the end of its life. While it steps it is also the current row.
///
/// Parameters are numbered from 1 and columns from 0, as SQLite counts them. It must not outlive the use of its
/// connection by one thread at a time.
@safe public struct PreparedStatement: ~Copyable {
  private let handle: OpaquePointer
  /// The SQL as it was given.
  public let sql: String

  /// Prepares the one statement of `sql`; blanks and comments may follow it.
  ///
  /// - Throws: what the parser says, with the byte where it stopped; `.misuse` for no or several statements.
  init(_ sql: String, database: OpaquePointer, isPersistent: Bool) throws(SQLiteError) {
    unsafe self.handle = unsafe try Self.prepareOnly(sql, database: database, isPersistent: isPersistent)
    self.sql = sql
  }

  deinit { unsafe sqlite3_finalize(handle) }

  private static func prepareOnly(
    _ sql: String, database: OpaquePointer, isPersistent: Bool
  ) throws(SQLiteError) -> OpaquePointer {
    let (first, end) = unsafe try prepare(sql, from: 0, database: database, isPersistent: isPersistent)
    guard let first = unsafe first else { throw SQLiteError(.misuse, "there is no statement", sql: sql) }
    guard unsafe end == sql.utf8.count || isBlank(sql, from: end, database: database) else {
      unsafe sqlite3_finalize(first)
      throw SQLiteError(.misuse, "there is more than one statement", sql: sql, offset: end)
    }
    return unsafe first
  }

  /// Whether nothing but blanks and comments stands from a byte on; SQL that does not parse is something.
  private static func isBlank(_ sql: String, from start: Int, database: OpaquePointer) -> Bool {
    guard let (next, _) = try? unsafe prepare(sql, from: start, database: database, isPersistent: false) else {
      return false
    }
    unsafe sqlite3_finalize(next)
    return unsafe next == nil
  }

  private static func prepare(
    _ sql: String, from start: Int, database: OpaquePointer, isPersistent: Bool
  ) throws(SQLiteError) -> (OpaquePointer?, end: Int) {
    var handle: OpaquePointer?
    var end = start
    let flags = isPersistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    var sql = sql
    let code = sql.withUTF8 { bytes -> Int32 in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let base = characters.baseAddress else { return SQLITE_OK }
        var tail: UnsafePointer<CChar>?
        let code = unsafe sqlite3_prepare_v3(
          database, base + start, Int32(clamping: characters.count - start), flags, &handle, &tail)
        if let tail = unsafe tail { end = unsafe tail - base }
        return code
      }
    }
    guard code == SQLITE_OK else { throw unsafe SQLiteError(database, code, sql: sql, offsetBase: start) }
    return unsafe (handle, end)
  }

  // MARK: Running

  /// Whether it writes nothing to the database file.
  public var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(handle) != 0 }

  /// The number of parameters.
  public var parameterCount: Int { Int(unsafe sqlite3_bind_parameter_count(handle)) }

  /// The parameters' names without their first character (`:`, `@`, `$`), empty for `?`.
  public var parameterNames: [String] {
    (0..<Int32(parameterCount)).map { index in
      unsafe sqlite3_bind_parameter_name(handle, index + 1).map { unsafe String(String(cString: $0).dropFirst()) } ?? ""
    }
  }

  /// Goes to the next row: true if there is one, false at the end.
  public func step() throws(SQLiteError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw unsafe SQLiteError(sqlite3_db_handle(handle), code, sql: sql)
    }
  }

  /// Binds `values` to the parameters from the first on, runs to the end, and makes it ready to run again.
  public func run(_ values: Value...) throws(SQLiteError) {
    try bind(values)
    defer { reset() }
    while try step() {}
  }

  /// Makes it ready to run again and forgets the bound values.
  public func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  // MARK: Parameters

  /// Binds `values` to the parameters from the first on, each copied.
  ///
  /// - Throws: `.misuse` where their number is not that of the parameters.
  public func bind(_ values: [Value]) throws(SQLiteError) {
    guard values.count == parameterCount else {
      throw SQLiteError(.misuse, "\(values.count) values for \(parameterCount) parameters", sql: sql)
    }
    for index in 0..<values.count { try bind(values[index], at: index + 1) }
  }

  /// Binds one value, copied, to the parameter at `index`, 1 for the first.
  public func bind(_ value: Value, at index: Int) throws(SQLiteError) {
    let position = Int32(clamping: index)
    let code =
      switch value {
      case .null: unsafe sqlite3_bind_null(handle, position)
      case .integer(let number): unsafe sqlite3_bind_int64(handle, position, number)
      case .real(let number): unsafe sqlite3_bind_double(handle, position, number)
      case .text(let text): bind(text, at: position)
      case .blob(let bytes): bind(bytes, at: position)
      }
    guard code == SQLITE_OK else { throw unsafe SQLiteError(sqlite3_db_handle(handle), code, sql: sql) }
  }

  private func bind(_ text: String, at position: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        // A null pointer would bind null, and an empty text may have no address.
        guard let base = characters.baseAddress else {
          return unsafe sqlite3_bind_text(handle, position, "", 0, copied)
        }
        return unsafe sqlite3_bind_text64(
          handle, position, base, UInt64(characters.count), copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  private func bind(_ bytes: [UInt8], at position: Int32) -> Int32 {
    guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, position, 0) }
    return unsafe bytes.withUnsafeBytes {
      unsafe sqlite3_bind_blob64(handle, position, $0.baseAddress, UInt64($0.count), copied)
    }
  }

  /// `SQLITE_TRANSIENT`, a macro that Swift does not see: SQLite copies the bytes before the call returns.
  private var copied: sqlite3_destructor_type { unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  // MARK: Columns

  /// The number of columns; 0 for a statement that gives no rows.
  public var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  /// The columns' names.
  public var columnNames: [String] {
    (0..<Int32(columnCount)).map { index in
      unsafe sqlite3_column_name(handle, index).map { unsafe String(cString: $0) } ?? ""
    }
  }

  /// Whether the column of the current row is null.
  public func isNull(at column: Int) -> Bool { unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  /// The column as an integer; 0 for null.
  public func integer(at column: Int) -> Int { Int(unsafe sqlite3_column_int64(handle, Int32(column))) }

  /// The column as a number; 0 for null.
  public func real(at column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  /// The column as a text, empty for null; malformed UTF-8 becomes U+FFFD.
  public func text(at column: Int) -> String {
    // The order matters: sqlite3_column_bytes() counts what sqlite3_column_text() made.
    guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The column as an integer, or nil for null.
  public func optionalInteger(at column: Int) -> Int? { isNull(at: column) ? nil : integer(at: column) }

  /// The column as a number, or nil for null.
  public func optionalReal(at column: Int) -> Double? { isNull(at: column) ? nil : real(at: column) }

  /// The column as a text, or nil for null.
  public func optionalText(at column: Int) -> String? { isNull(at: column) ? nil : text(at: column) }

  /// The column as bytes, empty for null.
  public func blob(at column: Int) -> [UInt8] {
    guard let start = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The column in its own storage class.
  public func value(at column: Int) -> Value {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_FLOAT: .real(real(at: column))
    case SQLITE_TEXT: .text(text(at: column))
    case SQLITE_BLOB: .blob(blob(at: column))
    default: .null
    }
  }

  /// The current row's columns.
  public var row: [Value] { (0..<columnCount).map { value(at: $0) } }
}

@available(*, unavailable, message: "a statement belongs to its connection's thread")
extension PreparedStatement: Sendable {}

extension SQLiteError {
  /// The last failure of a connection.
  init(_ database: OpaquePointer?, _ code: Int32, sql: String? = nil, offsetBase: Int = 0) {
    let extended = unsafe database.map { unsafe sqlite3_extended_errcode($0) } ?? code
    let message = unsafe String(cString: database == nil ? sqlite3_errstr(code) : sqlite3_errmsg(database))
    let offset = unsafe database.map { Int(unsafe sqlite3_error_offset($0)) } ?? -1
    self.init(
      // A call that SQLite refuses as misuse leaves the connection's own code alone.
      Code(rawValue: extended & 0xFF == code & 0xFF ? extended : code),
      message, sql: sql, offset: sql == nil || offset < 0 ? nil : offset + offsetBase)
  }
}
