public import PolicyModel
internal import SQLite

/// The knowledge base in one file: stores what documents state, and gives it back.
///
/// It belongs to one thread or actor at a time. Every method throws ``KnowledgeBaseError`` with a line for the user;
/// a method that throws has changed nothing.
public final class KnowledgeStore {
  /// What a store may do with its file.
  public enum Mode: Sendable, Hashable {
    /// Read; the file must exist.
    case readOnly
    /// Read and write; a missing file is made, an older schema is brought up to date.
    case readWrite
  }

  /// The file, as it was given.
  public let path: String
  let connection: Connection
  let reference: ReferenceData
  /// The codes of `reference`, which are stored from the start.
  let knownCountries: Set<String>
  /// The kinds that were stored when the file was opened; kinds are never removed.
  private(set) var knownKinds: Set<KnownKind> = []
  /// The documents of the batch at hand that are not in the counts; none between batches.
  var pending = PendingCounts()

  /// Opens the knowledge base at `path`.
  ///
  /// - Parameter reference: the countries and places of the data files; they are needed for writing only.
  /// - Throws: `.notFound`, `.notAKnowledgeBase`, `.newerSchema`, … A file that is refused is left untouched.
  public init(path: String, mode: Mode, reference: ReferenceData = ReferenceData()) throws(KnowledgeBaseError) {
    self.path = path
    self.reference = reference
    self.knownCountries = Set(reference.countries.map(\.code.description))
    let reader = try Self.inspect(path, mode: mode)
    do throws(SQLiteError) {
      if mode == .readWrite {
        connection = try Connection(path: path, mode: reader == nil ? .create : .readWrite)
        try Self.prepareForWriting(connection)
      } else {
        if let reader { connection = reader } else { connection = try Self.openForReading(path) }
        try Self.prepareForReading(connection)
        // A question reads the system's copy of the file in place, rather than copying page by page.
        try connection.execute("PRAGMA mmap_size = 2147418112")
      }
    } catch {
      throw KnowledgeBaseError(error, path: path)
    }
    guard mode == .readWrite else { return }
    try storeCountries()
    knownKinds = try readKinds()
  }

  /// Runs `body` and says its failure in the user's words.
  func reporting<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(KnowledgeBaseError) -> Result {
    do throws(SQLiteError) {
      return try body()
    } catch {
      throw KnowledgeBaseError(error, path: path)
    }
  }

  private static func prepareForReading(_ connection: borrowing Connection) throws(SQLiteError) {
    connection.setBusyTimeout(milliseconds: Self.busyTimeout)
    // What a file's own schema says is not trusted to call functions with side effects.
    try connection.execute("PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384")
  }

  /// FULL, because what was reported as stored must survive a power cut; one fsync a batch costs a few milliseconds.
  /// The log is copied back after some 16 MB rather than SQLite's 4 MB, so that not every batch waits for it.
  private static func prepareForWriting(_ connection: borrowing Connection) throws(SQLiteError) {
    try prepareForReading(connection)
    try connection.execute("PRAGMA journal_mode = WAL")
    try connection.execute(
      """
      PRAGMA synchronous = FULL;
      PRAGMA wal_autocheckpoint = 4096;
      PRAGMA journal_size_limit = 67108864;
      PRAGMA cache_size = -32768
      """)
    try Migrator().migrate(connection)
    // Inside a transaction the pragma does nothing, and migrations may want references broken for a moment.
    try connection.execute("PRAGMA foreign_keys = ON")
  }

  /// How long a command waits for another's write: longer than any batch takes.
  static let busyTimeout = 10_000
}

@available(*, unavailable, message: "a store belongs to one thread or actor at a time")
extension KnowledgeStore: Sendable {}
