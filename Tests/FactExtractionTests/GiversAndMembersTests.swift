import Documents
import LanguageAnalysis
import Lexicon
import Normalization
import PolicyModel
import Testing

@testable import FactExtraction

/// Who is bound where the sentence itself does not say it, with the embedded analyser.
@Suite struct GiversAndMembersTests {
  private static func parties(_ text: String, _ parties: (Commitment) -> [Party]) -> [[String]] {
    let document = Document(source: "test", text: SourceText(text))
    let analysis = LanguageAnalyzer().analyze(document)
    let measures = MeasureRecognizer().measures(in: document.text, context: MeasureContext())
    let facts = FactExtractor().facts(in: document, analysis: analysis, measures: measures)
    return facts.commitments.map {
      parties($0).map { party in party.actor.map { facts.actors[$0].name } ?? party.surface }
    }
  }

  private static func makers(_ text: String) -> [[String]] { parties(text, \.makers) }
  private static func recipients(_ text: String) -> [[String]] { parties(text, \.recipients) }

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

  @Test(arguments: [
    ("The Senate passed a bill that provides $4 million for schools.", ["United States Senate"]),
    ("Chile's cabinet approved plans to build 20 clinics by 2030.", ["Chile"]),
    ("Ukraine briefed the council on its plan to produce 4,000 drones next year.", ["Ukraine"]),
    ("Attorney General Clara Lindqvist has undertaken to publish the list by May.", ["Clara Lindqvist"]),
    ("The World Bank's board on Thursday approved a $40 million credit for the port.", ["World Bank"]),
  ])
  func whoPassesApprovesOrOwnsAPlanIsBound(_ text: String, _ names: [String]) {
    #expect(Self.makers(text).contains(names), "\(Self.makers(text))")
  }

  @Test(arguments: [
    ("The EU has promised Moldova €40 million in support.", ["Moldova"]),
    ("The government will give farmers €60 million.", ["farmers"]),
    ("Japan will lend Kenya $40 million for the road and train 300 engineers.", ["Kenya"]),
    ("Poland plans to double the size of its army to 300,000 troops by 2030.", []),
    ("The British Council has agreed to train 60 setters by May.", ["60 setters"]),
  ])
  func thoseAreGivenSomethingWhomTheWholeActNames(_ text: String, _ names: [String]) {
    #expect(Self.recipients(text).contains(names), "\(Self.recipients(text))")
  }

  @Test func whatOthersGiveInANewsItemOnOneCountryIsForThatCountry() {
    let recipients = Self.recipients(
      """
      Tonga counts the cost of the cyclone

      NUKU'ALOFA - Tonga's government said on Monday that the cyclone had destroyed 400 houses in Tonga. \
      Tonga's prime minister, Siaosi Fifita, visited Tonga's hospitals. Norway will give $4 million. \
      The Tongan parliament will meet on Friday.
      """)
    #expect(recipients.contains(["Tonga"]), "\(recipients)")
  }

  @Test func whatAGovernmentSpendsAtHomeIsForNobodyByThat() {
    let recipients = Self.recipients(
      """
      Tonga counts the cost of the cyclone

      NUKU'ALOFA - Tonga's government said on Monday that the cyclone had destroyed 400 houses in Tonga. \
      Tonga will spend $4 million on roofs.
      """)
    #expect(!recipients.contains(["Tonga"]), "\(recipients)")
  }

  @Test func oneSumOfASentenceIsPromisedOnce() {
    let makers = Self.makers("Norway committed an additional $40 million to the Pacific Islands Forum.")
    #expect(makers == [["Norway"]])
  }
}
