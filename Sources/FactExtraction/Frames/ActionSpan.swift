internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Cuts the shortest span that reads as the promised action out of a clause.
struct ActionSpan: Sendable {
  let reading: Reading

  private var tree: DependencyTree { reading.tree }
  private static let ends: RelationSet = [
    .relativeClause, .appos, .parataxis, .relativeAdverbialClause, .discourse, .vocative, .list,
  ]

  /// From the verb to its last complement, purpose included; a passive without an agent begins with its subject.
  func tokens(of act: Predicate) -> Range<Int> {
    let verb = act.token
    var lower = verb
    let isVerbal = reading.tokens[verb].upos == .verb
    if act.group?.isPassive == true || !isVerbal, act.trigger != .noun, let subject = act.object ?? act.subject,
      subject < verb, reading.sentence(of: subject) == reading.sentence(of: verb)
    {
      lower = tree.phrase(headedBy: subject).lowerBound
    }
    if !isVerbal { lower = min(lower, tree.phrase(headedBy: verb).lowerBound) }
    if let negation = negation(of: verb) { lower = min(lower, negation) }
    return tree.trimmed(lower..<upper(of: verb).bound, around: verb)
  }

  /// The "not" of a verb, or the auxiliary that it is contracted with.
  func negation(of verb: Int) -> Int? {
    guard
      let negation = tree.children(of: verb, [.advmod]).first(where: {
        $0 < verb && VerbGroup.isNegation($0, in: reading)
      }).map({ tree.subtree(of: $0).lowerBound })
    else { return nil }
    let isContracted =
      negation > 0 && reading.tokens[negation - 1].range.upperBound == reading.tokens[negation].range.lowerBound
    return isContracted ? negation - 1 : negation
  }

  /// The phrase of a thing that is promised.
  func tokens(ofThing head: Int) -> Range<Int> {
    tree.trimmed(tree.phrase(headedBy: head).lowerBound..<upper(of: head).bound, around: head)
  }

  /// A thing with what a copula says that it is: "the quota is 40 ships a year".
  func tokens(of thing: Int, identifiedWith value: Int) -> Range<Int> {
    let lower = tree.phrase(headedBy: thing).lowerBound
    return tree.trimmed(min(lower, value)..<max(upper(of: value).bound, thing + 1), around: thing)
  }

  /// The end of what belongs to a word, and whether something behind it had to be left out.
  private func upper(of word: Int) -> (bound: Int, isCut: Bool) {
    var bound = word + 1
    for child in tree.children(of: word) where child > word {
      if endsAction(child) { return (bound, true) }
      if reading.tokens[child].relation == .punct || reading.tokens[child].relation == .cc { continue }
      let inner = upper(of: child)
      bound = max(bound, inner.bound)
      if inner.isCut { return (bound, true) }
    }
    return (bound, false)
  }

  /// Whether a clause is a further item of a list rather than a purpose: "to build roads, to repair bridges".
  func isListed(_ clause: Int) -> Bool {
    reading.tokens[clause].xpos == .vb && tree.child(of: clause, [.mark]).map { $0 > 0 && isSeparator($0 - 1) } ?? false
  }

  private func isSeparator(_ token: Int) -> Bool {
    reading.tokens[token].xpos == .comma || reading.tokens[token].upos == .coordinatingConjunction
  }

  private func endsAction(_ child: Int) -> Bool {
    let token = reading.tokens[child]
    if Self.ends.contains(token.relation) { return true }
    switch token.relation {
    case .conj: return token.upos == .verb || token.upos == .auxiliary
    case .advcl: return token.xpos != .vb || isListed(child)
    case .acl: return token.xpos == .vbg && !saysHowMuch(child)
    default: return false
    }
  }

  /// "Loans totalling $200 million": a clause that gives a sum belongs to what it is of.
  private func saysHowMuch(_ clause: Int) -> Bool {
    tree.child(of: clause, [.obj]).flatMap { reading.measure(at: $0) }.map { reading.isMoney(measure: $0) } ?? false
  }
}
