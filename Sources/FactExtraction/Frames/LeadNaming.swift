internal import Documents
internal import PolicyModel

/// Names who carries out an operation that is told in the passive without an agent: the force or agency that says so
/// ("the coast guard said that 40 people had been rescued"), else the one whose own release the document is.
struct LeadNaming: Sendable {
  let context: FrameContext
  /// What is said in the document, by whom.
  let statements: [Statement]

  /// The verbs of courts, for which nobody else acts.
  private static let judging = "operations/convict"
  private static let acting: Set<Actor.Kind> = [.agency, .military]

  /// The operations, in order of evidence, with leads filled in.
  func naming(_ operations: [Operation]) -> [Operation] {
    operations.map { operation in
      guard operation.leads.isEmpty, operation.evidence.rule.hasSuffix("passive"),
        !operation.evidence.rule.hasPrefix(Self.judging), let lead = lead(of: operation)
      else { return operation }
      var named = operation
      named.leads = [lead]
      return named
    }
  }

  private func lead(of operation: Operation) -> Party? {
    let evidence = operation.evidence.range
    let telling = statements.first { $0.range.overlaps(evidence) && $0.speaker != nil }
    let teller = telling == nil ? context.voice.issuer : telling?.speaker
    guard let teller, let actor = teller.actor, Self.acting.contains(context.actors.actors[actor].kind),
      !operation.targets.contains(where: { $0.actor == actor })
    else { return nil }
    return teller
  }
}
