import Lexicon

@testable import FactExtraction

extension FactJudge {
  /// Believes what rules claim and nothing else, so that tests of rules do not hang on learned weights.
  static func neutral() throws -> FactJudge {
    let rows = ["events", "operations", "commitments", "statistics", "statements"].map { "\($0)\tthreshold\t0.3" }
    let opposed = "statistics\toutlook=opposed\t-9"
    return FactJudge(try FactWeights((rows + [opposed]).joined(separator: "\n"), name: "neutral"))
  }
}
