internal import Documents
internal import LanguageAnalysis

/// "In a letter to ministers, Lund offered his help": who stands right before a finite verb without a subject is that, and
/// no other name of what the phrase in front of it ends with.
extension TreeRepair {
  private static let finite: Set<XPOS> = [.vbd, .vbz, .vbp]
  private static let subjects: RelationSet = [.nsubj, .nsubjPass, .csubj, .csubjPass, .expl, .nsubjOuter]
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
}
