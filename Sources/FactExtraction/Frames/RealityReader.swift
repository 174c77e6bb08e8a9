internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Reads the reality of clauses from tense, negation and the words that govern them.
struct RealityReader: Sendable {
  let reading: Reading
  let effects: Effects

  /// The classes of governing words.
  struct Effects: Sendable {
    var begin, manage, means, intend, wish, nounIntend, report, cancels, doubts, seem, permit, purpose, able, habitual,
      rules, ascribes: WordClasses.Members

    /// Those that decide on the reality of what they govern.
    var governing: WordClasses.Members {
      begin.union(manage).union(intend).union(wish).union(cancels).union(permit).union(able)
    }

    init(_ classes: WordClasses) {
      begin = classes["begin"] ?? .none
      manage = classes["manage"] ?? .none
      means = classes["means"] ?? .none
      intend = classes["intend"] ?? .none
      wish = classes["wish"] ?? .none
      nounIntend = classes["noun-intend"] ?? .none
      report = classes["report"] ?? .none
      cancels = classes["cancels"] ?? .none
      doubts = classes["doubts"] ?? .none
      seem = classes["seem"] ?? .none
      purpose = classes["purpose"] ?? .none
      permit = classes["permit"] ?? .none
      able = classes["able"] ?? .none
      habitual = classes["habitual"] ?? .none
      rules = classes["rules"] ?? .none
      ascribes = classes["ascribes"] ?? .none
    }
  }

  let classes: WordClasses
  var tree: DependencyTree { reading.tree }
  private static let conditions: KeySet = [
    TextKey("if"), TextKey("unless"), TextKey("whether"), TextKey("until"), TextKey("lest"), TextKey("till"),
    TextKey("provided"), TextKey("once"), TextKey("should"),
  ]
  static let due = TextKey("due")
  private static let factualPrepositions: KeySet = [
    TextKey("after"), TextKey("by"), TextKey("in"), TextKey("since"), TextKey("while"), TextKey("when"),
    TextKey("before"), TextKey("through"), TextKey("following"), TextKey("on"), TextKey("as"), TextKey("with"),
    TextKey("having"), TextKey("upon"), TextKey("because"),
  ]

  init(reading: Reading, classes: WordClasses) {
    self.reading = reading
    self.classes = classes
    effects = Effects(classes)
  }

  /// The reality of a verb's clause.
  ///
  /// - Parameter isRefusal: whether the clause says what somebody will not do, which is as real as what they will.
  func reality(of verb: Int, depth: Int = 0, isRefusal: Bool = false) -> Reality {
    guard depth < 8 else { return .actual }
    let group = VerbGroup(at: verb, in: reading)
    if group.isNegated && !isRefusal || isCondition(verb) || isGoingUnderCondition(verb, group) || isOpposed(verb) {
      return .unreal
    }
    switch group.tense {
    case .present where isHabitual(verb): return .unreal
    case .perfect, .present: return isTemporal(verb, depth) ? .unreal : embedded(verb, .actual, depth)
    case .past: return embedded(verb, .actual, depth)
    case .progressive, .pastProgressive: return embedded(verb, .ongoing, depth)
    case .future: return isAsked(verb) || isPurpose(verb) ? .unreal : embedded(verb, .planned, depth)
    case .conditional: return isReported(verb) || isFreeSpeech(verb) ? .planned : .unreal
    case .modal: return .unreal
    case .infinitive, .bare, .participle: return nonFinite(verb, depth)
    }
  }

  /// The reality of what a word governs, seen from the word: 'planned' under "intend", 'unreal' under "urge".
  func effect(of governor: Int, on inner: Reality, depth: Int) -> Reality {
    let members = members(of: governor)
    let outer = isClausal(governor) ? reality(of: governor, depth: depth + 1) : .actual
    if members.meets(effects.cancels) { return Reality.cancelled.under(outer) }
    if members.meets(effects.able) { return isDone(governor) ? inner.under(outer) : .unreal }
    if members.meets(effects.permit) { return isDone(governor) && !isOfRule(governor) ? inner.under(outer) : .unreal }
    if members.meets(effects.begin) { return inner.under(outer == .actual ? .actual : outer) }
    if members.meets(effects.intend) { return outer == .unreal ? .unreal : .planned }
    if members.meets(effects.wish) { return .unreal }
    if members.meets(effects.manage) { return inner.under(outer) }
    return .unreal
  }

  /// The classes of a governing word, of a verb with its particle where it has one: "put-off".
  private func members(of governor: Int) -> WordClasses.Members {
    guard let particle = tree.child(of: governor, [.compoundPrt]), particle > governor else {
      return classes[reading.lemmaKey(governor)]
    }
    let phrase = classes[TextKey("\(reading.lemma(governor))-\(reading.form(particle))")]
    return phrase.isEmpty ? classes[reading.lemmaKey(governor)] : phrase
  }

  /// Whether a verb or adjective tells of the past in the active, so that what it made possible was done.
  func isDone(_ governor: Int) -> Bool {
    let group = VerbGroup(at: governor, in: reading)
    return [.past, .perfect].contains(group.tense) && !group.isPassive
  }

  /// Whether what makes something possible is a rule, which tells of no act.
  private func isOfRule(_ verb: Int) -> Bool {
    tree.child(of: verb, [.nsubj]).map { classes[reading.lemmaKey($0)].meets(effects.rules) } ?? false
  }

  /// "They will leave after the town has been searched": what is not past comes about only with the main clause.
  private func isTemporal(_ verb: Int, _ depth: Int) -> Bool {
    guard reading.tokens[verb].relation == .advcl, let head = tree.head(of: verb), isVerbal(head),
      tree.children(of: verb, [.mark, .advmod]).contains(where: {
        Self.temporal.contains(reading.formKey($0)) && $0 < verb
      })
    else { return false }
    let outer = reality(of: head, depth: depth + 1)
    return outer == .planned || outer == .unreal
  }

  private static let temporal = KeySet(words: "after before when whenever where")

  /// "He is against sending them".
  private func isOpposed(_ verb: Int) -> Bool {
    tree.child(of: verb, [.mark, .case]).map { reading.formKey($0) == Self.against } ?? false
  }

  private static let against = TextKey("against")

  /// "If they are going to agree".
  private func isGoingUnderCondition(_ verb: Int, _ group: VerbGroup) -> Bool {
    guard group.tense == .future, reading.tokens[verb].relation == .xcomp, let going = tree.head(of: verb) else {
      return false
    }
    return isCondition(going)
  }

  /// Whether an infinitive only says what something is: "the goal is to train them".
  private func isPurpose(_ verb: Int) -> Bool {
    reading.tokens[verb].xpos == .vb
      && tree.child(of: verb, [.nsubj, .nsubjOuter]).map { classes[reading.lemmaKey($0)].meets(effects.purpose) }
        ?? false
      && !tree.children(of: verb, [.aux]).contains { reading.tokens[$0].xpos == .md }
  }

  /// Whether a clause says what is usual: "often", "every day", "twice a year".
  private func isHabitual(_ verb: Int) -> Bool {
    tree.children(of: verb).contains { child in
      switch reading.tokens[child].relation {
      case .advmod: classes[reading.formKey(child)].meets(effects.habitual)
      case .obl, .oblUnmarked:
        tree.child(of: child, [.det]).map { Self.distributive.contains(reading.formKey($0)) } ?? false
      default: false
      }
    }
  }

  private static let distributive: KeySet = [TextKey("every"), TextKey("each")]

  /// Whether a clause stands under a verb of saying or thinking, or has one in brackets.
  func isReported(_ verb: Int) -> Bool { reportingVerb(of: verb) != nil }

  /// The verb of saying or thinking that a clause stands under.
  func reportingVerb(of verb: Int) -> Int? {
    var current = verb
    for _ in 0..<4 {
      guard let head = tree.head(of: current) else { break }
      if Self.reporting.contains(reading.tokens[current].relation), isReport(head) { return head }
      current = head
    }
    return tree.children(of: current).first { reading.tokens[$0].relation == .parataxis && isReport($0) }
  }

  private static let reporting: RelationSet = [.ccomp, .parataxis, .acl, .relativeClause, .advcl, .xcomp]

  private func isReport(_ verb: Int) -> Bool { classes[reading.lemmaKey(verb)].meets(effects.report) }

  /// "The inquiry would report in May.": the writer reports a plan, unless a condition or "have" stands by.
  private func isFreeSpeech(_ verb: Int) -> Bool {
    reading.tokens[verb].relation == .root
      && !tree.children(of: verb).contains { child in
        (reading.tokens[child].relation == .advcl && isCondition(child))
          || (reading.tokens[child].relation == .aux && reading.form(child) == "have")
      }
  }

  private func isClausal(_ token: Int) -> Bool {
    reading.tokens[token].upos == .verb || tree.child(of: token, [.cop, .nsubj, .nsubjPass, .aux]) != nil
  }

  func isCondition(_ verb: Int) -> Bool {
    guard [.advcl, .ccomp, .xcomp, .acl].contains(reading.tokens[verb].relation) else { return false }
    return tree.children(of: verb).contains {
      [.mark, .advmod, .aux].contains(reading.tokens[$0].relation)
        && Self.conditions.contains(reading.formKey($0)) && $0 < verb
    }
  }

  private static let interrogatives: KeySet = [
    TextKey("how"), TextKey("what"), TextKey("why"), TextKey("whether"), TextKey("whatever"), TextKey("however"),
    TextKey("whoever"), TextKey("wherever"),
  ]

  /// Whether a clause only says what is open: "how the agencies will work together".
  private func isAsked(_ verb: Int) -> Bool {
    tree.children(of: verb).contains { $0 < verb && Self.interrogatives.contains(reading.formKey($0)) }
  }

  /// A finite clause in its context: "denied that …" and "hopes that …" take its truth away, "said that …" does not.
  private func embedded(_ verb: Int, _ own: Reality, _ depth: Int) -> Reality {
    guard let head = tree.head(of: verb) else { return isQuestion(verb) ? .unreal : own }
    switch reading.tokens[verb].relation {
    case .conj: return isConditional(head) ? .unreal : own
    case .acl where VerbGroup.isEmptyPhrase(head, in: reading) || isDoubted(head): return .unreal
    case .ccomp:
      if VerbGroup.isEmptyPhrase(head, in: reading) { return .unreal }
      let members = classes[reading.lemmaKey(head)]
      if members.meets(effects.doubts) { return .unreal }
      if members.meets(effects.report) { return own }
      return members.meets(effects.wish) ? .unreal : own
    default: return own
    }
  }

  /// "Denied reports that they met": whether a noun is what somebody denies.
  private func isDoubted(_ noun: Int) -> Bool {
    guard reading.tokens[noun].relation == .obj, let verb = tree.head(of: noun) else { return false }
    return classes[reading.lemmaKey(verb)].meets(effects.doubts)
  }

  private func isConditional(_ verb: Int) -> Bool {
    isCondition(verb) || (reading.tokens[verb].upos == .verb && VerbGroup(at: verb, in: reading).tense == .modal)
  }

  private func isQuestion(_ verb: Int) -> Bool {
    let sentence = reading.sentences[reading.sentence(of: verb)]
    guard let last = sentence.tokens.last else { return false }
    return reading.form(last) == "?"
  }

  private func nonFinite(_ verb: Int, _ depth: Int) -> Reality {
    let token = reading.tokens[verb]
    guard let head = tree.head(of: verb) else { return token.xpos == .vbn ? .actual : .unreal }
    let own: Reality = token.xpos == .vbg ? .ongoing : .actual
    switch token.relation {
    case .xcomp, .ccomp, .csubj:
      if isYetToCome(head) { return .unreal }
      if isAside(verb, head) { return reality(of: head, depth: depth + 1) }
      return isSaidToHave(verb, head) ? .actual : effect(of: head, on: .actual, depth: depth)
    case .conj: return isVerbal(head) ? reality(of: head, depth: depth + 1) : .actual
    case .acl, .relativeClause:
      if isToBeDone(verb, head) { return .planned }
      if token.xpos == .vb || token.xpos == .vbg, hasMark(verb) { return nounEffect(of: head, depth) }
      return own
    case .advcl, .obl, .nmod: return adverbial(verb, head, depth)
    case .parataxis: return token.xpos == .vbn ? .actual : .unreal
    default: return token.xpos == .vbn ? .actual : .unreal
    }
  }

  /// "The treaty, to be signed in June", "a summit to be held in Accra": what is done to the noun is ahead; not so with
  /// "the need to be consulted".
  private func isToBeDone(_ verb: Int, _ noun: Int) -> Bool {
    guard VerbGroup(at: verb, in: reading).isPassive, let mark = tree.child(of: verb, [.mark]),
      reading.formKey(mark) == Self.to
    else { return false }
    if mark > 0, reading.form(mark - 1) == "," { return true }
    return !classes[reading.lemmaKey(noun)].meets(effects.nounIntend.union(effects.wish).union(effects.permit))
  }

  private static let to = TextKey("to")

  /// "Is said to have resigned": a perfect infinitive under a verb of saying or seeming tells what happened.
  private func isSaidToHave(_ verb: Int, _ head: Int) -> Bool {
    guard classes[reading.lemmaKey(head)].meets(effects.report.union(effects.seem)) else { return false }
    return tree.children(of: verb, [.aux]).contains { reading.lemmaKey($0) == Self.have }
  }

  /// "Took office promising": a participle behind the object of a finite verb tells what was done at the same time.
  private func isAside(_ verb: Int, _ head: Int) -> Bool {
    reading.tokens[verb].xpos == .vbg && isVerbal(head) && !hasMark(verb)
      && !members(of: head).meets(effects.governing)
      && tree.children(of: head, [.obj]).contains { $0 > head && $0 < verb }
  }

  /// "Has yet to": it has not happened.
  private func isYetToCome(_ verb: Int) -> Bool {
    tree.children(of: verb, [.advmod]).contains { reading.formKey($0) == Self.yet }
      && [Self.have, Self.be].contains(reading.lemmaKey(verb))
  }

  private static let yet = TextKey("yet")
  private static let have = TextKey("have")
  private static let be = TextKey("be")

  /// "after arresting", "seizing": as real as the main clause; "to arrest", "for smuggling": not stated.
  private func adverbial(_ verb: Int, _ head: Int, _ depth: Int) -> Reality {
    let marker = tree.caseMarker(of: verb)
    if marker == nil, isRightBehind(verb, head), members(of: head).meets(effects.cancels.union(effects.wish)) {
      return effect(of: head, on: .actual, depth: depth)
    }
    if let marker, reading.formKey(marker) == Self.due { return .planned }
    // "Charged with nabbing", "accused of killing": a duty or a charge, and no deed.
    if let marker, Self.ascribing.contains(reading.formKey(marker)), members(of: head).meets(effects.ascribes) {
      return .unreal
    }
    let isPurpose = reading.tokens[verb].xpos == .vb
    if let marker, !isPurpose, !Self.factualPrepositions.contains(reading.formKey(marker)) { return .unreal }
    if isPurpose, isContinued(verb, head) { return effect(of: head, on: .actual, depth: depth) }
    if isPurpose, !isMeans(head) { return .unreal }
    return isVerbal(head) ? reality(of: head, depth: depth + 1) : .actual
  }

  private static let ascribing: KeySet = [TextKey("with"), TextKey("of")]

  /// "Put off signing": a gerund right behind a verb with its particle.
  private func isRightBehind(_ verb: Int, _ head: Int) -> Bool {
    reading.tokens[verb].xpos == .vbg && head < verb && verb - head <= 2
      && (verb - head == 1 || reading.tokens[verb - 1].relation == .compoundPrt)
  }

  /// "Went on to sign": a verb of beginning with a particle, and right behind it the infinitive.
  private func isContinued(_ verb: Int, _ head: Int) -> Bool {
    verb == head + 3 && members(of: head).meets(effects.begin)
      && [.adverb, .adposition, .particle].contains(reading.tokens[head + 1].upos)
  }

  func isVerbal(_ token: Int) -> Bool {
    reading.tokens[token].upos == .verb || reading.tokens[token].upos == .auxiliary
  }

  private func hasMark(_ verb: Int) -> Bool { tree.caseMarker(of: verb) != nil }

  /// "a plan to search": planned; "uses a camera to search": as real as the use; "the duty to search": not stated.
  private func nounEffect(of noun: Int, _ depth: Int) -> Reality {
    if reading.tokens[noun].relation == .obj, let verb = tree.head(of: noun), isMeans(verb) {
      return reality(of: verb, depth: depth + 1)
    }
    guard classes[reading.lemmaKey(noun)].meets(effects.nounIntend), !VerbGroup.isEmptyPhrase(noun, in: reading),
      !classes[reading.lemmaKey(noun)].meets(effects.rules)
    else { return .unreal }
    return .planned
  }

  /// Whether a verb says what somebody uses, in a clause of its own.
  private func isMeans(_ verb: Int) -> Bool {
    guard classes[reading.lemmaKey(verb)].meets(effects.means) else { return false }
    return ![.participle, .infinitive, .bare].contains(VerbGroup(at: verb, in: reading).tense)
  }
}
