internal import CSQLite

/// What a statement is about to do, as SQLite's authorizer tells it.
public struct AuthorizerAction: Sendable, Hashable {
  /// The action's number, such as `SQLITE_READ` (https://www.sqlite.org/c3ref/c_alter_table.html).
  public var code: Code
  /// The first detail: a table, a pragma, …
  public var first: String?
  /// The second detail: a column, a function, …
  public var second: String?

  /// Makes an action.
  public init(code: Code, first: String? = nil, second: String? = nil) {
    self.code = code
    self.first = first
    self.second = second
  }

  /// The kind of an action.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// SQLite's number.
    public let rawValue: Int32

    /// Any action.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// A `SELECT`.
    public static let select = Code(rawValue: SQLITE_SELECT)
    /// Reading the column `second` of the table `first`.
    public static let read = Code(rawValue: SQLITE_READ)
    /// Calling the function `second`.
    public static let function = Code(rawValue: SQLITE_FUNCTION)
    /// A recursive common table expression.
    public static let recursive = Code(rawValue: SQLITE_RECURSIVE)
    /// The pragma `first` with the argument `second`.
    public static let pragma = Code(rawValue: SQLITE_PRAGMA)
  }
}

/// An authorizer's answer.
public enum AuthorizerDecision: Sendable, Hashable {
  case allow
  /// The statement fails with `.unauthorized`.
  case deny
}

/// The callbacks of one connection, and what they need to live.
///
/// SQLite holds plain pointers to the boxes; the boxes live here, as long as the connection's value does, and the
/// callbacks run only inside calls on it.
final class Hooks {
  private final class Authorizer {
    let decide: (AuthorizerAction) -> AuthorizerDecision
    init(_ decide: @escaping (AuthorizerAction) -> AuthorizerDecision) { self.decide = decide }
  }

  private final class Deadline {
    let instant: ContinuousClock.Instant
    init(_ instant: ContinuousClock.Instant) { self.instant = instant }
  }

  /// So many steps of SQLite's virtual machine, some 10 µs, lie between two looks at the clock.
  private static let stepsBetweenLooks: Int32 = 1_000
  private var authorizer: Authorizer?
  private var deadline: Deadline?

  func setAuthorizer(_ decide: ((AuthorizerAction) -> AuthorizerDecision)?, on database: OpaquePointer) {
    guard let decide else {
      unsafe sqlite3_set_authorizer(database, nil, nil)
      authorizer = nil
      return
    }
    let box = Authorizer(decide)
    unsafe sqlite3_set_authorizer(
      database,
      { context, code, first, second, _, _ in
        guard let context = unsafe context else { return SQLITE_DENY }
        let box = unsafe Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue()
        let action = AuthorizerAction(
          code: AuthorizerAction.Code(rawValue: code), first: unsafe first.map { unsafe String(cString: $0) },
          second: unsafe second.map { unsafe String(cString: $0) })
        return box.decide(action) == .allow ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(box).toOpaque())
    authorizer = box
  }

  func setDeadline(_ instant: ContinuousClock.Instant?, on database: OpaquePointer) {
    guard let instant else {
      unsafe sqlite3_progress_handler(database, 0, nil, nil)
      deadline = nil
      return
    }
    let box = Deadline(instant)
    unsafe sqlite3_progress_handler(
      database, Self.stepsBetweenLooks,
      { context in
        guard let context = unsafe context else { return 1 }
        let box = unsafe Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue()
        return ContinuousClock.now < box.instant ? 0 : 1
      }, Unmanaged.passUnretained(box).toOpaque())
    deadline = box
  }
}
