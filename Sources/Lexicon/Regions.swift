public import PolicyModel

/// A named region, or an organisation or group of states.
public struct Region: Sendable, Hashable {
  /// The usual name.
  public var name: String
  /// Other names and abbreviations.
  public var otherNames: [String]
  /// `region` for an area or loose bloc, `international` for an organisation.
  public var kind: Actor.Kind
  /// The members; empty where the list leaves them open.
  public var members: [CountryCode]
}

/// All regions and blocs, by any of their names.
public struct Regions: Sendable {
  /// In the order of the data file.
  public let all: [Region]
  private let names: NameIndex
  /// Each region's names as the data file has them, `?` behind an ambiguous one.
  let marked: [[Substring]]

  /// The embedded regions.
  public static let embedded = Regions(DataFile("regions.tsv"))

  init(_ file: DataFile) {
    var all: [Region] = []
    var marked: [[Substring]] = []
    var names = NameIndex(capacity: 300)
    for row in file.rows {
      guard let kind = Actor.Kind(rawValue: String(row[2])) else {
        preconditionFailure("\(file.name), line \(row.line): no such kind")
      }
      let forms = [row[0]] + row.list(1)
      for name in forms { names.add(name, entry: all.count) }
      all.append(
        Region(
          name: Countries.plain(row[0]), otherNames: row.list(1).map(Countries.plain), kind: kind,
          members: row.list(3).compactMap { CountryCode($0) }))
      marked.append(forms)
    }
    self.all = all
    self.names = names
    self.marked = marked
  }

  /// The region or bloc of that name, in any case.
  public func region(named name: some StringProtocol) -> Region? {
    names.entries(named: name)?.entries.first.map { all[$0] }
  }
}
