import Documents
import Normalization
import PolicyModel
import Testing

/// Sentences through all stages: analyser, measures, actors and frames.
@Suite struct FrameSentenceTests {
  private func facts(_ text: String) -> DocumentFacts {
    AllStages.facts(in: text, published: CalendarDate(year: 2024, month: 5, day: 8))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var kind: String
    var status: String
    init(_ text: String, _ kind: String, _ status: String) {
      (self.text, self.kind, self.status) = (text, kind, status)
    }
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case("Finnish customs officers arrested four smugglers in Turku on Monday.", "arrest", "completed"),
    Case("Two accountants were charged with fraud in Oslo last week.", "prosecution", "completed"),
    Case("The coast guard seized 900 kilograms of cocaine off Lagos.", "seizure", "completed"),
    Case("Police raided six warehouses in Antwerp on Friday.", "search", "completed"),
    Case("The navy intercepted three trawlers near Colombo.", "interception", "completed"),
    Case("Firefighters rescued 14 miners on Sunday.", "rescue", "completed"),
    Case("Austria deported 62 people to Georgia in April.", "return", "completed"),
    Case("Detectives dismantled a forgery network in Porto.", "disruption", "completed"),
    Case("Lagos police are investigating three officials over the sale of the port.", "investigation", "ongoing"),
    Case("Kenya has deployed 400 officers to Port-au-Prince.", "deployment", "completed"),
    Case("Norwegian instructors trained 80 cadets in Bogotá last year.", "training", "completed"),
    Case("The Red Cross delivered 20 tonnes of food to Beira on Tuesday.", "assistance", "completed"),
    Case("Veterinary officers inspected 45 farms in March.", "inspection", "completed"),
    Case("The trial of nine rebels opened in Bamako on Tuesday.", "prosecution", "completed"),
    Case("Chad withdrew its soldiers from Niger on Monday.", "deployment", "completed"),
    Case("Divers recovered the bodies of three sailors off Cebu on Monday.", "rescue", "completed"),
    Case("A convoy of 12 trucks carrying flour reached Aleppo on Thursday.", "assistance", "completed"),
  ])
  func operationsAreReadWithKindAndStatus(_ example: Case) {
    let found = facts(example.text).operations
    #expect(
      found.contains { $0.kind.description == example.kind && $0.status.rawValue == example.status },
      "\(found.map { "\($0.kind) \($0.status)" })")
  }

  @Test(arguments: [
    Case("President Anna Lindqvist met Chancellor Peter Horak in Prague on Monday.", "meeting", "occurred"),
    Case("Foreign Minister Rosa Almeida will visit Nairobi on 14 May 2024.", "visit", "planned"),
    Case("Chile and Peru signed a fisheries agreement on Friday.", "agreement", "occurred"),
    Case("The Senate passed the Clean Rivers Bill on Tuesday.", "legislation", "occurred"),
    Case("The Supreme Court ruled against the company on Thursday.", "ruling", "occurred"),
    Case("The president appointed Maria Santos as finance minister.", "appointment", "occurred"),
    Case("Senator Joe Baker was re-elected in November.", "election", "occurred"),
    Case("Estonia launched a cyber agency in Tallinn on Monday.", "launch", "occurred"),
    Case("The World Bank published a report on fisheries on Tuesday.", "publication", "occurred"),
    Case("A ferry capsized near Zanzibar on Saturday.", "incident", "occurred"),
    Case("Gunmen killed nine villagers in Mopti on Sunday.", "attack", "occurred"),
    Case("Canada imposed sanctions on two generals.", "sanction", "occurred"),
    Case("Greenpeace criticised the energy ministry on Monday.", "dispute", "occurred"),
    Case("The ministers postponed the summit on Friday.", "meeting", "cancelled"),
    Case("Norway was able to sign the treaty in March.", "agreement", "occurred"),
    Case("Gabon went on to ratify the treaty.", "agreement", "occurred"),
    Case("The ministry put off publishing the report.", "publication", "cancelled"),
    Case("Ottawa called the tariffs unjustified.", "dispute", "occurred"),
    Case("Mexico retaliated with tariffs on American pork.", "sanction", "occurred"),
    Case("A bomb left in a bazaar killed 14 people on Sunday.", "attack", "occurred"),
    Case("Chile recalled its ambassador to Bolivia on Friday.", "dispute", "occurred"),
    Case("Miners blockaded a road near Oruro on Friday.", "protest", "occurred"),
    Case("Voting began in Malawi on Tuesday.", "election", "occurred"),
    Case("Gunfire erupted between rival clans in Bosaso on Friday.", "attack", "occurred"),
    Case("A convoy came under fire near Gao on Monday.", "attack", "occurred"),
    Case("The accord, to be signed in Windhoek in July, opens the river to trade.", "agreement", "planned"),
    Case("The governor is preparing an agency, to be launched in Lae on Monday.", "launch", "planned"),
    Case("The auditor is due to publish her findings on 3 June 2024.", "publication", "planned"),
    Case("The premier, who is due to visit Apia next week, opened a school.", "visit", "planned"),
    Case("Peru faces presidential elections due on 14 April 2025.", "election", "planned"),
    Case("Cyclone Hola tore into the islands on Friday, leaving nine people dead.", "incident", "occurred"),
    Case("Typhoon Nida claimed 14 lives in Luzon.", "incident", "occurred"),
    Case("Fiji and Tonga signed a revised version of their fisheries treaty on Monday.", "agreement", "occurred"),
    Case("The government of Moldova resigned on Tuesday.", "appointment", "occurred"),
    Case("The auditors warned in a report last week that the dam was unsafe.", "publication", "occurred"),
    Case("The minister has commissioned a review of prison food.", "launch", "occurred"),
    Case("Four soldiers died in separate attacks over the weekend.", "attack", "occurred"),
    Case("Kiribati defaulted on its bonds in 2020.", "incident", "occurred"),
    Case("Pupils of the naval school held a sit-in on Tuesday.", "protest", "occurred"),
    Case("The verdict brought thousands of people into the streets of Tbilisi.", "protest", "occurred"),
    Case("Thirty inmates escaped from a prison in Recife on Monday.", "incident", "occurred"),
    Case("The junta crushed the mutiny in April.", "attack", "occurred"),
    Case("The railways have scrapped a signalling contract with a French firm.", "agreement", "cancelled"),
    Case("Fitch cut the country's credit rating in June.", "publication", "occurred"),
    Case("Samoa summoned three executives to Apia on Friday.", "meeting", "occurred"),
    Case("The decree designated nine gangs as terrorist organizations.", "sanction", "occurred"),
  ])
  func eventsAreReadWithKindAndStatus(_ example: Case) {
    let found = facts(example.text).events
    #expect(
      found.contains { $0.kind.description == example.kind && $0.status.rawValue == example.status },
      "\(found.map { "\($0.kind) \($0.status)" })")
  }

  @Test(arguments: [
    Case("Japan has pledged to build 12 hospitals in Laos by 2030.", "infrastructure", "pledged"),
    Case("The European Commission allocated €40 million to Moldova.", "funding", "enacted"),
    Case("Denmark plans to hire 300 nurses.", "personnel", "proposed"),
    Case("France and Spain have agreed to share intelligence.", "cooperation", "agreed"),
    Case("The Finance Ministry will publish all contracts by the end of June.", "other", "pledged"),
    Case("Sweden will build no new coal plants.", "infrastructure", "pledged"),
    Case("The Treasury has set aside Sh1.2 billion to buy printing machines.", "funding", "enacted"),
    Case("The fund approved loans totalling $200 million to Kenya.", "funding", "enacted"),
    Case("Oslo promised the crowd that it would repair the bridge.", "infrastructure", "pledged"),
    Case("In the bill, SEK 1.9 billion has been allocated to the climate fund.", "funding", "enacted"),
  ])
  func commitmentsAreReadWithKindAndStatus(_ example: Case) {
    let found = facts(example.text).commitments
    #expect(
      found.contains { $0.kind.description == example.kind && $0.status.rawValue == example.status },
      "\(found.map { "\($0.kind) \($0.status)" })")
  }

  @Test(arguments: [
    "The police did not arrest anyone.",
    "Campaigners urged the navy to intercept the trawlers.",
    "If the army shells the town, thousands will flee.",
    "The mayor denied that officers had raided the office.",
    "There is no evidence that the agency deported the family.",
    "The minister ruled out deploying soldiers to the region.",
    "Officers inspect ships in the harbour every day.",
    "A new law allows police to search homes without a warrant.",
    "There is no plan to deport the family.",
    "An inquiry by the audit office would be of use to the council.",
    "When an investigation is complete, its findings go to the board.",
    "The senator is against sending troops to Mali.",
    "Residents may return after the district has been searched by soldiers.",
  ])
  func whatIsDeniedHypotheticalOrWishedForIsNoOperation(_ text: String) {
    #expect(facts(text).operations.isEmpty)
  }

  @Test(arguments: [
    "The president declared a state of emergency in two provinces on Thursday.",
    "The three-day conference, attended by delegates from 40 countries, ended in Nairobi on Friday.",
    "The Senate rejected a bill to legalise cannabis on Thursday.",
  ])
  func whatTwoWordsOfASentenceTellIsOneEvent(_ text: String) {
    #expect(facts(text).events.count == 1)
  }

  @Test func whatWasDoneBeforeAnotherThingIsToComeIsAnOperation() {
    let found = facts("Residents will return, since soldiers searched the district in March.").operations
    #expect(found.map(\.kind.description).contains("search"))
  }

  @Test func aShareCountsNobody() {
    let found = facts("Two-thirds of the suspects were arrested in Lagos on Monday.").operations
    #expect(found.map(\.kind.description) == ["arrest"])
    #expect(found.flatMap(\.outcomes).isEmpty)
  }

  @Test func aTotalCountsWhatItIsOf() {
    let found = facts("A total of 23 suspects were arrested in Lagos on Monday.").operations
    #expect(found.flatMap(\.outcomes).map { "\($0.value) \($0.unit)" } == ["23 person"])
  }

  @Test(arguments: [
    (
      "President Ana Costa met Prime Minister Li Wei. The two leaders signed a fisheries treaty.",
      ["Ana Costa", "Li Wei"]
    ),
    ("Norway and Chile held talks. Both countries signed a fisheries treaty.", ["Norway", "Chile"]),
    ("Norway held talks. Both countries signed a fisheries treaty.", []),
  ])
  func severalWhoAreDescribedTogetherAreThoseNamedLast(_ text: String, names: [String]) {
    let found = facts(text)
    let parties = found.events.filter { $0.kind.description == "agreement" }.flatMap(\.participants)
    #expect(parties.compactMap { $0.party.actor.map { found.actors[$0].name } } == names)
  }

  @Test(arguments: [
    ("The flood caused damage of 1.25 trillion rupees ($19bn; £12bn).", 1),
    ("The convoy halted 15 miles (24km) from Bria.", 1),
    ("The flood caused damage of $19bn and losses of £12bn.", 2),
  ])
  func aFigureThatBracketsConvertIsToldOnce(_ text: String, count: Int) {
    #expect(facts(text).statistics.count == count)
  }

  @Test(arguments: [
    (
      "Minister Rosa Almeida said the loan would \"give us a year to put the harbour in order\". The opposition called for a vote.",
      "Rosa Almeida"
    ),
    (
      "Greta Lind vowed to fight \"quarry by quarry and pit by pit\" against the mines proposed by Norway.",
      "Greta Lind"
    ),
  ])
  func theSentenceThatAQuotationStandsInNamesItsSpeaker(_ text: String, name: String) {
    let found = facts(text)
    let speakers = found.statements.filter(\.isDirect).map { $0.speaker?.actor.map { found.actors[$0].name } }
    #expect(speakers == [name])
  }

  @Test(arguments: [
    "Hurricane Felix hit Belize. Felix killed nine people.", "The tanker Oriana sank. Oriana was carrying oil.",
  ])
  func stormsAndShipsAreNoActors(_ text: String) {
    #expect(!facts(text).actors.contains { $0.name.contains("Felix") || $0.name.contains("Oriana") })
  }

  @Test func coordinatedPromisesAreACommitmentEach() {
    let found = facts("Portugal pledged to build 40 schools, to train 900 teachers and to repair two bridges.")
      .commitments
    #expect(found.count >= 2)
    #expect(Set(found.map(\.action)).count == found.count)
  }

  @Test func evidenceReReadsAndLiesInItsSentence() {
    let text = "Customs officers seized 30 boats in May. The ministry will send 60 inspectors to Batumi."
    let found = facts(text)
    let evidence = found.operations.map(\.evidence) + found.commitments.map(\.evidence)
    #expect(!evidence.isEmpty)
    for span in evidence {
      #expect(found.sentences[span.sentence].contains(span.range))
      #expect(0...1 ~= span.confidence)
    }
  }
}
