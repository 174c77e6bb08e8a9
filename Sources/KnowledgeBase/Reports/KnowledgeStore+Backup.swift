internal import Glibc
internal import SQLite

extension KnowledgeStore {
  /// Writes a consistent copy to `destination`, which appears there whole or not at all, while others read and write.
  ///
  /// - Parameter replacing: whether an existing file may be replaced.
  public func backup(to destination: String, replacing: Bool = false) throws(KnowledgeBaseError) {
    switch FileKind(path: destination) {
    case .missing: break
    case .notAFile: throw KnowledgeBaseError(.notWritable, "\(destination): this is no file; name another one")
    case .unreadable(let reason):
      throw KnowledgeBaseError(.notWritable, "\(destination): cannot be written (\(reason)); name another file")
    case .empty, .database, .other:
      guard replacing else {
        throw KnowledgeBaseError(.notWritable, "\(destination): the file exists; name another or say to replace it")
      }
      guard !FileKind.isSame(path, destination) else {
        throw KnowledgeBaseError(.notWritable, "\(destination): this is the knowledge base itself; name another file")
      }
    }
    // Beside the destination, because only within one file system is renaming a single step.
    let partial = "\(destination).partial-\(getpid())"
    defer { for suffix in ["", "-wal", "-shm", "-journal"] { unsafe unlink(partial + suffix) } }
    do throws(SQLiteError) {
      try copy(to: partial)
    } catch {
      throw KnowledgeBaseError(error, path: destination)
    }
    guard Self.flush(partial), unsafe rename(partial, destination) == 0 else {
      throw KnowledgeBaseError(
        .notWritable, "\(destination): cannot be written (\(FileKind.reason())); name another file")
    }
    _ = Self.flush(Self.folder(of: destination))
  }

  private func copy(to path: String) throws(SQLiteError) {
    let copy = try Connection(path: path, mode: .create)
    // The file is new and gets its name when it is whole: neither a journal nor SQLite's own fsyncs serve anybody.
    try copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    try connection.backup(to: copy)
  }

  /// Brings what was written to a file or folder onto the disk.
  private static func flush(_ path: String) -> Bool {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return fsync(file) == 0
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
