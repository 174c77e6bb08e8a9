internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Tells figures that claim something about the world from numbers that name, date, promise or count votes.
struct FigureFilter {
  let context: FigureContext
  private let names: NumberNames
  /// The commitments and the operations by their sentences.
  private let commitments: [Int: [Commitment]]
  private let operations: [Int: [Operation]]

  private static let definite: KeySet = [
    TextKey("the"), TextKey("these"), TextKey("those"), TextKey("both"), TextKey("its"), TextKey("their"),
    TextKey("his"), TextKey("her"), TextKey("our"), TextKey("my"), TextKey("other"), TextKey("whose"), TextKey("'s"),
    TextKey("’s"), TextKey("your"),
  ]
  private static let spans: KeySet = [
    TextKey("over"), TextKey("within"), TextKey("in"), TextKey("last"), TextKey("past"), TextKey("next"),
    TextKey("previous"), TextKey("coming"), TextKey("every"), TextKey("first"), TextKey("another"), TextKey("during"),
    TextKey("following"), TextKey("final"), TextKey("per"),
  ]
  private static let shifts: KeySet = [
    TextKey("ago"), TextKey("later"), TextKey("earlier"), TextKey("old"), TextKey("before"), TextKey("hence"),
    TextKey("previously"), TextKey("from"), TextKey("away"), TextKey("after"), TextKey("into"),
  ]
  /// The sides of a vote as they are called out.
  static let calls = KeySet(words: "ayes aye yeas yea noes nays nay abstentions abstention")
  private static let losses: KeySet = [
    TextKey("cost"), TextKey("loss"), TextKey("damage"), TextKey("price"), TextKey("debt"), TextKey("arrears"),
    TextKey("deficit"), TextKey("turnover"), TextKey("profit"), TextKey("revenue"),
  ]
  private static let sentences: KeySet = [
    TextKey("sentence"), TextKey("jail"), TextKey("extend"), TextKey("suspend"), TextKey("adjourn"),
    TextKey("postpone"),
  ]
  private static let since = TextKey("since")
  private static let smallNumber = ExactDecimal(10)
  private static let largeNumber = ExactDecimal(50)

  var reading: Reading { context.reading }
  private var outlook: FigureOutlook { FigureOutlook(context: context) }

  init(context: FigureContext, facts: FrameExtractor.Facts) {
    self.context = context
    names = NumberNames(context: context)
    commitments = Dictionary(grouping: facts.commitments) { $0.evidence.sentence }
    operations = Dictionary(grouping: facts.operations) { $0.evidence.sentence }
  }

  /// What speaks against a figure's being a claim.
  enum Objection: String, Sendable {
    /// A commitment or an operation states it.
    case promised, outcome
    /// It is a goal, an intention, money that is given, or a distance on the calendar.
    case aimed, intended, given, span
    /// It counts things that are known already: "the two ministers".
    case known
    /// It is the time of a punishment or of a meeting, the bound of a rule, or who did it.
    case penal, sitting, rule, partaking
    /// It is what somebody asks for.
    case asked
  }

  /// What speaks against the figure's being a claim, or nil where it is none whatever speaks for it.
  func objections(to candidate: FigureCandidate) -> [Objection]? {
    if context.tables.isHeading(candidate.head) { return nil }
    if isConversion(candidate) || candidate.scale == .count && !isCounted(candidate) { return nil }
    if candidate.scale == .share, isPartByRank(candidate) { return nil }
    if candidate.scale == .duration, isPeriodUntilNow(candidate) || isOrdinal(candidate) || isVague(candidate) {
      return nil
    }
    var found: [Objection] = []
    if isPromised(candidate) { found.append(.promised) }
    if isOutcome(candidate) { found.append(.outcome) }
    if isAimedAt(candidate) { found.append(.aimed) }
    if isMeant(candidate) || isPlanned(candidate) { found.append(.intended) }
    found += settings(of: candidate)
    switch candidate.scale {
    case .count: if isKnown(candidate) || isKnownGroup(candidate) { found.append(.known) }
    case .money: if isGiven(candidate), !isLoss(candidate) { found.append(.given) }
    case .duration: if !isLength(candidate) { found.append(.span) }
    case .share, .quantity: break
    }
    return found
  }

  private func isCounted(_ candidate: FigureCandidate) -> Bool {
    if names.isName(candidate) || isBallot(candidate) || isFollowedByShare(candidate) || isAttribute(candidate) {
      return false
    }
    return !isWord(candidate) || candidate.figure != .value(ExactDecimal(1)) || candidate.comparator != .equal
  }

  /// "A four lane structure", "the top twenty cities": a number that says of what form or rank something is.
  private func isAttribute(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    if first > 0, reading.form(first - 1) == "top" { return true }
    guard case .value(let value) = candidate.figure, value > ExactDecimal(1), value < Self.smallNumber,
      let noun = context.noun(of: candidate), noun > candidate.tokens.upperBound, reading.tokens[noun].xpos == .nn
    else { return false }
    return reading.tokens[candidate.tokens.upperBound].relation == .compound
      && reading.tokens[candidate.tokens.upperBound].xpos == .nn
  }

  /// "The second half": one part of something, and no share.
  private func isPartByRank(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    return first > 0 && isWord(candidate) && Self.ranks.contains(reading.formKey(first - 1))
  }

  private static let ranks = KeySet(words: "first second third fourth last latter other")

  /// "The past 24 hours": a time, and no length of anything.
  private func isPeriodUntilNow(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    return first > 0 && Self.aroundNow.contains(reading.formKey(first - 1))
  }

  private static let aroundNow: KeySet = [
    TextKey("past"), TextKey("last"), TextKey("next"), TextKey("previous"), TextKey("preceding"), TextKey("coming"),
  ]

  /// "A few weeks".
  private func isVague(_ candidate: FigureCandidate) -> Bool {
    candidate.tokens.contains { Self.vague.contains(reading.formKey($0)) }
  }

  private static let vague = KeySet(words: "few several couple many some")

  /// "A third day": not the third part of one.
  private func isOrdinal(_ candidate: FigureCandidate) -> Bool {
    guard isWord(candidate), case .value(let value) = candidate.figure, value < ExactDecimal(1) else { return false }
    return !candidate.tokens.contains { ["half", "quarter", "of"].contains(reading.form($0)) }
  }

  /// Whether the figure's clause is about the future, but for what something costs.
  private func isPlanned(_ candidate: FigureCandidate) -> Bool {
    if candidate.scale == .money, isLoss(candidate) { return false }
    return outlook.isIntended(candidate, isShare: candidate.scale == .share)
  }

  /// Whether the figure is meant to be: "promised 1,000 officers", "a planned 150 posts".
  private func isMeant(_ candidate: FigureCandidate) -> Bool {
    guard candidate.scale == .count || candidate.scale == .share else { return false }
    let token = context.noun(of: candidate) ?? candidate.head
    if reading.tree.children(of: token, [.amod]).contains(where: { context.roles($0).contains(.intent) }) {
      return true
    }
    guard [.obj, .nsubjPass].contains(reading.tokens[token].relation) || token == candidate.head,
      let head = reading.tree.head(of: token), [.verb, .adjective].contains(reading.tokens[head].upos)
    else { return false }
    return context.roles(head).contains(.intent)
  }

  /// Whether the money is what something costs or has lost, whatever is planned: "at a cost of $5m".
  private func isLoss(_ candidate: FigureCandidate) -> Bool {
    guard let head = reading.tree.head(of: candidate.head) else { return false }
    return Self.losses.contains(reading.lemmaKey(head))
  }

  private func isKnown(_ candidate: FigureCandidate) -> Bool {
    guard isWord(candidate), case .value(let value) = candidate.figure, candidate.comparator == .equal else {
      return false
    }
    return value < Self.smallNumber && isDefinite(candidate)
  }

  /// Whether the figure is written as a word.
  func isWord(_ candidate: FigureCandidate) -> Bool { !reading.startsWithDigit(candidate.tokens.lowerBound) }

  /// Whether an article or a possessive says that the things counted are known already: "the two ministers".
  private func isDefinite(_ candidate: FigureCandidate) -> Bool {
    guard candidate.tokens.lowerBound > 0 else { return false }
    return Self.definite.contains(reading.formKey(candidate.tokens.lowerBound - 1))
  }

  /// "One of the 27": a group that was counted before.
  private func isKnownGroup(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    guard context.noun(of: candidate) == nil, first > 1, isDefinite(candidate) else { return false }
    return reading.form(first - 2) == "of"
  }

  /// Whether the number is the first part of "nine of every ten".
  private func isFollowedByShare(_ candidate: FigureCandidate) -> Bool {
    let behind = candidate.tokens.upperBound
    return behind + 1 < reading.tokens.count && reading.form(behind) == "of" && reading.form(behind + 1) == "every"
  }

  /// Whether the figures are the two sides of a vote: "by 64 votes to 30", "51-49".
  private func isBallot(_ candidate: FigureCandidate) -> Bool {
    if isScore(candidate) || isSideOfBallot(candidate) || isVoting(candidate) { return true }
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let near =
      max(
        sentence.lowerBound, candidate.tokens.lowerBound - 4)..<min(
        sentence.upperBound, candidate.tokens.upperBound + 4)
    let before = candidate.tokens.lowerBound - 1
    if before >= sentence.lowerBound, Self.calls.contains(reading.formKey(before)) { return true }
    let clause = context.clause(of: candidate.head)
    guard near.contains(where: { context.roles($0).contains(.ballot) }) || context.roles(clause).contains(.ballot)
    else {
      return false
    }
    return near.contains { token in
      guard let other = reading.measure(at: token), other != candidate.measure else { return false }
      if case .number = reading.measures[other].value { return isJoined(candidate, other) }
      return false
    }
  }

  /// "56 senators voted against the motion".
  private func isVoting(_ candidate: FigureCandidate) -> Bool {
    guard candidate.scale == .count else { return false }
    let token = context.noun(of: candidate) ?? candidate.head
    guard [.nsubj, .nsubjPass].contains(reading.tokens[token].relation), let verb = reading.tree.head(of: token),
      reading.lemmaKey(verb) == Self.vote
    else { return false }
    guard let noun = context.noun(of: candidate), let legislators = context.classes["legislator"] else { return true }
    return context.classes[reading.lemmaKey(noun)].meets(legislators)
  }

  private static let vote = TextKey("vote")

  /// Whether a bare hyphen joins the figure to another; a range would be one measure.
  private func isScore(_ candidate: FigureCandidate) -> Bool {
    let range = reading.measures[candidate.measure].range
    return [candidate.measure - 1, candidate.measure + 1].contains { other in
      guard reading.measures.indices.contains(other), case .number = reading.measures[other].value else { return false }
      let beside = reading.measures[other].range
      let gap = other < candidate.measure ? ByteRange(beside.end, range.start) : ByteRange(range.end, beside.start)
      return !gap.isEmpty && gap.count <= 3 && ["-", "–"].contains(reading.document.text[gap])
    }
  }

  /// Whether nothing but a hyphen, "to" or "against" stands between two figures.
  private func isJoined(_ candidate: FigureCandidate, _ other: Int) -> Bool {
    let (a, b) = (reading.measures[candidate.measure].range, reading.measures[other].range)
    let gap = a.end <= b.start ? ByteRange(a.end, b.start) : b.end <= a.start ? ByteRange(b.end, a.start) : nil
    guard let gap, gap.count <= 16 else { return false }
    let words = reading.document.text[gap]
    return words.contains("to") || words.contains("-") || words.contains("–") || words.contains("against")
  }

  /// Whether a commitment states the figure already.
  private func isPromised(_ candidate: FigureCandidate) -> Bool {
    (commitments[reading.sentence(of: candidate.head)] ?? []).contains { commitment in
      if candidate.scale == .money, isSpent(candidate) { return false }
      if candidate.scale == .money { return commitment.amount.map { candidate.holds($0.amount) } ?? false }
      if candidate.scale == .duration { return commitment.evidence.range.contains(range(candidate)) }
      return commitment.quantity.map { candidate.holds($0.value) } ?? false
    }
  }

  /// Whether the money is the object of a past verb of handing over.
  private func isSpent(_ candidate: FigureCandidate) -> Bool {
    guard let head = reading.tree.head(of: governed(candidate).token) else { return false }
    return context.roles(head).contains(.handing) && outlook.isPast(head)
  }

  /// Whether an operation that is no sum over a longer time counts the figure among its outcomes.
  private func isOutcome(_ candidate: FigureCandidate) -> Bool {
    guard candidate.scale != .share, candidate.scale != .duration, !isSum(candidate) else { return false }
    let found = (operations[reading.sentence(of: candidate.head)] ?? []).filter { !isLong($0.period) }
    if found.contains(where: { operation in operation.outcomes.contains { candidate.holds($0.value) } }) {
      return true
    }
    return isHaul(candidate)
  }

  private static func isItem(_ block: Block) -> Bool {
    if case .listItem = block.kind { return true }
    return false
  }

  /// Whether the figure stands in a list without verbs that an operation introduces: "Officers seized:", "- 11 handguns".
  private func isHaul(_ candidate: FigureCandidate) -> Bool {
    let own = Int(reading.blockOf[candidate.head])
    guard own >= 0, Self.isItem(reading.document.blocks[own]),
      reading.tokens[context.clause(of: candidate.head)].upos != .verb,
      let lead = reading.document.blocks[..<own].last(where: { !Self.isItem($0) })
    else { return false }
    let last = reading.token(from: lead.range.end - 1)
    guard last < reading.tokens.count else { return false }
    return (operations[reading.sentence(of: last)] ?? []).contains { !isLong($0.period) }
  }

  /// Whether a period is a month or more.
  private func isLong(_ period: Period) -> Bool {
    guard let start = period.start, let end = period.end else { return false }
    return end.dayNumber - start.dayNumber >= 27
  }

  /// Whether the figure sums up what happened until now: "since July", "so far", or a perfect with a large number.
  private func isSum(_ candidate: FigureCandidate) -> Bool {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    if sentence.contains(where: { reading.formKey($0) == Self.since || isSoFar($0) }) { return true }
    if isLong(FigurePeriod(context: context).period(of: candidate)) { return true }
    guard case .value(let value) = candidate.figure, value >= Self.largeNumber else { return false }
    return outlook.isPerfect(context.clause(of: candidate.head))
  }

  private func isSoFar(_ token: Int) -> Bool {
    guard token + 1 < reading.tokens.count else { return false }
    let pair = (reading.form(token), reading.form(token + 1))
    return pair == ("so", "far") || pair == ("to", "date")
  }

  private func range(_ candidate: FigureCandidate) -> ByteRange { reading.tree.bytes(candidate.tokens) }

  /// Whether the share is a goal: "a goal of 45 per cent", "the goal is 45 per cent".
  private func isAimedAt(_ candidate: FigureCandidate) -> Bool {
    let clause = context.clause(of: candidate.head)
    let noun = context.noun(of: candidate)
    if let subject = context.subject(of: clause), context.roles(subject).contains(.target) {
      if clause == candidate.head || clause == noun { return true }
      let isRevised =
        reading.tokens[subject].relation == .nsubjPass && reading.tree.head(of: noun ?? candidate.head) == clause
      if isRevised, subject != noun { return true }
    }
    return reading.tree.head(of: candidate.head).map { context.roles($0).contains(.target) } ?? false
  }

  /// Whether the money changes hands or is set aside: the object of a verb of giving, the size of a fund.
  private func isGiven(_ candidate: FigureCandidate) -> Bool {
    let (token, relation) = governed(candidate)
    guard let head = reading.tree.head(of: token) else { return isHeadline(candidate) }
    if [.obj, .nsubjPass, .obl, .iobj].contains(relation) {
      if context.roles(head).contains(.giving) { return true }
      if context.roles(head).contains(.handing) { return !outlook.isPast(head) }
    }
    if isGrantedByClause(candidate.head) { return true }
    if reading.form(head) == "worth", let thing = reading.tree.head(of: head), context.roles(thing).contains(.fund) {
      return true
    }
    return context.roles(head).contains(.fund) && [.nummod, .compound, .amod, .nmod, .nmodUnmarked].contains(relation)
  }

  /// Whether a clause behind the money says that it is given: "the $65 million set aside for it".
  private func isGrantedByClause(_ head: Int) -> Bool {
    reading.tree.children(of: head, [.acl, .relativeClause]).contains { clause in
      context.roles(clause).contains(.giving)
    }
  }

  /// The figure's head, or the one that it is coordinated with: both sums of "£5m and £3m respectively" are given.
  private func governed(_ candidate: FigureCandidate) -> (token: Int, relation: DependencyRelation) {
    var token = candidate.head
    for _ in 0..<3 {
      guard reading.tokens[token].relation == .conj, let head = reading.tree.head(of: token),
        reading.measure(at: head) != nil
      else { break }
      token = head
    }
    return (token, reading.tokens[token].relation)
  }

  /// Whether the money is the root of a note without a verb that says for what or for how long: "£5m over two years".
  private func isHeadline(_ candidate: FigureCandidate) -> Bool {
    reading.tree.children(of: candidate.head, [.nmod, .obl]).contains { child in
      guard child > candidate.head, let marker = reading.tree.caseMarker(of: child) else { return false }
      return reading.form(marker) == "for" || reading.form(marker) == "over"
    }
  }

  /// Whether the time is the length of something, not a distance on the calendar.
  private func isLength(_ candidate: FigureCandidate) -> Bool {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    let before = candidate.tokens.lowerBound - 1
    let behind = candidate.tokens.upperBound
    if before >= sentence.lowerBound, Self.definite.contains(reading.formKey(before)) { return false }
    if before >= sentence.lowerBound, Self.spans.contains(reading.formKey(before)) { return false }
    if behind < sentence.upperBound, Self.shifts.contains(reading.formKey(behind)) { return false }
    if reading.form(candidate.tokens.lowerBound) == "one" { return false }
    guard let head = reading.tree.head(of: candidate.head) else { return true }
    return !Self.sentences.contains(reading.lemmaKey(head))
  }
}
