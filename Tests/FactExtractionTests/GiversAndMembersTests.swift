import Documents
import LanguageAnalysis
import Lexicon
import Normalization
import PolicyModel
import Testing

@testable import FactExtraction

/// Who is bound where the sentence itself does not say it, with the embedded analyser.
@Suite struct GiversAndMembersTests {
  private static func makers(_ text: String) -> [[String]] {
    let document = Document(source: "test", text: SourceText(text))
    let analysis = LanguageAnalyzer().analyze(document)
    let measures = MeasureRecognizer().measures(in: document.text, context: MeasureContext())
    let facts = FactExtractor().facts(in: document, analysis: analysis, measures: measures)
    return facts.commitments.map {
      $0.makers.map { maker in maker.actor.map { facts.actors[$0].name } ?? maker.surface }
    }
  }

  @Test func sumsThatNobodyIsSaidToGiveComeFromTheGiverBeforeThem() {
    let makers = Self.makers(
      "Norway pledged to fund 12 clinics in Mozambique. A further $4 million will be spent on medicines.")
    #expect(makers == [["Norway"], ["Norway"]])
  }

  @Test func aGiverDoesNotReachBeyondTwoSentences() {
    let makers = Self.makers(
      """
      Norway pledged to fund 12 clinics in Mozambique. The rains came early. Roads were cut. Bridges fell. \
      A further $4 million will be spent on medicines.
      """)
    #expect(makers == [["Norway"], []])
  }

  @Test func theNamedMembersOfAJointBodyAreBound() {
    let makers = Self.makers("A joint commission between Chile and Peru will monitor the fishing fleets.")
    #expect(makers == [["Chile", "Peru"]])
  }
}
