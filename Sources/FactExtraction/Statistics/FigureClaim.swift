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
      [nil, fact.amount?.amount, fact.quantity?.value].enumerated().compactMap { index, value in
        index > 0 && value == nil ? nil : FigureClaim(.commitments, value, fact.evidence)
      }
    }
    let done = operations.flatMap { fact in
      [FigureClaim(.operations, nil, fact.evidence)]
        + fact.outcomes.map { FigureClaim(.operations, $0.value, fact.evidence) }
    }
    return promised + done
  }

  private init(_ table: FactTable, _ value: ExactDecimal?, _ evidence: Evidence) {
    self.table = table
    self.value = value
    sentence = evidence.sentence
    range = evidence.range
    confidence = evidence.confidence
  }
}
