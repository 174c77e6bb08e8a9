internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Puts right trees in which a verb was taken for an adjective in front of a noun, though what hangs on it says that it is
/// the verb of the clause.
///
/// "Artillery shelled positions": a word with a subject or auxiliaries of its own describes nothing. "Was elected
/// director": a participle right behind a form of "be" belongs to it. "Have frozen $40 million": so does one behind "have".
///
/// "A ferry capsized", "floods killed 30": neither does a verb that has no passive, or an object, describe the noun
/// before it where nothing else is the verb of the sentence.
///
/// And nouns of which a part was taken for something else: "a sit-in".
struct TreeRepair: Sendable {
  let classes: WordClasses
  let person: WordClasses.Members
  private let intransitive: WordClasses.Members
  /// The verbs whose "to" is followed by what is done: "threaten".
  let willing: WordClasses.Members
  /// The verbs of saying.
  let report: WordClasses.Members
  /// The verbs that the frames know, by their dictionary forms.
  let verbs: Set<TextKey>
  /// Their regular forms.
  let forms: Set<TextKey>

  init(frames: FrameLexicon) {
    classes = frames.classes
    forms = Set(frames.verbForms.keys)
    verbs = Set(frames.verbForms.values.map { TextKey($0) })
    willing = classes["to-do"] ?? .none
    report = classes["report"] ?? .none
    person = classes["person"] ?? .none
    intransitive = classes["intransitive"] ?? .none
  }

  private static let have = TextKey("have")
  static let nominal: Set<UPOS> = [.noun, .properNoun, .symbol]

  /// The analysis with such trees put right.
  func repaired(_ analysis: Analysis) -> Analysis {
    var repaired = analysis
    settleHeadlines(&repaired)
    settleNominalRoots(&repaired)
    for token in analysis.tokens.indices where isSuspect(token, repaired) {
      if let subject = own(token, [.nsubj, .nsubjPass, .aux, .auxPass], repaired) {
        lift(token, from: Int(repaired.tokens[token].head), &repaired)
        finish(token, isPassive: repaired.tokens[subject].relation == .nsubjPass, &repaired)
      } else if let copula = copula(before: token, repaired) {
        let noun = Int(repaired.tokens[token].head)
        lift(token, from: noun, &repaired, as: .xcomp)
        repaired.tokens[copula].relation = .auxPass
        for child in children(of: token, repaired) where repaired.tokens[child].relation == .nsubj {
          repaired.tokens[child].relation = .nsubjPass
        }
      } else if let have = possession(before: token, repaired) {
        raise(token, above: have, &repaired)
      }
    }
    for token in analysis.tokens.indices {
      settle(particle: token, &repaired)
      settle(infinitiveBehind: token, &repaired)
      settle(finite: token, &repaired)
      settle(coordinated: token, &repaired)
      settle(content: token, &repaired)
      settle(reduced: token, &repaired)
      settle(participle: token, &repaired)
      settle(conjunct: token, &repaired)
      settle(repeated: token, &repaired)
      settle(counted: token, &repaired)
      settle(subjectOf: token, &repaired)
      settle(upOrDown: token, &repaired)
      settle(negation: token, &repaired)
      settle(timeBefore: token, &repaired)
      settle(due: token, &repaired)
      settle(toBeDone: token, &repaired)
    }
    return repaired
  }

  /// Makes such a verb the root in place of the noun before it.
  private func settle(finite token: Int, _ analysis: inout Analysis) {
    let word = analysis.tokens[token]
    guard word.relation == .acl, word.xpos == .vbn, word.head >= 0, Int(word.head) < token,
      analysis.tokens[Int(word.head)].head < 0, Self.nominal.contains(analysis.tokens[Int(word.head)].upos),
      isIntransitive(analysis.symbols[word.form]) || hasObject(token, analysis) || hasParticle(token, analysis)
    else { return }
    lift(token, from: Int(word.head), &analysis, as: .nsubj)
    // What stands before the noun describes it, as before.
    for child in children(of: token, analysis) where child < Int(word.head) {
      analysis.tokens[child].head = word.head
    }
    analysis.tokens[token].upos = .verb
    analysis.tokens[token].xpos = .vbd
  }

  /// Whether a participle has an object and nothing shows that it is passive: no "by", and a stop ends the sentence.
  private func hasObject(_ token: Int, _ analysis: Analysis) -> Bool {
    let children = children(of: token, analysis)
    guard children.contains(where: { $0 > token && analysis.tokens[$0].relation == .obj }),
      !children.contains(where: { [.oblAgent, .aux, .auxPass].contains(analysis.tokens[$0].relation) })
    else { return false }
    let end = analysis.sentence(of: token).upperBound - 1
    return analysis.symbols[analysis.tokens[end].form] == "."
  }

  /// "Set out": a participle with a particle and without an agent, where a stop ends the sentence and nothing is finite.
  private func hasParticle(_ token: Int, _ analysis: Analysis) -> Bool {
    let sentence = analysis.sentence(of: token)
    guard let particle = children(of: token, analysis).first(where: { analysis.tokens[$0].relation == .compoundPrt }),
      particle == token + 1, analysis.symbols[analysis.tokens[sentence.upperBound - 1].form] == ".",
      !children(of: token, analysis).contains(where: { [.oblAgent, .auxPass].contains(analysis.tokens[$0].relation) })
    else { return false }
    return !sentence.contains { [.vbd, .vbz, .vbp].contains(analysis.tokens[$0].xpos) && $0 < token }
  }

  /// Whether a form is the regular past of a verb without a passive.
  private func isIntransitive(_ form: String) -> Bool {
    guard form.hasSuffix("ed") else { return false }
    return [2, 1].contains { classes[TextKey(String(form.dropLast($0)))].meets(intransitive) }
  }

  /// Whether a token is a verb's form that stands as a modifier of a noun behind it.
  private func isSuspect(_ token: Int, _ analysis: Analysis) -> Bool {
    let word = analysis.tokens[token]
    return [.amod, .compound].contains(word.relation) && [.vbn, .vbd, .vbg].contains(word.xpos)
      && Int(word.head) > token && Self.nominal.contains(analysis.tokens[Int(word.head)].upos)
  }

  func children(of head: Int, _ analysis: Analysis) -> [Int] {
    analysis.sentence(of: head).filter { Int(analysis.tokens[$0].head) == head }
  }

  /// Whether a token is one of the range or hangs below one.
  func isBelow(_ range: ClosedRange<Int>, _ token: Int, _ analysis: Analysis) -> Bool {
    var above = token
    while above >= 0, !range.contains(above) { above = Int(analysis.tokens[above].head) }
    return above >= 0
  }

  private func own(_ token: Int, _ relations: RelationSet, _ analysis: Analysis) -> Int? {
    children(of: token, analysis).first { $0 < token && relations.contains(analysis.tokens[$0].relation) }
  }

  /// The "be" right before a participle, that was hung on the noun behind it.
  private func copula(before token: Int, _ analysis: Analysis) -> Int? {
    guard token > 0, analysis.tokens[token].xpos == .vbn, analysis.tokens[token - 1].relation == .cop,
      analysis.tokens[token - 1].head == analysis.tokens[token].head
    else { return nil }
    return token - 1
  }

  /// The "have" right before a participle, that was taken for the verb of the clause.
  private func possession(before token: Int, _ analysis: Analysis) -> Int? {
    guard token > 0, analysis.tokens[token].xpos == .vbn, analysis.tokens[token - 1].upos == .verb,
      analysis.symbols.key(analysis.tokens[token - 1].lemma) == Self.have,
      Int(analysis.tokens[Int(analysis.tokens[token].head)].head) == token - 1
    else { return nil }
    return token - 1
  }

  /// Puts a verb into the place of the noun that it was hung on, and the noun below it.
  func lift(
    _ token: Int, from noun: Int, _ analysis: inout Analysis, as relation: DependencyRelation = .obj
  ) {
    analysis.tokens[token].head = analysis.tokens[noun].head
    analysis.tokens[token].relation = analysis.tokens[noun].relation
    for child in children(of: noun, analysis) where child < token || analysis.tokens[child].relation == .punct {
      analysis.tokens[child].head = Int32(token)
    }
    analysis.tokens[noun].head = Int32(token)
    analysis.tokens[noun].relation = relation
  }

  /// Puts a participle into the place of the "have" that it was hung below.
  private func raise(_ token: Int, above have: Int, _ analysis: inout Analysis) {
    let object = Int(analysis.tokens[token].head)
    analysis.tokens[token].head = analysis.tokens[have].head
    analysis.tokens[token].relation = analysis.tokens[have].relation
    for child in children(of: have, analysis) { analysis.tokens[child].head = Int32(token) }
    analysis.tokens[have].head = Int32(token)
    analysis.tokens[have].relation = .aux
    analysis.tokens[have].upos = .auxiliary
    analysis.tokens[object].head = Int32(token)
    analysis.tokens[token].upos = .verb
  }

  /// Gives the verb of a clause the tag that its auxiliaries ask for.
  private func finish(_ token: Int, isPassive: Bool, _ analysis: inout Analysis) {
    analysis.tokens[token].upos = .verb
    let hasAuxiliary = own(token, [.aux, .auxPass, .cop], analysis) != nil
    if analysis.tokens[token].xpos == .vbn, !hasAuxiliary, !isPassive { analysis.tokens[token].xpos = .vbd }
  }
}
