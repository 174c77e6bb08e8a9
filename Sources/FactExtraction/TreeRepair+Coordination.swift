internal import Documents
internal import LanguageAnalysis

/// What is coordinated is alike: a clause that was hung on the nearest verb, or on one too far above, goes to the one that
/// has its form.
extension TreeRepair {
  private static let that = TextKey("that")
  private static let to = TextKey("to")

  func settle(conjunct verb: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[verb].upos == .verb, let head = first(ofConjunct: verb, analysis) else { return }
    if marker(of: verb, analysis) == Self.that {
      // "Said that ships would sail and that ports would open": beside the first "that", not beside "said".
      guard marker(of: head, analysis) != Self.that else { return }
      let clause = children(of: head, analysis).last {
        $0 < verb && tokens[$0].relation == .ccomp && marker(of: $0, analysis) == Self.that
      }
      if let clause { analysis.tokens[verb].head = Int32(clause) }
    } else if tokens[verb].xpos == .vb, marker(of: verb, analysis) == Self.to {
      // "To cut taxes after winning and to build roads": an infinitive beside an infinitive.
      guard tokens[head].xpos != .vb else { return }
      let first = analysis.sentence(of: verb).lowerBound
      let other = (first..<head).last {
        tokens[$0].xpos == .vb && marker(of: $0, analysis) == Self.to && isBelow($0...$0, head, analysis)
      }
      if let other { analysis.tokens[verb].head = Int32(other) }
    }
  }

  /// "Raids on a farm that grew 70 plants, and a raid on its owner": a noun goes beside the same noun
  /// further up, not beside what stands right before it.
  func settle(repeated noun: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[noun].upos == .noun, var above = first(ofConjunct: noun, analysis),
      tokens[above].lemma != tokens[noun].lemma
    else { return }
    while tokens[above].head >= 0, Int(tokens[above].head) < noun {
      above = Int(tokens[above].head)
      if tokens[above].upos == .noun, tokens[above].lemma == tokens[noun].lemma {
        analysis.tokens[noun].head = Int32(above)
        return
      }
    }
  }

  /// What a coordinated word stands beside, where that comes first.
  private func first(ofConjunct token: Int, _ analysis: Analysis) -> Int? {
    let head = Int(analysis.tokens[token].head)
    return analysis.tokens[token].relation == .conj && head >= 0 && head < token ? head : nil
  }

  /// The "that" or "to" of a clause.
  private func marker(of verb: Int, _ analysis: Analysis) -> TextKey? {
    children(of: verb, analysis).first { $0 < verb && analysis.tokens[$0].relation == .mark }
      .map { analysis.symbols.key(analysis.tokens[$0].form) }
  }

  /// "Said that boats had been told to leave and promised 50 million": a form with an object beside a passive is no
  /// further passive, but the past of what stands beside the verb above; beside a past it is one too.
  func settle(participle verb: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[verb].xpos == .vbn, let head = first(ofConjunct: verb, analysis) else { return }
    let own = children(of: verb, analysis).map { tokens[$0].relation }
    guard own.allSatisfy({ ![.aux, .auxPass, .nsubj, .nsubjPass, .oblAgent].contains($0) }) else { return }
    if tokens[head].xpos == .vbd {
      analysis.tokens[verb].xpos = .vbd
      return
    }
    guard own.contains(.obj), tokens[head].xpos == .vbn, tokens[head].relation == .ccomp, tokens[head].head >= 0,
      children(of: head, analysis).contains(where: { tokens[$0].relation == .auxPass })
    else { return }
    let above = Int(tokens[head].head)
    guard tokens[above].xpos == .vbd, above < head else { return }
    analysis.tokens[verb].head = Int32(above)
    analysis.tokens[verb].xpos = .vbd
  }
}
