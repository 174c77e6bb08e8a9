internal import PolicyModel

/// What is known of a proposed fact when its probability is judged.
struct Cues: Sendable {
  let table: FactTable
  /// The probability that the rule claims for itself.
  let prior: Double
  /// How the fact is worded: as a verb or a noun, in money or a count.
  let construction: String
  private(set) var all: [Cue] = []
  /// Whether the document is a legislator's, which has thresholds of its own.
  var isOfLegislator = false

  init(table: FactTable, prior: Double, construction: String) {
    self.table = table
    self.prior = prior
    self.construction = construction
    all.reserveCapacity(48)
    note(.construction, construction)
  }

  /// Adds a sign.
  mutating func note(_ family: Cue.Family, _ value: String) {
    all.append(Cue(family: family, value: value))
  }

  /// Adds a sign where it holds.
  mutating func note(_ family: Cue.Family, _ value: String, if holds: Bool) {
    if holds { note(family, value) }
  }

  /// Adds the sign of a legislator's document, where more of what is proposed is debate.
  mutating func note(_ parliament: Parliament) {
    isOfLegislator = parliament.isLegislators
    note(.speaker, "legislator", if: isOfLegislator)
  }

  /// Adds the sign of a count: none, one, or several.
  mutating func note(_ family: Cue.Family, count: Int) {
    note(family, count == 0 ? "none" : count == 1 ? "one" : "several")
  }
}
