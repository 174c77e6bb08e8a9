internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// What a figure counts where the tree names another word than the counted one.
extension FigureContext {
  private static let periodic = KeySet(words: "per every each next last this")

  /// Whether a noun that a figure hangs on is not what it counts: "40 times faster", whose clause tells what was
  /// multiplied, "550 per month", and "30 percent of those 70,000", which were counted before.
  func isNotCounted(_ noun: Int, by candidate: FigureCandidate) -> Bool {
    if candidate.scale == .share { return reading.lemma(noun) == "time" }
    guard candidate.scale == .count else { return false }
    if isPeriod(noun), noun > 0, Self.periodic.contains(reading.formKey(noun - 1)) { return true }
    return reading.tokens[candidate.head].relation == .nmod && reading.measure(at: noun) != nil
  }

  /// "Wounded" of "28,000 wounded": a word right behind a number that stands for the people whom it describes.
  func people(behind candidate: FigureCandidate) -> Int? {
    let next = candidate.tokens.upperBound
    guard candidate.scale == .count, next < reading.tokens.count, isPeople(next),
      reading.sentence(of: next) == reading.sentence(of: candidate.head),
      tree.child(of: next, [.aux, .auxPass, .obj, .cop]) == nil,
      // "The 40 missing boats".
      ![.amod, .compound].contains(reading.tokens[next].relation)
    else { return nil }
    return next
  }

  /// The singular of a capitalised plural whose common noun names something other than people: "state" of "47 States".
  func singularThing(_ token: Int) -> String? {
    let form = reading.form(token)
    guard form.hasSuffix("s") else { return nil }
    let singular = String(form.dropLast())
    let members = classes[TextKey(singular)]
    return members.isEmpty || members.meets(classes["person"] ?? .none) ? nil : singular
  }

  private static let pronouns = KeySet(words: "them whom which these those")

  /// Whether a figure is a part of things named before: "21 of them".
  func isPartOfOthers(_ candidate: FigureCandidate) -> Bool {
    let behind = candidate.tokens.upperBound
    guard [.count, .share].contains(candidate.scale), behind + 1 < reading.tokens.count else { return false }
    return reading.form(behind) == "of" && reading.tokens[behind + 1].upos == .pronoun
      && Self.pronouns.contains(reading.formKey(behind + 1))
  }

  /// "Jobs" of "three out of every four new jobs".
  func sharedOut(_ candidate: FigureCandidate) -> Int? {
    let last = candidate.tokens.upperBound - 1
    guard candidate.scale == .share, last > candidate.head, reading.tokens[last].relation == .nummod,
      let noun = tree.head(of: last), noun > last, isNoun(noun)
    else { return nil }
    return noun
  }

  /// "Material" of "400 percent more fissile material".
  func exceeding(_ candidate: FigureCandidate) -> Int? {
    guard candidate.scale == .share, let more = tree.head(of: candidate.head), reading.tokens[more].xpos == .jjr,
      more == candidate.tokens.upperBound
    else { return nil }
    var noun = more
    while reading.tokens[noun].relation == .amod, let head = tree.head(of: noun), head > noun { noun = head }
    return noun > more && isNoun(noun) ? noun : nil
  }

  /// The children of "the veterans' children, about 20,000 of whom wait".
  func antecedent(of noun: Int) -> Int {
    guard ["whom", "which"].contains(reading.form(noun)) else { return noun }
    var clause = clause(of: noun)
    for _ in 0..<3 where reading.tokens[clause].relation != .relativeClause {
      guard let head = tree.head(of: clause) else { return noun }
      clause = self.clause(of: head)
    }
    guard reading.tokens[clause].relation == .relativeClause, let head = tree.head(of: clause), isNoun(head) else {
      return noun
    }
    return head
  }

  /// What is counted where the number was hung on a noun that only describes it: "companies" of "20 area companies".
  func counted(behind noun: Int) -> Int? {
    var current = noun
    while reading.tokens[current].relation == .compound, reading.tokens[current].xpos == .nn,
      let head = tree.head(of: current), head > current, isNoun(head)
    {
      current = head
    }
    return current != noun && [.nns, .nnps].contains(reading.tokens[current].xpos) ? current : nil
  }

  /// Whether a word names the height of something that its clause tells: "exports hit a high of $3 billion".
  func isMark(_ token: Int) -> Bool { roles(token).contains(.mark) }

  /// Whether a word stands for the people whom it describes: "3,800 dead and 28,000 wounded".
  func isPeople(_ token: Int) -> Bool { !isNoun(token) && words[reading.formKey(token)].contains(.people) }
}
