internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Builds commitments from matches.
struct CommitmentBuilder: Sendable {
  let context: FrameContext
  private let spans: ActionSpan
  private let kinds: PromiseKind
  private let predicates: PredicateReader
  private let receivers: RecipientFinder
  private let respectively: Respectively
  private let stative, holding, receiving, law, budget, occasion, agreement, proposal: WordClasses.Members

  /// A commitment with the word of its promised act, by which two frames of one promise are known as one.
  struct Draft: Sendable {
    var proposal: Proposal<Commitment>
    var act: Int
  }

  init(context: FrameContext) {
    self.context = context
    spans = ActionSpan(reading: context.reading)
    stative = context.lexicon.classes["stative"] ?? .none
    holding = context.lexicon.classes["holding"] ?? .none
    agreement = context.lexicon.classes["agreement"] ?? .none
    proposal = context.lexicon.classes["proposal-thing"] ?? .none
    receiving = context.lexicon.classes["receiving"] ?? .none
    law = context.lexicon.classes["law"] ?? .none
    occasion = context.lexicon.classes["occasion"] ?? .none
    budget = context.lexicon.classes["budget-title"] ?? .none
    kinds = PromiseKind(reading: context.reading, lexicon: context.lexicon)
    predicates = PredicateReader(reading: context.reading)
    receivers = RecipientFinder(context)
    respectively = Respectively(reading: context.reading)
  }

  /// The commitments of a match, one a promised act; none where the text states none.
  func drafts(_ match: FrameMatch) -> [Draft] {
    let isRefusal = isRefusal(match)
    let reality =
      if isBroken(match) { Reality.actual } else if isRefusal {
        context.reality.reality(of: match.predicate.token, isRefusal: true)
      } else { context.reality(of: match) }
    guard reality != .unreal, reality != .cancelled, match.predicate.trigger != .modal || reality == .planned else {
      return []
    }
    return acts(of: match).flatMap { act -> [Draft] in
      guard !isStative(act, match), let draft = draft(match, act, reality),
        !isRefusal || !draft.proposal.fact.makers.isEmpty || context.voice.speaker(at: match.predicate.token) != nil
      else { return [] }
      return dealt(draft, in: clauseTokens(act.span, match))
    }
  }

  /// Whether a promise is said not to have been kept.
  private func isBroken(_ match: FrameMatch) -> Bool {
    let status = context.frame(match).status.flatMap(Commitment.Status.init)
    guard status == .fulfilled, let group = match.predicate.group, group.isNegated else { return false }
    return [.past, .perfect].contains(group.tense)
  }

  /// Whether somebody says what they will not do.
  private func isRefusal(_ match: FrameMatch) -> Bool {
    guard match.predicate.trigger == .modal, let group = match.predicate.group, group.isNegated else { return false }
    let isAhead =
      group.tense == .future || group.tense == .conditional && context.reality.isReported(match.predicate.token)
    return isAhead && (spans.negation(of: match.predicate.token) != nil || hasEmptyPart(match.predicate.token))
  }

  /// Whether what is done, or to whom, is nothing or nobody: "will build no plants", "nobody will be held".
  private func hasEmptyPart(_ verb: Int) -> Bool {
    context.reading.tree.children(of: verb, [.obj, .nsubjPass]).contains {
      VerbGroup.isEmptyPhrase($0, in: context.reading)
    }
  }

  /// One draft for each party where the clause deals out its figures, else the draft itself.
  private func dealt(_ draft: Draft, in clause: Range<Int>) -> [Draft] {
    let makers = draft.proposal.fact.makers
    let recipients = draft.proposal.fact.recipients
    let isByMaker = makers.count > 1
    let shares = respectively.shares(among: isByMaker ? makers.count : recipients.count, in: clause)
    guard !shares.isEmpty else { return [draft] }
    return shares.map { share in
      var part = draft
      part.act = share.figure
      if isByMaker {
        part.proposal.fact.makers = [makers[share.party]]
      } else {
        part.proposal.fact.recipients = [recipients[share.party]]
      }
      let figure = share.figure..<(share.figure + 1)
      part.proposal.fact.amount = context.counts.money(in: figure)
      part.proposal.fact.quantity =
        part.proposal.fact.amount == nil
        ? context.counts.quantity(at: share.figure, like: draft.proposal.fact.quantity) : nil
      return part
    }
  }

  private func draft(_ match: FrameMatch, _ act: Act, _ reality: Reality) -> Draft? {
    let action = act.span
    let frame = context.frame(match)
    let money = moneyThatGoes(match) ?? context.counts.money(in: action) ?? moneyOfRoles(match)
    guard action.count > 1 || money != nil || context.reading.tokens[act.head].upos == .verb else { return nil }
    let own = isFunded(act, match) ? kinds.funding : kinds.kind(of: action, head: act.head, hasMoney: money != nil)
    guard let kind = frame.kind ?? own else { return nil }
    let makers = makers(match)
    let commitment = Commitment(
      evidence: evidence(match, act), kind: kind, status: status(match, reality), makers: makers,
      recipients: recipients(match, act, makers), action: context.reading.surface(action), amount: money,
      quantity: money == nil ? context.counts.quantity(in: action) : nil,
      deadline: context.time.deadline(in: clauseTokens(action, match)))
    return Draft(proposal: Proposal(commitment, cues(commitment, match, act, reality), context.judge), act: act.head)
  }

  /// Whether money is given for an act: "committed funding to support patrols".
  private func isFunded(_ act: Act, _ match: FrameMatch) -> Bool {
    guard match.predicate.trigger == .verb, let object = match.predicate.object, object != act.head else {
      return false
    }
    return context.lexicon.classes[context.reading.lemmaKey(object)].meets(budget)
  }

  // MARK: The act

  private struct Act {
    var head: Int
    var span: Range<Int>
  }

  /// The promised act and the acts coordinated with it that have an object of their own.
  private func acts(of match: FrameMatch) -> [Act] {
    guard let first = act(of: match) else { return [] }
    let isPromised = match.predicate.complement == first.head || match.predicate.trigger == .modal
    guard context.reading.tokens[first.head].upos == .verb, isPromised else { return [first] }
    let further = listed(after: first.head).filter {
      context.reading.tokens[$0].xpos == context.reading.tokens[first.head].xpos
        && (context.reading.tree.child(of: $0, [.obj]) != nil || isFurtherPassive($0, match))
    }
    return [first] + further.map(act(headedBy:))
  }

  /// "Plastics will be banned and the duty raised": a participle with a subject of its own that shares the auxiliaries.
  private func isFurtherPassive(_ verb: Int, _ match: FrameMatch) -> Bool {
    match.predicate.group?.isPassive == true && context.reading.tokens[verb].xpos == .vbn
      && context.reading.tree.child(of: verb, [.nsubj, .nsubjPass]) != nil
  }

  /// The verbs that a list goes on with: coordinated ones, and infinitives behind a comma.
  private func listed(after verb: Int) -> [Int] {
    context.reading.tree.children(of: verb).flatMap { child -> [Int] in
      switch context.reading.tokens[child].relation {
      case .conj: [child]
      case .advcl where spans.isListed(child): [child] + listed(after: child)
      default: []
      }
    }
  }

  /// Who is bound: the frame's maker, or who says it of a passive that names none.
  private func makers(_ match: FrameMatch) -> [Party] {
    if let bound = context.heads(.maker, of: match).first ?? match.predicate.subject,
      context.lexicon.classes[context.reading.lemmaKey(bound)].meets(law)
    {
      return lawmakers(of: bound, match)
    }
    let makers = context.parties(.maker, of: match)
    guard makers.isEmpty, match.predicate.trigger == .modal,
      let saying = context.reality.reportingVerb(of: match.predicate.token),
      let speaker = predicates.surfaceSubject(of: saying, depth: 0)
    else { return makers }
    return context.parties.parties([speaker])
  }

  /// Who passes or proposes the law whose clause it is: "the Senate passed a bill that gives".
  private func lawmakers(of law: Int, _ match: FrameMatch) -> [Party] {
    let tree = context.reading.tree
    guard context.reading.tokens[match.predicate.token].relation == .relativeClause,
      tree.head(of: match.predicate.token) == law, context.reading.tokens[law].relation == .obj,
      let verb = tree.head(of: law), let subject = predicates.surfaceSubject(of: verb, depth: 0)
    else { return [] }
    return context.parties.parties([subject])
  }

  /// What is promised: the complement, the object, or for a modal and a sum of money the clause itself.
  private func act(of match: FrameMatch) -> Act? {
    let predicate = match.predicate
    if let value = predicate.object, predicate.trigger == .noun, context.reading.tree.head(of: predicate.token) == value
    {
      return Act(head: predicate.token, span: spans.tokens(of: predicate.token, identifiedWith: value))
    }
    if predicate.trigger == .modal { return Act(head: predicate.token, span: spans.tokens(of: predicate)) }
    for entry in context.frame(match).roles where entry.role == .action {
      for slot in entry.slots {
        guard let head = context.matcher.slots.heads(slot, of: match).first else { continue }
        return slot == .object ? clauseAct(match, head) : act(headedBy: head)
      }
    }
    if predicate.trigger == .noun, predicate.carrier == nil {
      return Act(head: predicate.token, span: spans.tokens(ofThing: predicate.token))
    }
    return Act(head: predicate.token, span: spans.tokens(of: predicate))
  }

  private func act(headedBy head: Int) -> Act {
    let isClause = context.reading.tokens[head].upos == .verb || context.reading.tree.child(of: head, [.cop]) != nil
    guard isClause else { return Act(head: head, span: spans.tokens(ofThing: head)) }
    let verb = predicates.verb(head)
    return Act(head: head, span: spans.tokens(of: verb))
  }

  /// A sum that is given: the clause from its verb; a thing that is promised: its phrase.
  private func clauseAct(_ match: FrameMatch, _ head: Int) -> Act {
    if context.frame(match).kind != nil {
      return Act(head: match.predicate.token, span: spans.tokens(of: match.predicate))
    }
    return Act(head: head, span: spans.tokens(ofThing: head))
  }

  private func isStative(_ act: Act, _ match: FrameMatch) -> Bool {
    let reading = context.reading
    guard match.predicate.trigger == .modal else { return isStatement(act.head, match) }
    let isVerb = reading.tokens[act.head].upos == .verb
    let members = context.lexicon.classes[reading.lemmaKey(act.head)]
    if isVerb, members.meets(receiving) { return true }
    guard !isVerb || members.meets(stative) else { return false }
    guard context.counts.money(in: act.span) == nil else { return false }
    // "We shall have 400 more nurses", "the block will be ready by May".
    if context.counts.quantity(in: act.span) != nil { return isVerb && !members.meets(holding) }
    return isVerb || context.time.deadline(in: clauseTokens(act.span, match)) == nil
  }

  /// "agreed that prices rise": a complement with a tense of its own that does not look ahead promises nothing.
  private func isStatement(_ head: Int, _ match: FrameMatch) -> Bool {
    guard match.predicate.complement == head, context.reading.tokens[head].upos == .verb else { return false }
    return [.past, .perfect, .present, .progressive, .pastProgressive].contains(
      VerbGroup(at: head, in: context.reading).tense)
  }

  /// The sum that is the subject of what it does: "$5 million will come from the bank and $2 million from the fund".
  private func moneyThatGoes(_ match: FrameMatch) -> Money? {
    guard match.predicate.trigger == .verb, let subject = match.predicate.subject, context.reading.isMoney(at: subject)
    else { return nil }
    return context.counts.money(in: context.reading.tree.phrase(headedBy: subject))
  }

  private func moneyOfRoles(_ match: FrameMatch) -> Money? {
    for slot in [Frame.Slot.object, .subject, .compound] {
      for head in context.matcher.slots.heads(slot, of: match) {
        let phrase = context.reading.tree.phrase(headedBy: head)
        if context.frame(match).kind != nil, let money = context.counts.money(in: phrase) { return money }
      }
    }
    return nil
  }

  private func clauseTokens(_ action: Range<Int>, _ match: FrameMatch) -> Range<Int> {
    let clause = context.reading.tree.subtree(of: match.predicate.clause)
    return min(clause.lowerBound, action.lowerBound)..<max(clause.upperBound, action.upperBound)
  }

  // MARK: The other fields

  private func recipients(_ match: FrameMatch, _ act: Act, _ makers: [Party]) -> [Party] {
    let given = match.predicate.beneficiary.map { context.parties.parties([$0]) } ?? []
    let named = others(given.isEmpty ? framedRecipients(match) : given, than: makers)
    if !named.isEmpty { return named }
    let found = others(receivers.recipients(of: act.span, actedBy: act.head), than: makers)
    return found.isEmpty ? others(addressees(of: act), than: makers) : found
  }

  /// Whom somebody tells what they will do: "assured donors that it would pay".
  private func addressees(of act: Act) -> [Party] {
    guard let saying = context.reality.reportingVerb(of: act.head),
      let told = context.reading.tree.child(of: saying, [.obj, .iobj])
    else { return [] }
    return context.parties.parties(receivers.receivers(among: [told]))
  }

  /// Those whom the frame says are given something; of its places the first that yields one.
  private func framedRecipients(_ match: FrameMatch) -> [Party] {
    for entry in context.frame(match).roles where entry.role == .recipient {
      for slot in entry.slots {
        let heads = context.matcher.slots.heads(slot, of: match)
        let found = context.parties.parties(receivers.receivers(among: heads))
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private func others(_ parties: [Party], than makers: [Party]) -> [Party] {
    parties.filter { party in !makers.contains { $0.isSame(as: party) } }
  }

  private func status(_ match: FrameMatch, _ reality: Reality) -> Commitment.Status {
    if isBroken(match) { return .withdrawn }
    if match.predicate.trigger == .modal, let basis = basis(of: match) { return basis }
    let status = context.frame(match).status.flatMap(Commitment.Status.init) ?? .pledged
    switch (status, reality) {
    case (.enacted, .planned): return .pledged
    case (.pledged, .actual) where context.frame(match).kind != nil && isPast(match): return .enacted
    default: return status
    }
  }

  /// What a clause rests on that begins with "under": an agreement, or a proposal.
  private func basis(of match: FrameMatch) -> Commitment.Status? {
    let bases = context.reading.tree.children(of: match.predicate.token, [.obl]).filter { phrase in
      context.reading.tree.caseMarker(of: phrase).map { context.reading.formKey($0) == Self.under } ?? false
    }
    for phrase in bases {
      let members = context.lexicon.classes[context.reading.lemmaKey(phrase)]
      if members.meets(agreement) { return .agreed }
      if members.meets(proposal) { return .proposed }
    }
    return nil
  }

  private static let under = TextKey("under")

  private func isPast(_ match: FrameMatch) -> Bool { [.past, .perfect].contains(match.predicate.group?.tense) }

  private func evidence(_ match: FrameMatch, _ act: Act) -> Evidence {
    var evidence = context.evidence(of: match)
    if context.reading.sentence(of: act.head) == evidence.sentence {
      evidence.range = evidence.range.union(context.reading.tree.bytes(act.span))
    }
    return evidence
  }

  private func cues(_ commitment: Commitment, _ match: FrameMatch, _ act: Act, _ reality: Reality) -> Cues {
    var cues = context.cues(of: match, kind: commitment.kind, reality: reality)
    context.note(commitment.makers, &cues)
    let isOwn = context.voice.speaker(at: context.reading.tokens[act.head].range) != nil
    cues.note(.speaker, isOwn ? "named" : "none")
    cues.note(
      .detail, "impersonal", if: commitment.makers.isEmpty && commitment.amount == nil)
    cues.note(
      .detail, "impersonal-vague",
      if: commitment.makers.isEmpty && commitment.amount == nil && commitment.quantity == nil
        && commitment.deadline == nil)
    cues.note(.money, commitment.amount == nil ? "no" : "yes")
    cues.note(.figure, commitment.quantity == nil ? "no" : "yes")
    cues.note(.deadline, commitment.deadline == nil ? "no" : "yes")
    cues.note(.act, context.reading.tokens[act.head].upos == .verb ? "verb" : "thing")
    if occasion.meets(context.lexicon.classes[context.reading.lemmaKey(act.head)]) {
      cues.note(.act, commitment.deadline == nil ? "occasion" : "dated-occasion")
    }
    let length = act.span.count
    cues.note(.act, length <= 2 ? "brief" : length <= 20 ? "phrase" : "long")
    context.noteParliament(commitment.makers, &cues)
    return cues
  }
}
