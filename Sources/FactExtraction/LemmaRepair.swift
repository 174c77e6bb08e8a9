internal import Documents
internal import LanguageAnalysis

/// Gives verbs that the frames know their dictionary form where the analyser has guessed another.
///
/// The lemmatizer learns its rules from treebanks and errs on verbs that it has not seen ("raide" for "raided"); for
/// the regular forms of the verbs in the data files the dictionary form is certain.
struct LemmaRepair: Sendable {
  /// The verbs by the keys of their regular forms.
  private let bases: [TextKey: String]
  private let known: Set<TextKey>

  init(bases: [TextKey: String]) {
    self.bases = bases
    known = Set(bases.values.map { TextKey($0) })
  }

  /// The analysis with the lemmas put right.
  func repaired(_ analysis: Analysis) -> Analysis {
    var repaired = analysis
    for index in analysis.tokens.indices {
      let token = analysis.tokens[index]
      guard [.vbd, .vbn, .vbg, .vbz].contains(token.xpos), !known.contains(analysis.symbols.key(token.lemma)),
        let base = bases[analysis.symbols.key(token.form)]
      else { continue }
      repaired.tokens[index].lemma = repaired.symbols.intern(base)
    }
    return repaired
  }
}
