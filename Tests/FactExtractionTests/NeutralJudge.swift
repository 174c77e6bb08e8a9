import Lexicon
import PolicyModel
import Testing

@testable import FactExtraction

extension FactJudge {
  /// Believes what rules claim and nothing else, so that tests of rules do not hang on learned weights.
  static let neutral: FactJudge = {
    let thresholds = FactTable.allCases.map { "\($0.rawValue)\tthreshold\t0.3" }
    let rows = (thresholds + ["statistics\toutlook=opposed\t-9"]).joined(separator: "\n")
    do {
      return FactJudge(try FactWeights(rows, name: "neutral"))
    } catch {
      Issue.record(error)
      return FactJudge(.embedded)
    }
  }()
}
