/// The words of the question language and the role that each plays in a question.
public struct QueryWords: Sendable {
  /// One row: a role, the value that its words stand for, and the words.
  public struct Entry: Sendable {
    /// What the words do, such as `subject`, `clause` or `month`.
    public var role: String
    /// What they stand for within the role.
    public var value: String
    /// The terms in small letters, each of one or more words.
    public var words: [String]
  }

  /// Every row in file order.
  public let entries: [Entry]

  /// The embedded words.
  public static let embedded = QueryWords(DataFile("query-words.tsv"))

  init(_ file: DataFile) {
    entries = file.rows.map { row in
      Entry(role: String(row[0]), value: String(row[1]), words: row.list(2).map(String.init))
    }
  }
}
