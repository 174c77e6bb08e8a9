/// Collects facts, each told once: by the keys that two tellings of one fact may share, without comparing all pairs.
struct DistinctFacts {
  private var kept: [FactIdentity] = []
  private var places: [FactIdentity.Key: [Int]] = [:]

  /// Keeps the fact, unless one that is kept already tells it.
  ///
  /// - Returns: whether it was kept.
  mutating func insert(_ identity: FactIdentity) -> Bool {
    for key in identity.keys(matching: true) {
      if let others = places[key], others.contains(where: { kept[$0].isSame(as: identity) }) { return false }
    }
    for key in identity.keys(matching: false) { places[key, default: []].append(kept.count) }
    kept.append(identity)
    return true
  }
}
