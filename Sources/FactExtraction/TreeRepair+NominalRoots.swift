internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Sentences whose subject was taken for the whole: "Park, who put off a visit, called for a response", where the verb
/// behind the description of the subject was hung into it.
extension TreeRepair {
  private static let clausal: RelationSet = [.cop, .aux, .auxPass, .nsubj, .nsubjPass, .ccomp, .parataxis, .csubj]
  private static let descriptions: RelationSet = [.acl, .relativeClause, .appos, .advcl, .nmod, .conj]
  private static let closings: Set = [".", "?", "!", "\"", "”", "’", "''"]

  /// Makes the main verbs of such sentences their roots.
  func settleNominalRoots(_ analysis: inout Analysis) {
    for sentence in analysis.sentences.map(\.tokens) where sentence.count > 4 {
      guard let root = sentence.first(where: { analysis.tokens[$0].head < 0 }),
        Self.nominal.contains(analysis.tokens[root].upos) || analysis.tokens[root].upos == .numeral,
        Self.closings.contains(analysis.symbols[analysis.tokens[sentence.upperBound - 1].form])
      else { continue }
      let children = children(of: root, analysis)
      if !children.contains(where: { Self.clausal.contains(analysis.tokens[$0].relation) }) {
        guard let verb = mainVerb(behind: root, in: sentence, analysis) else { continue }
        raise(mainVerb: verb, above: root, &analysis)
      } else if isVerb(root, children, analysis) {
        tagAsVerb(root, &analysis)
      }
    }
  }

  /// The verb that goes on behind the comma which closes the description of the subject.
  private func mainVerb(behind root: Int, in sentence: Range<Int>, _ analysis: Analysis) -> Int? {
    (root + 2..<max(root + 2, sentence.upperBound)).first { token in
      let word = analysis.tokens[token]
      guard Self.finite.contains(word.xpos) || word.xpos == .vbn, word.upos == .verb || word.relation == .amod,
        isBelow(root...root, token, analysis), isInDescription(token, of: root, analysis)
      else { return false }
      let own = children(of: token, analysis)
      let before = own.filter { $0 < token }
      guard !before.contains(where: { Self.subjects.contains(analysis.tokens[$0].relation) }),
        !before.contains(where: { [.mark, .cc].contains(analysis.tokens[$0].relation) })
      else { return false }
      let helpers = before.filter { [.aux, .auxPass, .advmod].contains(analysis.tokens[$0].relation) }
      let start = helpers.min() ?? token
      let isTensed = Self.finite.contains(word.xpos) || !helpers.isEmpty || word.relation == .amod
      return isTensed && start > root + 1 && analysis.tokens[start - 1].xpos == .comma
    }
  }

  /// Whether a token hangs on the root by something that describes the root.
  private func isInDescription(_ token: Int, of root: Int, _ analysis: Analysis) -> Bool {
    var above = token
    while Int(analysis.tokens[above].head) != root, analysis.tokens[above].head >= 0 {
      above = Int(analysis.tokens[above].head)
    }
    return Self.descriptions.contains(analysis.tokens[above].relation)
  }

  private func raise(mainVerb verb: Int, above root: Int, _ analysis: inout Analysis) {
    let word = analysis.tokens[verb]
    if word.relation == .amod, Int(word.head) > verb {
      // "Accused ministers of acting": the noun behind it is its object.
      let object = Int(word.head)
      for child in children(of: object, analysis) where child > object && analysis.tokens[child].relation != .nmod {
        analysis.tokens[child].head = Int32(verb)
      }
      analysis.tokens[object].head = Int32(verb)
      analysis.tokens[object].relation = .obj
      analysis.tokens[verb].xpos = .vbd
    }
    let isPassive = children(of: verb, analysis).contains { analysis.tokens[$0].relation == .auxPass }
    analysis.tokens[verb].upos = .verb
    analysis.tokens[verb].head = -1
    analysis.tokens[verb].relation = .root
    // What stands behind the verb, and adverbials before the subject: "In Oslo, drivers, who …, marched home".
    for child in children(of: root, analysis)
    where child > verb || child < root && [.obl, .advmod, .advcl].contains(analysis.tokens[child].relation) {
      analysis.tokens[child].head = Int32(verb)
    }
    analysis.tokens[root].head = Int32(verb)
    analysis.tokens[root].relation = isPassive ? .nsubjPass : .nsubj
  }

  /// "The bank and the fund support the plan": a word with a subject before it and an object behind it, that frames know
  /// as a verb.
  private func isVerb(_ root: Int, _ children: [Int], _ analysis: Analysis) -> Bool {
    guard [.nn, .nns].contains(analysis.tokens[root].xpos),
      verbs.contains(analysis.symbols.key(analysis.tokens[root].lemma)),
      !children.contains(where: { [.cop, .det, .case].contains(analysis.tokens[$0].relation) })
    else { return false }
    return children.contains { $0 < root && analysis.tokens[$0].relation == .nsubj }
      && children.contains { $0 > root && analysis.tokens[$0].relation == .obj }
  }
}
