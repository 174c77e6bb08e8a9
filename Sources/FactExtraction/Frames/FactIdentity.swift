internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// What makes two matches one fact, and which of them tells more.
struct FactIdentity: Sendable {
  /// The word that the fact hangs on: clause of an event, promised act of a commitment.
  private var anchor: Int
  /// The evoking word itself.
  private var token: Int
  /// The further words of the match, so that a noun among them tells nothing of its own: "state of emergency" of
  /// "declared a state of emergency".
  private var words: [Int] = []
  /// The clause that its own hangs on as a participle or infinitive, or -1.
  private var governor = -1
  /// Whether it only speaks of a fact told before: "the meeting", "the measure".
  private var isMention = false
  private var sentence: Int
  private var kind: FactKind
  /// The actors of the fact, sorted.
  private var actors: [Int]
  private var period: Period
  /// What is counted or promised, money by its currency.
  private var figures: [Quantity]
  /// The money of a promise, which two promises of one sentence seldom share.
  private var sum: Money?
  /// Whether others do another such act with the same figures: two donors that give as much.
  private var isOfOneMaker = false
  /// The lemma of what is acted upon, or of the evoking word.
  private var theme: TextKey?
  private var isHeading: Bool
  /// How much the sentence tells, for the choice between two.
  let fullness: Double

  init(_ event: Event, _ match: FrameMatch, _ frame: Frame, _ reading: Reading) {
    anchor = match.predicate.clause
    token = match.predicate.token
    words = match.others
    sentence = event.evidence.sentence
    kind = event.kind
    actors = Self.actors(event.participants.map(\.party))
    period = event.period
    figures = []
    theme = Self.theme(match, frame, reading)
    isHeading = reading.isHeading(match.predicate.token)
    governor = Self.governor(anchor, reading)
    isMention = event.period == .unknown && Self.isMention(match.predicate, reading)
    let shortness = (isHeading ? 0.3 : 0) + (isMention ? 0.5 : 0) - (words.isEmpty ? 0 : 0.1)
    let details = event.participants.count + Self.count([event.period != .unknown, event.place != nil])
    fullness = event.evidence.confidence + Self.detailWeight * Double(details) - shortness
  }

  init(_ operation: Operation, _ match: FrameMatch, _ frame: Frame, _ reading: Reading) {
    anchor = match.predicate.clause
    token = match.predicate.token
    words = match.others
    sentence = operation.evidence.sentence
    kind = operation.kind
    actors = Self.actors(operation.leads + operation.targets)
    period = operation.period
    figures = operation.outcomes.map { Quantity($0.value, unit: $0.unit) }
    theme = Self.theme(match, frame, reading)
    isHeading = reading.isHeading(match.predicate.token)
    let parties = operation.leads.count + operation.targets.count
    let details = Self.count([operation.period != .unknown, operation.place != nil, !operation.outcomes.isEmpty])
    let shortness = (isHeading ? 0.3 : 0) - (words.isEmpty ? 0 : 0.1)
    fullness = operation.evidence.confidence + Self.detailWeight * Double(parties + details) - shortness
  }

  init(_ draft: CommitmentBuilder.Draft, _ reading: Reading) {
    let commitment = draft.proposal.fact
    anchor = draft.act
    token = draft.act
    sentence = commitment.evidence.sentence
    kind = commitment.kind
    actors = Self.actors(commitment.makers)
    period = .unknown
    sum = commitment.amount
    figures = [sum.map { Quantity($0.amount, unit: $0.currency?.description) }, commitment.quantity].compactMap(\.self)
    isOfOneMaker = true
    theme = reading.lemmaKey(draft.act)
    isHeading = reading.isHeading(draft.act)
    let details = Self.count([commitment.amount != nil, commitment.quantity != nil, commitment.deadline != nil])
    fullness = commitment.evidence.confidence + Self.detailWeight * Double(details) + (isHeading ? -0.3 : 0)
  }

  /// How much a detail counts beside the confidence for which telling is the fullest.
  private static let detailWeight = 0.05

  private static func count(_ known: [Bool]) -> Int { known.count(where: \.self) }

  private static func actors(_ parties: [Party]) -> [Int] { parties.compactMap(\.actor).sorted() }

  /// The lemma of the subject where it is no party ("the summit ended"), or of what is acted upon, or of the word itself.
  private static func theme(_ match: FrameMatch, _ frame: Frame, _ reading: Reading) -> TextKey {
    let predicate = match.predicate
    let isParty = frame.roles.contains { $0.slots.contains(.subject) }
    if !isParty, predicate.trigger == .verb, let subject = predicate.subject { return reading.lemmaKey(subject) }
    return reading.lemmaKey(predicate.object ?? predicate.token)
  }

  private static func governor(_ clause: Int, _ reading: Reading) -> Int {
    guard let head = reading.tree.head(of: clause) else { return -1 }
    switch reading.tokens[clause].relation {
    case .advcl, .xcomp: return head
    // "Rejected a bill to ban it": what the bill is for.
    case .acl where reading.tokens[clause].xpos == .vb: return reading.tree.head(of: head) ?? -1
    default: return -1
    }
  }

  private static let definite: KeySet = [
    TextKey("the"), TextKey("this"), TextKey("that"), TextKey("its"), TextKey("their"),
  ]

  /// Whether a noun is definite and says nothing further of what it names.
  private static func isMention(_ predicate: Predicate, _ reading: Reading) -> Bool {
    guard predicate.trigger == .noun else { return false }
    let children = reading.tree.children(of: predicate.token).filter {
      ![.case, .punct, .cop, .nsubj].contains(reading.tokens[$0].relation)
    }
    return children.count == 1 && Self.definite.contains(reading.formKey(children[0]))
  }

  /// What two tellings of one fact may share.
  enum Key: Hashable, Sendable {
    case anchor(Int)
    case word(Int)
    case governed(Int)
    case mention(FactKind, isMention: Bool)
    case figures(FactKind, [Quantity])
    case sum(sentence: Int, Money)
    case themeOfSentence(Int, FactKind, TextKey?)
    case actors(FactKind, TextKey?, [Int])
    case theme(FactKind, TextKey?, isHeading: Bool)
  }

  /// The keys that it is found by, or those by which it finds what it may be the same as.
  func keys(matching: Bool) -> [Key] {
    var keys: [Key] = [
      .anchor(anchor), .themeOfSentence(sentence, kind, theme),
      .theme(kind, theme, isHeading: matching ? !isHeading : isHeading),
      .mention(kind, isMention: matching ? !isMention : isMention),
    ]
    for word in words + [token] { keys.append(.word(word)) }
    if matching { keys.append(.governed(anchor)) }
    if governor >= 0 { keys.append(matching ? .anchor(governor) : .governed(governor)) }
    if let sum { keys.append(.sum(sentence: sentence, sum)) }
    if !figures.isEmpty { keys.append(.figures(kind, figures)) }
    if !actors.isEmpty { keys.append(.actors(kind, theme, actors)) }
    return keys
  }

  /// Whether the other tells the same fact.
  func isSame(as other: FactIdentity) -> Bool {
    if anchor == other.anchor { return isOneAct(other) }
    if sentence == other.sentence, let sum, let others = other.sum { return sum == others && !hasOthers(than: other) }
    if sharesWord(with: other) { return true }
    guard kind == other.kind else { return false }
    if governor == other.anchor || anchor == other.governor { return true }
    if isMention != other.isMention, !hasOthers(than: other), isCompatible(period, other.period) { return true }
    if sentence == other.sentence, sharesFigures(with: other) { return true }
    if sentence == other.sentence, theme == other.theme { return !hasOthers(than: other) }
    guard isCompatible(period, other.period) else { return false }
    if sharesFigures(with: other) { return true }
    guard !actors.isEmpty, actors == other.actors || isHeading != other.isHeading else { return false }
    return theme == other.theme && (figures.isEmpty || other.figures.isEmpty)
  }

  /// Whether a word of one match is a further word of the other.
  private func sharesWord(with other: FactIdentity) -> Bool {
    words.contains { $0 == other.token || other.words.contains($0) } || other.words.contains(token)
  }

  /// Whether two readings of one clause tell one act: of one kind, or one of them by the clause's verb; "led to arrests
  /// and the recovery of arms" are two.
  private func isOneAct(_ other: FactIdentity) -> Bool {
    kind == other.kind || token == other.token || token == anchor || other.token == anchor
  }

  /// Whether both count or promise the same.
  private func sharesFigures(with other: FactIdentity) -> Bool {
    !figures.isEmpty && figures == other.figures && !(isOfOneMaker && hasOthers(than: other))
  }

  /// Whether both have actors and share none: "a bill filed by the senator, which Congress debates".
  private func hasOthers(than other: FactIdentity) -> Bool {
    !actors.isEmpty && !other.actors.isEmpty && Set(actors).isDisjoint(with: other.actors)
  }

  private func isCompatible(_ a: Period, _ b: Period) -> Bool {
    guard let first = a.start, let second = b.start else { return true }
    return first == second
  }
}
