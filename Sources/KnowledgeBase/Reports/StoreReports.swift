/// One thing that `kb check` found wrong.
public struct CheckFinding: Sendable, Hashable {
  /// What was checked.
  public enum Check: String, Sendable, Hashable, CaseIterable {
    case schema, integrity
    case foreignKeys = "foreign keys"
    case fullText = "full-text index"
    case sentences, evidence, mentions
    case derived = "derived columns"
  }

  /// The check that found it.
  public var check: Check
  /// What is wrong, and where, in one line.
  public var message: String
}

/// What is in a knowledge base.
public struct StoreInfo: Sendable, Hashable {
  /// A name with a number.
  public struct Count: Sendable, Hashable {
    /// A table or a version.
    public var name: String
    /// How many.
    public var count: Int
  }

  /// The file.
  public var path: String
  /// Its size in bytes, without the write-ahead log.
  public var size: Int
  /// The number of the last migration.
  public var schemaVersion: Int
  /// SQLite's version.
  public var sqliteVersion: String
  /// The rows of each table that a user knows, in the design's order.
  public var tables: [Count]
  /// The stored documents by the version that extracted them.
  public var extractors: [Count]
  /// When the last run finished, UTC; nil where none has.
  public var lastIngest: String?
}
