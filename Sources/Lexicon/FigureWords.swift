public import Documents

/// What the words around a figure do to it: raise it, lower it, label it, promise it.
public struct FigureWords: Sendable {
  /// What a word does.
  public struct Roles: OptionSet, Sendable, Hashable {
    /// One bit a role.
    public let rawValue: UInt32
    /// Makes a set from its bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A change upwards: "rise".
    public static let rise = Roles(rawValue: 1)
    /// A change downwards: "fall".
    public static let fall = Roles(rawValue: 2)
    /// A noun for a count of something: "number".
    public static let total = Roles(rawValue: 4)
    /// A noun whose number is a name: "section".
    public static let label = Roles(rawValue: 8)
    /// A verb of giving: "allocate".
    public static let giving = Roles(rawValue: 16)
    /// A noun for money that is given: "grant".
    public static let fund = Roles(rawValue: 32)
    /// A noun for what is aimed at: "target".
    public static let target = Roles(rawValue: 64)
    /// A noun for votes: "ballot".
    public static let ballot = Roles(rawValue: 128)
    /// A multiplication upwards: "double".
    public static let double = Roles(rawValue: 256)
    /// A division: "halve".
    public static let halve = Roles(rawValue: 512)
    /// A word of expectation: "project".
    public static let forecast = Roles(rawValue: 1024)
    /// A verb that states how much: "amount".
    public static let level = Roles(rawValue: 2048)
    /// A verb of handing over: "spend".
    public static let handing = Roles(rawValue: 4096)
    /// A group of people that is counted as one: "family".
    public static let household = Roles(rawValue: 8192)
    /// A verb of counting and reckoning, whose subject is the source: "estimate".
    public static let claim = Roles(rawValue: 16384)
    /// A noun for what figures are told in: "survey".
    public static let account = Roles(rawValue: 32768)
    /// A verb or adjective of what is meant to be: "promise".
    public static let intent = Roles(rawValue: 65536)
    /// A word of courts and punishment, near which a time is a sentence's: "jail".
    public static let penal = Roles(rawValue: 131_072)
    /// A verb whose time is how long people sat together or spoke: "meet".
    public static let sitting = Roles(rawValue: 262_144)
    /// A word of rules, whose figures are bounds: "need", "exempt".
    public static let rule = Roles(rawValue: 524_288)
    /// A verb of taking part, whose counted subject is who did it: "involve".
    public static let partaking = Roles(rawValue: 1_048_576)
    /// A verb of asking for what it counts: "demand".
    public static let asking = Roles(rawValue: 2_097_152)
    /// An adjective or participle that stands for the people it describes: "40 wounded".
    public static let people = Roles(rawValue: 4_194_304)
    /// A noun for the height of what its clause speaks of: "a high of 12 percent".
    public static let mark = Roles(rawValue: 8_388_608)
    /// A noun for what is lacking or left of the things behind it: "a shortage of 49 nurses".
    public static let balance = Roles(rawValue: 16_777_216)
    /// A verb whose object is another thing than its subject: "create three of every four jobs".
    public static let making = Roles(rawValue: 33_554_432)
    /// A verb of being a part of a whole: "account for a third of exports".
    public static let part = Roles(rawValue: 67_108_864)
    /// A noun for what several people make up together: "a coalition of 20 senators".
    public static let company = Roles(rawValue: 134_217_728)
    /// Those that only tell how a metric is worded.
    public static let wording: Roles = [.mark, .balance, .making, .part, .company]
  }

  private static let names: [Substring: Roles] = [
    "rise": .rise, "fall": .fall, "total": .total, "label": .label, "giving": .giving, "fund": .fund,
    "target": .target, "ballot": .ballot, "double": .double, "halve": .halve,
    "forecast": .forecast, "level": .level, "handing": .handing,
    "household": .household, "claim": .claim, "account": .account, "intent": .intent,
    "penal": .penal, "sitting": .sitting, "rule": .rule, "partaking": .partaking, "asking": .asking,
    "people": .people, "mark": .mark, "balance": .balance, "making": .making,
    "part": .part, "company": .company,
  ]

  private let roles: [TextKey: Roles]
  private let changes: [TextKey: Int]

  /// The words of the embedded data file.
  public static let embedded = FigureWords(DataFile("figure-words.tsv"))

  init(_ file: DataFile) {
    var roles: [TextKey: Roles] = [:]
    var changes: [TextKey: Int] = [:]
    for row in file.rows {
      guard let role = Self.names[row[0]] else { preconditionFailure("\(file.name):\(row.line): no role \(row[0])") }
      for word in row.list(1) {
        let key = TextKey(String(word))
        roles[key, default: []].insert(role)
        if let change = Int(row[2]) { changes[key] = change }
      }
    }
    self.roles = roles
    self.changes = changes
  }

  /// What the word with that lemma or form does; empty where it does nothing.
  public subscript(word: TextKey) -> Roles { roles[word] ?? [] }
  /// The change in percent that the word states: 100 for "double", 50 for "halve".
  public func change(of word: TextKey) -> Int? { changes[word] }
}
