internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Reads sums that a list, or a line of its own, gives without a verb: "€9 million by 2031 for footpaths".
struct ListedSums: Sendable {
  private let context: FrameContext
  private let budget: WordClasses.Members
  private let receivers: RecipientFinder

  init(context: FrameContext) {
    self.context = context
    receivers = RecipientFinder(context)
    budget = context.lexicon.classes["budget-title"] ?? .none
  }

  private static let prior = 0.5
  private static let rule = "commitments/listed-sum"
  private static let longestLabel = 12
  private static let colon = TextKey(":")
  private static let purpose: KeySet = [TextKey("for"), TextKey("to"), TextKey("towards")]

  /// One commitment for each item of a list that is a sum with its purpose.
  func drafts() -> [CommitmentBuilder.Draft] {
    context.reading.sentences.indices.compactMap(draft(inSentence:))
  }

  private func draft(inSentence index: Int) -> CommitmentBuilder.Draft? {
    let reading = context.reading
    let tokens = reading.sentences[index].tokens
    guard isItem(tokens.lowerBound) else { return nil }
    let label = labelEnd(tokens)
    let body = (label.map { $0 + 1 } ?? tokens.lowerBound)..<tokens.upperBound
    guard !clause(body).contains(where: isFinite),
      let sum = body.prefix(4).first(where: reading.isMoney(at:)),
      let money = context.counts.money(in: body), let kind = FactKind("funding"),
      label != nil && isBudget(tokens.lowerBound)
        || body.contains(where: { $0 > sum && Self.purpose.contains(reading.formKey($0)) })
    else { return nil }
    let span = reading.tree.trimmed(sum..<body.upperBound, around: sum)
    let commitment = Commitment(
      evidence: Evidence(
        range: reading.tree.bytes(span), sentence: index, confidence: Self.prior, rule: Self.rule),
      kind: kind, status: .pledged, recipients: recipients(behind: sum, in: body), action: reading.surface(span),
      amount: money,
      deadline: context.time.deadline(in: span))
    var cues = Cues(table: .commitments, prior: Self.prior, construction: "listed-sum")
    cues.note(.kind, kind.description)
    cues.note(.deadline, commitment.deadline == nil ? "no" : "yes")
    context.noteSetting(sum, &cues)
    return .init(proposal: Proposal(commitment, cues, context.judge), act: sum)
  }

  private func recipients(behind sum: Int, in body: Range<Int>) -> [Party] {
    guard let purpose = body.first(where: { $0 > sum && Self.purpose.contains(context.reading.formKey($0)) }) else {
      return []
    }
    return receivers.recipients(behind: purpose, in: body)
  }

  /// The colon behind what an item is about: "Health: £3 million".
  private func labelEnd(_ tokens: Range<Int>) -> Int? {
    tokens.prefix(Self.longestLabel).first { context.reading.formKey($0) == Self.colon }
  }

  /// The tokens before the first relative clause.
  private func clause(_ tokens: Range<Int>) -> Range<Int> {
    let end = tokens.first { [.wdt, .wp].contains(context.reading.tokens[$0].xpos) }
    return tokens.lowerBound..<(end ?? tokens.upperBound)
  }

  /// Whether the title or the heading above speaks of a budget, so that a sum beside a name is given to it.
  private func isBudget(_ token: Int) -> Bool {
    let reading = context.reading
    let block = Int(reading.blockOf[token])
    let heading = reading.document.blocks[..<block].last {
      if case .heading = $0.kind { true } else { false }
    }
    let titles = [heading?.range, reading.document.titleRange].compactMap(\.self)
    return titles.contains { range in
      var token = reading.token(from: range.start)
      while token < reading.tokens.count, reading.tokens[token].range.start < range.end {
        if context.lexicon.classes[reading.lemmaKey(token)].meets(budget) { return true }
        token += 1
      }
      return false
    }
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
