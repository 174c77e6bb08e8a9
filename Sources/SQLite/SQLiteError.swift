internal import CSQLite

/// A failure of SQLite: its extended code, its message, and the SQL that it concerns.
public struct SQLiteError: Error, Sendable, Hashable {
  /// SQLite's extended result code, such as `SQLITE_CONSTRAINT_UNIQUE` (https://www.sqlite.org/rescode.html).
  public var code: Code
  /// What SQLite says about it, in small letters and without a full stop.
  public var message: String
  /// The statement that failed, if one did.
  public var sql: String?
  /// The byte of `sql` where the parser stopped, if it says so.
  public var offset: Int?

  /// Makes an error.
  public init(_ code: Code, _ message: String, sql: String? = nil, offset: Int? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
    self.offset = offset
  }

  /// A result code. As a pattern, a primary code matches each of its extended codes: `case .busy` matches
  /// `SQLITE_BUSY_SNAPSHOT`.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The number.
    public let rawValue: Int32

    /// Any code.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The code without its extension: the lowest eight bits.
    public var primary: Code { Code(rawValue: rawValue & 0xFF) }

    /// An error in the SQL, or a missing table or column.
    public static let error = Code(rawValue: SQLITE_ERROR)
    /// The authorizer said no.
    public static let unauthorized = Code(rawValue: SQLITE_AUTH)
    /// Another connection holds the lock, longer than the busy timeout.
    public static let busy = Code(rawValue: SQLITE_BUSY)
    /// The deadline passed.
    public static let interrupted = Code(rawValue: SQLITE_INTERRUPT)
    /// A write to a read-only database.
    public static let readOnly = Code(rawValue: SQLITE_READONLY)
    /// The system failed to read or write.
    public static let inputOutput = Code(rawValue: SQLITE_IOERR)
    /// The file is damaged.
    public static let corrupt = Code(rawValue: SQLITE_CORRUPT)
    /// The disk or the quota is full.
    public static let full = Code(rawValue: SQLITE_FULL)
    /// The file cannot be opened.
    public static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
    /// A constraint does not hold.
    public static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
    /// The file is no SQLite database.
    public static let notADatabase = Code(rawValue: SQLITE_NOTADB)
    /// The program used the interface wrongly.
    public static let misuse = Code(rawValue: SQLITE_MISUSE)
    /// A value is too big.
    public static let tooBig = Code(rawValue: SQLITE_TOOBIG)

    /// Whether `code` is `pattern` or one of its extended codes.
    public static func ~= (pattern: Code, code: Code) -> Bool {
      pattern == code || pattern.rawValue == code.primary.rawValue
    }
  }
}

extension SQLiteError: CustomStringConvertible {
  /// The message with its code, and the SQL with a caret below the byte where the parser stopped.
  public var description: String {
    // SQLite repeats the word at fault, however long it is.
    let words = message.utf8.count <= Self.shown ? message : Self.text(Array(message.utf8)[..<Self.shown]) + " …"
    guard let sql else { return "\(words) (SQLite code \(code.rawValue))" }
    return "\(words) (SQLite code \(code.rawValue)) in\n\(excerpt(of: sql))"
  }

  /// So much of a long statement is shown: bytes before and behind the place of the failure.
  private static let shown = 400

  /// The SQL around the failure up to the end of its line, with a caret; its beginning where the place is not known.
  private func excerpt(of sql: String) -> String {
    let bytes = Array(sql.utf8)
    guard let offset, 0...bytes.count ~= offset else {
      return bytes.count <= Self.shown ? sql : Self.text(bytes[..<Self.shown]) + " …"
    }
    let first = max(0, offset - Self.shown)
    let start = bytes[first..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? first
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    let last = min(end, offset + Self.shown)
    let (before, behind) = (first > 0 ? "… " : "", last < end ? " …" : "")
    let column = Self.text(bytes[start..<offset]).count + (start == first ? before.count : 0)
    return before + Self.text(bytes[first..<last]) + behind + "\n" + String(repeating: " ", count: column) + "^"
  }

  /// Bytes as text; a character that is cut at an end is left out.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let isInside: (UInt8) -> Bool = { $0 & 0xC0 == 0x80 }
    return String(decoding: bytes.drop(while: isInside), as: UTF8.self)
  }
}
