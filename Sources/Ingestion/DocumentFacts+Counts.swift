import PolicyModel

extension DocumentFacts {
  /// The number of rows in each table.
  var counts: [FactTable: Int] {
    [
      .actors: actors.count, .events: events.count, .operations: operations.count,
      .commitments: commitments.count, .statistics: statistics.count, .statements: statements.count,
    ]
  }
}
