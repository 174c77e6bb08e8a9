internal import PolicyModel

/// What the rows of each subject have.
extension TypedQuery.Subject {
  /// The ways of grouping its rows.
  public var dimensions: [TypedQuery.Dimension] {
    switch self {
    case .commitments:
      [
        .country, .maker, .recipient, .kind, .status, .currency, .unit, .year, .quarter, .month, .publisher, .document,
        .actor,
      ]
    case .events: [.country, .place, .actor, .kind, .status, .year, .quarter, .month, .publisher, .document]
    case .operations:
      [
        .country, .place, .lead, .recipient, .kind, .status, .unit, .year, .quarter, .month, .publisher, .document,
        .actor,
      ]
    case .statistics: [.country, .place, .actor, .unit, .year, .quarter, .month, .publisher, .document]
    case .statements: [.speaker, .country, .kind, .year, .quarter, .month, .publisher, .document, .actor]
    case .actors: [.country, .kind, .document, .publisher]
    case .documents: [.publisher, .year, .quarter, .month]
    }
  }

  /// Whether the rows have what the order asks for; groups can be sorted by their count.
  func canSort(by key: TypedQuery.SortKey) -> Bool {
    switch key {
    case .date, .count: true
    case .amount: self == .commitments || self == .statistics || self == .operations
    case .deadline: self == .commitments
    case .place: self == .events || self == .operations || self == .statistics
    }
  }

  /// Whether the rows have what the filter asks for.
  func understands(_ filter: QueryFilter) -> Bool {
    switch filter {
    case .due, .overdue, .has(.deadline, _): self == .commitments
    case .currency: self == .commitments || self == .statistics || self == .operations
    case .figure, .has(.amount, _): self == .commitments || self == .statistics || self == .operations
    case .has(.place, _): self == .events || self == .operations || self == .statistics
    case .statuses: self == .events || self == .operations || self == .commitments
    case .kinds: self == .events || self == .operations || self == .commitments
    case .actorKinds, .office: self == .actors
    case .quoted: self == .statements
    case .has(.date, _): self != .actors
    case .place, .party, .words, .period, .publisher: true
    case .not(let filter): understands(filter)
    }
  }
}
