public import PolicyModel

/// An organisation that texts name without more ado.
public struct Institution: Sendable, Hashable {
  /// The canonical name.
  public var name: String
  /// Other names and acronyms.
  public var otherNames: [String]
  /// What it is.
  public var kind: Actor.Kind
  /// Its state; nil for an international body and for one that many states have.
  public var country: CountryCode?
}

/// The institutions of the data file.
public struct Institutions: Sendable {
  /// In the order of the data file.
  public let all: [Institution]
  /// Each institution's names as the data file has them, `?` behind an ambiguous one.
  let marked: [[Substring]]

  /// The embedded institutions, read at first use.
  public static let embedded = Institutions(DataFile("institutions.tsv"))

  init(_ file: DataFile) {
    var all: [Institution] = []
    var marked: [[Substring]] = []
    for row in file.rows {
      guard let kind = Actor.Kind(rawValue: String(row[2])) else {
        preconditionFailure("\(file.name), line \(row.line): no such kind")
      }
      all.append(
        Institution(
          name: Countries.plain(row[0]), otherNames: row.list(1).map(Countries.plain), kind: kind,
          country: CountryCode(row[3])))
      marked.append([row[0]] + row.list(1))
    }
    self.all = all
    self.marked = marked
  }
}
