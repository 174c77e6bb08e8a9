public import Documents

/// What stands before or behind a person's name: forms of address, ranks, offices and occupations.
public struct Titles: Sendable {
  /// The sort of a title.
  public enum Sort: String, Sendable, Hashable, CaseIterable {
    /// A form of address, which is no role.
    case honorific
    /// A military or police rank.
    case rank
    /// An office of a church.
    case clergy
    /// A title of royalty or nobility.
    case royal
    /// An office or occupation.
    case office
  }

  private let index: NameIndex
  private let sorts: [Sort]

  /// The embedded titles, read at first use.
  public static let embedded = Titles(DataFile("titles.tsv"))

  init(_ file: DataFile) {
    var index = NameIndex(capacity: 700)
    var sorts: [Sort] = []
    for row in file.rows {
      guard let sort = Sort(rawValue: String(row[0])) else {
        preconditionFailure("\(file.name), line \(row.line): no such sort of title")
      }
      for form in row.list(1) { index.add(form.lowercased()[...], entry: sorts.count) }
      sorts.append(sort)
    }
    self.index = index
    self.sorts = sorts
  }

  /// The longest title that begins with the word at `start`, in any case, and ends with a word before `end`.
  public func longestMatch(
    in bytes: Span<UInt8>, words: [ByteRange], from start: Int, to end: Int
  ) -> (words: Int, sort: Sort)? {
    guard let match = index.longestMatch(in: bytes, words: words, from: start, to: end) else { return nil }
    return (match.words, sorts[match.entries[0]])
  }

  /// The sort of a whole title, in any case.
  public func sort(of title: some StringProtocol) -> Sort? {
    index.entries(named: title).map { sorts[$0.entries[0]] }
  }
}
