internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds the frames that the words of a document evoke.
struct FrameMatcher: Sendable {
  let reading: Reading
  let lexicon: FrameLexicon
  let classReader: WordClassReader
  let slots: SlotFinder
  private let predicates: PredicateReader
  /// The classes that a word of no list may belong to.
  private let open: WordClasses.Members

  init(reading: Reading, actors: ResolvedActors, lexicon: FrameLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    classReader = WordClassReader(reading: reading, actors: actors, classes: lexicon.classes)
    slots = SlotFinder(reading: reading)
    predicates = PredicateReader(reading: reading)
    open = lexicon.classes.open
  }

  /// All matches in text order.
  func matches() -> [FrameMatch] {
    var matches: [FrameMatch] = []
    for sentence in reading.sentences {
      let words = SentenceWords(sentence.tokens, in: reading)
      for token in sentence.tokens { addMatches(of: token, among: words, to: &matches) }
    }
    return matches
  }

  private func addMatches(of token: Int, among words: SentenceWords, to matches: inout [FrameMatch]) {
    let candidates = lexicon.candidates(for: reading.lemmaKey(token))
    guard !candidates.isEmpty else { return }
    let first = matches.count
    var verb: Predicate?
    for candidate in candidates
    where words.mayHold(candidate.evoker.others) && stands(token, as: candidate.evoker.trigger) {
      let frame = lexicon.frames[candidate.frame]
      let isVerb = candidate.evoker.trigger == .verb
      guard let predicate = (isVerb ? verb : nil) ?? predicate(at: token, candidate.evoker.trigger, frame) else {
        continue
      }
      if isVerb { verb = predicate }
      if let match = try? firstMatch(candidate, frame, predicate) { matches.append(match) }
    }
    dropLoose(from: first, of: &matches)
  }

  /// Of the loose matches of a word only the one that its rule trusts most stays, and none beside a sure one.
  private func dropLoose(from first: Int, of matches: inout [FrameMatch]) {
    let own = matches[first...]
    guard own.contains(where: \.isLoose) else { return }
    var kept = own.filter { !$0.isLoose }
    if kept.isEmpty,
      let best = own.max(by: { lexicon.frames[$0.frame].confidence < lexicon.frames[$1.frame].confidence })
    {
      kept = [best]
    }
    matches.replaceSubrange(first..., with: kept)
  }

  /// Every frame that a word may evoke, with its match or the reason why it has none.
  func attempts() -> [FrameAttempt] {
    reading.tokens.indices.flatMap { token in
      lexicon.candidates(for: reading.lemmaKey(token)).map { candidate in
        FrameAttempt(token: token, candidate: candidate, result: result(of: candidate, at: token))
      }
    }
  }

  private func result(of candidate: FrameLexicon.Candidate, at token: Int) -> Result<FrameMatch, FrameMiss> {
    let frame = lexicon.frames[candidate.frame]
    guard stands(token, as: candidate.evoker.trigger),
      let predicate = predicate(at: token, candidate.evoker.trigger, frame)
    else { return .failure(.stance(candidate.evoker.trigger)) }
    return Result { () throws(FrameMiss) in try firstMatch(candidate, frame, predicate) }
  }

  private func stands(_ token: Int, as trigger: Frame.Trigger) -> Bool {
    switch trigger {
    case .verb: reading.tokens[token].upos == .verb || (reading.tokens[token].upos == .adjective && isParticiple(token))
    case .noun: reading.tokens[token].upos == .noun && reading.tokens[token].relation != .compound
    case .adjective: reading.tokens[token].upos == .adjective
    case .modal: isModal(token)
    }
  }

  /// Whether a token is an auxiliary like "will", or the "to" of "is to".
  private func isModal(_ token: Int) -> Bool {
    if reading.tokens[token].xpos == .md { return [.aux, .cop].contains(reading.tokens[token].relation) }
    guard reading.tokens[token].xpos == .to, let verb = reading.tree.head(of: token) else { return false }
    return VerbGroup(at: verb, in: reading).tense == .future
  }

  private func isParticiple(_ token: Int) -> Bool {
    reading.tokens[token].xpos == .vbn || reading.tokens[token].xpos == .vbg
  }

  /// The match of a predicate as it was read, or else with the noun above what a clause was hung on: "signed" of "a letter
  /// of intent signed in May".
  private func firstMatch(
    _ candidate: FrameLexicon.Candidate, _ frame: Frame, _ predicate: Predicate
  ) throws(FrameMiss) -> FrameMatch {
    do throws(FrameMiss) {
      return try match(candidate, frame, predicate)
    } catch {
      guard let other = reattached(predicate), let match = try? match(candidate, frame, other) else { throw error }
      return match
    }
  }

  /// The predicate of a clause that describes a noun, with the noun that this one belongs to in its place.
  private func reattached(_ predicate: Predicate) -> Predicate? {
    guard predicate.trigger == .verb, let noun = reading.tree.head(of: predicate.token),
      [.acl, .relativeClause].contains(reading.tokens[predicate.token].relation),
      reading.tokens[noun].relation == .nmod, let above = reading.tree.head(of: noun),
      [.noun, .properNoun].contains(reading.tokens[above].upos)
    else { return nil }
    var other = predicate
    if predicate.object == noun { other.object = above }
    if predicate.subject == noun { other.subject = above }
    return predicate.object == noun || predicate.subject == noun ? other : nil
  }

  private func match(
    _ candidate: FrameLexicon.Candidate, _ frame: Frame, _ predicate: Predicate
  ) throws(FrameMiss) -> FrameMatch {
    guard let others = others(candidate.evoker.others, of: predicate) else { throw .words }
    guard isClause(predicate.token, of: frame), stands(predicate, inTenseOf: frame) else { throw .clause }
    let predicate = withEndowed(withParticleObject(predicate, others), frame, others)
    var match = FrameMatch(frame: candidate.frame, predicate: predicate, others: others, lacksAgent: false)
    for condition in frame.needs {
      let heads = slots.heads(condition.slot, of: match)
      if heads.contains(where: { classReader.classes(ofPhrase: $0).meets(condition.classes) }) { continue }
      if let head = heads.first, condition.slot != .subject || !isUnknown(head, condition) {
        guard frame.table != .commitments, condition.classes.meets(open), classReader.isOpen(head) else {
          throw .need(condition, filler: head)
        }
        match.isLoose = true
      } else {
        guard condition.slot == .subject, !heads.isEmpty || leavesAgentOut(predicate),
          condition.classes.meets(classReader.agents)
        else {
          throw .need(condition, filler: nil)
        }
        match.lacksAgent = true
      }
    }
    for bar in frame.bars {
      let heads = slots.heads(bar.slot, of: match)
      let barred = heads.first { classReader.classes(ofPhrase: $0).meets(bar.classes) }
      if let barred { throw .bar(bar, filler: barred) }
    }
    return match
  }

  /// Whether "it" stands for whoever acts, in a frame of happenings, so that nothing is known against it.
  private func isUnknown(_ head: Int, _ condition: Frame.Condition) -> Bool {
    reading.formKey(head) == Self.it && classReader.actors.actor(at: head) == nil
      && condition.classes.meets(classReader.bodies)
  }

  private static let it = TextKey("it")

  /// The predicate with the object that a particle was taken for a preposition of: "swore in five judges".
  private func withParticleObject(_ predicate: Predicate, _ others: [Int]) -> Predicate {
    guard predicate.trigger == .verb, predicate.object == nil, predicate.group?.isPassive == false,
      let particle = others.first(where: { $0 == predicate.token + 1 }), reading.tokens[particle].relation == .case,
      !isBeforePreposition(particle),
      let object = reading.tree.head(of: particle), reading.tree.head(of: object) == predicate.token
    else { return predicate }
    var result = predicate
    result.object = object
    return result
  }

  /// The predicate of a passive that keeps its object with the person as what is acted upon, where the frame is about
  /// persons: "two owners were fined 500 pounds", "the three were refused bail".
  private func withEndowed(_ predicate: Predicate, _ frame: Frame, _ others: [Int]) -> Predicate {
    guard frame.table != .commitments, predicate.group?.isPassive == true, let object = predicate.object,
      let person = predicate.beneficiary
    else { return predicate }
    let need = frame.needs.first { $0.slot == .object }?.classes
    let isMet = need.map { classReader.classes(ofPhrase: object).meets($0) } ?? !others.contains(object)
    guard !isMet, need.map({ classReader.classes(ofPhrase: person).meets($0) }) ?? true else { return predicate }
    var result = predicate
    result.object = person
    return result
  }

  /// Whether a word states something rather than describes a thing ("the stolen car"), where a happening is wanted.
  private func isClause(_ token: Int, of frame: Frame) -> Bool {
    frame.table == .commitments || reading.tokens[token].relation != .amod
  }

  private func stands(_ predicate: Predicate, inTenseOf frame: Frame) -> Bool {
    guard !frame.tenses.isEmpty else { return true }
    guard let tense = predicate.group?.tense else { return false }
    // Headlines tell what has happened in the present.
    return frame.tenses.contains(tense.rawValue)
      || tense == .present && frame.tenses.contains(VerbGroup.Tense.past.rawValue)
        && reading.isHeadline(predicate.token)
  }

  /// Whether a passive leaves its agent out, so that nothing is known against it.
  private func leavesAgentOut(_ predicate: Predicate) -> Bool {
    [.verb, .modal].contains(predicate.trigger) && predicate.group?.isPassive == true && predicate.subject == nil
  }

  private func predicate(at token: Int, _ trigger: Frame.Trigger, _ frame: Frame) -> Predicate? {
    switch trigger {
    case .verb: return predicates.verb(token)
    case .adjective: return predicates.adjective(token)
    case .modal:
      guard let head = reading.tree.head(of: token) else { return nil }
      var predicate =
        reading.tokens[head].upos == .verb ? predicates.verb(head) : predicates.adjective(head)
      predicate.trigger = .modal
      return predicate
    case .noun:
      return predicates.noun(token) { lexicon.classes[reading.lemmaKey($0)].meets(frame.support) }
    }
  }

  /// The tokens of an entry's further words, or nil where one is missing.
  private func others(_ keys: [TextKey], of predicate: Predicate) -> [Int]? {
    guard !keys.isEmpty else { return [] }
    var found: [Int] = []
    for key in keys {
      if let particle = particle(behind: predicate, key), !isOfTime(particle, keys) {
        found.append(particle)
        continue
      }
      if let word = governed(by: predicate, key, among: keys) {
        found.append(word)
        continue
      }
      guard let token = below(predicate, key, among: keys), !isTimeOf(predicate, token), !isOfTime(token, keys),
        token == predicate.object || isPlain(token, or: keys) && isOwn(token, keys, of: predicate)
      else {
        return nil
      }
      found.append(token)
    }
    return found
  }

  /// Whether a word only says when: "year" of "last year police got a warning".
  private func isTimeOf(_ predicate: Predicate, _ token: Int) -> Bool {
    token != predicate.object && [.obl, .oblUnmarked].contains(reading.tokens[token].relation) && reading.isTime(token)
  }

  /// Whether a preposition introduces a date, which gives a phrase verb nothing: "on" of "rounded up 30 men on Monday".
  private func isOfTime(_ token: Int, _ keys: [TextKey]) -> Bool {
    guard reading.tokens[token].relation == .case, let phrase = reading.tree.head(of: token) else { return false }
    return reading.isTime(phrase) && !keys.contains(reading.lemmaKey(phrase))
  }

  /// The particle right behind a verb, whatever it was hung on: "over" of "handed over 14 suspects".
  private func particle(behind predicate: Predicate, _ key: TextKey) -> Int? {
    let next = predicate.token + 1
    guard predicate.trigger == .verb, next < reading.tokens.count, reading.formKey(next) == key,
      [.adverb, .adposition].contains(reading.tokens[next].upos),
      reading.tokens[next].relation != .mark || asks(behind: next)
    else { return nil }
    return next
  }

  private static let openers: KeySet = [
    TextKey("whether"), TextKey("how"), TextKey("why"), TextKey("what"), TextKey("who"),
  ]

  /// Whether an indirect question stands behind a word: "looking into whether".
  private func asks(behind token: Int) -> Bool {
    token + 1 < reading.tokens.count && Self.openers.contains(reading.formKey(token + 1))
  }

  private static let of = TextKey("of")

  /// Whether a further word stands without a preposition, or with one of the entry's own: "joined by a party" is not
  /// "join party".
  private func isPlain(_ token: Int, or keys: [TextKey]) -> Bool {
    guard [.obl, .oblAgent, .nmod].contains(reading.tokens[token].relation),
      let marker = reading.tree.child(of: token, [.case]), reading.formKey(marker) != Self.of
    else { return true }
    return keys.contains(reading.formKey(marker)) || keys.contains(reading.lemmaKey(marker))
  }

  /// Whether a further word stands in no phrase that is strange to the entry: "vote" of "held the seat with 54 percent of
  /// the vote" is not that of "hold vote", nor "away" of "a month away" that of "take away".
  private func isOwn(_ token: Int, _ keys: [TextKey], of predicate: Predicate) -> Bool {
    guard reading.tokens[token].relation != .case, let phrase = reading.tree.head(of: token), phrase != predicate.token
    else { return true }
    if reading.tokens[token].upos == .adverb {
      return ![.obl, .oblUnmarked, .advmod].contains(reading.tokens[phrase].relation)
    }
    guard reading.tokens[phrase].relation == .obl, let marker = reading.tree.child(of: phrase, [.case])
    else { return true }
    return keys.contains(reading.lemmaKey(phrase)) || keys.contains(reading.formKey(marker))
  }

  private func below(_ predicate: Predicate, _ key: TextKey, among keys: [TextKey]) -> Int? {
    if let token = below(predicate.token, key, depth: 2) { return token }
    guard predicate.trigger != .noun, let object = predicate.object else { return nil }
    for part in reading.tree.conjuncts(of: object) {
      if reading.lemmaKey(part) == key { return part }
      guard let found = below(part, key, depth: 2) else { continue }
      // "Took two men and a boy into custody": a preposition counts with the word of the entry that it introduces.
      let isOwn = reading.tree.head(of: found).map { keys.contains(reading.lemmaKey($0)) } ?? false
      if reading.tokens[found].relation != .case || isOwn || isBeforePreposition(found) { return found }
    }
    return nil
  }

  /// Whether another preposition follows, as behind a particle: "out" of "pulled its soldiers out of the valley".
  private func isBeforePreposition(_ token: Int) -> Bool {
    token + 1 < reading.tokens.count && reading.tokens[token + 1].relation == .case
      && reading.tree.head(of: token + 1) == reading.tree.head(of: token)
  }

  private func below(_ head: Int, _ key: TextKey, depth: Int) -> Int? {
    for child in reading.tree.children(of: head) {
      guard isPhrasal(child) else {
        if let marker = gerundMarker(of: child), reading.formKey(marker) == key { return marker }
        continue
      }
      if reading.lemmaKey(child) == key || reading.formKey(child) == key { return child }
      if depth > 1, let found = below(child, key, depth: depth - 1) { return found }
    }
    return nil
  }

  private static let to = TextKey("to")

  /// The verb of a governed clause, or the "to" of an infinitive whose verb is one of the entry's words: "refuse to sign",
  /// "start operating".
  private func governed(by predicate: Predicate, _ key: TextKey, among keys: [TextKey]) -> Int? {
    guard predicate.trigger == .verb else { return nil }
    let clause = keys.contains(Self.to) ? predicate.complement ?? slots.purpose(of: predicate) : predicate.complement
    guard let clause, keys.contains(Self.to) || predicate.object == nil else { return nil }
    let verb = reading.lemmaKey(clause)
    if verb == key { return clause }
    guard keys.contains(verb), let marker = reading.tree.caseMarker(of: clause) else { return nil }
    return reading.formKey(marker) == key ? marker : nil
  }

  /// The preposition of a gerund: "to" of "committed to opening".
  private func gerundMarker(of clause: Int) -> Int? {
    guard reading.tokens[clause].xpos == .vbg, let marker = reading.tree.caseMarker(of: clause) else { return nil }
    return reading.tokens[marker].upos == .particle ? nil : marker
  }

  /// Whether a token belongs to its head's own phrase: no clause, no coordination, no "to" of an infinitive.
  private func isPhrasal(_ token: Int) -> Bool {
    switch reading.tokens[token].relation {
    case .conj, .relativeClause, .acl, .parataxis, .appos, .aux, .auxPass, .punct, .cc, .nsubj: false
    case .mark: reading.tokens[token].upos != .particle
    case .xcomp, .ccomp, .advcl: reading.tokens[token].upos != .verb
    default: true
    }
  }
}
