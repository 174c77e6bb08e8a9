internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// What speaks for and against a match, weighed to a probability.
struct MatchConfidence: Sendable {
  /// The frame's own.
  var value: Double

  /// Adds what speaks for it where `holds`.
  mutating func add(_ weight: Double, if holds: Bool) { if holds { value += weight } }
  /// Shrinks it by a factor where `holds`.
  mutating func shrink(_ factor: Double, if holds: Bool) { if holds { value *= factor } }
  /// The probability, 0.01 to 0.99.
  var probability: Double { min(0.99, max(0.01, value)) }
}

extension FrameContext {
  /// The confidence of a match before what its table adds.
  func confidence(of match: FrameMatch, period: Period, place: PlaceReference?, hasActor: Bool, hasFigure: Bool)
    -> MatchConfidence
  {
    let predicate = match.predicate
    let isDated = period != .unknown
    var confidence = MatchConfidence(value: frame(match).confidence)
    confidence.add(0.08, if: isDated)
    confidence.add(0.04, if: place != nil)
    confidence.add(0.08, if: hasActor)
    confidence.add(0.1, if: hasFigure)
    confidence.shrink(0.85, if: match.lacksAgent)
    confidence.shrink(0.75, if: !isDated && place == nil && !hasActor && !hasFigure)
    confidence.shrink(0.8, if: quoted[predicate.token])
    confidence.shrink(0.5, if: reading.isHeading(predicate.token))
    let isTimeless = predicate.group?.tense == .present && frame(match).table != .commitments
    let isGeneric = isTimeless && !isDated && !hasFigure && !reading.isHeading(predicate.token)
    confidence.shrink(0.6, if: isGeneric)
    confidence.shrink(0.6, if: isGeneric && reading.tokens[predicate.token].relation == .relativeClause)
    let isBareNoun = predicate.trigger == .noun && predicate.carrier == nil
    confidence.shrink(0.6, if: isBareNoun && !isDated && !hasFigure)
    return confidence
  }
}
