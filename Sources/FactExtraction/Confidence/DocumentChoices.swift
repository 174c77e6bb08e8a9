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

  /// What the document may state, the doubtful included.
  var everything: DocumentFacts {
    DocumentFacts(
      sentences: sentences, actors: actors, events: all(frames.events), operations: all(frames.operations),
      commitments: all(frames.commitments), statistics: all(statistics),
      statements: StatementExtractor.ordered(all(quoted) + reported))
  }

  private func all<Fact>(_ choice: Choice<Fact>) -> [Fact] {
    (choice.accepted + choice.others).map(\.fact).sorted { $0.evidence.range < $1.evidence.range }
  }
}
