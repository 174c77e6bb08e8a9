public import PolicyModel

/// A country or territory of ISO 3166-1, or Kosovo.
public struct Country: Sendable, Hashable {
  /// The ISO 3166-1 alpha-2 code.
  public var code: CountryCode
  /// The alpha-3 code, three capital letters.
  public var alpha3: String
  /// The common English name.
  public var name: String
  /// Other names: official, former, abbreviated.
  public var otherNames: [String]
  /// The adjective first, then the people ("Danish", "Dane", "Danes"); none where none is in use.
  public var demonyms: [String]
  /// The seats of government, the best known first; none for a place without one.
  public var capitals: [String]
  /// The sub-region of the United Nations' M49, such as "Western Africa".
  public var region: String
}

/// All countries, by code and by any of their names.
public struct Countries: Sendable {
  /// In the order of the data file.
  public let all: [Country]
  private let byCode: [CountryCode: Int]
  private let byAlpha3: [String: CountryCode]
  /// Names and codes, without demonyms and capitals.
  private let names: NameIndex
  private let demonyms: NameIndex
  /// The rows of the data file with their marks of ambiguity, for the index over all names.
  let marked: [MarkedNames]

  /// One country's forms as the data file has them, `?` behind an ambiguous one.
  struct MarkedNames: Sendable {
    var names: [Substring]
    var demonyms: [Substring]
    var capitals: [Substring]
  }

  /// The embedded countries.
  public static let embedded = Countries(DataFile("countries.tsv"))

  init(_ file: DataFile) {
    var all: [Country] = []
    var marked: [MarkedNames] = []
    var names = NameIndex(capacity: 900)
    var demonyms = NameIndex(capacity: 600)
    for row in file.rows {
      guard let code = CountryCode(row[0]) else { preconditionFailure("\(file.name), line \(row.line): no code") }
      let forms = MarkedNames(names: [row[2]] + row.list(3), demonyms: row.list(4), capitals: row.list(5))
      for name in forms.names { names.add(name, entry: all.count) }
      names.add(row[1], entry: all.count)
      for demonym in forms.demonyms { demonyms.add(demonym, entry: all.count) }
      all.append(
        Country(
          code: code, alpha3: String(row[1]), name: Self.plain(row[2]), otherNames: row.list(3).map(Self.plain),
          demonyms: forms.demonyms.map(Self.plain), capitals: forms.capitals.map(Self.plain), region: String(row[6])))
      marked.append(forms)
    }
    self.all = all
    self.marked = marked
    self.names = names
    self.demonyms = demonyms
    byAlpha3 = Dictionary(all.map { ($0.alpha3, $0.code) }) { first, _ in first }
    byCode = Dictionary(all.enumerated().map { ($1.code, $0) }) { first, _ in first }
  }

  /// A form of the data file without its mark of ambiguity.
  static func plain(_ form: Substring) -> String {
    String(form.utf8.last == UInt8(ascii: "?") ? Substring(form.utf8.dropLast()) : form)
  }

  /// The code of the country of an alpha-3 code in capitals.
  public func code(alpha3: String) -> CountryCode? { byAlpha3[alpha3] }

  /// The country of an alpha-2 code.
  public subscript(code: CountryCode) -> Country? { byCode[code].map { all[$0] } }

  /// The countries of that name or alpha-2 or alpha-3 code, in any case; two for "Congo".
  public func countries(named name: some StringProtocol) -> [Country] {
    if let code = CountryCode(name), let country = self[code] { return [country] }
    return names.entries(named: name)?.entries.map { all[$0] } ?? []
  }

  /// The countries of that adjective or people ("German", "Germans"), in any case.
  public func countries(demonym: some StringProtocol) -> [Country] {
    demonyms.entries(named: demonym)?.entries.map { all[$0] } ?? []
  }
}
