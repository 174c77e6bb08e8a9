public import Documents

/// Everything that one document states: the output of extraction and the input of the knowledge base.
public struct DocumentFacts: Sendable, Hashable {
  /// Every sentence's bytes in text order.
  public var sentences: [ByteRange]
  /// One row for one real actor, in order of first mention.
  public var actors: [Actor]
  /// In order of evidence, as are the others.
  public var events: [Event]
  /// In order of evidence.
  public var operations: [Operation]
  /// In order of evidence.
  public var commitments: [Commitment]
  /// In order of evidence.
  public var statistics: [Statistic]
  /// In order of evidence.
  public var statements: [Statement]

  /// Makes a document's facts.
  public init(
    sentences: [ByteRange] = [], actors: [Actor] = [], events: [Event] = [], operations: [Operation] = [],
    commitments: [Commitment] = [], statistics: [Statistic] = [], statements: [Statement] = []
  ) {
    self.sentences = sentences
    self.actors = actors
    self.events = events
    self.operations = operations
    self.commitments = commitments
    self.statistics = statistics
    self.statements = statements
  }
}
