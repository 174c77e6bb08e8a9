import Documents
import FactExtraction
import LanguageAnalysis
import Normalization
import PolicyModel

/// Text through all stages with what the product has embedded: analyser, measures, actors and frames.
enum AllStages {
  private static let analyzer = LanguageAnalyzer()
  private static let recognizer = MeasureRecognizer()
  private static let extractor = FactExtractor()

  /// The facts of a text, whose dates are understood by the day it was published, if one is given.
  static func facts(in text: String, published: CalendarDate? = nil) -> DocumentFacts {
    let document = Document(
      source: "test", text: SourceText(text), published: published.map { PublicationDate($0, basis: .given) })
    let measures = recognizer.measures(in: document.text, context: MeasureContext(referenceDate: published))
    return extractor.facts(in: document, analysis: analyzer.analyze(document), measures: measures)
  }
}
