internal import Documents
internal import LanguageAnalysis

/// An acronym in brackets behind a name: "National Crime Agency (NCA)".
struct AcronymIntroduction: Sendable {
  /// The tokens of the full name.
  var name: Range<Int>
  /// The tokens of the acronym.
  var tokens: Range<Int>
  /// Its letters as written.
  var acronym: String
  /// Whether the name is one of a law or plan, so that the acronym names no actor either.
  var isThing: Bool

  /// The introductions behind candidates, in text order.
  static func all(_ candidates: [NameCandidate], in reading: Reading, _ shapes: TokenShapes) -> [AcronymIntroduction] {
    candidates.compactMap { candidate in
      var open = candidate.tokens.upperBound
      guard open + 2 < reading.tokens.count, reading.form(open) == "(" else { return nil }
      open += 1
      if reading.form(open) == "the" { open += 1 }
      if ["\"", "“", "'", "‘", "``"].contains(reading.form(open)) { open += 1 }
      guard open + 1 < reading.tokens.count, isAcronym(open, reading, shapes) else { return nil }
      let close = reading.form(open + 1)
      guard [")", "\"", "”", "'", "’", "''", ",", ";"].contains(close) else { return nil }
      return AcronymIntroduction(
        name: candidate.tokens, tokens: open..<open + 1, acronym: reading.surface(open),
        isThing: candidate.sense == .thing)
    }
  }

  /// Two to twelve letters, two of them capitals at least.
  private static func isAcronym(_ token: Int, _ reading: Reading, _ shapes: TokenShapes) -> Bool {
    let surface = reading.surface(token)
    let capitals = surface.utf8.filter(TextBytes.isUpper).count
    return (2...12).contains(surface.utf8.count) && capitals >= 2
  }
}
