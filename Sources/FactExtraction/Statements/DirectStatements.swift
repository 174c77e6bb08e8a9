internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Makes statements of quotations: joins what "he said" splits, finds the speaker, leaves out scare quotes.
struct DirectStatements {
  private static let fewestWords = 5

  private let finder: AttributionFinder
  private let judge: FactJudge
  private var reading: Reading { finder.speakers.reading }
  private var speakers: SpeakerFinder { finder.speakers }

  /// A statement in the making: the quotations `first...last` and who speaks them.
  private struct Draft {
    var first: Int
    var last: Int
    var attribution: Attribution?
    var speaker: Party?
    var words: Int
  }

  init(_ finder: AttributionFinder, judge: FactJudge) {
    self.finder = finder
    self.judge = judge
  }

  /// The statements that the text may hold, in text order.
  func proposals() -> [Proposal<Statement>] {
    var drafts: [Draft] = []
    for index in finder.quotations.indices {
      let own = finder.attribution(of: index)
      let words = finder.quotations[index].words
      if let last = drafts.last, isContinuation(index, own, of: last) {
        drafts[drafts.count - 1].last = index
        drafts[drafts.count - 1].words += words
      } else {
        let speaker = own?.speaker ?? context(of: index, drafts.last)
        drafts.append(Draft(first: index, last: index, attribution: own, speaker: speaker, words: words))
      }
    }
    return drafts.compactMap(proposal)
  }

  /// Whether nothing but the attribution of `draft` stands between it and the quotation.
  private func isContinuation(_ index: Int, _ own: Attribution?, of draft: Draft) -> Bool {
    let quotation = finder.quotations[index]
    let previous = finder.quotations[draft.last]
    guard quotation.block == previous.block, let attribution = draft.attribution else { return false }
    if let own, own.verb != attribution.verb { return false }
    let gap = reading.token(from: previous.outer.end)..<reading.token(from: quotation.outer.start)
    guard attribution.verb >= gap.lowerBound, attribution.verb < gap.upperBound else { return false }
    return own != nil || reading.sentence(of: attribution.verb) == reading.sentence(of: gap.upperBound - 1)
  }

  /// The speaker by what stands before: the paragraph that goes on, the colon, the subject of the sentence before.
  private func context(of index: Int, _ draft: Draft?) -> Party? {
    let quotation = finder.quotations[index]
    let start = reading.token(from: quotation.outer.start)
    let blockStart = reading.token(from: reading.document.blocks[quotation.block].range.start)
    guard start < reading.tokens.count, isWhole(quotation) else { return nil }
    if start <= blockStart + 1 {
      if let draft, goesOn(from: finder.quotations[draft.last], to: quotation) { return draft.speaker }
      return blockStart > 0 ? introduction(endingAt: blockStart) : nil
    }
    return subject(ofSentenceBefore: start)
      ?? draft.flatMap {
        finder.quotations[$0.last].block == quotation.block ? $0.speaker : nil
      }
  }

  /// Whether the quoted words begin a sentence, so that they may stand without a speaker of their own.
  private func isWhole(_ quotation: Quotation) -> Bool {
    let first = reading.document.text[
      ByteRange(quotation.inner.start, min(quotation.inner.end, quotation.inner.start + 4))]
    return first.first.map { $0.isUppercase || $0.isNumber || !$0.isLetter } ?? false
  }

  /// Whether the paragraphs of two quotations follow each other and the first ends with its own.
  private func goesOn(from previous: Quotation, to next: Quotation) -> Bool {
    if previous.isOpen { return true }
    let between = reading.document.blocks[previous.block + 1..<max(previous.block + 1, next.block)]
    guard between.allSatisfy({ $0.kind == .furniture }) else { return false }
    return previous.block < next.block
  }

  /// The speaker that a paragraph ending in a colon introduces.
  private func introduction(endingAt token: Int) -> Party? {
    guard reading.form(token - 1) == ":" else { return nil }
    return subject(ofSentence: reading.sentence(of: token - 1))
  }

  private func subject(ofSentenceBefore token: Int) -> Party? {
    let sentence = reading.sentence(of: token)
    let isFirst = reading.sentences[sentence].tokens.lowerBound >= token - 1
    guard isFirst, sentence > 0,
      reading.blockOf[token] == reading.blockOf[reading.sentences[sentence - 1].tokens.lowerBound]
    else { return nil }
    return subject(ofSentence: sentence - 1)
  }

  /// The named subject of a sentence: of its reporting verb, else of its root.
  private func subject(ofSentence index: Int) -> Party? {
    let tokens = reading.sentences[index].tokens
    let verbs = tokens.filter { speakers.ways($0).contains(.say) } + tokens.filter { reading.tokens[$0].head < 0 }
    return verbs.lazy.compactMap { speakers.subject(of: $0) }.first { $0.actor != nil }
  }

  private func proposal(_ draft: Draft) -> Proposal<Statement>? {
    let parts = finder.quotations[draft.first...draft.last]
    guard let first = parts.first, let last = parts.last, draft.words >= Self.fewestWords else { return nil }
    guard draft.speaker != nil || isWhole(first) && first.words > 2 * Self.fewestWords else { return nil }
    let range = first.inner.union(last.inner)
    var evidence = first.outer.union(last.outer)
    if let tokens = draft.attribution?.tokens, !tokens.isEmpty {
      evidence = evidence.union(reading.tree.bytes(reading.tree.trimmed(tokens, around: tokens.lowerBound)))
    }
    let token = reading.token(from: evidence.start)
    guard token < reading.tokens.count else { return nil }
    let cues = cues(draft, at: token, isWhole: isWhole(first), isOpen: last.isOpen)
    let statement = Statement(
      evidence: Evidence(
        range: reading.document.text.trimmed(evidence), sentence: reading.sentence(of: token),
        confidence: cues.prior, rule: rule(draft)),
      speaker: draft.speaker, text: parts.map { reading.document.text[$0.inner] }.joined(separator: " "), range: range,
      isDirect: true)
    return Proposal(statement, cues, judge)
  }

  private func cues(_ draft: Draft, at token: Int, isWhole: Bool, isOpen: Bool) -> Cues {
    let (hasAttribution, speaker) = (draft.attribution != nil, draft.speaker)
    let construction = hasAttribution ? "attributed" : speaker != nil ? "context" : "unattributed"
    var cues = Cues(
      table: .statements, prior: hasAttribution ? 0.9 : speaker != nil ? 0.6 : 0.4, construction: construction)
    let kind = speaker?.actor.map { speakers.actors.actors[$0].kind.rawValue }
    cues.note(.speaker, kind ?? (speaker == nil ? "none" : "described"))
    cues.note(.parties, count: draft.last - draft.first)
    cues.note(.attribution, isWhole ? "whole" : "part")
    cues.note(.attribution, "open", if: isOpen)
    if let attribution = draft.attribution {
      cues.note(.attribution, attribution.verb < token ? "before" : "behind")
    }
    cues.note(
      .length, draft.words < 8 ? "short" : draft.words < 16 ? "medium" : draft.words < 40 ? "long" : "very-long")
    cues.note(.block, reading.blockName(token))
    return cues
  }

  private func rule(_ draft: Draft) -> String {
    guard let attribution = draft.attribution else { return "statements/quotation.context" }
    return "statements/quotation.\(reading.lemma(attribution.verb))"
  }
}
