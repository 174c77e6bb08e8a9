public import Documents
public import PolicyModel

/// The nouns by which a text speaks again of a body or country that it has named: "the lender", "the alliance".
public struct BodyNouns: Sendable {
  private let kinds: [TextKey: [Actor.Kind]]

  /// The embedded words, read at first use.
  public static let embedded = BodyNouns(DataFile("body-nouns.tsv"))

  init(_ file: DataFile) {
    var kinds: [TextKey: [Actor.Kind]] = [:]
    for row in file.rows {
      let meant = row.list(0).map { name in
        guard let kind = Actor.Kind(rawValue: String(name)) else {
          preconditionFailure("\(file.name), line \(row.line): no such kind")
        }
        return kind
      }
      for noun in row.list(1) { kinds[TextKey(String(noun)), default: []] += meant }
    }
    self.kinds = kinds
  }

  /// The kinds of bodies that a noun, by the key of its lemma, may mean; empty where it means none.
  public func kinds(of noun: TextKey) -> [Actor.Kind] { kinds[noun] ?? [] }
}
