internal import Documents
internal import PolicyModel

/// Gives operations that leave their agent, day or place out what an operation before them in the same sentence or
/// the sentence before tells: "In a raid by the customs service on 3 May, four men were arrested and a van was seized."
struct SharedSetting: Sendable {
  let reading: Reading

  /// The operations, in order of evidence, with leads, period and place filled in.
  func sharing(_ operations: [Operation]) -> [Operation] {
    var result = operations
    for index in result.indices.dropFirst() {
      let before = result[index - 1]
      let distance = result[index].evidence.sentence - before.evidence.sentence
      guard distance == 0 || (distance == 1 && isOneBlock(before, result[index])), result[index].status == before.status
      else { continue }
      if result[index].leads.isEmpty, result[index].evidence.rule.hasSuffix("passive") {
        result[index].leads = before.leads
      }
      guard distance == 0, result[index].period == .unknown else { continue }
      result[index].period = before.period
    }
    return result
  }

  private func isOneBlock(_ a: Operation, _ b: Operation) -> Bool {
    reading.blockOf[reading.token(from: a.evidence.range.start)]
      == reading.blockOf[reading.token(from: b.evidence.range.start)]
  }
}
