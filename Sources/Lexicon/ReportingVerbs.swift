public import Documents

/// The verbs that report what somebody says, by their lemmas.
public struct ReportingVerbs: Sendable {
  /// The ways in which a verb reports.
  public struct Ways: OptionSet, Sendable, Hashable {
    /// One bit a way.
    public let rawValue: UInt8
    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It takes a quotation or a that-clause: "say".
    public static let say = Ways(rawValue: 1)
    /// It takes a quotation only: "sigh".
    public static let manner = Ways(rawValue: 2)
    /// It takes what is judged, and the words as a complement: "call".
    public static let judge = Ways(rawValue: 4)
  }

  private let ways: [TextKey: Ways]

  /// The verbs of the embedded data file.
  public static let embedded = ReportingVerbs(DataFile("reporting-verbs.tsv"))

  init(_ file: DataFile) {
    let names: [Substring: Ways] = ["say": .say, "manner": .manner, "judge": .judge]
    var ways: [TextKey: Ways] = [:]
    for row in file.rows {
      ways[TextKey(String(row[0]))] = Ways(row.list(1).compactMap { names[$0] })
    }
    self.ways = ways
  }

  /// How the verb with that lemma reports; empty where it does not.
  public subscript(lemma: TextKey) -> Ways { ways[lemma] ?? [] }
}
