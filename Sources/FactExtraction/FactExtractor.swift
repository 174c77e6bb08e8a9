public import Documents
public import LanguageAnalysis
public import Lexicon
public import Normalization
public import PolicyModel

/// Reads the facts that an analysed document states.
public struct FactExtractor: Sendable {
  private let frames: FrameExtractor
  private let lemmas: LemmaRepair
  private let resolver = ActorResolver()
  private let statements = StatementExtractor()
  private let statistics: StatisticExtractor

  /// An extractor with the given frames, by default the embedded ones.
  public init(frames: FrameLexicon = .embedded, countries: Countries = .embedded) {
    lemmas = LemmaRepair(bases: frames.verbForms)
    self.frames = FrameExtractor(lexicon: frames, countries: countries)
    statistics = StatisticExtractor(classes: frames.classes, countries: countries)
  }

  /// The facts of a document, each list in order of evidence, actors in order of first mention.
  ///
  /// The same input gives the same facts in the same order.
  ///
  /// - Parameter measures: the figures, amounts and dates of the text, in text order.
  /// - Complexity: O(tokens) for sentences of usual length.
  public func facts(in document: Document, analysis: Analysis, measures: [Measure]) -> DocumentFacts {
    let reading = Reading(document: document, analysis: lemmas.repaired(analysis), measures: measures)
    let actors = resolver.resolve(reading)
    let spoken = statements.statements(in: reading, actors: actors)
    let found = frames.facts(in: reading, actors: actors, statements: spoken)
    return DocumentFacts(
      sentences: reading.sentences.map(\.range), actors: actors.actors, events: found.events,
      operations: found.operations, commitments: found.commitments,
      statistics: statistics.statistics(in: reading, actors: actors, statements: spoken, facts: found),
      statements: spoken)
  }
}
