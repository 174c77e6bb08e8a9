internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Words what counts and shares are of.
extension MetricFinder {
  private static let climbing: RelationSet = [.nmod, .compound, .appos, .nummod, .nmodUnmarked, .amod]

  /// "Over a million who have left": which of the things that were counted before.
  func restricted(_ candidate: FigureCandidate, _ told: Metric?) -> Metric? {
    guard let told, let relative = clauses.relative(behind: candidate) else { return nil }
    return Metric(text: PhraseWording.joined(told.base, relative), base: told.base)
  }

  /// The noun that a figure counts or modifies; of times what lasts: "growth" of "30 consecutive months of growth".
  func counted(by candidate: FigureCandidate, _ clause: Int, _ told: Metric?) -> Metric? {
    guard let noun = context.noun(of: candidate), candidate.scale != .money || noun > candidate.head else { return nil }
    guard candidate.scale == .count, context.isPeriod(noun) else { return counted(noun, candidate, clause, told) }
    guard let lasting = context.whole(of: noun), reading.tokens[lasting].upos == .noun else { return nil }
    return plain(phrases.phrase(lasting, without: candidate))
  }

  /// The counted noun with what its clause says of it.
  private func counted(_ noun: Int, _ candidate: FigureCandidate, _ clause: Int, _ told: Metric?) -> Metric {
    let argument = argument(of: candidate, noun)
    let isLevel = candidate.scale == .share && isPredicate(argument, clause)
    if isLevel, let thing = context.thing(of: candidate), context.isNoun(thing) {
      let words = phrases.phrase(thing, without: candidate)
      guard context.roles(clause).contains(.part) else { return plain(words) }
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
      let head = tree.head(of: noun), context.roles(head).contains(.balance)
    else { return nil }
    return reading.form(head)
  }

  /// The token of a counted phrase that hangs on the clause: the figure of "two thirds of students", the first of
  /// coordinated phrases.
  func argument(of candidate: FigureCandidate, _ noun: Int) -> Int {
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
    let roles = context.roles(clause)
    if roles.contains(.making) { return false }
    return !roles.isDisjoint(with: [.level, .rise, .fall, .part])
  }

  /// Whether a clause tells what share of a whole its subject is: "make up a third of", "is half of", "rose to 3 percent of".
  func tellsShare(_ clause: Int) -> Bool {
    if context.roles(clause).contains(.part) || tree.child(of: clause, [.cop]) != nil { return true }
    let isMeasure = !context.roles(clause).isDisjoint(with: [.rise, .fall, .level])
    return isMeasure && tree.child(of: clause, [.obj]) == nil
  }

  func isChangeNoun(_ noun: Int) -> Bool {
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
  func referring(_ candidate: FigureCandidate, _ told: Metric?) -> Metric? {
    guard let told, context.refersBack(candidate) else { return nil }
    let relation = reading.tokens[candidate.head].relation
    guard candidate.scale == .count, [.nsubj, .nsubjPass, .obj].contains(relation) else { return told }
    let text = clauses.description(of: candidate.head, base: told.base, isPerson: true, without: candidate)
    return Metric(text: text, base: told.base)
  }
}
