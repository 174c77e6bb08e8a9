public import Documents
public import PolicyModel

/// The words that make a capitalised phrase an organisation: "Ministry", "Trade Commission", "plc".
public struct OrganisationWords: Sendable {
  private let index: NameIndex
  private let kinds: [Actor.Kind]

  /// The embedded words, read at first use.
  public static let embedded = OrganisationWords(DataFile("institution-words.tsv"))

  init(_ file: DataFile) {
    var index = NameIndex(capacity: 600)
    var kinds: [Actor.Kind] = []
    for row in file.rows {
      guard let kind = Actor.Kind(rawValue: String(row[0])) else {
        preconditionFailure("\(file.name), line \(row.line): no such kind")
      }
      for word in row.list(1) { index.add(word, entry: kinds.count) }
      kinds.append(kind)
    }
    self.index = index
    self.kinds = kinds
  }

  /// The kind that the word or words at `start` make, and their number; nil where they make none.
  public func longestMatch(
    in bytes: Span<UInt8>, words: [ByteRange], from start: Int, to end: Int
  ) -> (words: Int, kind: Actor.Kind)? {
    guard let match = index.longestMatch(in: bytes, words: words, from: start, to: end) else { return nil }
    return (match.words, kinds[match.entries[0]])
  }

  /// The kind that a word or words make on their own, in any case.
  public func kind(of words: some StringProtocol) -> Actor.Kind? {
    index.entries(named: words).map { kinds[$0.entries[0]] }
  }
}
