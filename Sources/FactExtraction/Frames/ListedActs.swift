internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Reads promised acts that a list spells out under a lead-in that carries subject and verb: "The ministry will:" and then
/// an item "hire 300 nurses" each, or "The fund will provide:" and then "2,000 homes".
struct ListedActs: Sendable {
  private let context: FrameContext
  private let spans: ActionSpan
  private let kinds: PromiseKind
  private let predicates: PredicateReader
  private let receivers: RecipientFinder
  private let modals, agreeing, proposing, delivering, law, bonds: WordClasses.Members

  private static let prior = 0.5
  private static let colon = TextKey(":")
  private static let must = TextKey("must")

  init(context: FrameContext) {
    self.context = context
    let reading = context.reading
    let classes = context.lexicon.classes
    spans = ActionSpan(reading: reading)
    kinds = PromiseKind(reading: reading, lexicon: context.lexicon)
    predicates = PredicateReader(reading: reading)
    receivers = RecipientFinder(context)
    modals = classes["lead-pledge"] ?? .none
    agreeing = classes["lead-agree"] ?? .none
    proposing = classes["lead-propose"] ?? .none
    delivering = classes["lead-thing"] ?? .none
    law = classes["law"] ?? .none
    bonds = classes["bond"] ?? .none
  }

  /// What a lead-in says of the items below it.
  private struct LeadIn {
    var status: Commitment.Status
    var makers: [Party]
    var isLaw: Bool
    /// Whether the items are the things that are given rather than acts.
    var isOfThings: Bool
  }

  /// One commitment for each item that is a bare verb phrase under a lead-in that promises.
  func drafts() -> [CommitmentBuilder.Draft] {
    let reading = context.reading
    var drafts: [CommitmentBuilder.Draft] = []
    var leadIn: LeadIn?
    for (index, sentence) in reading.sentences.enumerated() where !sentence.tokens.isEmpty {
      let block = Int(reading.blockOf[sentence.tokens.lowerBound])
      guard block >= 0 else { continue }
      if case .listItem = reading.document.blocks[block].kind {
        if let leadIn, let draft = draft(inSentence: index, leadIn) { drafts.append(draft) }
      } else {
        leadIn = self.leadIn(sentence.tokens)
      }
    }
    return drafts
  }

  private var promising: WordClasses.Members { modals.union(agreeing).union(proposing).union(delivering) }

  private func leadIn(_ tokens: Range<Int>) -> LeadIn? {
    let reading = context.reading
    guard let last = tokens.last, reading.formKey(last) == Self.colon else { return nil }
    for token in tokens.reversed() {
      let members = context.lexicon.classes[reading.lemmaKey(token)]
      let isModal = reading.tokens[token].xpos == .md && (members.meets(modals) || isBound(token, by: tokens))
      let isVerb = reading.tokens[token].upos == .verb && members.meets(promising)
      guard isModal || isVerb else { continue }
      let subject = self.subject(of: token, in: tokens)
      let isLaw = subject.map { context.matcher.classReader.classes(ofPhrase: $0).meets(law) } ?? false
      let status: Commitment.Status =
        if isLaw || members.meets(proposing) { .proposed } else { members.meets(agreeing) ? .agreed : .pledged }
      let makers = isLaw ? [] : context.parties.parties([subject].compactMap(\.self)).filter { $0.actor != nil }
      return LeadIn(
        status: status, makers: makers, isLaw: isLaw, isOfThings: isVerb && members.meets(delivering))
    }
    return nil
  }

  /// "Under the undertaking, the firm must: …": what is owed by an agreement was promised.
  private func isBound(_ modal: Int, by tokens: Range<Int>) -> Bool {
    let reading = context.reading
    return reading.formKey(modal) == Self.must
      && tokens.contains { reading.tokens[$0].upos == .noun && isAgreed($0) }
  }

  private func isAgreed(_ noun: Int) -> Bool {
    context.lexicon.classes[context.reading.lemmaKey(noun)].meets(bonds)
  }

  private func subject(of token: Int, in tokens: Range<Int>) -> Int? {
    if context.reading.tokens[token].upos == .verb, let subject = predicates.surfaceSubject(of: token, depth: 0) {
      return subject
    }
    return tokens.first { [.nsubj, .nsubjPass].contains(context.reading.tokens[$0].relation) && $0 < token }
  }

  private func draft(inSentence index: Int, _ leadIn: LeadIn) -> CommitmentBuilder.Draft? {
    let reading = context.reading
    let tokens = reading.sentences[index].tokens
    guard let root = tokens.first(where: { reading.tokens[$0].relation == .root }),
      isAct(root, in: tokens) || leadIn.isOfThings && isThing(root)
    else { return nil }
    let isThing = isThing(root)
    let span = isThing ? spans.tokens(ofThing: root) : spans.tokens(of: predicates.verb(root))
    let money = context.counts.money(in: span)
    guard let kind = kinds.kind(of: span, head: root, hasMoney: money != nil) else { return nil }
    let commitment = Commitment(
      evidence: Evidence(
        range: reading.tree.bytes(span), sentence: index, confidence: Self.prior,
        rule: leadIn.isLaw ? "commitments/law-list" : "commitments/listed-act"),
      kind: kind, status: leadIn.status, makers: leadIn.makers,
      recipients: receivers.recipients(of: span, actedBy: root),
      action: reading.surface(span), amount: money,
      quantity: money == nil ? context.counts.quantity(in: span) : nil, deadline: context.time.deadline(in: span))
    return .init(proposal: Proposal(commitment, cues(commitment, root), context.judge), act: root)
  }

  private func cues(_ commitment: Commitment, _ root: Int) -> Cues {
    var cues = Cues(table: .commitments, prior: Self.prior, construction: "listed-act")
    cues.note(.kind, commitment.kind.description)
    cues.note(.rule, commitment.evidence.rule)
    context.note(commitment.makers, &cues)
    cues.note(.money, commitment.amount == nil ? "no" : "yes")
    cues.note(.figure, commitment.quantity == nil ? "no" : "yes")
    cues.note(.deadline, commitment.deadline == nil ? "no" : "yes")
    context.noteSetting(root, &cues)
    return cues
  }

  /// Whether an item is a counted or paid thing: "2,000 homes", "grants of $5,000".
  private func isThing(_ root: Int) -> Bool {
    guard context.reading.tokens[root].upos == .noun, context.reading.tree.child(of: root, [.cop]) == nil else {
      return false
    }
    let span = spans.tokens(ofThing: root)
    return context.counts.quantity(in: span) != nil || context.counts.money(in: span) != nil
  }

  /// Whether an item is a bare verb with its object: no subject, no tense.
  private func isAct(_ root: Int, in tokens: Range<Int>) -> Bool {
    let reading = context.reading
    guard reading.tokens[root].upos == .verb, [.vb, .vbp, .vbg].contains(reading.tokens[root].xpos),
      root < tokens.lowerBound + 4
    else { return false }
    return reading.tree.child(of: root, [.nsubj, .nsubjPass, .aux, .cop, .expl]) == nil
  }
}
