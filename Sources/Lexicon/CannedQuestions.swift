/// The questions that the tool proposes.
public struct CannedQuestions: Sendable {
  /// One question.
  public struct Entry: Sendable, Hashable {
    /// The phrase, as it would be typed.
    public var phrase: String
    /// What it answers, in a few words.
    public var summary: String
  }

  /// Every question in file order.
  public let entries: [Entry]

  /// The embedded questions.
  public static let embedded = CannedQuestions(DataFile("canned-questions.tsv"))

  init(_ file: DataFile) {
    entries = file.rows.map { Entry(phrase: String($0[0]), summary: String($0[1])) }
  }
}
