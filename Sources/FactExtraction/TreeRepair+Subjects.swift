internal import Documents
internal import LanguageAnalysis

/// "In a letter to ministers, Lund offered his help": who stands right before a finite verb without a subject is that, and
/// no other name of what the phrase in front of it ends with.
extension TreeRepair {
  static let finite: Set<XPOS> = [.vbd, .vbz, .vbp]
  static let subjects: RelationSet = [.nsubj, .nsubjPass, .csubj, .csubjPass, .expl, .nsubjOuter]
  private static let auxiliaries: RelationSet = [.aux, .auxPass, .advmod]

  func settle(subjectOf verb: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard [.root, .ccomp, .parataxis].contains(tokens[verb].relation), tokens[verb].upos == .verb else { return }
    let children = children(of: verb, analysis)
    guard !children.contains(where: { Self.subjects.contains(tokens[$0].relation) }) else { return }
    // From the first auxiliary on, with adverbs.
    var start = verb
    while start > 0, Int(tokens[start - 1].head) == verb, Self.auxiliaries.contains(tokens[start - 1].relation) {
      start -= 1
    }
    let isFinite =
      Self.finite.contains(tokens[verb].xpos)
      || (start..<verb).contains { Self.finite.contains(tokens[$0].xpos) || tokens[$0].xpos == .md }
    guard isFinite, start > 0 else { return }
    // The apposition that ends right before it, in a phrase that is fronted.
    var name = start - 1
    while name >= 0, Int(tokens[name].head) >= 0, Int(tokens[name].head) < verb, tokens[name].relation != .appos {
      name = Int(tokens[name].head)
    }
    guard name >= 0, tokens[name].relation == .appos, Self.nominal.contains(tokens[name].upos),
      end(of: name, analysis) == start, hangs(name, below: verb, analysis)
    else { return }
    analysis.tokens[name].head = Int32(verb)
    analysis.tokens[name].relation =
      children.contains { tokens[$0].relation == .auxPass } ? .nsubjPass : .nsubj
  }

  /// "Exports are down 12 percent": a word that has the subject is the predicate, and the figure says how much.
  func settle(upOrDown token: Int, _ analysis: inout Analysis) {
    let word = analysis.tokens[token]
    guard [.case, .advmod].contains(word.relation), Int(word.head) > token,
      ["up", "down"].contains(analysis.symbols[word.form]),
      children(of: token, analysis).contains(where: { $0 < token && analysis.tokens[$0].relation == .nsubj })
    else { return }
    let figure = Int(word.head)
    lift(token, from: figure, &analysis, as: .oblUnmarked)
    for child in children(of: figure, analysis) where [.nmod, .obl].contains(analysis.tokens[child].relation) {
      analysis.tokens[child].head = Int32(token)
      analysis.tokens[child].relation = .obl
    }
  }

  /// Where what hangs on a token ends.
  private func end(of token: Int, _ analysis: Analysis) -> Int {
    (analysis.sentence(of: token).last { isBelow(token...token, $0, analysis) } ?? token) + 1
  }

  /// Whether the way up from a token leads to a verb behind it by a phrase that is no part of its argument.
  private func hangs(_ token: Int, below verb: Int, _ analysis: Analysis) -> Bool {
    var above = Int(analysis.tokens[token].head)
    while above >= 0 {
      let next = Int(analysis.tokens[above].head)
      if next == verb { return [.obl, .advcl, .oblUnmarked].contains(analysis.tokens[above].relation) }
      above = next
    }
    return false
  }

  /// "Collared a fugitive wanted over a heist": a participle right behind what a verb without an object acts upon describes
  /// that, and is no clause of its own.
  func settle(reduced verb: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[verb].relation == .parataxis, [.vbd, .vbn].contains(tokens[verb].xpos), tokens[verb].head >= 0,
      Int(tokens[verb].head) < verb
    else { return }
    let governor = Int(tokens[verb].head)
    let own = children(of: verb, analysis)
    guard tokens[governor].upos == .verb, own.allSatisfy({ ![.aux, .auxPass, .obj].contains(tokens[$0].relation) }),
      let noun = own.first(where: { tokens[$0].relation == .nsubj }), noun == verb - 1,
      start(of: noun, analysis) == governor + 1,
      !children(of: governor, analysis).contains(where: { [.obj, .ccomp, .auxPass].contains(tokens[$0].relation) })
    else { return }
    analysis.tokens[noun].head = Int32(governor)
    analysis.tokens[noun].relation = .obj
    analysis.tokens[noun].upos = tokens[noun].upos == .adjective ? .noun : tokens[noun].upos
    analysis.tokens[verb].head = Int32(noun)
    analysis.tokens[verb].relation = .acl
    analysis.tokens[verb].xpos = .vbn
  }

  /// Where what hangs on a token begins.
  private func start(of token: Int, _ analysis: Analysis) -> Int {
    analysis.sentence(of: token).first { isBelow(token...token, $0, analysis) } ?? token
  }
}
