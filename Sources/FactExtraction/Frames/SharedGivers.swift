internal import Documents
internal import LanguageAnalysis
internal import Normalization
internal import PolicyModel

/// Names who gives a sum of money where its sentence does not: "The agency pledged new funds. A 5 million fund will …".
///
/// The giver is the maker of the last promise of money or help before it, at most two sentences away and with no other
/// promise in between, so that a list of sums keeps the giver that opens it.
struct SharedGivers: Sendable {
  let reading: Reading

  private static let reach = 2
  private static let giving = Set(["funding", "aid"].compactMap { FactKind($0) })

  /// The commitments, in order of evidence, with givers filled in.
  func naming(_ commitments: [Commitment]) -> [Commitment] {
    var result = commitments
    for index in result.indices.dropFirst() where isAnonymousSum(result[index]) {
      let before = result[index - 1]
      let distance = result[index].evidence.sentence - before.evidence.sentence
      guard Self.giving.contains(before.kind), distance <= Self.reach,
        before.makers.contains(where: { $0.actor != nil })
      else { continue }
      result[index].makers = before.makers
    }
    return result
  }

  /// A sum that nobody is said to give, or that only stands as its own subject ("A 5 million fund").
  private func isAnonymousSum(_ commitment: Commitment) -> Bool {
    guard commitment.amount != nil else { return false }
    return commitment.makers.allSatisfy { maker in
      guard maker.actor == nil else { return false }
      return maker.range.map { reading.hasMeasure(in: $0) } ?? true
    }
  }
}
