internal import SQLite

extension KnowledgeStore {
  /// Looks at what lies at `path` without changing a byte.
  ///
  /// - Returns: a connection that reads the knowledge base there; nil where nothing or an empty file is there and `mode`
  ///   allows to make one.
  static func inspect(_ path: String, mode: Mode) throws(KnowledgeBaseError) -> Connection? {
    switch FileKind(path: path) {
    case .database: break
    case .missing where mode == .readWrite, .empty where mode == .readWrite: return nil
    case .missing: throw KnowledgeBaseError(.notFound, "\(path): no such file; make it with `kb ingest`")
    case .empty: throw KnowledgeBaseError(.notFound, "\(path): the file is empty; fill it with `kb ingest`")
    case .other: throw KnowledgeBaseError(.notAKnowledgeBase, "\(path): \(Self.notADatabase)")
    case .notAFile: throw KnowledgeBaseError(.notAKnowledgeBase, "\(path): this is no file; \(Self.nameAnother)")
    case .unreadable(let reason):
      throw KnowledgeBaseError(.notFound, "\(path): the file cannot be read (\(reason)); check its permissions")
    }
    let connection = try readerOfHeader(path)
    let state: Migrator.State
    do throws(SQLiteError) {
      state = try Migrator().state(of: connection)
    } catch {
      throw KnowledgeBaseError(error, path: path)
    }
    if try judge(state, path: path, mode: mode) { return nil }
    return connection
  }

  private static func readerOfHeader(_ path: String) throws(KnowledgeBaseError) -> Connection {
    do throws(SQLiteError) {
      return try openForReading(path)
    } catch {
      throw KnowledgeBaseError(error, path: path)
    }
  }

  /// A connection that has read the file's header and that writes nothing.
  static func openForReading(_ path: String) throws(SQLiteError) -> Connection {
    do throws(SQLiteError) {
      return try opened(path, mode: .readOnly)
    } catch  where SQLiteError.Code.cannotOpen ~= error.code && FileKind(path: path + "-wal") == .missing {
      // In a folder that may not be written a file with a write-ahead log can be read only as one that nobody changes.
      return try Connection(path: path, mode: .immutable)
    } catch  where SQLiteError.Code.readOnly ~= error.code && FileKind(path: path + "-journal") != .missing {
      // A process was killed while it made the file: SQLite must undo that before anybody can read.
      _ = try opened(path, mode: .readWrite).isAutocommitting
      return try opened(path, mode: .readOnly)
    }
  }

  private static func opened(_ path: String, mode: Connection.Mode) throws(SQLiteError) -> Connection {
    let connection = try Connection(path: path, mode: mode)
    connection.setBusyTimeout(milliseconds: busyTimeout)
    try connection.run("PRAGMA application_id")
    return connection
  }

  private static func judge(
    _ state: Migrator.State, path: String, mode: Mode
  ) throws(KnowledgeBaseError) -> Bool {
    switch state {
    case .empty where mode == .readWrite: return true
    case .empty: throw KnowledgeBaseError(.notFound, "\(path): the database is empty; fill it with `kb ingest`")
    case .foreign:
      throw KnowledgeBaseError(
        .notAKnowledgeBase, "\(path): this is the database of another program; \(Self.nameAnother)")
    case .newer(let applied):
      throw KnowledgeBaseError(
        .newerSchema,
        "\(path): a newer kb made this file (schema \(applied), known up to \(Migration.all.count)); update kb")
    case .altered(let name):
      throw KnowledgeBaseError(
        .alteredSchema, "\(path): its schema was made from another \(name) than this kb's; use the kb that made it")
    case .knowledgeBase(let applied):
      guard mode == .readWrite || applied == Migration.all.count else {
        throw KnowledgeBaseError(
          .alteredSchema, "\(path): an older kb made this file; bring it up to date with `kb ingest`")
      }
      return false
    }
  }

  private static let nameAnother = "name another file with --db"
  private static let notADatabase = "this is no SQLite database; \(nameAnother)"
}
