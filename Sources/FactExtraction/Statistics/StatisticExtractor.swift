internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// The stage from a reading to the figures that the document claims.
struct StatisticExtractor: Sendable {
  private let words: FigureWords
  private let classes: WordClasses
  private let countries: Countries

  init(words: FigureWords = .embedded, classes: WordClasses, countries: Countries) {
    self.words = words
    self.classes = classes
    self.countries = countries
  }

  /// The statistics in the order of their evidence.
  ///
  /// - Parameters:
  ///   - statements: what the document says that somebody said: sources of figures.
  ///   - facts: the commitments and operations, whose figures are theirs.
  func statistics(
    in reading: Reading, actors: ResolvedActors, statements: [Statement], facts: FrameExtractor.Facts
  ) -> [Statistic] {
    let context = FigureContext(reading: reading, words: words, classes: classes)
    let builder = StatisticBuilder(
      context: context,
      setting: FigureSetting(reading: reading, actors: actors, statements: statements, countries: countries))
    let filter = FigureFilter(context: context, facts: facts)
    let figures = FigureReader(reading: reading).candidates().filter(filter.accepts).map(builder.statistic)
    let multiples = Multiples(context: context).found().map(builder.statistic)
    let all = (figures + multiples).sorted { $0.evidence.range < $1.evidence.range }
    return Self.distinct(all, in: reading, besides: facts)
  }

  /// Each figure once: a heading that the body repeats adds nothing, nor does a figure told again with its unit.
  private static func distinct(
    _ statistics: [Statistic], in reading: Reading, besides facts: FrameExtractor.Facts
  ) -> [Statistic] {
    struct Claim: Hashable {
      var figure: Statistic.Figure
      var unit: String?
    }
    let body = reading.document.blocks.firstIndex { $0.kind == .paragraph } ?? 0
    func isHeading(_ statistic: Statistic) -> Bool {
      let first = reading.sentences[statistic.evidence.sentence].tokens.lowerBound
      return reading.isHeading(first) || Int(reading.blockOf[first]) < body
    }
    let told = Set(statistics.lazy.filter { !isHeading($0) }.map(\.figure)).union(figures(of: facts))
    var seen: Set<Claim> = []
    return statistics.filter { statistic in
      let claim = Claim(figure: statistic.figure, unit: statistic.unit)
      if isHeading(statistic), told.contains(statistic.figure) { return false }
      return statistic.unit == "percent" || seen.insert(claim).inserted
    }
  }

  /// The figures that commitments and operations state.
  private static func figures(of facts: FrameExtractor.Facts) -> [Statistic.Figure] {
    let promised = facts.commitments.compactMap { $0.amount?.amount ?? $0.quantity?.value }
    return (promised + facts.operations.flatMap { $0.outcomes.map(\.value) }).map { .value($0) }
  }
}
