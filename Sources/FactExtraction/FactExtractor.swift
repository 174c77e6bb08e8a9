public import Documents
public import LanguageAnalysis
public import Lexicon
public import Normalization
public import PolicyModel

/// Reads the facts that an analysed document states.
public struct FactExtractor: Sendable {
  private let frames: FrameExtractor
  private let lemmas: LemmaRepair
  private let trees: TreeRepair
  private let arguments = ArgumentRepair()
  private let contents: ContentRepair
  private let resolver = ActorResolver()
  private let statements: StatementExtractor
  private let statistics: StatisticExtractor
  private let judge: FactJudge

  /// An extractor with the given frames and weights, by default the embedded ones.
  public init(
    frames: FrameLexicon = .embedded, countries: Countries = .embedded, weights: FactWeights = .embedded,
    selections: SelectionWeights = .embedded
  ) {
    judge = FactJudge(weights)
    trees = TreeRepair(frames: frames)
    lemmas = LemmaRepair(frames: frames)
    contents = ContentRepair(classes: frames.classes)
    self.frames = FrameExtractor(lexicon: frames, countries: countries, judge: judge, selections: selections)
    statements = StatementExtractor(judge: judge)
    statistics = StatisticExtractor(frames: frames, countries: countries, judge: judge, selections: selections)
  }

  /// The facts of a document, each list in order of evidence, actors in order of first mention.
  ///
  /// The same input gives the same facts in the same order.
  ///
  /// - Parameter measures: the figures, amounts and dates of the text, in text order.
  /// - Complexity: O(tokens) for sentences of usual length.
  public func facts(in document: Document, analysis: Analysis, measures: [Measure]) -> DocumentFacts {
    let reading = reading(document, analysis, measures)
    return choices(in: reading, keepsOthers: false).facts
  }

  /// All that the rules propose, the doubtful ones too, with what speaks for and against each.
  public func proposals(in document: Document, analysis: Analysis, measures: [Measure]) -> FactProposals {
    let reading = reading(document, analysis, measures)
    let choices = choices(in: reading, keepsOthers: true)
    let context = frames.context(
      in: reading, actors: resolver.resolve(reading), statements: choices.quoted.facts + choices.reported)
    return FactProposals(choices, judge: judge, nearMisses: FrameExplainer(context: context).nearMisses())
  }

  private func reading(_ document: Document, _ analysis: Analysis, _ measures: [Measure]) -> Reading {
    let measures = SharedCurrency(document, analysis).applied(to: measures)
    let repaired = arguments.repaired(lemmas.repaired(trees.repaired(analysis)), measures: measures)
    return Reading(document: document, analysis: contents.repaired(repaired, measures: measures), measures: measures)
  }

  private func choices(in reading: Reading, keepsOthers: Bool) -> DocumentChoices {
    let actors = resolver.resolve(reading)
    let spoken = statements.choice(in: reading, actors: actors, keepsOthers: keepsOthers)
    let told = StatementExtractor.ordered(spoken.quoted.facts + spoken.reported)
    let found = frames.choices(in: reading, actors: actors, statements: told, keepsOthers: keepsOthers)
    let figures = statistics.choice(
      in: reading, actors: actors, statements: told, facts: found.facts, claims: found.claims,
      isOfLegislator: found.isOfLegislator, keepsOthers: keepsOthers)
    return DocumentChoices(
      sentences: reading.sentences.map(\.range), actors: actors.actors, frames: found, statistics: figures,
      quoted: spoken.quoted, reported: spoken.reported)
  }
}
