internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization

/// Hangs the clause behind "that" on the verb of saying where it was hung on the date or on those told between the two:
/// "the ministry announced last month that it would hire 300 nurses", "told donors that it will cut rations".
struct ContentRepair: Sendable {
  private let classes: WordClasses
  private let report, listeners: WordClasses.Members

  private static let that = TextKey("that")
  private static let clauses: RelationSet = [.acl, .relativeClause, .advcl, .ccomp]

  init(classes: WordClasses) {
    self.classes = classes
    report = classes["report"] ?? .none
    listeners = ["person", "organization", "authority"].compactMap { classes[$0] }.reduce(.none) { $0.union($1) }
  }

  /// The analysis with such clauses put right.
  func repaired(_ analysis: Analysis, measures: [Measure]) -> Analysis {
    var repaired = analysis
    for measure in measures {
      guard case .date = measure.value, let mark = token(behind: measure, in: analysis.tokens),
        analysis.symbols.key(analysis.tokens[mark].form) == Self.that
      else { continue }
      let clause = Int(analysis.tokens[mark].head)
      guard clause > mark, Self.clauses.contains(analysis.tokens[clause].relation),
        let verb = saying(Int(analysis.tokens[clause].head), measure, analysis)
      else { continue }
      hang(clause, on: verb, mark, &repaired)
    }
    for mark in analysis.tokens.indices.dropFirst() {
      if let (clause, verb) = told(behind: mark, analysis) { hang(clause, on: verb, mark, &repaired) }
    }
    return repaired
  }

  private func hang(_ clause: Int, on verb: Int, _ mark: Int, _ analysis: inout Analysis) {
    let hasContent = analysis.sentence(of: verb).contains {
      Int(analysis.tokens[$0].head) == verb && analysis.tokens[$0].relation == .ccomp
    }
    guard !hasContent else { return }
    analysis.tokens[clause].head = Int32(verb)
    analysis.tokens[clause].relation = .ccomp
    analysis.tokens[mark].relation = .mark
    analysis.tokens[mark].upos = .subordinatingConjunction
  }

  /// The clause behind "that" with a subject of its own, taken for a description of the people right before it whom
  /// somebody tells something.
  private func told(behind mark: Int, _ analysis: Analysis) -> (clause: Int, verb: Int)? {
    let tokens = analysis.tokens
    guard tokens[mark].relation == .mark, analysis.symbols.key(tokens[mark].form) == Self.that else { return nil }
    let clause = Int(tokens[mark].head)
    guard clause > mark, tokens[clause].relation == .relativeClause, tokens[clause].head >= 0 else { return nil }
    let listener = Int(tokens[clause].head)
    guard listener < mark,
      listener == mark - 1 && [.obj, .iobj].contains(tokens[listener].relation)
        || isAddressed(listener, analysis),
      tokens[listener].upos == .properNoun || key(listener, analysis).meets(listeners),
      tokens[mark + 1..<clause].contains(where: {
        Int($0.head) == clause && [.nsubj, .nsubjPass].contains($0.relation)
      })
    else { return nil }
    let verb = Int(tokens[listener].head)
    return verb >= 0 && key(verb, analysis).meets(report) ? (clause, verb) : nil
  }

  /// "Wrote to his counterpart".
  private func isAddressed(_ listener: Int, _ analysis: Analysis) -> Bool {
    analysis.tokens[listener].relation == .obl
      && analysis.sentence(of: listener).contains {
        Int(analysis.tokens[$0].head) == listener && analysis.tokens[$0].relation == .case
          && analysis.symbols.key(analysis.tokens[$0].form) == Self.to
      }
  }

  private static let to = TextKey("to")

  private func key(_ token: Int, _ analysis: Analysis) -> WordClasses.Members {
    classes[analysis.symbols.key(analysis.tokens[token].lemma)]
  }

  /// The verb of saying that a word of a date hangs on.
  private func saying(_ word: Int, _ date: Measure, _ analysis: Analysis) -> Int? {
    var current = word
    while current >= 0, analysis.tokens[current].range.overlaps(date.range) {
      current = Int(analysis.tokens[current].head)
    }
    guard current >= 0, current != word, analysis.tokens[current].upos == .verb,
      classes[analysis.symbols.key(analysis.tokens[current].lemma)].meets(report)
    else { return nil }
    return current
  }

  /// The first token behind a measure.
  private func token(behind measure: Measure, in tokens: [Token]) -> Int? {
    let token = tokens.partitioningIndex { $0.range.start >= measure.range.end }
    return token < tokens.count ? token : nil
  }
}
