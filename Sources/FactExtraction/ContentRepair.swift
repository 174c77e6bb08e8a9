internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization

/// Hangs the clause behind "that" on the verb of saying where it was hung on the date between the two: "the ministry
/// announced last month that it would hire 300 nurses".
struct ContentRepair: Sendable {
  private let classes: WordClasses
  private let report: WordClasses.Members

  private static let that = TextKey("that")
  private static let clauses: RelationSet = [.acl, .relativeClause, .advcl, .ccomp]

  init(classes: WordClasses) {
    self.classes = classes
    report = classes["report"] ?? .none
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
        let verb = saying(Int(analysis.tokens[clause].head), measure, analysis),
        !analysis.tokens.contains(where: { Int($0.head) == verb && $0.relation == .ccomp })
      else { continue }
      repaired.tokens[clause].head = Int32(verb)
      repaired.tokens[clause].relation = .ccomp
      repaired.tokens[mark].relation = .mark
      repaired.tokens[mark].upos = .subordinatingConjunction
    }
    return repaired
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
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.start < measure.range.end { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count ? low : nil
  }
}
