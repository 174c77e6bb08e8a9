internal import Documents
internal import Glibc
internal import Lexicon

/// Gives each option of a selection the probability that a reader would want it.
struct SelectionJudge: Sendable {
  private let model: SelectionWeights.Model

  init(_ model: SelectionWeights.Model) { self.model = model }

  /// The probability of an option whose signs `note` names.
  func probability(_ note: (inout SignSum) -> Void) -> Double {
    var sum = SignSum(model)
    note(&sum)
    return 1 / (1 + exp(-sum.sum))
  }

  /// The F score that some options are expected to have with those that are wanted, by the ratio of expectations.
  ///
  /// Source: Jansche 2007, "A Maximum Expected Utility Framework for Binary Sequence Labeling", ACL.
  /// - Parameters:
  ///   - shared: the sum of the probabilities of the chosen.
  ///   - count: how many are chosen.
  ///   - wanted: how many are expected to be wanted.
  ///   - beta: how much more what is left out counts than what is too much.
  static func agreement(shared: Double, of count: Int, wanted: Double, beta: Double) -> Double {
    let square = beta * beta
    return (1 + square) * shared / (Double(count) + square * wanted)
  }
}

/// What was selected from for one place of a fact, for what is learned from it.
public struct Selection: Sendable {
  /// Something that may be selected, with the names of its signs.
  public struct Option: Sendable {
    /// A word, or the name of a party.
    public var name: String
    /// Such as `near=before:3`.
    public var signs: [String]
  }

  /// "metric", or the place that parties fill.
  public var place: String
  /// All that may be selected.
  public var options: [Option]
}
