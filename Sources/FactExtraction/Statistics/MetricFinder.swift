internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Words what a figure measures, so that it reads alone: "boats intercepted", "exports of oil".
struct MetricFinder {
  /// A metric, and the name of what it counts.
  struct Metric {
    /// The words; never empty.
    var text: String
    /// The counted things alone, for a later figure that refers back to them.
    var base: String
  }

  let context: FigureContext
  let actors: ResolvedActors

  private static let climbing: RelationSet = [.nmod, .compound, .appos, .nummod, .nmodUnmarked, .amod]
  private static let shares: KeySet = [
    TextKey("account"), TextKey("represent"), TextKey("make"), TextKey("comprise"), TextKey("constitute"),
    TextKey("contribute"), TextKey("form"),
  ]
  /// Verbs whose object is not what their subject is: "create three of every four jobs".
  private static let makers = KeySet(words: "create generate produce yield save lose need lack face contain have cost")
  private static let lasting: KeySet = [
    TextKey("take"), TextKey("last"), TextKey("run"), TextKey("continue"), TextKey("spend"), TextKey("endure"),
  ]
  private static let ways: Set<String> = [
    "from", "to", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "off", "away",
    "inland", "offshore", "outside", "between",
  ]
  private static let lengths: Set<String> = ["kilometer", "mile", "meter", "nautical mile", "foot", "yard"]

  private var reading: Reading { context.reading }
  private var tree: DependencyTree { reading.tree }
  private var phrases: PhraseWording { PhraseWording(context: context, actors: actors) }
  private var clauses: ClauseWording { ClauseWording(context: context, phrases: phrases) }

  /// The metric of a figure.
  ///
  /// - Parameter told: the metric of the figure before, for one that refers back to it.
  func metric(of candidate: FigureCandidate, after told: Metric?) -> Metric {
    let clause = context.clause(of: candidate.head)
    if let told, let relative = clauses.relative(behind: candidate) {
      return Metric(text: PhraseWording.joined(told.base, relative), base: told.base)
    }
    if let noun = context.noun(of: candidate), candidate.scale != .money || noun > candidate.head,
      candidate.scale != .count || !context.isPeriod(noun)
    {
      return counted(noun, candidate, clause, told)
    }
    if candidate.scale == .count, let noun = context.noun(of: candidate), context.isPeriod(noun),
      let lasting = context.whole(of: noun), reading.tokens[lasting].upos == .noun
    {
      return plain(phrases.phrase(lasting, without: candidate))
    }
    if candidate.scale == .duration, let task = clauses.task(of: clause) { return plain("time " + task) }
    if let way = distance(candidate) { return Metric(text: way, base: way) }
    if let form = form(of: candidate) {
      let base = phrases.phrase(form, without: candidate)
      return Metric(
        text: clauses.description(of: candidate.head, base: base, isPerson: false, without: candidate), base: base)
    }
    if let described = described(by: candidate) { return plain(phrases.phrase(described, without: candidate)) }
    if context.refersBack(candidate), let told { return referring(candidate, told) }
    if candidate.scale == .money, let money = money(candidate, clause) { return money }
    if let thing = context.thing(of: candidate) { return measured(thing, candidate, clause) }
    if let head = tree.head(of: candidate.head), context.isNoun(head) {
      return plain(phrases.phrase(head, without: candidate))
    }
    // "57 percent say no": of whom the text speaks, it has said before.
    let isWhole = candidate.scale == .share && reading.tokens[candidate.head].relation == .nsubj
    let words = PhraseWording.joined(
      isWhole ? "those who" : "", clauses.negation(of: clause), reading.surface(clause),
      clauses.tail(of: clause, without: candidate, besides: candidate.head))
    return plain(words)
  }

  /// What money consists of: "funding" of "$130 million in Medicaid funding", "savings" of "$4 billion worth of savings".
  private func form(of candidate: FigureCandidate) -> Int? {
    let behind = candidate.tokens.upperBound
    guard candidate.scale == .money, behind + 1 < reading.tokens.count else { return nil }
    let isWorth = reading.form(behind) == "worth" && reading.form(behind + 1) == "of"
    guard isWorth || reading.form(behind) == "in",
      let noun = tree.head(of: isWorth ? behind + 1 : behind), noun > behind, reading.tokens[noun].upos == .noun,
      reading.measure(at: noun) == nil, !reading.isTime(noun), actors.mention(at: noun) == nil,
      isWorth || tree.child(of: noun, [.det, .nmodPoss]) == nil
    else { return nil }
    return noun
  }

  /// The noun that a sum says the size of: "a deficit of €3 million", "a fund of £5m".
  private func described(by candidate: FigureCandidate) -> Int? {
    guard candidate.scale == .money, reading.tokens[candidate.head].relation == .nmod,
      let head = tree.head(of: candidate.head), [.noun, .properNoun].contains(reading.tokens[head].upos),
      reading.measure(at: head) == nil, reading.lemma(head) != "value", !context.isMark(head)
    else { return nil }
    return head
  }

  private func plain(_ text: String) -> Metric { Metric(text: text, base: text) }

  // MARK: Counts and shares

  /// The counted noun with what its clause says of it.
  private func counted(_ noun: Int, _ candidate: FigureCandidate, _ clause: Int, _ told: Metric?) -> Metric {
    let argument = argument(of: candidate, noun)
    let isLevel = candidate.scale == .share && isPredicate(argument, clause)
    if isLevel, let thing = context.thing(of: candidate), context.isNoun(thing) {
      let words = phrases.phrase(thing, without: candidate)
      guard Self.shares.contains(reading.lemmaKey(clause)) else { return plain(words) }
      return Metric(text: words + " as a share of " + phrases.phrase(noun, without: candidate), base: words)
    }
    if candidate.scale != .duration, isChangeNoun(noun) { return changed(noun, candidate, clause, told) }
    if let balance = balance(of: noun) {
      return plain(balance + " of " + phrases.phrase(noun, without: candidate))
    }
    var base = phrases.phrase(noun, without: candidate)
    if context.standsForOther(noun) {
      guard let told else { return plain(base) }
      base = told.base
    }
    // "A 5,000-home scheme", "a 9-year truce": the figure says how large the thing is.
    if reading.tokens[noun].relation == .compound, let whole = tree.head(of: noun), whole > noun, context.isNoun(whole)
    {
      return plain(phrases.phrase(whole, without: candidate))
    }
    let isSize = candidate.scale == .duration && reading.tokens[candidate.head].relation == .compound
    let isRestricted =
      phrases.restriction(of: noun) != nil && candidate.scale != .share
      && ![.nsubj, .nsubjPass].contains(reading.tokens[argument].relation)
    if isRestricted || argument == clause || isSize { return plain(base) }
    let text = clauses.description(
      of: argument, base: base, isPerson: context.isPerson(noun), without: candidate)
    return Metric(text: text, base: base)
  }

  /// "Shortage" of "a shortage of 49 nurses", which says what the figure is of the things.
  private func balance(of noun: Int) -> String? {
    guard reading.tokens[noun].relation == .nmod, tree.caseMarker(of: noun).map(reading.form) == "of",
      let head = tree.head(of: noun), Self.balances.contains(reading.lemmaKey(head))
    else { return nil }
    return reading.form(head)
  }

  private static let balances = KeySet(words: "shortage shortfall deficit surplus backlog lack excess loss gap vacancy")

  /// The token of a counted phrase that hangs on the clause: the figure of "two thirds of students", the first of
  /// coordinated phrases.
  private func argument(of candidate: FigureCandidate, _ noun: Int) -> Int {
    var current = tree.dominates(candidate.head, noun) ? candidate.head : noun
    for _ in 0..<6 {
      guard let head = tree.head(of: current) else { return current }
      let relation = reading.tokens[current].relation
      if relation == .conj, context.isNoun(head) || reading.measure(at: head) != nil {
        current = head
      } else if Self.climbing.contains(relation), isNumber(head) {
        current = head
      } else {
        return current
      }
    }
    return current
  }

  private func isNumber(_ token: Int) -> Bool {
    reading.measure(at: token) != nil || context.roles(token).contains(.total)
  }

  /// Whether the share is said of a subject: "is 60 percent of", "make up a third of".
  private func isPredicate(_ argument: Int, _ clause: Int) -> Bool {
    if argument == clause { return tree.child(of: clause, [.cop]) != nil }
    guard tree.head(of: argument) == clause, [.obj, .obl, .xcomp].contains(reading.tokens[argument].relation) else {
      return false
    }
    if Self.makers.contains(reading.lemmaKey(clause)) { return false }
    return !context.roles(clause).isDisjoint(with: [.level, .rise, .fall])
      || Self.shares.contains(reading.lemmaKey(clause))
  }

  private func isChangeNoun(_ noun: Int) -> Bool {
    !context.roles(noun).isDisjoint(with: [.rise, .fall]) && reading.tokens[noun].upos == .noun
  }

  /// What a rise or fall is one of: its complement, or what its clause speaks of.
  private func changed(_ noun: Int, _ candidate: FigureCandidate, _ clause: Int, _ told: Metric?) -> Metric {
    let complement = tree.children(of: noun, [.nmod]).first { child in
      guard child > noun, reading.measure(at: child) == nil, let marker = tree.caseMarker(of: child) else {
        return false
      }
      return ["in", "of", "to", "on"].contains(reading.form(marker))
    }
    if let complement { return plain(phrases.phrase(complement, without: candidate)) }
    let isAside = [.appos, .parataxis, .nmodUnmarked, .oblUnmarked, .list, .dep].contains(reading.tokens[noun].relation)
    if !isAside || told == nil, let subject = context.thing(of: candidate), context.isNoun(subject), subject != noun,
      reading.tokens[subject].upos != .pronoun
    {
      return plain(phrases.phrase(subject, without: candidate))
    }
    return told ?? plain(phrases.phrase(noun, without: candidate))
  }

  /// A figure without a noun of its own has the things of the figure before, and says of them what its clause says.
  private func referring(_ candidate: FigureCandidate, _ told: Metric) -> Metric {
    let relation = reading.tokens[candidate.head].relation
    guard candidate.scale == .count, [.nsubj, .nsubjPass, .obj].contains(relation) else { return told }
    let text = clauses.description(of: candidate.head, base: told.base, isPerson: true, without: candidate)
    return Metric(text: text, base: told.base)
  }

  // MARK: Levels, changes and sums

  /// What the clause speaks of, with what it says where it is no mere level or change.
  private func measured(_ thing: Int, _ candidate: FigureCandidate, _ clause: Int) -> Metric {
    var words = phrases.phrase(acted(on: clause, by: thing, candidate), without: candidate)
    if reading.tokens[thing].upos == .pronoun { words = phrases.subject(thing) }
    if candidate.scale == .duration, Self.lasting.contains(reading.lemmaKey(clause)) {
      return plain("duration of " + words)
    }
    if candidate.scale == .duration, reading.tokens[candidate.head].relation == .oblUnmarked,
      reading.tokens[clause].upos == .verb
    {
      return plain(clauses.time(of: clause, about: thing, without: candidate))
    }
    let isMeasured =
      context.roles(clause).isDisjoint(with: [.rise, .fall, .double, .halve, .level]) == false
      || reading.tokens[thing].relation == .obj || reading.tokens[clause].upos != .verb
      || candidate.scale == .money && reading.tokens[candidate.head].relation == .obl
    if isMeasured, !words.isEmpty { return plain(PhraseWording.joined(words, quality(clause, candidate))) }
    let verb = PhraseWording.joined(
      clauses.negation(of: clause), reading.surface(clause),
      clauses.tail(of: clause, without: candidate, besides: candidate.head))
    return plain(PhraseWording.joined(words, verb))
  }

  /// What something is done to by so much: "aid" of "the president cut aid by half", "deaths" of "belts that reduce deaths
  /// by 40 to 60 percent".
  private func acted(on clause: Int, by thing: Int, _ candidate: FigureCandidate) -> Int {
    let first = candidate.tokens.lowerBound
    let isBy = first > 0 && reading.form(first - 1) == "by"
    let isNamed = context.isPerson(thing) || actors.mention(at: thing) != nil
    guard thing < clause, isBy || isNamed && tree.head(of: thing) == clause,
      !context.roles(clause).isDisjoint(with: [.rise, .fall]), let object = tree.child(of: clause, [.obj]),
      context.isNoun(object), reading.measure(at: object) == nil
    else { return thing }
    return object
  }

  /// The quality by which things are more or less: "lighter" of "will be 20 percent lighter".
  private func quality(_ clause: Int, _ candidate: FigureCandidate) -> String {
    guard candidate.scale == .share, reading.tokens[clause].upos == .adjective, clause == candidate.tokens.upperBound,
      context.roles(clause).isDisjoint(with: [.rise, .fall])
    else { return "" }
    return reading.surface(clause)
  }

  /// Money that is paid, lost or worth something.
  private func money(_ candidate: FigureCandidate, _ clause: Int) -> Metric? {
    let relation = reading.tokens[candidate.head].relation
    guard let head = tree.head(of: candidate.head) else { return nil }
    if reading.form(head) == "worth" || reading.lemma(head) == "value",
      let thing = owner(of: head) ?? context.subject(of: head) ?? tree.head(of: head)
    {
      return plain("value of " + phrases.phrase(thing, without: candidate))
    }
    guard head == clause, reading.tokens[clause].upos == .verb else { return nil }
    if reading.lemma(clause) == "cost", let thing = context.thing(of: candidate) {
      return plain("cost of " + phrases.phrase(thing, without: candidate))
    }
    guard [.obj, .nsubjPass].contains(relation), context.roles(clause).isDisjoint(with: [.rise, .fall, .level]) else {
      return nil
    }
    let text = clauses.description(of: candidate.head, base: "money", isPerson: false, without: candidate)
    return Metric(text: text, base: "money")
  }

  /// The noun that "worth" describes: "trade preferences, worth €1 billion".
  private func owner(of worth: Int) -> Int? {
    guard reading.form(worth) == "worth", tree.child(of: worth, [.cop]) == nil, let head = tree.head(of: worth),
      [.noun, .properNoun].contains(reading.tokens[head].upos)
    else { return nil }
    return head
  }

  /// "12 miles south of the island", "800 km from Herat to Kabul".
  private func distance(_ candidate: FigureCandidate) -> String? {
    guard candidate.scale == .quantity, let unit = candidate.unit, Self.lengths.contains(unit) else { return nil }
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    var first = candidate.tokens.upperBound
    if first < sentence.upperBound, reading.form(first) == "(" {
      first = ((first..<sentence.upperBound).first { reading.form($0) == ")" } ?? first) + 1
    }
    guard first < sentence.upperBound, Self.ways.contains(reading.form(first)) else { return nil }
    var end = first + 1
    while end < sentence.upperBound, end - first < 8, reading.tokens[end].upos != .verb,
      reading.tokens[end].upos != .punctuation, reading.measure(at: end) == nil
    {
      end += 1
    }
    return "distance " + phrases.words(first..<end)
  }
}
