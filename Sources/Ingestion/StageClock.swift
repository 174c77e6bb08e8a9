/// How long the stages took, and how much went through them.
public struct StageClock: Sendable, Hashable {
  /// A stage of the pipeline.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// From the file to the document.
    case reading
    /// Sentences, tokens, trees and names.
    case analysis
    /// Figures, money and dates.
    case measures
    /// Facts.
    case extraction
    /// Rows.
    case storing
  }

  /// The time spent in each stage, summed over all threads.
  public private(set) var times: [Stage: Duration] = [:]
  /// The number of tokens that were analysed.
  public internal(set) var tokens = 0
  /// The number of bytes of text that were analysed.
  public internal(set) var bytes = 0

  /// Nothing measured yet.
  public init() {}

  /// Does `work` and adds its time to a stage.
  mutating func time<Result, Failure: Error>(
    _ stage: Stage, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = ContinuousClock.now
    defer { times[stage, default: .zero] += ContinuousClock.now - start }
    return try work()
  }

  /// Adds another clock's times and counts.
  mutating func add(_ other: StageClock) {
    times.merge(other.times) { $0 + $1 }
    tokens += other.tokens
    bytes += other.bytes
  }
}
