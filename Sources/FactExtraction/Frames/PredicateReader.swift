internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization

/// Finds the logical arguments of verbs and nouns: through passives, control, coordination, relative and participial
/// clauses.
struct PredicateReader: Sendable {
  let reading: Reading

  private var tree: DependencyTree { reading.tree }
  private static let subjects: RelationSet = [.nsubj, .nsubjPass, .csubj, .csubjPass, .nsubjOuter]
  private static let relatives: KeySet = [TextKey("who"), TextKey("which"), TextKey("that"), TextKey("whom")]
  private static let by = TextKey("by")
  private static let of = TextKey("of")
  private static let to = TextKey("to")

  /// The predicate of a verb.
  func verb(_ verb: Int) -> Predicate {
    let group = VerbGroup(at: verb, in: reading)
    var predicate = Predicate(token: verb, trigger: .verb, group: group)
    let surface = surfaceSubject(of: verb, depth: 0)
    predicate.complement = tree.child(of: verb, [.xcomp, .ccomp]) ?? infinitive(behind: verb) ?? nextInfinitive(verb)
    if group.isPassive {
      let kept = tree.child(of: verb, [.obj])
      predicate.object = kept ?? surface
      predicate.beneficiary = kept == nil ? nil : surface
      predicate.subject = agent(of: verb)
    } else {
      predicate.subject = surface
      predicate.object = object(of: verb)
      predicate.beneficiary = tree.child(of: verb, [.iobj])
    }
    return predicate
  }

  /// The predicate of a noun, with the verb that carries it if that verb is one of `support`.
  func noun(_ noun: Int, isSupport: (Int) -> Bool) -> Predicate {
    var predicate = Predicate(token: noun, trigger: .noun)
    predicate.object = modifier(of: noun, Self.of)
    predicate.subject = tree.child(of: noun, [.nmodPoss]) ?? modifier(of: noun, Self.by)
    predicate.complement = clause(of: noun) ?? predicate.subject.flatMap(infinitive(of:))
    identify(&predicate)
    if isState(noun) {
      predicate.group = VerbGroup(at: noun, in: reading)
      predicate.subject = surfaceSubject(of: noun, depth: 0) ?? predicate.subject
    } else {
      carry(&predicate, isSupport)
    }
    return predicate
  }

  /// Whether a noun says behind a preposition in which state somebody is: "is on trial", "workers on strike".
  private func isState(_ noun: Int) -> Bool {
    tree.child(of: noun, [.cop]) != nil && tree.child(of: noun, [.case]) != nil
  }

  /// The predicate of an adjective with a copula ("committed to").
  func adjective(_ adjective: Int) -> Predicate {
    var predicate = Predicate(token: adjective, trigger: .adjective, group: VerbGroup(at: adjective, in: reading))
    predicate.subject = surfaceSubject(of: adjective, depth: 0) ?? expletive(of: adjective)
    predicate.object = predicate.subject
    predicate.complement = tree.child(of: adjective, [.xcomp, .ccomp])
    return predicate
  }

  /// Whom an "it" taken for an empty subject stands for: "the agency said it was ready to help".
  private func expletive(of adjective: Int) -> Int? {
    tree.child(of: adjective, [.expl]).flatMap { speaker(behind: $0, of: adjective) }
  }

  /// The infinitive behind a verb without an object, whatever relation it was given: "undertook in May to build".
  private func infinitive(behind verb: Int) -> Int? {
    guard tree.child(of: verb, [.obj]) == nil else { return nil }
    return tree.children(of: verb, [.advcl, .obl]).first { child in
      guard child > verb, reading.tokens[child].xpos == .vb, let mark = tree.caseMarker(of: child), mark > verb else {
        return false
      }
      return reading.formKey(mark) == Self.to && !reading.tokens[verb + 1..<mark].contains { $0.xpos == .comma }
    }
  }

  private func infinitive(of noun: Int) -> Int? {
    tree.children(of: noun, [.acl]).first { reading.tokens[$0].xpos == .vb }
  }

  /// The infinitive, gerund or clause that a noun governs: "plan to build", "goal of building", "word that it will build".
  func clause(of noun: Int) -> Int? {
    infinitive(of: noun) ?? tree.child(of: noun, [.ccomp]) ?? nextInfinitive(noun) ?? content(of: noun)
  }

  /// The gerund behind a preposition, or the clause behind "that", which describes a noun.
  private func content(of noun: Int) -> Int? {
    tree.children(of: noun, [.acl]).first { clause in
      guard clause > noun, let mark = tree.caseMarker(of: clause) else { return false }
      if reading.tokens[clause].xpos == .vbg { return Self.contents.contains(reading.formKey(mark)) }
      return reading.formKey(mark) == Self.that && reading.tokens[mark].upos == .subordinatingConjunction
    }
  }

  private static let contents: KeySet = [TextKey("of"), TextKey("for")]
  private static let that = TextKey("that")

  /// The infinitive right behind a word, whatever it was hung on: "threatened to sue".
  private func nextInfinitive(_ token: Int) -> Int? {
    var next = token + 1
    // "Offered instead to pay".
    while next < min(token + 3, reading.tokens.count), reading.tokens[next].upos == .adverb { next += 1 }
    guard next < reading.tokens.count, reading.tokens[next].xpos == .to else { return nil }
    next += 1
    if next < reading.tokens.count, reading.tokens[next].upos == .adverb { next += 1 }
    guard next < reading.tokens.count, reading.tokens[next].xpos == .vb,
      reading.sentence(of: next) == reading.sentence(of: token)
    else { return nil }
    return next
  }

  /// What a copula says that a noun is: "the quota is 40 ships", "the aim is to cut waste".
  private func identify(_ predicate: inout Predicate) {
    guard [.nsubj, .nsubjOuter].contains(reading.tokens[predicate.token].relation),
      let value = tree.head(of: predicate.token), tree.child(of: value, [.cop]) != nil
    else { return }
    if reading.tokens[value].xpos == .vb {
      predicate.complement = predicate.complement ?? value
    } else if reading.tokens[value].upos != .verb {
      predicate.object = predicate.object ?? value
    }
  }

  private func carry(_ predicate: inout Predicate, _ isSupport: (Int) -> Bool) {
    guard let carrier = carrier(of: predicate.token), isSupport(carrier.verb) else { return }
    let group = VerbGroup(at: carrier.verb, in: reading)
    predicate.carrier = carrier.verb
    predicate.group = group
    guard predicate.subject == nil else { return }
    if carrier.isObject {
      predicate.subject = group.isPassive ? agent(of: carrier.verb) : surfaceSubject(of: carrier.verb, depth: 0)
    }
  }

  /// The verb that a noun is subject or object of, directly or as the head of a participle.
  private func carrier(of noun: Int) -> (verb: Int, isObject: Bool)? {
    if let participle = tree.children(of: noun).first(where: {
      reading.tokens[$0].relation == .acl && reading.tokens[$0].xpos == .vbn
    }) {
      return (participle, true)
    }
    var top = noun
    while reading.tokens[top].relation == .conj, let head = tree.head(of: top) { top = head }
    guard let verb = tree.head(of: top) else { return nil }
    switch reading.tokens[top].relation {
    case .obj, .nsubjPass: return (verb, true)
    case .nsubj: return (verb, false)
    case .obl: return (verb, true)
    default: return nil
    }
  }

  /// The agent of a passive: "by" with somebody, not with a date.
  func agent(of verb: Int) -> Int? {
    for child in tree.children(of: verb) {
      let relation = reading.tokens[child].relation
      guard relation == .oblAgent || relation == .obl else { continue }
      guard let marker = tree.caseMarker(of: child), reading.formKey(marker) == Self.by else { continue }
      // "By Tuesday morning" says when.
      let isWhen = reading.isTime(child) || tree.children(of: child, [.compound]).contains(where: reading.isTime)
      if !isWhen, !Self.means.contains(reading.lemmaKey(child)) { return child }
    }
    return nil
  }

  /// What "by" names as the way in which something was done.
  private static let means: KeySet = [
    TextKey("vote"), TextKey("majority"), TextKey("margin"), TextKey("point"), TextKey("percent"), TextKey("ballot"),
    TextKey("acclamation"), TextKey("consensus"), TextKey("decree"), TextKey("phone"), TextKey("telephone"),
    TextKey("video"), TextKey("letter"), TextKey("post"), TextKey("email"), TextKey("air"), TextKey("sea"),
    TextKey("road"), TextKey("rail"), TextKey("train"), TextKey("plane"), TextKey("boat"), TextKey("land"),
  ]

  /// The phrase under `head` that a preposition introduces.
  func modifier(of head: Int, _ preposition: TextKey) -> Int? {
    tree.children(of: head).first {
      let relation = reading.tokens[$0].relation
      guard relation == .nmod || relation == .obl || relation == .oblAgent || relation == .advcl || relation == .acl
      else { return false }
      guard let marker = tree.caseMarker(of: $0) else { return false }
      return reading.formKey(marker) == preposition
    }
  }

  private func object(of verb: Int) -> Int? {
    if let object = tree.child(of: verb, [.obj]) ?? tree.child(of: verb, [.iobj]) { return resolved(object) }
    if let antecedent = gapAntecedent(of: verb) ?? bareOblique(of: verb) ?? share(of: verb) { return antecedent }
    // "Named Ana Reyes as minister", "named a minister": a name or an indefinite noun is no predicate.
    if let name = tree.child(of: verb, [.xcomp]), isNamed(name) { return name }
    guard let second = tree.child(of: verb, [.conj]), reading.tokens[second].upos == .verb,
      tree.child(of: second, Self.subjects) == nil, tree.child(of: verb, [.obl, .xcomp, .ccomp]) == nil
    else { return nil }
    return tree.child(of: second, [.obj]).flatMap(resolved)
  }

  private func isNamed(_ token: Int) -> Bool {
    if reading.tokens[token].upos == .properNoun { return true }
    return reading.tokens[token].upos == .noun && tree.child(of: token, [.det]) != nil
      && tree.child(of: token, [.cop]) == nil
  }

  /// The phrase that was hung on a verb as if a particle or the bound of its figure were a preposition: "gunned down the
  /// leader", "arrested at least 16 people".
  private func bareOblique(of verb: Int) -> Int? {
    tree.children(of: verb, [.obl]).first { child in
      guard child > verb, isBare(child), !reading.isTime(child) else { return false }
      if tree.child(of: child, [.nummod]) != nil { return true }
      return reading.tokens[verb + 1].relation == .compoundPrt && tree.child(of: child, [.det]) != nil
    }
  }

  /// "Shot down 31 of 38 drones": a number that is itself what is acted upon.
  private func share(of verb: Int) -> Int? {
    tree.children(of: verb, [.nummod]).first { child in
      child > verb && reading.tokens[child].upos == .numeral && tree.child(of: child, [.nmod]) != nil
    }
  }

  /// Whether a phrase has no preposition but what bounds its figure: "up to" of "announced up to $2 million".
  private func isBare(_ phrase: Int) -> Bool {
    guard let marker = tree.caseMarker(of: phrase) else { return true }
    return reading.measures(in: tree.subtree(of: phrase)).contains { index in
      reading.measures[index].comparatorRange?.overlaps(reading.tokens[marker].range) ?? false
    }
  }

  /// What a relative clause without a pronoun or with one that a verb above it governs says its verb's object to be: "the
  /// pact we signed", "the team that the agency helped to set up".
  private func gapAntecedent(of verb: Int) -> Int? {
    var top = verb
    while reading.tokens[top].relation == .xcomp, let head = tree.head(of: top) { top = head }
    guard reading.tokens[top].relation == .relativeClause, let subject = tree.child(of: top, [.nsubj]),
      resolved(subject) == subject
    else { return nil }
    if top != verb {
      guard reading.tokens[verb].xpos == .vb, tree.child(of: verb, [.ccomp, .xcomp]) == nil,
        tree.child(of: top, [.obj]).map({ resolved($0) != $0 }) ?? true
      else { return nil }
    }
    return tree.head(of: top)
  }

  /// A relative pronoun's antecedent, any other token itself.
  func resolved(_ token: Int) -> Int? {
    guard Self.relatives.contains(reading.formKey(token)) else { return token }
    guard reading.tokens[token].upos == .pronoun else { return nounBefore(token) ?? token }
    var current = token
    while let head = tree.head(of: current) {
      if reading.tokens[current].relation == .relativeClause { return jointHead(head, of: current) }
      current = head
    }
    return nounBefore(token) ?? token
  }

  /// "The bank and the fund, which are to lend": all that are coordinated, where the clause is about more than the last.
  private func jointHead(_ noun: Int, of clause: Int) -> Int {
    guard reading.tokens[noun].relation == .conj, let first = tree.head(of: noun),
      [.nn, .nnp].contains(reading.tokens[noun].xpos), [.noun, .properNoun].contains(reading.tokens[first].upos)
    else { return noun }
    let verbs = [clause] + tree.children(of: clause, [.aux, .auxPass, .cop])
    return verbs.contains { Self.plural.contains(reading.formKey($0)) } ? first : noun
  }

  private static let plural: KeySet = [TextKey("are"), TextKey("were"), TextKey("have")]

  /// Whom a pronoun in what somebody says stands for, where it agrees with them: "the ministry said it would pay".
  private func speaker(behind pronoun: Int, of verb: Int) -> Int? {
    guard let forms = Self.antecedents[reading.formKey(pronoun)] else { return nil }
    var clause = verb
    while reading.tokens[clause].relation == .conj, let head = tree.head(of: clause) { clause = head }
    guard reading.tokens[clause].relation == .ccomp, let saying = tree.head(of: clause),
      let speaker = tree.child(of: saying, [.nsubj]), speaker < pronoun,
      [.noun, .properNoun].contains(reading.tokens[speaker].upos), forms.contains(reading.tokens[speaker].xpos)
    else { return nil }
    return speaker
  }

  private static let antecedents: [TextKey: Set<XPOS>] = [
    TextKey("it"): [.nn, .nnp, .nnps], TextKey("they"): [.nns, .nnps], TextKey("he"): [.nn, .nnp],
    TextKey("she"): [.nn, .nnp],
  ]

  /// The noun right before a "that" or a participle, with at most a comma between.
  private func nounBefore(_ token: Int) -> Int? {
    var before = token - 1
    if before > 0, reading.tokens[before].xpos == .comma { before -= 1 }
    guard before >= 0, reading.sentence(of: before) == reading.sentence(of: token),
      [.noun, .properNoun].contains(reading.tokens[before].upos)
    else { return nil }
    while let head = tree.head(of: before), head < token, Self.nominal.contains(reading.tokens[before].relation) {
      before = head
    }
    return before
  }

  private static let nominal: RelationSet = [.compound, .flat, .nmodDesc]

  /// The subject as grammar has it, of the verb itself or of the word that it shares it with.
  func surfaceSubject(of verb: Int, depth: Int) -> Int? {
    // Of two the nearer: "a magnitude 6.2 quake shook Italy" may be given "magnitude" as well.
    if let subject = tree.children(of: verb, Self.subjects).last(where: { $0 < verb })
      ?? tree.child(of: verb, Self.subjects)
    {
      return speaker(behind: subject, of: verb) ?? resolved(subject)
    }
    guard depth < 6, let head = tree.head(of: verb) else { return nil }
    switch reading.tokens[verb].relation {
    // "The motion, moved in June by the chair": a participle that describes the noun before it.
    case .parataxis where reading.tokens[verb].xpos == .vbn: return nounBefore(verb)
    case .conj, .cop, .aux: return surfaceSubject(of: head, depth: depth + 1)
    case .xcomp:
      return tree.child(of: head, [.obj, .iobj]).flatMap(resolved) ?? surfaceSubject(of: head, depth: depth + 1)
    case .advcl, .obl, .relativeAdverbialClause: return surfaceSubject(of: head, depth: depth + 1)
    case .acl, .relativeClause:
      return reading.tokens[verb].xpos == .vb ? holder(of: head, depth: depth) : head
    default: return nil
    }
  }

  /// Whose "plan to do" it is: the possessor, or the subject of the verb that has the noun as its object.
  private func holder(of noun: Int, depth: Int) -> Int? {
    if let owner = tree.child(of: noun, [.nmodPoss]) { return owner }
    guard reading.tokens[noun].relation == .obj, let verb = tree.head(of: noun) else { return nil }
    return surfaceSubject(of: verb, depth: depth + 1)
  }
}
