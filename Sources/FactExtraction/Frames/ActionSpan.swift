internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Cuts the shortest span that reads as the promised action out of a clause.
struct ActionSpan: Sendable {
  let reading: Reading

  private var tree: DependencyTree { reading.tree }
  private var tokens: [Token] { reading.tokens }
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
    return tree.trimmed(lower..<upper(of: verb), around: verb)
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
    tree.trimmed(tree.phrase(headedBy: head).lowerBound..<upper(of: head), around: head)
  }

  /// A thing with what a copula says that it is: "the quota is 40 ships a year".
  func tokens(of thing: Int, identifiedWith value: Int) -> Range<Int> {
    let lower = tree.phrase(headedBy: thing).lowerBound
    return tree.trimmed(min(lower, value)..<max(upper(of: value), thing + 1), around: thing)
  }

  /// The end of what belongs to a word: before the first thing that only goes with it, wherever that hangs.
  private func upper(of word: Int) -> Int {
    var cut = tokens.count
    findCut(below: word, &cut)
    var bound = word + 1
    extend(&bound, below: word, before: cut)
    return bound
  }

  private func findCut(below word: Int, _ cut: inout Int) {
    for child in tree.children(of: word) where child > word && child < cut {
      if endsAction(child) {
        cut = min(cut, max(word + 1, tree.subtree(of: child).lowerBound))
      } else {
        findCut(below: child, &cut)
      }
    }
  }

  private func extend(_ bound: inout Int, below word: Int, before cut: Int) {
    for child in tree.children(of: word) where child > word && child < cut && !endsAction(child) {
      if [.punct, .cc].contains(tokens[child].relation) { continue }
      bound = max(bound, child + 1)
      extend(&bound, below: child, before: cut)
    }
  }

  /// Whether a clause is a further item of a list rather than a purpose: "to build roads, to repair bridges".
  func isListed(_ clause: Int) -> Bool {
    guard reading.tokens[clause].xpos == .vb, let mark = tree.child(of: clause, [.mark]), mark > 1 else { return false }
    return isSeparator(mark - 1) && !endsAside(mark - 1, before: clause)
  }

  /// Whether a comma closes what a participle says of a noun: "by the firm, located in the port, to build ships".
  private func endsAside(_ comma: Int, before clause: Int) -> Bool {
    guard reading.tokens[comma].xpos == .comma, let head = tree.head(of: clause) else { return false }
    var aside = comma - 1
    while aside > head, reading.tokens[aside].relation != .acl {
      guard let above = tree.head(of: aside) else { return false }
      aside = above
    }
    guard aside > head, reading.tokens[aside].xpos == .vbn else { return false }
    let first = tree.subtree(of: aside).lowerBound
    return reading.tokens[first].xpos == .comma || first > 0 && reading.tokens[first - 1].xpos == .comma
  }

  private func isSeparator(_ token: Int) -> Bool {
    reading.tokens[token].xpos == .comma || reading.tokens[token].upos == .coordinatingConjunction
  }

  private func endsAction(_ child: Int) -> Bool {
    let token = reading.tokens[child]
    if Self.ends.contains(token.relation) { return true }
    switch token.relation {
    case .conj: return token.upos == .verb || token.upos == .auxiliary
    case .advcl: return token.xpos == .vb ? isListed(child) : !isComplement(child)
    case .acl: return token.xpos == .vbg && !saysHowMuch(child)
    default: return false
    }
  }

  /// "Refrain from intervening": a gerund that a preposition makes part of what its verb says.
  private func isComplement(_ gerund: Int) -> Bool {
    guard tokens[gerund].xpos == .vbg, let marker = tree.caseMarker(of: gerund) else { return false }
    return Self.complementing.contains(reading.formKey(marker))
  }

  private static let complementing: KeySet = [
    TextKey("from"), TextKey("of"), TextKey("on"), TextKey("against"), TextKey("to"), TextKey("into"), TextKey("for"),
  ]

  /// "Loans totalling $200 million": a clause that gives a sum belongs to what it is of.
  private func saysHowMuch(_ clause: Int) -> Bool {
    tree.child(of: clause, [.obj]).map(reading.isMoney(at:)) ?? false
  }
}
