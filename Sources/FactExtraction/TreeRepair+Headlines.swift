internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Headlines, which leave out what tells verbs from nouns: "Norway to give $400 million", "Police dismantle drug ring".
extension TreeRepair {
  private static let to = TextKey("to")
  private static let tensed = finite.union([.md])
  /// How nouns hang on a word that was taken for one of them.
  private static let joined: RelationSet = [.obj, .compound, .appos, .nmodUnmarked, .nmod, .nmodDesc]
  private static let stops: Set = [".", "?", "!", ";", ":"]

  /// Puts the trees of headlines right.
  func settleHeadlines(_ analysis: inout Analysis) {
    for sentence in analysis.sentences.map(\.tokens) where !sentence.isEmpty {
      guard let root = sentence.first(where: { analysis.tokens[$0].head < 0 }),
        !Self.stops.contains(analysis.symbols[analysis.tokens[sentence.upperBound - 1].form])
      else { continue }
      if let verb = announced(before: root, in: sentence, analysis) {
        raise(announced: verb, above: root, &analysis)
        continue
      }
      guard Self.nominal.contains(analysis.tokens[root].upos) else { continue }
      if let verb = infinitive(after: root, in: sentence, analysis) {
        raise(infinitive: verb, above: root, &analysis)
      } else if isPhrasalVerb(root, analysis) {
        makeVerb(root, nil, &analysis)
      } else if let object = object(of: root, in: sentence, analysis) {
        makeVerb(root, object, &analysis)
      }
    }
  }

  /// "Norway to crack down on fraud, minister says": the infinitive that the first name is to do, where who says so was
  /// taken for the whole.
  private func announced(before root: Int, in sentence: Range<Int>, _ analysis: Analysis) -> Int? {
    let tokens = analysis.tokens
    guard tokens[root].xpos == .vbz, classes[analysis.symbols.key(tokens[root].lemma)].meets(report) else { return nil }
    return (sentence.lowerBound + 2..<max(sentence.lowerBound + 2, root)).first { verb in
      let name = Int(tokens[verb].head)
      return tokens[verb].xpos == .vb && tokens[verb].relation == .acl && name >= 0 && name < verb
        && analysis.symbols.key(tokens[verb - 1].form) == Self.to && Int(tokens[name].head) == root
        && tokens[verb..<root].contains { $0.xpos == .comma }
    }
  }

  private func raise(announced verb: Int, above root: Int, _ analysis: inout Analysis) {
    let name = Int(analysis.tokens[verb].head)
    analysis.tokens[verb].head = -1
    analysis.tokens[verb].relation = .root
    analysis.tokens[name].head = Int32(verb)
    analysis.tokens[name].relation = .nsubj
    analysis.tokens[root].head = Int32(verb)
    analysis.tokens[root].relation = .parataxis
  }

  /// "Police step up patrols": no noun has a particle.
  private func isPhrasalVerb(_ root: Int, _ analysis: Analysis) -> Bool {
    let children = children(of: root, analysis)
    guard root > 0, analysis.tokens[root - 1].relation == .compound, Int(analysis.tokens[root - 1].head) == root else {
      return false
    }
    return children.contains { $0 == root + 1 && analysis.tokens[$0].relation == .compoundPrt }
  }

  /// The infinitive of "Norway to give" right behind the phrase of the root, where nothing else is the verb.
  private func infinitive(after root: Int, in sentence: Range<Int>, _ analysis: Analysis) -> Int? {
    let tokens = analysis.tokens
    guard let mark = sentence.first(where: { $0 > root && analysis.symbols.key(tokens[$0].form) == Self.to }),
      mark + 1 < sentence.upperBound, tokens[mark + 1].xpos == .vb,
      !tokens[sentence.lowerBound..<mark].contains(where: { Self.tensed.contains($0.xpos) })
    else { return nil }
    let verb = mark + 1
    let head = Int(tokens[verb].head)
    if head == root, tokens[verb].relation == .acl { return verb }
    // "Japan, Philippines to hold": the last of several names.
    if tokens[verb].relation == .acl, head == mark - 1, Int(tokens[head].head) == root,
      Self.joined.contains(tokens[head].relation) || tokens[head].relation == .conj,
      Self.nominal.contains(tokens[head].upos)
    {
      return verb
    }
    // "To brief bondholders": a verb before the noun that was taken for the phrase's own.
    guard head > verb, tokens[verb].relation == .amod, Int(tokens[head].head) == root,
      Int(tokens[mark].head) == head
    else { return nil }
    return verb
  }

  private func raise(infinitive verb: Int, above root: Int, _ analysis: inout Analysis) {
    let head = Int(analysis.tokens[verb].head)
    if head != root, head < verb {
      analysis.tokens[head].relation = .conj
    } else if head != root {
      analysis.tokens[head].head = Int32(verb)
      analysis.tokens[head].relation = .obj
      analysis.tokens[verb - 1].head = Int32(verb)
      analysis.tokens[verb - 1].relation = .mark
      analysis.tokens[verb - 1].xpos = .to
      analysis.tokens[verb].upos = .verb
    }
    for child in children(of: root, analysis) where child > verb && child != head {
      analysis.tokens[child].head = Int32(verb)
    }
    analysis.tokens[verb].head = -1
    analysis.tokens[verb].relation = .root
    analysis.tokens[root].head = Int32(verb)
    analysis.tokens[root].relation = .nsubj
  }

  /// What a verb in the present that was taken for a noun acts upon: the noun behind it without a preposition.
  private func object(of root: Int, in sentence: Range<Int>, _ analysis: Analysis) -> Int? {
    let tokens = analysis.tokens
    let form = analysis.symbols.key(tokens[root].form)
    guard root > sentence.lowerBound, Self.nominal.contains(tokens[root - 1].upos), Int(tokens[root - 1].head) == root,
      tokens[root - 1].relation == .compound, tokens[root].xpos == .nns ? forms.contains(form) : verbs.contains(form),
      !tokens[sentence].contains(where: { Self.tensed.contains($0.xpos) && Int($0.head) < 0 })
    else { return nil }
    return children(of: root, analysis).first { child in
      child > root && Self.nominal.contains(tokens[child].upos) && Self.joined.contains(tokens[child].relation)
        && (tokens[child].relation == .obj || child - root <= Self.nearest)
        && !children(of: child, analysis).contains { tokens[$0].relation == .case && $0 < child }
        && !tokens[root + 1..<child].contains { $0.upos == .punctuation || $0.upos == .adposition }
    }
  }

  /// The most words from such a verb to its object.
  private static let nearest = 5

  private func makeVerb(_ root: Int, _ object: Int?, _ analysis: inout Analysis) {
    let subject = root - 1
    tagAsVerb(root, &analysis)
    for child in children(of: root, analysis) {
      if child < subject {
        analysis.tokens[child].head = Int32(subject)
      } else if let object, child > root, child < object {
        analysis.tokens[child].head = Int32(object)
      } else if let object, child > object, analysis.tokens[child].relation == .nmod {
        analysis.tokens[child].relation = .obl
      }
    }
    analysis.tokens[subject].relation = .nsubj
    if let object { analysis.tokens[object].relation = .obj }
  }

  /// Tags what was taken for a noun as a verb in the present.
  func tagAsVerb(_ token: Int, _ analysis: inout Analysis) {
    analysis.tokens[token].xpos = analysis.tokens[token].xpos == .nns ? .vbz : .vbp
    analysis.tokens[token].upos = .verb
  }
}
