import ArgumentParser
import Glibc
import KnowledgeBase

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp("The database (default: $KB_DATABASE, else kb.db).", valueName: "file"),
    completion: .file(extensions: ["db"]))
  private var file: String?

  /// The path of the database file.
  var path: String { file ?? Environment.value("KB_DATABASE") ?? "kb.db" }

  /// Opens the database for reading; it must exist.
  func openForReading() throws(KnowledgeBaseError) -> KnowledgeStore {
    try KnowledgeStore(path: path, mode: .readOnly)
  }

  /// Opens the database for reading, or gives nil where there is none yet.
  func openIfPresent() throws(KnowledgeBaseError) -> KnowledgeStore? {
    unsafe access(path, F_OK) == 0 ? try openForReading() : nil
  }

  /// Opens the database for writing; it is made where there is none.
  func openForWriting() throws(KnowledgeBaseError) -> KnowledgeStore {
    try KnowledgeStore(path: path, mode: .readWrite, reference: .embedded)
  }
}
