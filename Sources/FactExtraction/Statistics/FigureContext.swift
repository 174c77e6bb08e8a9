internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// The words around a figure: the noun that it counts, the verb that governs it, the subject of its clause.
struct FigureContext {
  let reading: Reading
  let words: FigureWords
  let frames: FrameLexicon
  let tables: FigureTables
  /// The classes of what figures count and of who acts on it, by name.
  let groups: [(name: String, members: WordClasses.Members)]

  init(reading: Reading, words: FigureWords, frames: FrameLexicon) {
    self.reading = reading
    self.words = words
    self.frames = frames
    tables = FigureTables(reading)
    groups = Self.groupNames.compactMap { name in frames.classes[name].map { (name, $0) } }
  }

  private static let groupNames = [
    "legislator", "law", "person", "authority", "organization", "money", "aid", "asset", "abstract",
  ]
  private static let subjects: RelationSet = [.nsubj, .nsubjPass, .nsubjOuter, .csubj]
  private static let clauses: RelationSet = [
    .root, .ccomp, .advcl, .relativeClause, .parataxis, .conj, .acl, .xcomp, .csubj,
  ]

  var tree: DependencyTree { reading.tree }
  var classes: WordClasses { frames.classes }

  /// What a word does to a figure, by its lemma or its form.
  func roles(_ token: Int) -> FigureWords.Roles {
    words[reading.lemmaKey(token)].union(words[reading.formKey(token)])
  }

  /// The noun that the figure counts or modifies: "boats" of "600 boats", "the boats" of "three of the boats".
  func noun(of candidate: FigureCandidate) -> Int? {
    let head = candidate.head
    let relation = reading.tokens[head].relation
    if let people = people(behind: candidate) { return people }
    if let noun = whole(of: head) ?? sharedOut(candidate) ?? exceeding(candidate) { return antecedent(of: noun) }
    guard [.nummod, .amod, .compound, .nmodUnmarked, .nmod, .detPredet].contains(relation),
      let noun = tree.head(of: head), isNoun(noun),
      relation == .nummod || !reading.isTime(noun) && !isPeriod(noun)
    else { return nil }
    if isNotCounted(noun, by: candidate) { return nil }
    if candidate.scale == .count, let counted = counted(behind: noun) { return counted }
    return whole(of: noun).flatMap { roles(noun).contains(.total) && $0 != head ? $0 : nil } ?? noun
  }

  /// Whether a figure without a noun of its own takes up what the figure before it counts: "more than 250 said",
  /// "compared with 52", "the figure was 38".
  func refersBack(_ candidate: FigureCandidate) -> Bool {
    let head = candidate.head
    if isEndOfChange(candidate) { return false }
    if isCompared(candidate) || follows(candidate, "compared") || isResult(candidate), hasFigure(before: candidate) {
      return true
    }
    if candidate.scale == .count, reading.tokens[head].relation == .obj { return true }
    if let marker = tree.caseMarker(of: head), Self.comparing.contains(reading.formKey(marker)),
      [.obl, .nmod, .advcl].contains(reading.tokens[head].relation), !isNoun(head) || reading.measure(at: head) != nil,
      hasFigure(before: candidate)
    {
      return true
    }
    if candidate.scale == .count, [.nsubj, .nsubjPass, .nsubjOuter].contains(reading.tokens[head].relation) {
      return true
    }
    guard let thing = thing(of: candidate) else { return candidate.scale == .count }
    if ["it", "that", "this", "they", "which"].contains(reading.form(thing)) {
      return reading.tokens[thing].upos != .noun
    }
    return isBareTotal(thing)
  }

  /// "The number", of what was counted before.
  private func isBareTotal(_ thing: Int) -> Bool {
    roles(thing).contains(.total) && whole(of: thing) == nil
      && tree.child(of: thing, [.compound, .amod, .acl, .relativeClause, .nmodPoss]) == nil
  }

  private static let comparing: KeySet = [TextKey("with"), TextKey("than"), TextKey("against"), TextKey("from")]

  /// Whether a comparison with "than" follows: "12% more than last spring", "five billion euros more than planned".
  private func isCompared(_ candidate: FigureCandidate) -> Bool {
    let behind = candidate.tokens.upperBound
    guard candidate.scale != .count, behind + 1 < reading.tokens.count else { return false }
    return [.jjr, .rbr].contains(reading.tokens[behind].xpos) && reading.form(behind + 1) == "than"
  }

  /// Whether a word stands among the three tokens before the figure.
  private func follows(_ candidate: FigureCandidate, _ word: String) -> Bool {
    let first = candidate.tokens.lowerBound
    return (max(0, first - 3)..<first).contains { reading.form($0) == word }
  }

  /// Whether the figure ends a change that begins with a figure: "from 30% to 12%".
  private func isResult(_ candidate: FigureCandidate) -> Bool {
    let first = candidate.tokens.lowerBound
    return first > 1 && reading.form(first - 1) == "to" && reading.measure(at: first - 2) != nil
  }

  /// Whether a verb of rising or falling with a subject of its own has the figure as where it began or ended: "the rate fell
  /// from 5.5 percent to 4.5 percent".
  private func isEndOfChange(_ candidate: FigureCandidate) -> Bool {
    let clause = clause(of: candidate.head)
    guard reading.tokens[clause].upos == .verb, !roles(clause).isDisjoint(with: [.rise, .fall]),
      let marker = tree.caseMarker(of: candidate.head), Self.ends.contains(reading.formKey(marker)),
      let thing = thing(of: candidate), thing < clause, tree.head(of: thing) == clause
    else { return false }
    return [.noun, .properNoun].contains(reading.tokens[thing].upos) && !isBareTotal(thing)
  }

  private static let ends: KeySet = [TextKey("from"), TextKey("to")]

  private func hasFigure(before candidate: FigureCandidate) -> Bool {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    return (sentence.lowerBound..<candidate.tokens.lowerBound).contains { token in
      guard let measure = reading.measure(at: token) else { return false }
      if case .date = reading.measures[measure].value { return false }
      return true
    }
  }

  /// The noun behind `of`: "cocaine" of "30 kilograms of cocaine".
  func whole(of token: Int) -> Int? {
    let whole = tree.children(of: token, [.nmod]).first { child in
      guard child > token, let marker = tree.caseMarker(of: child) else { return false }
      return reading.form(marker) == "of"
    }
    guard let whole, reading.tokens[whole].upos == .verb else { return whole }
    // A participle that took the place of the noun that it describes: "of the cobalt mined there".
    return tree.child(of: whole, [.compound, .nsubj]) ?? whole
  }

  /// What a figure that names no noun is a figure of: the object of its verb ("set the toll at 31"), or the subject.
  func thing(of candidate: FigureCandidate) -> Int? {
    let clause = clause(of: candidate.head)
    if reading.tokens[candidate.head].relation == .obl, let object = tree.child(of: clause, [.obj]), isNoun(object),
      !isMark(object)
    {
      return object
    }
    guard let subject = subject(of: clause), subject != candidate.head,
      !tree.dominates(subject, candidate.head) || clause != candidate.head && tree.dominates(subject, clause)
    else { return nil }
    return subject
  }

  /// Whether a token names a body that acts rather than a thing that is counted.
  func isOrganisation(_ token: Int) -> Bool {
    guard [.noun, .properNoun].contains(reading.tokens[token].upos) else { return false }
    let members = classes[reading.lemmaKey(token)]
    return ["organization", "authority"].contains { classes[$0].map { members.meets($0) } ?? false }
      || reading.tokens[token].upos == .properNoun
  }

  /// What a figure is a figure of where its clause tells: of "the agency estimates cost increases of 5 percent" the object.
  func measured(by candidate: FigureCandidate, _ clause: Int) -> Int? {
    guard isReckoning(clause), let object = tree.child(of: clause, [.obj]), isNoun(object), !isMark(object),
      reading.measure(at: object) == nil
    else { return thing(of: candidate) }
    return object
  }

  /// Whether a clause tells what somebody reckons something at, so that its subject is not what is measured: "the agency put
  /// the toll at 31".
  func isReckoning(_ clause: Int) -> Bool {
    roles(clause).contains(.claim) && tree.child(of: clause, [.obj]) != nil
  }

  /// Whether a word takes the place of a noun named before: "them", "others".
  func standsForOther(_ token: Int) -> Bool {
    reading.tokens[token].upos == .pronoun || ["other", "more"].contains(reading.lemma(token))
  }

  func isPeriod(_ token: Int) -> Bool {
    ["year", "month", "week", "day", "quarter", "hour", "decade", "time", "minute", "second"].contains(
      reading.lemma(token))
  }

  func isNoun(_ token: Int) -> Bool { [.noun, .properNoun, .pronoun].contains(reading.tokens[token].upos) }

  /// The word that heads the clause of a token: its verb, or the noun or adjective that is its predicate.
  func clause(of token: Int) -> Int {
    var current = token
    for _ in 0..<30 {
      if isClauseHead(current) { return current }
      guard let head = tree.head(of: current) else { return current }
      current = head
    }
    return current
  }

  private func isClauseHead(_ token: Int) -> Bool {
    let relation = reading.tokens[token].relation
    if relation == .root { return true }
    guard Self.clauses.contains(relation) else { return false }
    return reading.tokens[token].upos == .verb || tree.child(of: token, [.cop]) != nil
  }

  /// The subject of a clause, or of the clause that it is coordinated with or hangs on.
  func subject(of clause: Int) -> Int? {
    var current = clause
    for _ in 0..<4 {
      if let subject = tree.child(of: current, Self.subjects) { return antecedent(of: subject, in: current) }
      let relation = reading.tokens[current].relation
      guard let head = tree.head(of: current) else { return nil }
      if relation == .acl || relation == .relativeClause { return head }
      guard [.conj, .xcomp, .advcl, .parataxis].contains(relation) else { return nil }
      current = head
    }
    return nil
  }

  /// The noun that a relative pronoun stands for.
  private func antecedent(of subject: Int, in clause: Int) -> Int {
    guard ["who", "which", "that"].contains(reading.form(subject)),
      reading.tokens[clause].relation == .relativeClause, let head = tree.head(of: clause)
    else { return subject }
    return head
  }

  /// What kind of thing a word names: a class, who is named or referred to, a figure, a time, a clause.
  func group(_ token: Int, _ actors: ResolvedActors) -> String {
    if let mention = actors.mention(at: token) { return mention.isName ? "named" : "reference" }
    if reading.tokens[token].upos == .pronoun { return reading.isFirstPerson(token) ? "first-person" : "pronoun" }
    if reading.measure(at: token) != nil { return "figure" }
    let members = classes[reading.lemmaKey(token)]
    if let group = groups.first(where: { members.meets($0.members) }) { return group.name }
    if isPeriod(token) { return "time" }
    return reading.tokens[token].upos == .verb ? "clause" : "thing"
  }

  /// Whether a token names people.
  func isPerson(_ token: Int) -> Bool {
    guard let person = classes["person"] else { return false }
    return classes[reading.lemmaKey(token)].meets(person)
  }
}
