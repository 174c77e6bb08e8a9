public import PolicyModel

/// A city or a first-level administrative division.
public struct Place: Sendable, Hashable {
  /// What a place is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A city, town or island community.
    case city
    /// A state, province, land, county or the like.
    case state
  }

  /// The usual English name.
  public var name: String
  /// Other spellings, former names and abbreviations.
  public var otherNames: [String]
  /// What it is.
  public var kind: Kind
  /// The country that it belongs to, or whose territory it is internationally held to be.
  public var country: CountryCode
}

/// Some 2,500 cities and administrative divisions by any of their names.
public struct Places: Sendable {
  /// In the order of the data file: by country.
  public let all: [Place]
  private let names: NameIndex
  /// Each place's names as the data file has them, `?` behind an ambiguous one.
  let marked: [[Substring]]

  /// The embedded places, read at first use.
  public static let embedded = Places(DataFile("places.tsv"))

  init(_ file: DataFile) {
    var all: [Place] = []
    var marked: [[Substring]] = []
    var names = NameIndex(capacity: 3_000)
    for row in file.rows {
      guard let country = CountryCode(row[0]), let kind = Place.Kind(rawValue: String(row[1])) else {
        preconditionFailure("\(file.name), line \(row.line): no such country or kind")
      }
      for place in row.list(2) {
        let forms = place.pieces(between: UInt8(ascii: "="))
        for name in forms { names.add(name, entry: all.count) }
        let plain = forms.map(Countries.plain)
        all.append(
          Place(name: plain.first ?? "", otherNames: Array(plain.dropFirst()), kind: kind, country: country))
        marked.append(forms)
      }
    }
    self.all = all
    self.names = names
    self.marked = marked
  }

  /// The places of that name, in any case and in the order of the data file; several for "Cambridge" or "Punjab".
  public func places(named name: some StringProtocol) -> [Place] {
    names.entries(named: name)?.entries.map { all[$0] } ?? []
  }
}
