internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Reads sums that a list, or a line of its own, gives without a verb: "€9 million by 2031 for footpaths".
struct ListedSums: Sendable {
  let context: FrameContext

  private static let prior = 0.5
  private static let rule = "commitments/listed-sum"
  private static let purpose: Set = [TextKey("for"), TextKey("to"), TextKey("towards")]

  /// One commitment for each item of a list that is a sum with its purpose.
  func drafts() -> [CommitmentBuilder.Draft] {
    context.reading.sentences.indices.compactMap(draft(inSentence:))
  }

  private func draft(inSentence index: Int) -> CommitmentBuilder.Draft? {
    let reading = context.reading
    let tokens = reading.sentences[index].tokens
    guard isItem(tokens.lowerBound), !tokens.contains(where: isFinite),
      let sum = tokens.prefix(4).first(where: { reading.measure(at: $0).map(reading.isMoney(measure:)) ?? false }),
      let money = context.counts.money(in: tokens), let kind = FactKind("funding"),
      tokens.contains(where: { $0 > sum && Self.purpose.contains(reading.formKey($0)) })
    else { return nil }
    let span = reading.tree.trimmed(sum..<tokens.upperBound, around: sum)
    let commitment = Commitment(
      evidence: Evidence(
        range: reading.tree.bytes(span), sentence: index, confidence: Self.prior, rule: Self.rule),
      kind: kind, status: .pledged, action: reading.surface(span), amount: money,
      deadline: context.time.deadline(in: span))
    var cues = Cues(table: .commitments, prior: Self.prior, construction: "listed-sum")
    cues.note(.kind, kind.description)
    cues.note(.deadline, commitment.deadline == nil ? "no" : "yes")
    context.noteSetting(sum, &cues)
    return .init(proposal: Proposal(commitment, cues, context.judge), act: sum)
  }

  private func isItem(_ token: Int) -> Bool {
    let block = context.reading.blockOf[token]
    guard block >= 0, token == 0 || context.reading.blockOf[token - 1] != block else { return false }
    switch context.reading.document.blocks[Int(block)].kind {
    case .listItem, .paragraph: return true
    default: return false
    }
  }

  private func isFinite(_ token: Int) -> Bool {
    [.vbd, .vbz, .vbp, .md].contains(context.reading.tokens[token].xpos)
  }
}
