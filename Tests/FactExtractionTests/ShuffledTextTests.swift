import Documents
import FactExtraction
import LanguageAnalysis
import Normalization
import PolicyModel
import TestSupport
import Testing

/// Words in an order that no grammar foresees: whatever tree the analyser makes of them, extraction ends with facts whose
/// evidence lies in the text.
@Suite struct ShuffledTextTests {
  private static let words = """
    to the of and in with for by will would has have been was is are not if that which who it they we said agreed pledged
    undertook promised committed tasked provide build met signed arrested seized charged launched committee minister
    France Kenya Acme police council million £30 $1.2bn 40 20% 2030 March Monday respectively , . ; : ( ) " ' - — “ ” target
    plan bill fund deadline offer officers boats schools going help funding Mr Dr Smith Ann Reyes NATO UN
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test(arguments: 0..<12) func anyOrderOfWordsIsReadWithEvidenceInTheText(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = (0..<900).map { _ in Self.words[Int.random(in: 0..<Self.words.count, using: &random)] }
      .joined(separator: " ")
    let document = Document(source: "shuffled", text: SourceText(text))
    let facts = FactExtractor().facts(
      in: document, analysis: LanguageAnalyzer().analyze(document),
      measures: MeasureRecognizer().measures(in: document.text, context: MeasureContext(referenceDate: nil)))
    let evidence =
      facts.events.map(\.evidence) + facts.operations.map(\.evidence) + facts.commitments.map(\.evidence)
      + facts.statistics.map(\.evidence) + facts.statements.map(\.evidence)
    #expect(evidence.allSatisfy { !$0.range.isEmpty && document.text.range.contains($0.range) })
  }
}
