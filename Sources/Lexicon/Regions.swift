public import Documents
public import PolicyModel

/// A named region, or an organisation or group of states.
public struct Region: Sendable, Hashable {
  /// The usual name.
  public var name: String
  /// Other names and abbreviations.
  public var otherNames: [String]
  /// `region` for an area or loose bloc, `international` for an organisation.
  public var kind: Actor.Kind
  /// The members today; empty where the list leaves them open.
  public var members: [CountryCode]
  /// Cities whose names stand for the organisation where they act.
  public var seats: [String] = []
  /// The memberships that began or ended on a known day, those of former members too.
  public var memberships: [Membership] = []

  /// A country's time as a member.
  public struct Membership: Sendable, Hashable {
    /// The member.
    public var country: CountryCode
    /// The first day; nil where it is not listed.
    public var from: CalendarDate?
    /// The first day of being none any more; nil for a member today.
    public var to: CalendarDate?

    func holds(on day: CalendarDate) -> Bool {
      (from.map { $0 <= day } ?? true) && (to.map { day < $0 } ?? true)
    }
  }

  /// The members on a day, by their codes.
  public func members(on day: CalendarDate) -> [CountryCode] {
    let dated = Set(memberships.map(\.country))
    let then = memberships.filter { $0.holds(on: day) }.map(\.country)
    return (members.filter { !dated.contains($0) } + then).sorted { $0.description < $1.description }
  }
}

/// All regions and blocs, by any of their names.
public struct Regions: Sendable {
  /// In the order of the data file.
  public let all: [Region]
  private let names: NameIndex
  /// Each region's names as the data file has them, `?` behind an ambiguous one.
  let marked: [[Substring]]

  /// The embedded regions.
  public static let embedded = Regions(DataFile("regions.tsv"), memberships: DataFile("memberships.tsv"))

  init(_ file: DataFile, memberships dated: DataFile) {
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
          members: row.list(3).compactMap { CountryCode($0) }, seats: row.list(4).map(String.init)))
      marked.append(forms)
    }
    for row in dated.rows {
      guard let index = all.firstIndex(where: { $0.name == row[0] }), let country = CountryCode(row[1]) else {
        preconditionFailure("\(dated.name), line \(row.line): no such region or country")
      }
      all[index].memberships.append(
        Region.Membership(country: country, from: CalendarDate(iso: row[2]), to: CalendarDate(iso: row[3])))
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
