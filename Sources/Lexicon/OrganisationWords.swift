public import Documents
public import PolicyModel

/// The words that make a capitalised phrase an organisation: "Ministry", "Trade Commission", "plc".
public struct OrganisationWords: Sendable {
  /// What a head word makes of its phrase.
  public enum Head: Sendable, Hashable {
    /// An organisation of a kind.
    case organisation(Actor.Kind)
    /// Something that bears a name but does not act: a law, a plan, a street.
    case thing
  }

  private let index: NameIndex
  private let heads: [Head]

  /// The embedded words, read at first use.
  public static let embedded = OrganisationWords(DataFile("institution-words.tsv"))
  /// Bodies that a state has one of, as running text names them without capitals: "the central bank".
  public static let commonBodies = OrganisationWords(DataFile("common-bodies.tsv"))
  /// Nouns that say beside a name what bears it: "the exporter Severn".
  public static let descriptors = OrganisationWords(DataFile("descriptors.tsv"))

  init(_ file: DataFile) {
    var index = NameIndex(capacity: 800)
    var heads: [Head] = []
    for row in file.rows {
      let kind = Actor.Kind(rawValue: String(row[0]))
      guard kind != nil || row[0] == "-" else { preconditionFailure("\(file.name), line \(row.line): no such kind") }
      for word in row.list(1) { index.add(word, entry: heads.count) }
      heads.append(kind.map(Head.organisation) ?? .thing)
    }
    self.index = index
    self.heads = heads
  }

  /// What the word or words at `start` make of a phrase, and their number; nil where they make nothing.
  public func longestMatch(
    in bytes: Span<UInt8>, words: [ByteRange], from start: Int, to end: Int
  ) -> (words: Int, head: Head)? {
    guard let match = index.longestMatch(in: bytes, words: words, from: start, to: end) else { return nil }
    return (match.words, heads[match.entries[0]])
  }

  /// What a word or words make on their own, in any case.
  public func head(_ words: some StringProtocol) -> Head? {
    index.entries(named: words).map { heads[$0.entries[0]] }
  }
}
