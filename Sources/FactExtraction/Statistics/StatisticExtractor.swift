internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// The stage from a reading to the figures that the document claims.
struct StatisticExtractor: Sendable {
  private let words: FigureWords
  private let frames: FrameLexicon
  private let countries: Countries
  private let judge: FactJudge
  private let selections: SelectionWeights

  init(
    words: FigureWords = .embedded, frames: FrameLexicon, countries: Countries, judge: FactJudge = FactJudge(.embedded),
    selections: SelectionWeights = .embedded
  ) {
    self.selections = selections
    self.judge = judge
    self.words = words
    self.frames = frames
    self.countries = countries
  }

  /// The statistics in the order of their evidence.
  func statistics(
    in reading: Reading, actors: ResolvedActors, statements: [Statement], facts: FrameExtractor.Facts
  ) -> [Statistic] {
    choice(in: reading, actors: actors, statements: statements, facts: facts, keepsOthers: false).facts
  }

  /// The statistics, and if `keepsOthers` what is too doubtful to be one.
  ///
  /// - Parameters:
  ///   - statements: what the document says that somebody said: sources of figures.
  ///   - facts: the commitments and operations, whose figures are theirs.
  ///   - claims: the figures of all commitments and operations that were proposed.
  ///   - isOfLegislator: whether the document is a legislator's.
  func choice(
    in reading: Reading, actors: ResolvedActors, statements: [Statement], facts: FrameExtractor.Facts,
    claims: [FigureClaim] = [], isOfLegislator: Bool = false, keepsOthers: Bool
  ) -> Choice<Statistic> {
    let context = FigureContext(reading: reading, words: words, frames: frames)
    let candidates = FigureReader(reading: reading).candidates()
    let cues = StatisticCues(
      context: context, actors: actors, claims: Dictionary(grouping: claims, by: \.sentence),
      isOfLegislator: isOfLegislator)
    let builder = StatisticBuilder(
      context: context, judge: judge, cues: cues,
      setting: FigureSetting(context: context, actors: actors, statements: statements, countries: countries),
      metrics: MetricChooser(
        finder: MetricFinder(context: context, actors: actors),
        judge: SelectionJudge(selections[MetricChooser.place] ?? .init())),
      listsSigns: keepsOthers)
    let filter = FigureFilter(context: context, facts: facts)
    var told: StatisticBuilder.Told?
    let figures = candidates.compactMap { candidate in
      filter.objections(to: candidate).map { builder.proposal(candidate, objections: $0, after: &told) }
    }
    let multiples = Multiples(context: context).found().map(builder.proposal)
    let all = (figures + multiples).sorted { $0.evidence.range < $1.evidence.range }
    var choice = Choice<Statistic>()
    choice.accepted = Self.distinct(all.filter(judge.accepts), in: reading, besides: facts)
    if keepsOthers {
      let others = Self.distinct(all.filter { !judge.accepts($0) }, in: reading, besides: facts)
      let known = Set(choice.accepted.map { Claim($0.fact) })
      choice.others = others.filter { $0.fact.unit == "percent" || !known.contains(Claim($0.fact)) }
    }
    return choice
  }

  /// What makes two figures one.
  private struct Claim: Hashable {
    var figure: Statistic.Figure
    var unit: String?

    init(_ statistic: Statistic) {
      figure = statistic.figure
      unit = statistic.unit
    }
  }

  /// Each figure once: a heading that the body repeats adds nothing, nor does a figure told again with its unit.
  private static func distinct(
    _ proposals: [Proposal<Statistic>], in reading: Reading, besides facts: FrameExtractor.Facts
  ) -> [Proposal<Statistic>] {
    let body = reading.document.blocks.firstIndex { $0.kind == .paragraph } ?? 0
    func isHeading(_ statistic: Statistic) -> Bool {
      let first = reading.sentences[statistic.evidence.sentence].tokens.lowerBound
      return reading.isHeading(first) || Int(reading.blockOf[first]) < body
    }
    let told = Set(proposals.lazy.map(\.fact).filter { !isHeading($0) }.map(\.figure)).union(figures(of: facts))
    var seen: Set<Claim> = []
    return proposals.filter { proposal in
      if isHeading(proposal.fact), told.contains(proposal.fact.figure) { return false }
      return proposal.fact.unit == "percent" || seen.insert(Claim(proposal.fact)).inserted
    }
  }

  /// The figures that commitments and operations state.
  private static func figures(of facts: FrameExtractor.Facts) -> [Statistic.Figure] {
    let promised = facts.commitments.compactMap { $0.amount?.amount ?? $0.quantity?.value }
    return (promised + facts.operations.flatMap { $0.outcomes.map(\.value) }).map { .value($0) }
  }
}
