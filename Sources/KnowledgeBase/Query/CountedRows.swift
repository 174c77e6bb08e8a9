internal import Documents
internal import PolicyModel
internal import QueryLanguage
internal import SQLite

/// The part of `fact_counts` that answers a question.
struct CountedRows {
  /// What its rows count by, as their column `dimension` says.
  enum Dimension {
    case all, month, country, place, publisher, unit, currency, agent, recipient

    var text: SQLText {
      switch self {
      case .all: "'all'"
      case .month: "'month'"
      case .country: "'country'"
      case .place: "'place'"
      case .publisher: "'publisher'"
      case .unit: "'unit'"
      case .currency: "'currency'"
      case .agent: "'agent'"
      case .recipient: "'recipient'"
      }
    }
  }

  var dimension: Dimension
  /// Whether its periods are months.
  var hasMonths: Bool { dimension == .month }
}

extension QueryCompiler {
  /// The counts by which the question is answered; nil where only the facts tell.
  var countedRows: CountedRows? {
    guard filters.names.hasExactCounts, query.subject != .actors, query.subject != .documents else { return nil }
    var needs = Needs()
    for dimension in query.dimensions { needs.add(dimension, of: query.subject) }
    for filter in query.filters { needs.add(filter, of: query.subject, names: filters.names) }
    guard !needs.areOthers, needs.dimensions.count <= 1 else { return nil }
    guard let dimension = needs.dimensions.first else { return CountedRows(dimension: needs.areMonths ? .month : .all) }
    return needs.areMonths ? nil : CountedRows(dimension: dimension)
  }

  /// What a question asks of the counts.
  private struct Needs {
    var dimensions: Set<CountedRows.Dimension> = []
    var areMonths = false
    /// Whether something else is asked for.
    var areOthers = false

    mutating func add(_ dimension: TypedQuery.Dimension, of subject: TypedQuery.Subject) {
      switch dimension {
      case .kind, .status, .year: break
      case .quarter, .month: areMonths = true
      case .publisher: dimensions.insert(.publisher)
      case .country where subject == .statements: dimensions.insert(.agent)
      case .country: dimensions.insert(.country)
      case .actor, .maker, .lead, .speaker: dimensions.insert(.agent)
      case .recipient: dimensions.insert(.recipient)
      case .place: dimensions.insert(.place)
      case .unit: dimensions.insert(.unit)
      case .currency: dimensions.insert(.currency)
      case .document: areOthers = true
      }
    }

    mutating func add(_ filter: QueryFilter, of subject: TypedQuery.Subject, names: NameResolution) {
      switch filter {
      case .kinds, .statuses, .quoted: break
      case .period(let period): add(period)
      case .publisher: dimensions.insert(.publisher)
      case .place(let references) where subject != .commitments && subject != .statements:
        let target = names[references]
        if target.places.isEmpty { dimensions.insert(.country) } else { areOthers = true }
      case .place(let references), .party(.agent, let references):
        let isMakers = subject == .commitments && names[references].isOneCountry
        if isMakers { dimensions.insert(.country) } else { areOthers = true }
      case .not(let filter):
        switch filter {
        case .kinds, .statuses, .quoted, .publisher: add(filter, of: subject, names: names)
        default: areOthers = true
        }
      default: areOthers = true
      }
    }

    /// Whole years are in all counts, whole months in some, days in none.
    private mutating func add(_ period: Period) {
      let isMonths =
        (period.start.map { $0.day == 1 } ?? true)
        && (period.end.map { $0.day == CalendarDate.days(inMonth: $0.month, ofYear: $0.year) } ?? true)
      let isYears = (period.start.map { $0.month == 1 } ?? true) && (period.end.map { $0.month == 12 } ?? true)
      if !isMonths { areOthers = true } else if !isYears { areMonths = true }
    }
  }
}
