internal import Documents
internal import PolicyModel

/// What was proposed for one document, table by table.
struct DocumentChoices: Sendable {
  var sentences: [ByteRange]
  var actors: [Actor]
  var frames: FrameExtractor.Choices
  var statistics: Choice<Statistic>
  var quoted: Choice<Statement>
  var reported: [Statement]

  /// What the document states.
  var facts: DocumentFacts {
    DocumentFacts(
      sentences: sentences, actors: actors, events: frames.events.facts, operations: frames.operations.facts,
      commitments: frames.commitments.facts, statistics: statistics.facts,
      statements: StatementExtractor.ordered(quoted.facts + reported))
  }
}
