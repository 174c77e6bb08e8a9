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
    /// Every form of the verbs that ask for it, in small letters.
    public var verbForms: [String] = []
  }

  /// Every kind, table by table.
  public private(set) var entries: [Entry]

  /// The embedded kinds.
  public static let embedded = Kinds(DataFile("kinds.tsv"))

  /// The kinds with a user's own, each named by its words in singular and plural; known ones are not added again.
  public func adding(_ kinds: [(table: FactTable, kind: FactKind)]) -> Kinds {
    var result = self
    for (table, kind) in kinds where !entries.contains(where: { $0.table == table && $0.kind == kind }) {
      let word = kind.description.split(separator: "-").joined(separator: " ")
      result.entries.append(Entry(table: table, kind: kind, words: [word, Self.plural(word)], summary: ""))
    }
    return result
  }

  /// A noun's regular plural, which is spelt as a verb's third person.
  private static func plural(_ noun: String) -> String {
    let words = noun.split(separator: " ").map(String.init)
    let last = words.last ?? noun
    return (words.dropLast() + [VerbForms.forms(of: last).first ?? last + "s"]).joined(separator: " ")
  }

  init(_ file: DataFile) {
    entries = file.rows.map { row in
      guard let table = FactTable(rawValue: String(row[0])), let kind = FactKind(row[1]) else {
        preconditionFailure("\(file.name), line \(row.line): no such table or kind")
      }
      return Entry(
        table: table, kind: kind, words: row.list(2).map(String.init), summary: String(row[3]),
        verbForms: row.list(4).flatMap(Self.forms))
    }
  }

  /// The regular forms of a verb, and the irregular ones that stand behind it: `meet/met`.
  private static func forms(_ verb: Substring) -> [String] {
    let pieces = verb.split(separator: "/").map(String.init)
    return pieces + VerbForms.forms(of: pieces[0])
  }
}
