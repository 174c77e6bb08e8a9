public import KnowledgeBase
public import PolicyModel

/// What a run of ingestion did.
public struct IngestionSummary: Sendable {
  /// New, changed, unchanged, removed and failed inputs.
  public internal(set) var counts = IngestCounts()
  /// The facts of the new and changed documents.
  public internal(set) var facts: [FactTable: Int] = [:]
  /// What is wrong with inputs, in the order in which they were read; failed ones and remarks on others.
  public internal(set) var problems: [InputProblem] = []
  /// Where the time went.
  public internal(set) var clock = StageClock()
  /// Whether the run was asked to stop before its end.
  public internal(set) var wasInterrupted = false
}

/// How far a run is.
public struct IngestionProgress: Sendable, Hashable {
  /// The inputs that are dealt with.
  public var done: Int
  /// All inputs.
  public var total: Int
}
