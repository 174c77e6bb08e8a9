internal import SQLite
public import PolicyModel

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

  /// Opens the knowledge base at `path`.
  ///
  /// - Parameter reference: the countries and places of the data files; they are needed for writing only.
  /// - Throws: `.notFound`, `.notAKnowledgeBase`, `.newerSchema`, … A file that is refused is left untouched.
  public init(path: String, mode: Mode, reference: ReferenceData = ReferenceData()) throws(KnowledgeBaseError) {
    self.path = path
    self.reference = reference
    do throws(SQLiteError) {
      connection = try Connection(path: path, mode: mode == .readOnly ? .readOnly : .create)
    } catch {
      throw KnowledgeBaseError(error, path: path)
    }
  }
}
