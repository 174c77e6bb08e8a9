internal import Documents
internal import LanguageAnalysis

/// What is coordinated is alike: a clause that was hung on the nearest verb, or on one too far above, goes to the one that
/// has its form.
extension TreeRepair {
  private static let that = TextKey("that")
  private static let to = TextKey("to")

  func settle(conjunct verb: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[verb].relation == .conj, tokens[verb].upos == .verb, tokens[verb].head >= 0,
      Int(tokens[verb].head) < verb
    else { return }
    let head = Int(tokens[verb].head)
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

  /// "Arrests tied to a group that moved 70 people, as well as the arrest of a driver": a noun goes beside the same noun
  /// further up, not beside what stands right before it.
  func settle(repeated noun: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[noun].relation == .conj, tokens[noun].upos == .noun, tokens[noun].head >= 0,
      Int(tokens[noun].head) < noun
    else { return }
    var above = Int(tokens[noun].head)
    guard tokens[above].lemma != tokens[noun].lemma else { return }
    while tokens[above].head >= 0, Int(tokens[above].head) < noun {
      above = Int(tokens[above].head)
      if tokens[above].upos == .noun, tokens[above].lemma == tokens[noun].lemma {
        analysis.tokens[noun].head = Int32(above)
        return
      }
    }
  }

  /// The "that" or "to" of a clause.
  private func marker(of verb: Int, _ analysis: Analysis) -> TextKey? {
    children(of: verb, analysis).first { $0 < verb && analysis.tokens[$0].relation == .mark }
      .map { analysis.symbols.key(analysis.tokens[$0].form) }
  }

  /// "Said that ferries had been ordered to stay and promised 50 million": a form with an object beside a passive is no
  /// further passive, but the past of what stands beside the verb above; beside a past it is one too.
  func settle(participle verb: Int, _ analysis: inout Analysis) {
    let tokens = analysis.tokens
    guard tokens[verb].relation == .conj, tokens[verb].xpos == .vbn, tokens[verb].head >= 0,
      Int(tokens[verb].head) < verb
    else { return }
    let own = children(of: verb, analysis).map { tokens[$0].relation }
    guard own.allSatisfy({ ![.aux, .auxPass, .nsubj, .nsubjPass, .oblAgent].contains($0) }) else { return }
    let head = Int(tokens[verb].head)
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
