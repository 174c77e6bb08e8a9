internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// The stage from a reading to what the document says that somebody said.
struct StatementExtractor: Sendable {
  private let verbs: ReportingVerbs

  init(verbs: ReportingVerbs = .embedded) {
    self.verbs = verbs
  }

  /// The quotations and the reported statements, in the order of their evidence.
  ///
  /// - Complexity: O(length of the text).
  func statements(in reading: Reading, actors: ResolvedActors) -> [Statement] {
    let quotations = QuotationScanner(reading.document).quotations()
    let speakers = SpeakerFinder(
      reading: reading, actors: actors, verbs: verbs, isQuoted: Self.quoted(reading, quotations))
    let direct = DirectStatements(AttributionFinder(speakers: speakers, quotations: quotations)).statements()
    let indirect = IndirectStatements(speakers: speakers).statements()
    return (direct + indirect).sorted { ($0.evidence.range, $0.range) < ($1.evidence.range, $1.range) }
  }

  /// Whether each token stands inside a quotation.
  private static func quoted(_ reading: Reading, _ quotations: [Quotation]) -> [Bool] {
    var isQuoted = [Bool](repeating: false, count: reading.tokens.count)
    for quotation in quotations {
      var token = reading.token(from: quotation.outer.start)
      while token < isQuoted.count, reading.tokens[token].range.start < quotation.outer.end {
        isQuoted[token] = true
        token += 1
      }
    }
    return isQuoted
  }
}
