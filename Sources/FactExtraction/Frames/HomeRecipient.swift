internal import Documents
internal import LanguageAnalysis
internal import PolicyModel

/// Names whom a giver from abroad helps where the sentence of the promise does not: in a report on a flooded country "the
/// European Union will contribute one million euros" is for that country.
struct HomeRecipient: Sendable {
  let actors: ResolvedActors

  private static let giving = Set(["funding", "aid", "personnel", "equipment"].compactMap { FactKind($0) })
  private static let givers: Set<Actor.Kind> = [.country, .government, .agency, .military, .international]

  /// The commitments with recipients filled in.
  func naming(_ commitments: [Commitment]) -> [Commitment] {
    guard actors.home.holdsForPersons, let code = actors.home.code,
      let country = actors.actors.firstIndex(where: { $0.kind == .country && $0.country == code })
    else { return commitments }
    let recipient = Party(actor: country, surface: actors.actors[country].name)
    return commitments.map { commitment in
      guard commitment.recipients.isEmpty, Self.giving.contains(commitment.kind), !commitment.makers.isEmpty,
        commitment.makers.allSatisfy({ isAbroad($0, code) })
      else { return commitment }
      var named = commitment
      named.recipients = [recipient]
      return named
    }
  }

  private func isAbroad(_ maker: Party, _ home: CountryCode) -> Bool {
    guard let index = maker.actor, Self.givers.contains(actors.actors[index].kind) else { return false }
    return actors.actors[index].country.map { $0 != home } ?? (actors.actors[index].kind == .international)
  }
}
