import Documents
import PolicyModel

/// The fields of a document's facts in words, those that are empty left out.
struct FactFields {
  private let facts: DocumentFacts

  init(_ facts: DocumentFacts) { self.facts = facts }

  /// The fields of a table's fact at its place in the document.
  func fields(_ table: FactTable, at index: Int) -> [(String, String?)] {
    switch table {
    case .actors: [("name", facts.actors[index].name)]
    case .events: fields(facts.events[index])
    case .operations: fields(facts.operations[index])
    case .commitments: fields(facts.commitments[index])
    case .statistics: fields(facts.statistics[index])
    case .statements: fields(facts.statements[index])
    }
  }

  private func fields(_ event: Event) -> [(String, String?)] {
    let participants = event.participants.map { "\(name($0.party)) (\($0.role.rawValue))" }
    return [
      ("kind", event.kind.description), ("status", event.status.rawValue), ("when", text(event.period)),
      ("where", event.place?.name ?? event.country?.description), ("participants", list(participants)),
    ]
  }

  private func fields(_ operation: Operation) -> [(String, String?)] {
    [
      ("kind", operation.kind.description), ("status", operation.status.rawValue), ("when", text(operation.period)),
      ("where", operation.place?.name ?? operation.country?.description), ("leads", list(operation.leads.map(name))),
      ("targets", list(operation.targets.map(name))),
      ("outcomes", list(operation.outcomes.map { "\($0.value) \($0.unit)" })),
    ]
  }

  private func fields(_ commitment: Commitment) -> [(String, String?)] {
    let amount = commitment.amount.map { "\($0.amount) \($0.currency?.description ?? "money")" }
    let quantity = commitment.quantity.map { "\($0.value) \($0.unit ?? "")" }
    return [
      ("kind", commitment.kind.description), ("status", commitment.status.rawValue),
      ("makers", list(commitment.makers.map(name))), ("recipients", list(commitment.recipients.map(name))),
      ("action", commitment.action), ("amount", amount), ("quantity", quantity),
      ("deadline", commitment.deadline.map { "\($0)" }),
    ]
  }

  private func fields(_ statistic: Statistic) -> [(String, String?)] {
    let figure: String =
      switch statistic.figure {
      case .value(let value): "\(statistic.comparator.rawValue) \(value)"
      case .range(let low, let high): "\(low) to \(high)"
      }
    return [
      ("figure", "\(figure) \(statistic.unit ?? "")"), ("metric", statistic.metric),
      ("change", statistic.change?.rawValue), ("when", text(statistic.period)),
      ("where", statistic.place?.name ?? statistic.country?.description), ("source", statistic.source.map(name)),
    ]
  }

  private func fields(_ statement: Statement) -> [(String, String?)] {
    [("speaker", statement.speaker.map(name)), ("text", statement.text)]
  }

  private func name(_ party: Party) -> String { party.actor.map { facts.actors[$0].name } ?? party.surface }

  private func list(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: "; ") }

  private func text(_ period: Period) -> String? {
    guard let start = period.start ?? period.end else { return nil }
    guard let end = period.end, end != start else { return "\(start)" }
    return period.start == nil ? "until \(end)" : "\(start) to \(end)"
  }
}
