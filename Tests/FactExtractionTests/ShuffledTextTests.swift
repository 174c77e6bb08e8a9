import Documents
import LanguageAnalysis
import Lexicon
import Normalization
import PolicyModel
import TestSupport
import Testing

@testable import FactExtraction

/// Words in an order that no grammar foresees: whatever tree the analyser makes of them, extraction ends with facts whose
/// evidence lies in the text.
@Suite struct ShuffledTextTests {
  private static let words = """
    to the of and in with for by will would has have been was is are not if that which who it they we said agreed pledged
    undertook promised committed tasked provide build met signed arrested seized charged launched committee minister
    France Kenya Acme police council million £30 $1.2bn 40 20% 2030 March Monday respectively , . ; : ( ) " ' - — “ ” target
    plan bill fund deadline offer officers boats schools going help funding Mr Dr Smith Ann Reyes NATO UN
    sit-in break-in run-off walk-outs that crowd the a due to be done sharing training guards offering no nobody
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

  @Test(arguments: 0..<40) func aRepairedTreeIsOne(seed: Int) {
    var random = SeededGenerator(seed: UInt64(100 + seed))
    let text = (0..<300).map { _ in Self.words[Int.random(in: 0..<Self.words.count, using: &random)] }
      .joined(separator: " ")
    let document = Document(source: "shuffled", text: SourceText(text))
    var analysis = LanguageAnalyzer().analyze(document)
    // Whatever tree there is: words hung anew at random, below what is before them or the root.
    for sentence in analysis.sentences {
      for token in sentence.tokens.dropFirst() where Bool.random(using: &random) {
        analysis.tokens[token].head = Int32(Int.random(in: sentence.tokens.lowerBound..<token, using: &random))
        analysis.tokens[token].relation =
          [.case, .obj, .nsubj, .acl, .relativeClause, .advmod, .compound].randomElement(using: &random) ?? .dep
      }
      analysis.tokens[sentence.tokens.lowerBound].head = -1
      analysis.tokens[sentence.tokens.lowerBound].relation = .root
      for token in sentence.tokens where isCycle(from: token, analysis) {
        analysis.tokens[token].head = Int32(sentence.tokens.lowerBound)
      }
    }
    let measures = MeasureRecognizer().measures(in: document.text, context: MeasureContext(referenceDate: nil))
    let repaired = ArgumentRepair().repaired(
      TreeRepair(frames: .embedded).repaired(analysis), measures: measures)
    #expect(!repaired.tokens.indices.contains { isCycle(from: $0, repaired) })
  }

  /// Whether the way up from a token does not end.
  private func isCycle(from token: Int, _ analysis: Analysis) -> Bool {
    var above = Int(analysis.tokens[token].head)
    var steps = 0
    while above >= 0 {
      steps += 1
      guard above != token, steps <= analysis.tokens.count else { return true }
      above = Int(analysis.tokens[above].head)
    }
    return false
  }
}
