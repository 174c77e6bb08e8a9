internal import Documents
internal import LanguageAnalysis
internal import PolicyModel

/// Makes a statistic of a figure that was accepted.
struct StatisticBuilder {
  let context: FigureContext
  let judge: FactJudge
  let setting: FigureSetting

  private var reading: Reading { context.reading }

  /// The statistic of a figure.
  func proposal(_ candidate: FigureCandidate, objections: [FigureFilter.Objection]) -> Proposal<Statistic> {
    let place = setting.place(of: candidate)
    let statistic = Statistic(
      evidence: evidence(candidate.head, candidate.tokens, rule: "statistics/\(candidate.scale)"),
      figure: candidate.figure, comparator: candidate.comparator,
      unit: UnitFinder(context: context).unit(of: candidate),
      metric: MetricFinder(context: context).metric(of: candidate),
      change: ChangeFinder(context: context).change(of: candidate), period: setting.period(of: candidate), place: place,
      country: place?.country, source: setting.source(of: candidate))
    let cues = StatisticCues(context: context).cues(of: statistic, candidate, objections)
    return Proposal(statistic, cues, judge)
  }

  /// The statistic of a word of multiplication.
  func proposal(_ found: Multiples.Found) -> Proposal<Statistic> {
    let phrase = context.tree.phrase(headedBy: found.subject)
    let statistic = Statistic(
      evidence: evidence(found.token, found.token..<found.token + 1, rule: "statistics/multiple"),
      figure: .value(ExactDecimal(found.percent)), comparator: found.comparator, unit: "percent",
      metric: reading.surface(phrase), change: found.change)
    return Proposal(statistic, StatisticCues(context: context).cues(of: statistic, found), judge)
  }

  /// The clause around the figure, within its sentence.
  private func evidence(_ head: Int, _ tokens: Range<Int>, rule: String) -> Evidence {
    let sentence = reading.sentence(of: head)
    let clause = context.clause(of: head)
    var range = context.tree.subtree(of: clause).clamped(to: reading.sentences[sentence].tokens)
    range = min(range.lowerBound, tokens.lowerBound)..<max(range.upperBound, tokens.upperBound)
    let bytes = context.tree.bytes(context.tree.trimmed(range, around: head))
    return Evidence(range: bytes, sentence: sentence, confidence: StatisticCues.prior, rule: rule)
  }
}
