internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// The stage from a reading to what the document says that somebody said.
struct StatementExtractor: Sendable {
  private let verbs: ReportingVerbs
  private let judge: FactJudge

  init(verbs: ReportingVerbs = .embedded, judge: FactJudge = FactJudge(.embedded)) {
    self.verbs = verbs
    self.judge = judge
  }

  /// The quotations and the reported statements, in the order of their evidence.
  ///
  /// - Complexity: O(length of the text).
  func statements(in reading: Reading, actors: ResolvedActors) -> [Statement] {
    let (choice, reported) = choice(in: reading, actors: actors, keepsOthers: false)
    return Self.ordered(choice.facts + reported)
  }

  /// The statements in the order of their evidence.
  static func ordered(_ statements: [Statement]) -> [Statement] {
    statements.sorted { ($0.evidence.range, $0.range) < ($1.evidence.range, $1.range) }
  }

  /// The quotations, with what is too doubtful to be one if `keepsOthers`, and the reported statements.
  func choice(
    in reading: Reading, actors: ResolvedActors, keepsOthers: Bool
  ) -> (quoted: Choice<Statement>, reported: [Statement]) {
    let quotations = QuotationScanner(reading.document).quotations()
    let speakers = SpeakerFinder(
      reading: reading, actors: actors, verbs: verbs, isQuoted: Self.quoted(reading, quotations))
    let finder = AttributionFinder(speakers: speakers, quotations: quotations)
    let proposals = DirectStatements(finder, judge: judge).proposals()
    var choice = Choice<Statement>()
    choice.accepted = proposals.filter(judge.accepts)
    if keepsOthers { choice.others = proposals.filter { !judge.accepts($0) } }
    return (choice, IndirectStatements(speakers: speakers).statements())
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
