import Documents
import LanguageAnalysis
import Normalization
import PolicyModel
import Testing

@testable import FactExtraction

/// Sums that a sentence gives after its first one, and what is not to be taken for one, with the embedded analyser.
@Suite struct FurtherSumsTests {
  /// Maker and sum of each commitment.
  private static func gifts(_ text: String) -> [String] {
    let facts = AllStages.facts(in: text)
    return facts.commitments.map { commitment in
      let maker = commitment.makers.first.map { $0.actor.map { facts.actors[$0].name } ?? $0.surface } ?? "-"
      return "\(maker) \(commitment.amount.map { "\($0.amount)" } ?? "-")"
    }
  }

  @Test(arguments: [
    (
      "Germany pledged €50 million, France €20 million and Italy €10 million.",
      ["Germany 50000000", "France 20000000", "Italy 10000000"]
    ),
    ("Norway pledged $3 million in aid and Canada C$5 million.", ["Norway 3000000", "Canada 5000000"]),
    (
      "Japan will lend Kenya $900 million, including $300 million for ferries and $200 million for a port.",
      ["Japan 900000000", "Japan 300000000", "Japan 200000000"]
    ),
    (
      "Ghana allocated $7 million for clinics and $4 million for roads.", ["Ghana 7000000", "Ghana 4000000"]
    ),
    (
      "Germany pledged 40 million euros for roads, 20 million for schools and 5 million for clinics.",
      ["Germany 40000000", "Germany 20000000", "Germany 5000000"]
    ),
    (
      "Vietnam will contribute $61 million and private companies $16 million.",
      ["Vietnam 61000000", "private companies 16000000"]
    ),
    (
      "Bavaria and Saxony will give 1.1 billion and 1.6 billion euros respectively.",
      ["Bavaria 1100000000", "Saxony 1600000000"]
    ),
    (
      "Sweden granted Malawi $9 million in 2015 and a further $6 million in 2016.",
      ["Sweden 9000000", "Sweden 6000000"]
    ),
  ])
  func othersAndSharesHaveCommitmentsOfTheirOwn(_ text: String, _ wanted: [String]) {
    #expect(Self.gifts(text) == wanted)
  }

  @Test func aSumOfAnotherClauseIsNobodysGift() {
    let gifts = Self.gifts("Norway pledged $3 million, though Kenya lost $5 million last year.")
    #expect(gifts == ["Norway 3000000"])
  }

  @Test func aClauseBehindADateIsWhatIsSaid() {
    let facts = AllStages.facts(
      in: "Kenya, which hosts 500,000 refugees, announced last month that it would admit 9,000 more.")
    #expect(facts.commitments.contains { $0.makers.contains { $0.surface == "Kenya" } })
  }

  @Test func noLongerIsPartOfThePromise() {
    let facts = AllStages.facts(in: "The bank said it would no longer buy Russian coal.")
    #expect(facts.commitments.map(\.action) == ["no longer buy Russian coal"])
  }

  @Test func ofAChangeTheEndIsPromised() {
    let facts = AllStages.facts(
      in: "The government undertook to reduce the deficit from 12 percent of GDP to 6 percent.")
    #expect(facts.commitments.compactMap { $0.quantity.map { "\($0.value)" } } == ["6"])
  }

  @Test(arguments: [
    ("Two men were sentenced to 18 months in prison on Friday.", ["2 person", "18 month"]),
    ("Seventy-two smugglers were detained on Friday.", ["72 person"]),
    (
      "Officers seized six rifles and cash totalling $400.", ["6 rifle", "400 USD"]
    ),
    ("The Red Cross distributed tents to 300 villagers on Friday.", ["300 person"]),
  ])
  func outcomesAreCounted(_ text: String, _ wanted: [String]) {
    let outcomes = AllStages.facts(in: text).operations.map { $0.outcomes.map { "\($0.value) \($0.unit)" } }
    #expect(outcomes.contains(wanted), "\(outcomes)")
  }

  @Test(arguments: [
    "The delegation praised the fire brigades and offered its support.",
    "More than 2,000 veterans were turned away at hospitals.",
    "The centre will provide treatment for injuries.",
    "Regulators charged with nabbing spammers welcomed the law.",
  ])
  func helpThatNobodyGetsAndDutiesAreNoOperations(_ text: String) {
    #expect(AllStages.facts(in: text).operations.isEmpty)
  }

  @Test(arguments: [
    "Neither France nor Spain will send 400 troops to Mali.",
    "If France is going to send 400 troops, it must say so.",
    "Analysts put the losses at $5 million.",
  ])
  func whatIsDeniedSupposedOrEstimatedIsNotPromised(_ text: String) {
    #expect(AllStages.facts(in: text).commitments.isEmpty)
  }

  @Test(arguments: [
    ("Police said that two men had been arrested in Lyon on Friday.", "Police"),
    ("The coast guard said that 40 people had been rescued off Lampedusa on Sunday.", "coast guard"),
  ])
  func theForceThatTellsItLeadsWhatIsToldInThePassive(_ text: String, _ lead: String) {
    let leads = AllStages.facts(in: text).operations.flatMap { $0.leads.map(\.surface) }
    #expect(leads.contains { $0.lowercased().hasSuffix(lead.lowercased()) }, "\(leads)")
  }

  @Test func sumsAreDealtOutToThoseWhoGetThem() {
    let facts = AllStages.facts(
      in: "Kenya, Uganda and Rwanda have been allotted $14 million, $72 million and $44 million respectively.")
    let gifts = facts.commitments.map { commitment in
      "\(commitment.recipients.map(\.surface)) \(commitment.amount.map { "\($0.amount)" } ?? "-")"
    }
    #expect(Set(gifts) == ["[\"Kenya\"] 14000000", "[\"Uganda\"] 72000000", "[\"Rwanda\"] 44000000"])
  }

  @Test func aNumberThatCountsPeopleIsNoSum() {
    let facts = AllStages.facts(in: "Norway pledged 5 million euros for 2 million people.")
    #expect(facts.commitments.compactMap { $0.amount?.amount } == [ExactDecimal(5_000_000)])
  }
}
