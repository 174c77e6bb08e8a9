internal import Documents
internal import PolicyModel
internal import QueryLanguage
internal import SQLite

/// The part of `fact_counts` that answers a question.
struct CountedRows {
  /// What its rows count by.
  var dimension: CountKey.Dimension
  /// Whether its periods are months.
  var hasMonths: Bool { dimension == .month || dimension == .monthOverall }
}

extension QueryCompiler {
  /// The counts by which the question is answered; nil where only the facts tell.
  var countedRows: CountedRows? {
    guard filters.names.hasExactCounts, query.subject != .actors, query.subject != .documents else { return nil }
    var needs = Needs()
    for dimension in query.dimensions { needs.add(dimension, of: query.subject) }
    for filter in query.filters { needs.add(filter, of: query.subject, names: filters.names) }
    guard let dimension = needs.dimension else { return nil }
    return CountedRows(dimension: needs.areMet(byOverall: dimension) ? dimension.overall ?? dimension : dimension)
  }

  /// What a question asks of the counts.
  private struct Needs {
    var dimensions: Set<CountKey.Dimension> = []
    var areMonths = false
    /// Whether kinds or states are told apart.
    var areKinds = false
    /// Whether years are told apart.
    var areYears = false
    /// Whether days are compared, for which first and last ones are needed.
    var arePeriods = false
    /// Whether something else is asked for.
    var areOthers = false

    /// What is counted by; nil where only the facts tell.
    var dimension: CountKey.Dimension? {
      guard !areOthers, dimensions.count <= 1 else { return nil }
      guard let dimension = dimensions.first else { return areMonths ? .month : .all }
      let isDocument = dimension == .document && (areKinds || areYears || arePeriods)
      return areMonths || isDocument ? nil : dimension
    }

    /// Whether the counts that tell less apart say enough.
    func areMet(byOverall dimension: CountKey.Dimension) -> Bool {
      switch dimension {
      case .agent, .recipient: !areYears && !arePeriods
      default: !areKinds && !arePeriods
      }
    }

    mutating func add(_ dimension: TypedQuery.Dimension, of subject: TypedQuery.Subject) {
      switch dimension {
      case .kind, .status: areKinds = true
      case .year: areYears = true
      case .quarter, .month: areMonths = true
      case .publisher: dimensions.insert(.publisher)
      case .country where subject == .statements: dimensions.insert(.agent)
      case .country: dimensions.insert(.country)
      case .actor, .maker, .lead, .speaker: dimensions.insert(.agent)
      case .recipient: dimensions.insert(.recipient)
      case .place: dimensions.insert(.place)
      case .unit: dimensions.insert(.unit)
      case .currency: dimensions.insert(.currency)
      case .document: dimensions.insert(.document)
      }
    }

    mutating func add(_ filter: QueryFilter, of subject: TypedQuery.Subject, names: NameResolution) {
      switch filter {
      case .kinds, .statuses, .quoted: areKinds = true
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
      arePeriods = true
      if !isMonths { areOthers = true } else if !isYears { areMonths = true }
    }
  }
}
