internal import Documents
internal import Normalization
internal import PolicyModel

/// A figure that a frame proposes as a part of a promise or as the outcome of an operation, whether or not that is
/// probable enough to be recorded.
struct FigureClaim: Sendable {
  /// Commitments or operations.
  var table: FactTable
  /// The figure; nil for the words of the whole proposal.
  var value: ExactDecimal?
  var sentence: Int
  var range: ByteRange
  var confidence: Double

  /// The claims of proposed facts.
  static func claims(_ commitments: [Commitment], _ operations: [Operation]) -> [FigureClaim] {
    let promised = commitments.flatMap { fact in
      claims(.commitments, [fact.amount?.amount, fact.quantity?.value].compactMap(\.self), fact.evidence)
    }
    return promised + operations.flatMap { claims(.operations, $0.outcomes.map(\.value), $0.evidence) }
  }

  /// One for the words of a fact, and one for each of its figures.
  private static func claims(_ table: FactTable, _ figures: [ExactDecimal], _ evidence: Evidence) -> [FigureClaim] {
    [FigureClaim(table, nil, evidence)] + figures.map { FigureClaim(table, $0, evidence) }
  }

  private init(_ table: FactTable, _ value: ExactDecimal?, _ evidence: Evidence) {
    self.table = table
    self.value = value
    sentence = evidence.sentence
    range = evidence.range
    confidence = evidence.confidence
  }
}
