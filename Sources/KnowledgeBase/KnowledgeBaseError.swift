internal import SQLite

/// A failure of the knowledge base: what failed, on which file, and what to do, in one line.
public struct KnowledgeBaseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of a failure.
  public enum Code: Sendable, Hashable {
    /// There is no such file.
    case notFound
    /// The file is no SQLite database, or one of another program.
    case notAKnowledgeBase
    /// A newer `kb` wrote the file.
    case newerSchema
    /// The file's migrations are not the ones that this `kb` knows.
    case alteredSchema
    /// Another process writes to the file.
    case busy
    /// The file or its folder may not be written.
    case notWritable
    /// The disk is full.
    case diskFull
    /// The file is damaged.
    case damaged
    /// The query took longer than allowed.
    case timedOut
    /// The query does what it may not.
    case refused
    /// The SQL is wrong.
    case invalidSQL
    /// Anything else that SQLite reports.
    case database
  }

  /// What kind of failure it is.
  public var code: Code
  /// What failed, where, and what to do, in one line.
  public var description: String

  /// Makes an error.
  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}

extension KnowledgeBaseError {
  /// What a failure of SQLite on the file at `path` means to the user.
  init(_ error: SQLiteError, path: String) {
    let (code, text): (Code, String) =
      switch error.code {
      case .busy, SQLiteError.Code(rawValue: 6):
        (.busy, "another process is writing to it; try again when it is done")
      case .full: (.diskFull, "the disk is full; free some space and run the same command again")
      case .corrupt:
        (.damaged, "the file is damaged (\(error.message)); restore a backup, or ingest the documents into a new file")
      case .notADatabase: (.notAKnowledgeBase, "this is no SQLite database; name another file with --db")
      case .readOnly: (.notWritable, "the file cannot be written; check its permissions and those of its folder")
      case .cannotOpen: (.notFound, "the file cannot be opened; check its name and its folder's permissions")
      case .inputOutput: (.database, "the system reports a read or write failure (\(error.message)); check the disk")
      case .interrupted: (.timedOut, "the query took longer than allowed; narrow it down or raise the limit")
      case .unauthorized: (.refused, "the query does what it may not (\(error.message)); only reading is allowed")
      default: (.database, "SQLite reports: \(error.message) (code \(error.code.rawValue))")
      }
    self.init(code, "\(path): \(text)")
  }
}
