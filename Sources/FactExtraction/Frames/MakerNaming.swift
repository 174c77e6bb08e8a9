internal import Documents
internal import LanguageAnalysis
internal import PolicyModel

/// Names who is bound where the sentence of a promise does not: the giver that opens a list of sums, the sponsor of the
/// bill whose provision it is, else the one whose words or work the document is.
struct MakerNaming: Sendable {
  let context: FrameContext

  private static let lawRule = "commitments/law-"
  private static let sponsorRule = "commitments/introduce-bill"

  /// The commitments, in order of evidence, with makers filled in.
  func naming(_ commitments: [Commitment]) -> [Commitment] {
    let sponsors =
      commitments.first { $0.evidence.rule.hasPrefix(Self.sponsorRule) && !$0.makers.isEmpty }?.makers
      ?? context.voice.legislator.map { [$0] }
    return SharedGivers(reading: context.reading).naming(commitments).map { commitment in
      guard commitment.makers.isEmpty else { return commitment }
      var named = commitment
      if let sponsors, commitment.evidence.rule.hasPrefix(Self.lawRule) {
        named.makers = sponsors
      } else if let voice = context.voice.speaker(at: commitment.evidence.range) {
        named.makers = [voice]
      } else if let legislator = context.voice.legislator, commitment.amount != nil {
        named.makers = [legislator]
      }
      return named
    }
  }
}
