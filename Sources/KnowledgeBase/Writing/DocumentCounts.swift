internal import PolicyModel
internal import SQLite

/// A row of `fact_counts`, or of `figure_sums` with its unit.
struct CountKey: Hashable {
  /// For what a fact counts.
  enum Dimension: String {
    case all, country, publisher, agent, recipient
  }

  var table: FactTable
  var dimension: Dimension
  /// A code, a publisher, a row of `actors` or words; '' where it is not known.
  var value: Value
  var kind: String
  var status: String
  var firstPeriod: String
  var lastPeriod: String
  /// Of a sum.
  var unit: String?

  /// The values of the key's columns in their order.
  var values: [Value] {
    [
      .text(table.rawValue), .text(dimension.rawValue), value, .text(kind), .text(status), .text(firstPeriod),
      .text(lastPeriod),
    ] + (unit.map { [.text($0)] } ?? [])
  }
}

/// What the facts of one document count for, as they are written: what the views `fact_contributions` and
/// `figure_contributions` say of them, without reading them again.
struct DocumentCounts {
  /// One fact as it counts.
  struct Fact {
    var table: FactTable
    var kind = ""
    var status = ""
    var country: String?
    var hasCountry = false
    var first: String?
    var last: String?
    /// Who acts, and who is acted upon, each once; nil where that is not counted.
    var agents: [Value]?
    var recipients: [Value]?
    /// The countries of a commitment's makers, each once.
    var makers: [String?] = []
    /// Money and outcomes by unit.
    var figures: [(unit: String, value: Double)] = []
  }

  let publisher: String?
  private(set) var facts: [(key: CountKey, first: String?, last: String?)] = []
  private(set) var figures: [(key: CountKey, value: Double)] = []

  init(publisher: String?) { self.publisher = publisher }

  mutating func add(_ fact: Fact) {
    add(fact, .all, .text(""))
    if fact.hasCountry { add(fact, .country, .text(fact.country ?? "")) }
    for country in fact.makers { add(fact, .country, .text(country ?? "")) }
    add(fact, .publisher, .text(publisher ?? ""))
    if let agents = fact.agents { add(fact, .agent, agents) }
    if let recipients = fact.recipients { add(fact, .recipient, recipients) }
  }

  private mutating func add(_ fact: Fact, _ dimension: CountKey.Dimension, _ parties: [Value]) {
    for party in parties.isEmpty ? [.text("")] : parties { add(fact, dimension, party) }
  }

  private mutating func add(_ fact: Fact, _ dimension: CountKey.Dimension, _ value: Value) {
    let isByParty = dimension == .agent || dimension == .recipient
    func key(_ length: Int) -> CountKey {
      CountKey(
        table: fact.table, dimension: dimension, value: value, kind: isByParty ? "" : fact.kind,
        status: isByParty ? "" : fact.status, firstPeriod: Self.period(fact.first, length),
        lastPeriod: Self.period(fact.last, length))
    }
    facts.append((key(dimension == .all ? 7 : 4), fact.first, fact.last))
    for figure in fact.figures {
      var key = key(4)
      key.unit = figure.unit
      figures.append((key, figure.value))
    }
  }

  /// The year or month of a day.
  private static func period(_ day: String?, _ length: Int) -> String { day.map { String($0.prefix(length)) } ?? "" }
}

/// The documents of the batch at hand that are not in the counts.
struct PendingCounts {
  /// Those that the views are to be asked about.
  var uncounted: Set<Int> = []
  /// Those that have just been written, with what they count for.
  var written: [Int: DocumentCounts] = [:]

  var isEmpty: Bool { uncounted.isEmpty && written.isEmpty }
}
