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

  /// A title that stands in a text.
  public struct Match: Sendable, Hashable {
    /// The number of words that it covers, from 1.
    public var words: Int
    /// Its sort.
    public var sort: Sort
    /// The full form of an abbreviation ("Senator" for "Sen."); nil where the text's own words serve.
    public var fullForm: String?
  }

  private let index: NameIndex
  private let entries: [(sort: Sort, fullForm: String?)]

  /// The embedded titles, read at first use.
  public static let embedded = Titles(DataFile("titles.tsv"))

  init(_ file: DataFile) {
    var index = NameIndex(capacity: 700)
    var entries: [(sort: Sort, fullForm: String?)] = []
    for row in file.rows {
      guard let sort = Sort(rawValue: String(row[0])) else {
        preconditionFailure("\(file.name), line \(row.line): no such sort of title")
      }
      for title in row.list(1) {
        let forms = title.split(separator: "=")
        for (place, form) in forms.enumerated() {
          index.add(form.lowercased()[...], entry: entries.count)
          entries.append((sort, place == 0 ? nil : forms.first.map(String.init)))
        }
      }
    }
    self.index = index
    self.entries = entries
  }

  /// The longest title that begins with the word at `start`, in any case, and ends with a word before `end`.
  public func longestMatch(in bytes: Span<UInt8>, words: [ByteRange], from start: Int, to end: Int) -> Match? {
    guard let match = index.longestMatch(in: bytes, words: words, from: start, to: end) else { return nil }
    let entry = entries[match.entries[0]]
    return Match(words: match.words, sort: entry.sort, fullForm: entry.fullForm)
  }

  /// Whether a word is a form of address ("Mr", "Lord"), in any case.
  public func isHonorific(_ title: some StringProtocol) -> Bool { sort(of: title) == .honorific }

  /// The sort of a whole title, in any case.
  public func sort(of title: some StringProtocol) -> Sort? {
    index.entries(named: title).map { entries[$0.entries[0]].sort }
  }
}
