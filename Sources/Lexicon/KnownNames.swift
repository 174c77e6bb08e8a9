public import Documents
public import PolicyModel

/// Every name of the data files in one index: countries, demonyms, capitals, regions, places, institutions, metonyms.
public struct KnownNames: Sendable {
  /// What a name can stand for.
  public enum Sense: Sendable, Hashable {
    /// A country by its name.
    case country(CountryCode)
    /// A country's adjective or people.
    case demonym(CountryCode)
    /// A capital, which stands for its country's government where it acts.
    case capital(CountryCode)
    /// A building or street that stands for a government.
    case metonym(CountryCode)
    /// A region or bloc, as an index into `Regions.all`.
    case region(Int)
    /// A city or division, as an index into `Places.all`.
    case place(Int)
    /// An institution, as an index into `Institutions.all`.
    case institution(Int)
  }

  /// A name that stands in a text.
  public struct Match: Sendable, Hashable {
    /// The number of words that it covers, from 1.
    public var words: Int
    /// What it can stand for, never empty; the most usual first.
    public var senses: [Sense]
    /// Whether it is as often an ordinary word or a person's name.
    public var isAmbiguous: Bool
  }

  private let index: NameIndex
  private let senses: [Sense]

  /// The index over all embedded data files, built at first use.
  public static let embedded = KnownNames()

  init(
    countries: Countries = .embedded, regions: Regions = .embedded, places: Places = .embedded,
    institutions: Institutions = .embedded, metonyms: DataFile = DataFile("metonyms.tsv")
  ) {
    var builder = Builder(index: NameIndex(capacity: 8_000))
    for (country, forms) in zip(countries.all, countries.marked) {
      builder.add(forms.names, as: .country(country.code))
      builder.add(forms.demonyms, as: .demonym(country.code))
      builder.add(forms.capitals, as: .capital(country.code))
    }
    for row in metonyms.rows {
      if let code = CountryCode(row[0]) { builder.add(row.list(1), as: .metonym(code)) }
    }
    for (place, forms) in institutions.marked.enumerated() { builder.add(forms, as: .institution(place)) }
    for (place, forms) in regions.marked.enumerated() { builder.add(forms, as: .region(place)) }
    for (place, forms) in places.marked.enumerated() { builder.add(forms, as: .place(place)) }
    index = builder.index
    senses = builder.senses
  }

  private struct Builder {
    var index: NameIndex
    var senses: [Sense] = []

    mutating func add(_ names: [Substring], as sense: Sense) {
      for name in names { index.add(name, entry: senses.count) }
      senses.append(sense)
    }
  }

  /// The longest known name that begins with the word at `start` and ends with a word before `end`.
  public func longestMatch(in bytes: Span<UInt8>, words: [ByteRange], from start: Int, to end: Int) -> Match? {
    index.longestMatch(in: bytes, words: words, from: start, to: end).map(resolved)
  }

  /// What a whole name can stand for, in any case.
  public func senses(of name: some StringProtocol) -> Match? { index.entries(named: name).map(resolved) }

  private func resolved(_ match: NameIndex.Match) -> Match {
    Match(words: match.words, senses: match.entries.map { senses[$0] }, isAmbiguous: match.isAmbiguous)
  }
}
