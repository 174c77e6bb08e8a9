public import PolicyModel

/// The kinds of facts and the words that a question names them by.
public struct Kinds: Sendable {
  /// One kind.
  public struct Entry: Sendable, Hashable {
    /// The table that it belongs to.
    public var table: FactTable
    /// Its name.
    public var kind: FactKind
    /// The words for it, in small letters, singular and plural.
    public var words: [String]
    /// What it covers, in a few words.
    public var summary: String
  }

  /// Every kind, table by table.
  public let entries: [Entry]

  /// The embedded kinds.
  public static let embedded = Kinds(DataFile("kinds.tsv"))

  init(_ file: DataFile) {
    entries = file.rows.map { row in
      guard let table = FactTable(rawValue: String(row[0])), let kind = FactKind(row[1]) else {
        preconditionFailure("\(file.name), line \(row.line): no such table or kind")
      }
      return Entry(table: table, kind: kind, words: row.list(2).map(String.init), summary: String(row[3]))
    }
  }
}
