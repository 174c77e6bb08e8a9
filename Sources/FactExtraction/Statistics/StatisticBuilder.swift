internal import Documents
internal import LanguageAnalysis
internal import Normalization
internal import PolicyModel

/// Makes a statistic of a figure that was accepted.
struct StatisticBuilder {
  let context: FigureContext
  let judge: FactJudge
  let cues: StatisticCues
  let setting: FigureSetting
  let metrics: MetricChooser
  /// Whether the words that metrics are chosen from are wanted.
  let listsSigns: Bool

  private var reading: Reading { context.reading }

  /// What the figure before a figure was, for one that refers back to it.
  struct Told {
    var metric: MetricFinder.Metric
    var unit: String?
    var scale: FigureCandidate.Scale
    var sentence: Int
  }

  /// The statistic of a figure.
  ///
  /// - Parameter told: the figure before it, which this one takes the place of.
  func proposal(
    _ candidate: FigureCandidate, objections: [FigureFilter.Objection], after told: inout Told?
  ) -> Proposal<Statistic> {
    let place = setting.place(of: candidate)
    let sentence = reading.sentence(of: candidate.head)
    let before = told.flatMap { sentence - $0.sentence <= Self.reach ? $0 : nil }
    let chosen = metrics.metric(of: candidate, after: before?.metric, listsSigns: listsSigns)
    let metric = chosen.metric
    var unit = UnitFinder(context: context).unit(of: candidate)
    if candidate.scale == .count, let before, before.scale == .count, takesUnit(candidate) {
      unit = before.unit ?? unit
    }
    told = Told(metric: metric, unit: unit, scale: candidate.scale, sentence: sentence)
    var statistic = Statistic(
      evidence: evidence(candidate.head, candidate.tokens, rule: "statistics/\(candidate.scale)"),
      figure: candidate.figure, comparator: candidate.comparator, unit: unit, metric: metric.text,
      change: ChangeFinder(context: context).change(of: candidate), period: setting.period(of: candidate), place: place,
      country: place?.country ?? (place == nil ? setting.country(of: candidate) : nil),
      source: setting.source(of: candidate))
    if let cell = context.tables.cell(of: candidate.head) {
      settle(&statistic, candidate, in: cell)
      // No figure refers back into a table.
      told = nil
    }
    var proposal = Proposal(statistic, cues.cues(of: statistic, candidate, objections), judge)
    proposal.selections = chosen.selection.map { [$0] } ?? []
    return proposal
  }

  /// Takes metric, unit, period and place from the heading of the column and the label of the row.
  private func settle(_ statistic: inout Statistic, _ candidate: FigureCandidate, in cell: FigureTables.Cell) {
    let phrases = PhraseWording(context: context, actors: setting.actors)
    let (heading, label) = (phrases.words(cell.heading), phrases.words(cell.label))
    let place = cell.label.isEmpty ? nil : setting.place(named: label)
    statistic.metric = heading.isEmpty || place != nil || cell.label.isEmpty ? heading : "\(heading) of \(label)"
    if heading.isEmpty { statistic.metric = label }
    if let place {
      statistic.place = place
      statistic.country = place.country
    }
    if let date = cell.dates.lazy.compactMap({ reading.date(measure: $0) }).first {
      statistic.period = Period(start: date.first, end: date.last == date.first ? nil : date.last)
    }
    guard candidate.scale == .count else { return }
    if cell.isPercent {
      statistic.unit = "percent"
      return
    }
    let end = cell.heading.firstIndex {
      reading.tokens[$0].upos == .punctuation || reading.tokens[$0].upos == .adposition
    }
    let noun = cell.heading[..<(end ?? cell.heading.endIndex)].last { reading.tokens[$0].upos == .noun }
    statistic.unit = noun.map { context.isPerson($0) ? "person" : reading.lemma($0) }
  }

  private static let reach = 2

  private func takesUnit(_ candidate: FigureCandidate) -> Bool {
    if context.isPartOfOthers(candidate) { return true }
    guard let noun = context.noun(of: candidate) else { return context.refersBack(candidate) }
    return context.standsForOther(noun)
  }

  /// The statistic of a word of multiplication.
  func proposal(_ found: Multiples.Found) -> Proposal<Statistic> {
    let phrases = PhraseWording(context: context, actors: setting.actors)
    let statistic = Statistic(
      evidence: evidence(found.token, found.token..<found.token + 1, rule: "statistics/multiple"),
      figure: .value(ExactDecimal(found.percent)), comparator: found.comparator, unit: "percent",
      metric: phrases.phrase(found.subject, without: nil), change: found.change)
    return Proposal(statistic, cues.cues(of: statistic, found), judge)
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
