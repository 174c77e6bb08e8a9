internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Gives words that the frames know their dictionary form where the analyser has guessed another or cannot know it.
///
/// The lemmatizer learns its rules from treebanks and errs on verbs that it has not seen ("raide" for "raided"); for
/// the regular forms of the verbs in the data files, and for the irregular ones of the language, the dictionary form is
/// certain. Words with a hyphen are several tokens, so that their last one has to stand for the whole ("cease-fire").
struct LemmaRepair: Sendable {
  private let frames: FrameLexicon
  /// The verbs by the keys of their regular forms.
  private let bases: [TextKey: String]
  private let known: Set<TextKey>
  private let irregular: Participles

  init(frames: FrameLexicon, irregular: Participles = .embedded) {
    self.frames = frames
    self.irregular = irregular
    bases = frames.verbForms
    known = Set(bases.values.map { TextKey($0) })
  }

  /// The analysis with the lemmas put right.
  func repaired(_ analysis: Analysis) -> Analysis {
    var repaired = analysis
    let starts = Set(analysis.sentences.map(\.tokens.lowerBound))
    for index in analysis.tokens.indices {
      let token = analysis.tokens[index]
      if let compound = compound(endingAt: index, analysis) {
        repaired.tokens[index].lemma = repaired.symbols.intern(compound)
      } else if token.xpos == .md, !starts.contains(index), isMay(index, analysis) {
        repaired.tokens[index].xpos = .nnp
        repaired.tokens[index].upos = .properNoun
        repaired.tokens[index].relation = .nmodUnmarked
      } else if token.upos == .verb, let form = irregular.form(analysis.symbols.key(token.form)) {
        repair(&repaired, index, form)
      } else if token.upos == .noun, token.xpos == .vbz, Self.clausal.contains(token.relation) {
        // "The plan calls for cuts": the finer tag and the tree outvote the coarser tag.
        repaired.tokens[index].upos = .verb
      } else if isUninflectedPast(index, analysis) {
        repaired.tokens[index].xpos = .vbd
      } else if let singular = singular(index, isFirst: starts.contains(index), analysis) {
        repaired.tokens[index].lemma = repaired.symbols.intern(singular)
        repaired.tokens[index].upos = .noun
        if token.xpos == .nnps { repaired.tokens[index].xpos = .nns }
      } else if [.vbd, .vbn, .vbg, .vbz].contains(token.xpos), !known.contains(analysis.symbols.key(token.lemma)),
        let base = bases[analysis.symbols.key(token.form)]
      {
        repaired.tokens[index].lemma = repaired.symbols.intern(base)
      } else if token.upos == .verb, token.xpos == .jj, let base = bases[analysis.symbols.key(token.form)],
        analysis.symbols[token.form].hasSuffix("ed")
      {
        // "Was acquitted": what the tree takes for a verb is no adjective.
        repaired.tokens[index].lemma = repaired.symbols.intern(base)
        repaired.tokens[index].xpos = .vbn
      }
    }
    return repaired
  }

  private static let may = TextKey("may")

  /// Whether a capital inside a sentence shows a modal to be a month or a name: "on 21 May", "Theresa May".
  private func isMay(_ index: Int, _ analysis: Analysis) -> Bool {
    guard analysis.symbols.key(analysis.tokens[index].form) == Self.may else { return false }
    return analysis.text[analysis.tokens[index].range] == "May"
  }

  /// An irregular form that is no other verb's dictionary form is what it is, whatever tag it was given.
  private func repair(_ analysis: inout Analysis, _ index: Int, _ form: Participles.Form) {
    let tag = analysis.tokens[index].xpos
    let isFinished = tag == .vbd || tag == .vbn
    guard isFinished || !form.isBase else { return }
    analysis.tokens[index].lemma = analysis.symbols.intern(form.verb)
    if !isFinished { analysis.tokens[index].xpos = form.isPast ? .vbd : .vbn }
  }

  /// Whether a verb without an ending follows a subject that would give it one in the present: "the army beat the rebels".
  private func isUninflectedPast(_ index: Int, _ analysis: Analysis) -> Bool {
    let token = analysis.tokens[index]
    guard token.upos == .verb, token.xpos == .vb || token.xpos == .vbp,
      irregular.isUninflected(analysis.symbols.key(token.form))
    else { return false }
    var hasSubject = false
    for place in max(0, index - Self.reach)..<index where Int(analysis.tokens[place].head) == index {
      let child = analysis.tokens[place]
      if [.aux, .mark].contains(child.relation) { return false }
      if child.relation == .nsubj { hasSubject = child.xpos == .nn || child.xpos == .nnp }
    }
    return hasSubject
  }

  private static let reach = 16
  private static let clausal: RelationSet = [.root, .ccomp, .conj, .advcl, .relativeClause, .parataxis]

  /// The singular of a plural that was given no other lemma than itself, where the frames know it ("troops"); at the
  /// beginning of a sentence its capital does not make it a name.
  private func singular(_ index: Int, isFirst: Bool, _ analysis: Analysis) -> String? {
    let token = analysis.tokens[index]
    let isName = index + 1 < analysis.tokens.count && analysis.tokens[index + 1].upos == .properNoun
    guard token.xpos == .nns || token.xpos == .nnps && isFirst && !isName,
      !frames.knows(analysis.symbols.key(token.lemma))
    else { return nil }
    let form = analysis.symbols[token.form]
    return Self.singulars(of: form).first { frames.knows(TextKey($0)) }
  }

  private static func singulars(of plural: String) -> [String] {
    if plural.hasSuffix("men") { return [String(plural.dropLast(2)) + "an"] }
    guard plural.hasSuffix("s") else { return [] }
    let stem = String(plural.dropLast())
    if plural.hasSuffix("ies") { return [String(plural.dropLast(3)) + "y", stem] }
    return plural.hasSuffix("es") ? [stem, String(plural.dropLast(2))] : [stem]
  }

  /// The word with a hyphen that a noun or verb ends, where the frames know it, with its hyphen or without.
  private func compound(endingAt index: Int, _ analysis: Analysis) -> String? {
    let tokens = analysis.tokens
    guard index > 1, [.noun, .verb].contains(tokens[index].upos), tokens.isGlued(at: index),
      tokens.isGlued(at: index - 1),
      Self.hyphens.contains(analysis.symbols.key(tokens[index - 1].form))
    else { return nil }
    let first = analysis.symbols[tokens[index - 2].form]
    let last = analysis.symbols[tokens[index].lemma]
    return ["\(first)-\(last)", first + last].first { frames.knows(TextKey($0)) }
  }

  private static let hyphens: KeySet = [TextKey("-"), TextKey("‐"), TextKey("‑")]
}
