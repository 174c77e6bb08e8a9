internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds to, for or with whom an act is promised, in the words of the act itself: "give Oslo two ferries", "funds for
/// schools", "help farmers replant", "firms will be compensated".
struct RecipientFinder: Sendable {
  private let reading: Reading
  private let actors: ResolvedActors
  private let classReader: WordClassReader
  private let parties: PartyFinder
  private let helping, caring, receivers, moving, people: WordClasses.Members

  /// The longest act that is searched, in tokens.
  private static let reach = 60

  /// The places of a recipient, the surest first.
  private enum Place: Int, CaseIterable { case gift, helped, beneficiary, partner, named }

  init(_ context: FrameContext) {
    reading = context.reading
    actors = context.actors
    classReader = context.matcher.classReader
    parties = context.parties
    let classes = classReader.classes
    helping = classes["helping"] ?? .none
    caring = classes["caring"] ?? .none
    moving = classes["moving"] ?? .none
    people = classes["person"] ?? .none
    receivers = ["person", "organization", "authority", "collective", "beneficiary"].compactMap { classes[$0] }
      .reduce(.none) { $0.union($1) }
  }

  /// The recipients in the tokens of an act and what belongs to it; of the places in it the surest one that is filled.
  ///
  /// - Parameter act: the token that the act hangs on.
  func recipients(of span: Range<Int>, actedBy act: Int) -> [Party] {
    var found: [Place: [Int]] = [:]
    let whole = reading.tree.subtree(of: act)
    for token in (min(span.lowerBound, whole.lowerBound)..<max(span.upperBound, whole.upperBound)).prefix(Self.reach) {
      guard span.contains(token) || isOwn(token, of: act), let place = place(of: token) else { continue }
      found[place, default: []] += isGiven(token) ? [token] : receivers(among: [token])
    }
    for place in Place.allCases {
      let parties = parties.parties(found[place] ?? [])
      if !parties.isEmpty { return parties }
    }
    return []
  }

  /// Who is given a sum that nothing but a preposition ties to them: "Rs 1.4 billion for the Mauritius Police Force".
  ///
  /// - Parameters:
  ///   - preposition: the token of "for" or "to".
  ///   - tokens: the tokens of the phrase behind it.
  func recipients(behind preposition: Int, in tokens: Range<Int>) -> [Party] {
    let heads = tokens.filter { $0 > preposition && reading.tree.caseMarker(of: $0) == preposition }
    return parties.parties(receivers(among: heads))
  }

  /// Whether a common noun stands where only a receiver can, whatever it names: "give villages pumps", "train 60 setters".
  private func isGiven(_ token: Int) -> Bool {
    guard reading.tokens[token].upos == .noun, !reading.isMoney(at: token) else { return false }
    switch reading.tokens[token].relation {
    case .iobj: return true
    case .obj, .nsubjPass:
      guard reading.tokens[token].xpos == .nns, let verb = reading.tree.head(of: token) else { return false }
      return classReader.classes[reading.lemmaKey(verb)].meets(caring)
    default: return false
    }
  }

  /// Whether a phrase belongs to an act itself, not to a clause below or beside it.
  private func isOwn(_ token: Int, of act: Int) -> Bool {
    var current = token
    while current != act {
      guard !Self.clauses.contains(reading.tokens[current].relation), let head = reading.tree.head(of: current) else {
        return false
      }
      current = head
    }
    return true
  }

  private static let clauses: RelationSet = [
    .relativeClause, .conj, .advcl, .acl, .parataxis, .ccomp, .relativeAdverbialClause, .appos,
  ]

  /// Those of the heads that can be given something; of work with somebody ("the training of guards") those it is with.
  func receivers(among heads: [Int]) -> [Int] {
    heads.flatMap { head -> [Int] in
      if isReceiver(head) { return [head] }
      return reading.tree.children(of: head, [.nmod]).filter { child in
        guard let marker = reading.tree.caseMarker(of: child) else { return false }
        return reading.formKey(marker) == Self.of && isReceiver(child)
      }
    }
  }

  private static let of = TextKey("of")
  /// What is extended to people is given to them.
  private static let extend = TextKey("extend")
  private static let gifts: KeySet = [TextKey("to"), TextKey("into"), TextKey("towards")]
  private static let benefits: KeySet = [TextKey("for"), TextKey("on"), TextKey("against")]
  private static let partners: KeySet = [TextKey("with"), TextKey("among"), TextKey("alongside")]

  private func place(of token: Int) -> Place? {
    guard let head = reading.tree.head(of: token) else { return nil }
    switch reading.tokens[token].relation {
    case .iobj: return .gift
    case .obj: return isHelping(head) ? .helped : actors.actor(at: token) == nil ? nil : .named
    case .nsubj: return isHelped(subjectOf: head) ? .helped : nil
    case .nsubjPass: return isHelping(head) ? .helped : nil
    case .obl, .nmod:
      guard let marker = reading.tree.caseMarker(of: token) else { return nil }
      let key = reading.formKey(marker)
      if Self.gifts.contains(key) { return isMoved(to: token, by: head) ? nil : .gift }
      if Self.partners.contains(key) { return .partner }
      return Self.benefits.contains(key) ? .beneficiary : nil
    default: return nil
    }
  }

  /// Whether the place or figure is where a motion or a change ends: "return to school", "raise the number to 300".
  private func isMoved(to token: Int, by head: Int) -> Bool {
    guard actors.actor(at: token) == nil else { return false }
    if reading.lemmaKey(head) == Self.extend, classReader.classes(ofPhrase: token).meets(people) { return false }
    return reading.tokens[head].upos == .verb && classReader.classes[reading.lemmaKey(head)].meets(moving)
  }

  private func isHelping(_ verb: Int) -> Bool {
    reading.tokens[verb].upos == .verb && classReader.classes[reading.lemmaKey(verb)].meets(helping)
  }

  /// "help farmers replant": the subject of what the help is for.
  private func isHelped(subjectOf verb: Int) -> Bool {
    guard [.ccomp, .xcomp].contains(reading.tokens[verb].relation), let head = reading.tree.head(of: verb) else {
      return false
    }
    return isHelping(head)
  }

  private func isReceiver(_ token: Int) -> Bool {
    guard !reading.isTime(token), !reading.isMoney(at: token), !reading.isFirstPerson(token) else { return false }
    if actors.actor(at: token) != nil { return true }
    switch reading.tokens[token].upos {
    case .noun, .properNoun: return classReader.classes(ofPhrase: token).meets(receivers)
    default: return false
    }
  }
}
