internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Words what sums of money are.
extension MetricFinder {
  /// What money consists of: "loans" of "$40 million in soft loans", "savings" of "$4 billion worth of savings".
  func substance(of candidate: FigureCandidate) -> Metric? {
    let behind = candidate.tokens.upperBound
    guard candidate.scale == .money, behind + 1 < reading.tokens.count else { return nil }
    let isWorth = reading.form(behind) == "worth" && reading.form(behind + 1) == "of"
    guard isWorth || reading.form(behind) == "in",
      let noun = tree.head(of: isWorth ? behind + 1 : behind), noun > behind, reading.tokens[noun].upos == .noun,
      reading.measure(at: noun) == nil, !reading.isTime(noun), actors.mention(at: noun) == nil,
      isWorth || tree.child(of: noun, [.det, .nmodPoss]) == nil
    else { return nil }
    let base = phrases.phrase(noun, without: candidate)
    let text = clauses.description(of: candidate.head, base: base, isPerson: false, without: candidate)
    return Metric(text: text, base: base)
  }

  /// The noun that a sum says the size of: "a deficit of €3 million", "a fund of £5m".
  func described(by candidate: FigureCandidate) -> Metric? {
    guard candidate.scale == .money, reading.tokens[candidate.head].relation == .nmod,
      let head = tree.head(of: candidate.head), [.noun, .properNoun].contains(reading.tokens[head].upos),
      reading.measure(at: head) == nil, reading.lemma(head) != "value", !context.isMark(head)
    else { return nil }
    return plain(phrases.phrase(head, without: candidate))
  }

  /// Money that is paid, lost or worth something.
  func money(_ candidate: FigureCandidate, _ clause: Int) -> Metric? {
    guard candidate.scale == .money, let head = tree.head(of: candidate.head) else { return nil }
    let relation = reading.tokens[candidate.head].relation
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
}
