internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// The ways to word what a figure measures that the tree of its sentence offers.
///
/// The first is that of `MetricFinder`'s rules; the others stand for what rules would have to be written for.
struct MetricWordings {
  let finder: MetricFinder
  let candidate: FigureCandidate
  let told: MetricFinder.Metric?
  /// The head of the figure's clause.
  let clause: Int
  /// The noun that the figure counts.
  let noun: Int?
  /// In the order in which they were made; some have the same words.
  private(set) var all: [MetricWording] = []

  private static let mostWords = 12
  private static let highestGovernor = 3

  private var reading: Reading { finder.reading }
  private var tree: DependencyTree { finder.tree }
  private var context: FigureContext { finder.context }
  private var phrases: PhraseWording { finder.phrases }
  private var clauses: ClauseWording { finder.clauses }

  /// - Parameter told: the metric of the figure before, for one that refers back to it.
  init(_ finder: MetricFinder, _ candidate: FigureCandidate, after told: MetricFinder.Metric?) {
    self.finder = finder
    self.candidate = candidate
    self.told = told
    clause = finder.context.clause(of: candidate.head)
    noun = finder.context.noun(of: candidate)
    let first = finder.metric(of: candidate, after: told)
    all.append(first)
    if first.isCertain { return }
    addNoun()
    if isNamedByNoun { return }
    addStatement()
    addMeasures()
    addArguments(of: clause, [.object, .objectDeed, .oblique])
    addClauseAbove()
    addGovernors()
    addTold()
  }

  /// Whether things are counted that a noun names, which no metric of theirs does without.
  private var isNamedByNoun: Bool {
    guard candidate.scale == .count, let noun else { return false }
    return !context.standsForOther(noun) && !finder.isChangeNoun(noun) && reading.measure(at: noun) == nil
  }

  private mutating func add(_ kind: MetricWording.Kind, _ text: String, base: String? = nil) {
    guard !text.isEmpty else { return }
    all.append(MetricWording(kind: kind, metric: .init(text: text, base: base ?? text)))
  }

  private func phrase(_ token: Int) -> String { phrases.phrase(token, without: candidate) }

  private mutating func addNoun() {
    guard let noun else { return }
    let base = phrase(noun)
    add(.noun, base)
    let argument = finder.argument(of: candidate, noun)
    let isPerson = context.isPerson(noun)
    add(
      .nounClause, clauses.description(of: argument, base: base, isPerson: isPerson, without: candidate), base: base)
    if let verb = tree.head(of: argument), reading.tokens[verb].upos == .verb,
      [.obj, .nsubjPass].contains(reading.tokens[argument].relation)
    {
      let deed = PhraseWording.joined(base, clauses.negation(of: verb), phrases.participle(verb))
      add(.nounDeed, deed, base: base)
      let who = context.subject(of: verb).flatMap { $0 == argument ? nil : phrases.subject($0) } ?? ""
      if !who.isEmpty { add(.nounAgent, PhraseWording.joined(deed, "by", who), base: base) }
    }
    if let relative = tree.child(of: noun, [.relativeClause, .acl]), relative > noun,
      phrases.restriction(of: noun) == nil
    {
      add(.nounRelative, PhraseWording.joined(base, words(tree.subtree(of: relative))), base: base)
    }
    if let whole = context.whole(of: noun) { add(.whole, phrase(whole)) }
    let parts = tree.children(of: noun, [.nmod, .appos]).filter { $0 > noun && reading.measure(at: $0) == nil }
    if let last = parts.last { add(.nounLong, words(noun..<tree.subtree(of: last).upperBound), base: base) }
    if let whole = tree.head(of: noun), reading.tokens[noun].relation == .nmod, context.roles(whole).contains(.company)
    {
      add(.group, PhraseWording.joined(reading.form(whole), "of", base), base: base)
    }
    if isNamedByNoun { return }
    for part in parts where reading.tokens[part].relation == .nmod { add(.nounPart, phrase(part)) }
    if candidate.scale == .share, finder.tellsShare(clause), let thing = context.thing(of: candidate), thing != noun {
      add(.share, phrase(thing) + " as a share of " + base, base: phrase(thing))
    }
  }

  /// The first words of a stretch, without figures.
  private func words(_ tokens: Range<Int>) -> String {
    phrases.words(tokens.prefix(Self.mostWords).filter { !phrases.isFigure($0, candidate) })
  }

  /// What the clause speaks of; of "the agency put the toll at 31" that is no subject.
  private var subject: Int? {
    guard let subject = context.subject(of: clause), subject != candidate.head else { return nil }
    return context.isReckoning(clause) || reading.tokens[subject].xpos == .wdt ? nil : subject
  }

  /// The subject, and what the clause says with and without it.
  private mutating func addStatement() {
    // "Put the toll": what is done to what is measured.
    if context.isReckoning(clause) { return }
    let state = finder.statement(of: clause, without: candidate)
    add(.state, state)
    guard let subject else { return }
    let words = phrase(subject)
    add(.subject, words)
    if subject != noun { add(.subjectState, PhraseWording.joined(words, state), base: words) }
    for part in tree.children(of: subject, [.nmod]) where part > subject && reading.measure(at: part) == nil {
      add(.subjectPart, phrase(part))
    }
  }

  /// Money that is paid, and what a time is the measure of.
  private mutating func addMeasures() {
    switch candidate.scale {
    case .money:
      add(
        .money, clauses.description(of: candidate.head, base: "money", isPerson: false, without: candidate),
        base: "money")
    case .duration:
      guard let subject else { return }
      add(.time, clauses.time(of: clause, about: subject, without: candidate))
      add(.duration, "duration of " + phrase(subject))
    case .count, .share, .quantity: return
    }
  }

  /// What hangs on a verb besides its subject.
  ///
  /// - Parameter kinds: of an object, of an object with its verb, of a noun with a preposition.
  private mutating func addArguments(of verb: Int, _ kinds: [MetricWording.Kind]) {
    if let object = tree.child(of: verb, [.obj]), object != candidate.head, !context.isMark(object),
      reading.measure(at: object) == nil
    {
      let words = phrase(object)
      add(kinds[0], words)
      add(kinds[1], PhraseWording.joined(words, phrases.participle(verb)), base: words)
    }
    for oblique in tree.children(of: verb, [.obl]) where reading.measure(at: oblique) == nil {
      if !reading.isTime(oblique) { add(kinds[2], phrase(oblique)) }
    }
  }

  private mutating func addClauseAbove() {
    guard let head = tree.head(of: clause) else { return }
    let above = context.clause(of: head)
    addArguments(of: above, [.aboveObject, .aboveObjectDeed, .aboveOblique])
    if let subject = context.subject(of: above), subject != candidate.head { add(.aboveSubject, phrase(subject)) }
  }

  private mutating func addGovernors() {
    var token = noun ?? candidate.head
    for _ in 0..<Self.highestGovernor {
      guard let head = tree.head(of: token), head != clause || context.isNoun(head) else { return }
      if context.isNoun(head), reading.measure(at: head) == nil {
        add(.governor, phrase(head))
      }
      token = head
    }
  }

  private mutating func addTold() {
    guard let told else { return }
    add(.told, told.text, base: told.base)
    add(.toldNoun, told.base)
    let head = candidate.head
    if [.nsubj, .nsubjPass, .obj].contains(reading.tokens[head].relation) {
      add(
        .toldClause, clauses.description(of: head, base: told.base, isPerson: true, without: candidate),
        base: told.base)
    }
  }
}
