internal import PolicyModel
internal import SQLite

/// A row of `fact_counts`, or of `figure_sums` with its unit.
struct CountKey: Hashable {
  /// For what a fact counts.
  enum Dimension: String {
    case all, month, country, place, publisher, unit, currency, agent, recipient, document
    /// Whatever its kind, state and last day.
    case monthOverall = "month_overall"
    case countryOverall = "country_overall"
    case placeOverall = "place_overall"
    case publisherOverall = "publisher_overall"
    /// Whenever it was.
    case agentOverall = "agent_overall"
    case recipientOverall = "recipient_overall"

    /// The same with less told apart; nil where that is not counted.
    var overall: Dimension? {
      switch self {
      case .month: .monthOverall
      case .country: .countryOverall
      case .place: .placeOverall
      case .publisher: .publisherOverall
      case .agent: .agentOverall
      case .recipient: .recipientOverall
      default: nil
      }
    }
  }

  var table: FactTable
  var dimension: Dimension
  /// A code, a name, a row of `actors` or words; '' where it is not known.
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
    /// Its country and place, as written, where it happened or holds; nil where facts of its kind have none.
    var location: (country: String?, place: String?)?
    /// What it counts: a figure's unit, the units of outcomes, each once; nil where that is not counted.
    var units: [String?]?
    /// Of its money, known or not; nil where facts of its kind have none.
    var currency: String??
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

  let document: Int
  let publisher: String?
  private(set) var facts: [(key: CountKey, first: String?, last: String?)] = []
  private(set) var figures: [(key: CountKey, value: Double)] = []

  init(document: Int, publisher: String?) {
    self.document = document
    self.publisher = publisher
  }

  mutating func add(_ fact: Fact) {
    add(fact, .all, nil)
    add(fact, .month, nil)
    add(fact, .publisher, publisher)
    add(
      fact,
      CountKey(
        table: fact.table, dimension: .document, value: Value(document), kind: "", status: "", firstPeriod: "",
        lastPeriod: ""))
    if let location = fact.location {
      add(fact, .country, location.country)
      add(fact, .place, location.place)
    }
    for country in fact.makers { add(fact, .country, country) }
    for unit in fact.units ?? [] { add(fact, .unit, unit) }
    if let currency = fact.currency { add(fact, .currency, currency) }
    if let agents = fact.agents { add(fact, .agent, agents) }
    if let recipients = fact.recipients { add(fact, .recipient, recipients) }
  }

  private mutating func add(_ fact: Fact, _ dimension: CountKey.Dimension, _ text: String?) {
    add(fact, dimension, [.text(text ?? "")])
  }

  private mutating func add(_ fact: Fact, _ dimension: CountKey.Dimension, _ values: [Value]) {
    let length = dimension == .month ? 7 : 4
    let (first, last) = (Self.period(fact.first, length), Self.period(fact.last, length))
    for value in values.isEmpty ? [.text("")] : values {
      var key = CountKey(
        table: fact.table, dimension: dimension, value: value, kind: fact.kind, status: fact.status,
        firstPeriod: first, lastPeriod: last)
      add(fact, key)
      guard let overall = dimension.overall else { continue }
      key.dimension = overall
      key.lastPeriod = ""
      if dimension == .agent || dimension == .recipient {
        key.firstPeriod = ""
      } else {
        (key.kind, key.status) = ("", "")
      }
      add(fact, key)
    }
  }

  private mutating func add(_ fact: Fact, _ key: CountKey) {
    facts.append((key, fact.first, fact.last))
    guard Self.sums(key.dimension, of: fact.table) else { return }
    var key = key
    for figure in fact.figures {
      key.unit = figure.unit
      figures.append((key, figure.value))
    }
  }

  /// Whether money or outcomes are added up by a dimension: those of their own units are in all by unit.
  private static func sums(_ dimension: CountKey.Dimension, of table: FactTable) -> Bool {
    dimension != .currency && !(dimension == .unit && table == .operations)
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
