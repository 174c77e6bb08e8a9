internal import Documents
internal import PolicyModel

/// What is compared: parties, or periods.
extension QueryParser {
  /// "Compare commitments of France and Germany": a row each.
  mutating func resolveComparison(for subject: TypedQuery.Subject) {
    guard draft.isComparison else { return }
    if comparePeriods() { return }
    let references = draft.filters.flatMap { filter -> [QueryReference] in
      switch filter {
      case .place(let some), .party(_, let some): some
      default: []
      }
    }
    guard references.count > 1 else {
      return refuse(
        "nothing-to-compare", "a comparison needs two names or periods", range(0..<tokens.count),
        hint: "say “compare \(subject.rawValue) of France and Germany”, or “of 2024 and 2025”")
    }
    let areCountries = references.allSatisfy { reference in
      if case .countries(let codes, _) = reference { codes.count == 1 } else { false }
    }
    let agents: [TypedQuery.Subject: TypedQuery.Dimension] = [
      .commitments: .maker, .operations: .lead, .statements: .speaker, .events: .actor, .statistics: .actor,
    ]
    let dimension = areCountries ? .country : agents[subject] ?? .country
    guard !draft.dimensions.contains(dimension), draft.dimensions.count < 2 else { return }
    draft.dimensions.insert(dimension, at: 0)
  }

  /// "Compare 2024 and 2025 arrests": a row each.
  private mutating func comparePeriods() -> Bool {
    let starts = draft.periods.compactMap(\.start)
    let ends = draft.periods.compactMap(\.end)
    guard starts.count > 1, starts.count == ends.count, let first = starts.min(), let last = ends.max() else {
      return false
    }
    let months = zip(starts, ends).map { ($1.year - $0.year) * 12 + $1.month - $0.month + 1 }
    let dimension: TypedQuery.Dimension =
      months.allSatisfy { $0 >= 12 } ? .year : months.allSatisfy { $0 >= 3 } ? .quarter : .month
    draft.filters.removeAll { if case .period = $0 { true } else { false } }
    draft.filters.append(.period(Period(start: first, end: last)))
    if !draft.dimensions.contains(dimension), draft.dimensions.count < 2 { draft.dimensions.append(dimension) }
    return true
  }
}
