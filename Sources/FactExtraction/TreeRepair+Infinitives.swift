internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// "Is due to publish": the adjective is what its clause says, and the infinitive its complement, as with "is set to".
/// "Prepares a campaign, to be launched in May": the infinitive describes what stands before the comma.
extension TreeRepair {
  private static let due = TextKey("due")
  private static let to = TextKey("to")
  /// How many words may stand between "due" and the infinitive: "to", "be", an adverb.
  private static let longestGap = 4

  /// Puts the tree of such a clause right where the adjective hangs on the infinitive, or that as an adjunct on it.
  func settle(due token: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[token].upos == .adjective, token + 2 < tokens.count,
      analysis.symbols.key(tokens[token].lemma) == Self.due, analysis.symbols.key(tokens[token + 1].lemma) == Self.to,
      let verb = (token + 2..<min(tokens.count, token + 2 + Self.longestGap)).first(where: { tokens[$0].upos == .verb })
    else { return }
    if Int(tokens[verb].head) == token {
      analysis.tokens[verb].relation = .xcomp
      return
    }
    guard Int(tokens[token].head) == verb else { return }
    analysis.tokens[token].head = tokens[verb].head
    analysis.tokens[token].relation = tokens[verb].relation
    for child in children(of: verb, analysis) where child < token {
      analysis.tokens[child].head = Int32(token)
      switch tokens[child].relation {
      case .nsubjPass, .nsubjOuter: analysis.tokens[child].relation = .nsubj
      case .auxPass, .aux:
        if child == token - 1 { analysis.tokens[child].relation = .cop }
      default: break
      }
    }
    analysis.tokens[verb].head = Int32(token)
    analysis.tokens[verb].relation = .xcomp
  }

  /// "Vowed never to negotiate": a negation right before the "to" of a complement denies that, not the vow.
  func settle(negation token: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[token].relation == .advmod, token + 1 < tokens.count,
      analysis.symbols.key(tokens[token + 1].form) == Self.to, tokens[token + 1].relation == .mark,
      VerbGroup.negations.contains(analysis.symbols.key(tokens[token].form))
    else { return }
    let verb = Int(tokens[token].head)
    let complement = Int(tokens[token + 1].head)
    guard verb >= 0, verb < token, complement > token, Int(tokens[complement].head) == verb,
      tokens[complement].relation == .xcomp
    else { return }
    analysis.tokens[token].head = Int32(complement)
  }

  /// "Resigned days after the vote": how long before or after something a deed was done is no object of it.
  func settle(timeBefore token: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[token].relation == .obj, tokens[token].xpos == .nns, token + 1 < tokens.count,
      Self.times.contains(analysis.symbols.key(tokens[token].form)),
      Self.sides.contains(analysis.symbols.key(tokens[token + 1].form))
    else { return }
    analysis.tokens[token].relation = .oblUnmarked
  }

  private static let times = KeySet(words: "seconds minutes hours days weeks months years decades moments")
  private static let sides = KeySet(words: "after before later earlier ago")

  /// "Threatened to sue", "vowed to strike hospitals": behind such a verb and "to" stands a verb, though it was taken for a
  /// noun or for a part of the one behind it.
  func settle(infinitiveBehind to: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    let verb = to + 1
    guard tokens[to].relation == .case, analysis.symbols.key(tokens[to].form) == Self.to, verb < tokens.count,
      Self.nominal.contains(tokens[verb].upos), verbs.contains(analysis.symbols.key(tokens[verb].form))
    else { return }
    let noun = Int(tokens[to].head)
    guard noun == verb || Int(tokens[verb].head) == noun && [.compound, .amod].contains(tokens[verb].relation),
      tokens[noun].relation == .obl, tokens[noun].head >= 0, Int(tokens[noun].head) < to,
      classes[analysis.symbols.key(tokens[Int(tokens[noun].head)].lemma)].meets(willing)
    else { return }
    let governor = tokens[noun].head
    if noun == verb {
      // "To ground seven of them": what was taken for a part of its name.
      for child in children(of: noun, analysis) where child == noun + 1 { analysis.tokens[child].relation = .obj }
    } else {
      analysis.tokens[noun].head = Int32(verb)
      analysis.tokens[noun].relation = .obj
    }
    analysis.tokens[verb].head = governor
    analysis.tokens[verb].relation = .xcomp
    analysis.tokens[verb].upos = .verb
    analysis.tokens[verb].xpos = .vb
    analysis.tokens[verb].lemma = analysis.tokens[verb].form
    analysis.tokens[to].head = Int32(verb)
    analysis.tokens[to].relation = .mark
    analysis.tokens[to].upos = .particle
    analysis.tokens[to].xpos = .to
  }

  /// Hangs a passive infinitive behind a comma on the object before it, where it was taken for an adjunct of the verb.
  func settle(toBeDone verb: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[verb].xpos == .vbn, tokens[verb].relation == .advcl, verb > 3,
      let mark = children(of: verb, analysis).first(where: { tokens[$0].relation == .mark }),
      analysis.symbols.key(tokens[mark].lemma) == Self.to, tokens[mark - 1].upos == .punctuation,
      children(of: verb, analysis).contains(where: { tokens[$0].relation == .auxPass }),
      let noun = children(of: Int(tokens[verb].head), analysis).last(where: {
        $0 < mark && [.obj, .nsubjPass].contains(tokens[$0].relation) && Self.nominal.contains(tokens[$0].upos)
      })
    else { return }
    analysis.tokens[verb].head = Int32(noun)
    analysis.tokens[verb].relation = .acl
  }

  /// "Are sharing tools and training guards": the second gerund has persons for its object, and describes none.
  func settle(coordinated gerund: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard gerund > 1, tokens[gerund - 1].upos == .coordinatingConjunction,
      [.compound, .amod].contains(tokens[gerund].relation), analysis.symbols[tokens[gerund].form].hasSuffix("ing")
    else { return }
    var persons = gerund
    while [.compound, .amod].contains(tokens[persons].relation), tokens[persons].head > persons {
      persons = Int(tokens[persons].head)
    }
    guard persons > gerund, [.conj, .obj].contains(tokens[persons].relation), tokens[persons].xpos == .nns,
      classes[analysis.symbols.key(tokens[persons].lemma)].meets(person)
    else { return }
    // They were coordinated with the first object, or are a second one of the verb.
    let above = Int(tokens[persons].head)
    let verb = tokens[persons].relation == .conj ? Int(tokens[above].head) : above
    guard verb >= 0, tokens[verb].xpos == .vbg,
      let object = children(of: verb, analysis).first(where: { tokens[$0].relation == .obj }), object < gerund
    else { return }
    analysis.tokens[gerund].head = Int32(verb)
    analysis.tokens[gerund].relation = .conj
    analysis.tokens[gerund].upos = .verb
    analysis.tokens[gerund].xpos = .vbg
    analysis.tokens[gerund - 1].head = Int32(gerund)
    analysis.tokens[persons].head = Int32(gerund)
    analysis.tokens[persons].relation = .obj
  }

  /// "Promised the crowd that the country would keep the province": a "that" with another object beside it is none itself,
  /// and its clause is what was promised.
  func settle(content verb: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[verb].relation == .relativeClause, tokens[verb].head >= 0 else { return }
    let noun = Int(tokens[verb].head)
    let children = children(of: verb, analysis)
    guard tokens[noun].relation == .obj, tokens[noun].head >= 0, Int(tokens[noun].head) < noun,
      let mark = children.first(where: { tokens[$0].relation == .obj && $0 < verb }),
      analysis.symbols.key(tokens[mark].form) == Self.that,
      children.contains(where: { tokens[$0].relation == .obj && $0 > verb }),
      children.contains(where: { [.nsubj, .nsubjPass].contains(tokens[$0].relation) })
    else { return }
    analysis.tokens[mark].relation = .mark
    analysis.tokens[verb].head = tokens[noun].head
    analysis.tokens[verb].relation = .ccomp
  }

  private static let that = TextKey("that")
}
