import Documents
import LanguageAnalysis
import PolicyModel
import Testing

@testable import FactExtraction

/// Sentences of invention, read by the embedded analyser.
@Suite struct ActorResolverTests {
  private func resolve(_ text: String) -> (reading: Reading, actors: ResolvedActors) {
    let document = Document(source: "test", text: SourceText(text))
    let reading = Reading(document: document, analysis: LanguageAnalyzer().analyze(document), measures: [])
    return (reading, ActorResolver().resolve(reading))
  }

  private func actors(_ text: String) -> [Actor] { resolve(text).actors.actors }

  @Test(arguments: [
    ("Norway pledged 40 million euros to Malawi.", ["Norway", "Malawi"]),
    ("The minister met officials in Lisbon and flew to Kenya.", []),
    ("Danish officials rejected the plan.", ["Denmark"]),
    ("Budapest rejected the plan.", ["Hungary"]),
    ("The talks were held in Budapest.", []),
    ("The Paris Agreement was signed by Chile.", ["Chile"]),
  ])
  func `takes a country for an actor only where it acts or is acted upon`(text: String, names: [String]) {
    #expect(actors(text).map(\.name) == names)
  }

  @Test(arguments: [
    ("The Harbour Safety Commission fined the operator.", "Harbour Safety Commission", Actor.Kind.agency),
    (
      "The Ministry of Fisheries and Aquaculture opened a school.", "Ministry of Fisheries and Aquaculture", .government
    ),
    ("The Court of Appeal dismissed the claim.", "Court of Appeal", .court),
    ("Lakeside Mining plc closed two pits.", "Lakeside Mining plc", .company),
    ("The University of Tromso published the survey.", "University of Tromso", .academic),
    ("The Royal Navy sent a frigate.", "Royal Navy", .military),
    ("UNHCR opened two camps.", "United Nations High Commissioner for Refugees", .international),
  ])
  func `tells the kind of a body by its words or by the data files`(text: String, name: String, kind: Actor.Kind) {
    #expect(actors(text).contains { $0.name == name && $0.kind == kind })
  }

  @Test(arguments: [
    ("The exporter Severgas cut deliveries on Monday.", "Severgas", Actor.Kind.company),
    ("The watchdog Berzin asked for a recount.", "Berzin", .ngo),
    ("The strike was called by the FNK union.", "FNK", .ngo),
    ("Police blamed the New Dawn rebels.", "New Dawn", .group),
  ])
  func `knows a body by the noun that describes it`(text: String, name: String, kind: Actor.Kind) {
    #expect(actors(text).contains { $0.name == name && $0.kind == kind })
  }

  @Test(arguments: [
    ("Ghana was calm. The central bank raised its rate.", ["Central Bank"]),
    ("The finance ministry rejected the claim.", ["Finance Ministry"]),
    ("He spoke to a central bank official.", []),
    ("The Bank of Ghana cut its rate. The bank said so.", ["Bank of Ghana"]),
  ])
  func `takes a body that a state has one of for an actor where it acts`(text: String, names: [String]) {
    #expect(actors(text).filter { $0.kind != .country }.map(\.name) == names)
  }

  @Test func `reads the body that issues a document off its letterhead`() {
    let text = "HARWICH CITY COUNCIL\n\nNew flats for Harwich\n\nThe council will build 40 flats."
    let blocks = [(0, 20), (22, 43), (45, text.utf8.count)].map { Block(kind: .paragraph, range: ByteRange($0, $1)) }
    let document = Document(source: "test", text: SourceText(text), blocks: blocks)
    let reading = Reading(document: document, analysis: LanguageAnalyzer().analyze(document), measures: [])
    #expect(ActorResolver().resolve(reading).actors.contains { $0.name == "Harwich City Council" })
  }

  @Test(arguments: [
    ("NAIROBI More than 40 people were hurt.", "Kenya"),
    ("A World Bank credit was drawn.", "A World Bank"),
    ("Brussels must approve the aid.", "Belgium"),
  ])
  func `takes no currency, dateline, article or seat of others for an actor`(text: String, name: String) {
    #expect(!actors(text).contains { $0.name == name })
  }

  @Test(arguments: [
    ("Finance Minister Sofia Halvorsen resigned.", "Sofia Halvorsen", "Finance Minister"),
    ("Henrik Dahl, the chief executive of the bank, resigned.", "Henrik Dahl", "chief executive"),
    ("The transport minister, Laura Bianchi, resigned.", "Laura Bianchi", "transport minister"),
    ("Sen. Robert Hale resigned.", "Robert Hale", "Senator"),
    ("Minister for Rural Affairs Thomas Keller resigned.", "Thomas Keller", "Minister for Rural Affairs"),
    ("Colonel Peter Novak resigned.", "Peter Novak", "Colonel"),
    ("Inspector-General of Police Thomas Keller resigned.", "Thomas Keller", "Inspector-General of Police"),
    (
      "Minister of Fisheries and Coastal Affairs Laura Bianchi resigned.", "Laura Bianchi",
      "Minister of Fisheries and Coastal Affairs"
    ),
    ("Labour Attaché Henrik Dahl resigned.", "Henrik Dahl", "Labour Attaché"),
    ("Defence Attaché Henrik Dahl resigned.", "Henrik Dahl", "Defence Attaché"),
  ])
  func `gives a person the title that stands beside the name`(text: String, name: String, role: String) {
    #expect(actors(text).first { $0.name == name }?.roles == [role])
  }

  @Test func `gathers the full name, the surname and the form of address to one person`() {
    let found = actors(
      "Foreign Minister Clara Lindqvist spoke. Mrs Lindqvist left early. Lindqvist promised to return.")
    #expect(found.map(\.name) == ["Clara Lindqvist"])
    #expect(found.first?.mentions.count == 3)
  }

  @Test func `takes an acronym in brackets for a name of the body`() throws {
    let found = actors("The National Bridge Authority (NBA) closed a bridge. The NBA will reopen it.")
    let body = try #require(found.first)
    #expect(body.name == "National Bridge Authority")
    #expect(body.aliases == ["NBA"])
    #expect(body.mentions.count == 3)
  }

  @Test func `takes the Interior Ministry and the Ministry of the Interior for one`() {
    let found = actors("The Interior Ministry denied it. The Ministry of the Interior later apologised.")
    #expect(found.count == 1)
  }

  @Test(arguments: [
    ("Laura Bianchi arrived. She signed the paper.", "She", "Laura Bianchi"),
    ("The Harbour Safety Commission met. The commission fined the owner.", "commission", "Harbour Safety Commission"),
    ("Finance Minister Sofia Halvorsen arrived. The minister spoke.", "minister", "Sofia Halvorsen"),
    ("Norway and Norwegian police acted. The government paid.", "government", "Norway"),
  ])
  func `lets pronouns and descriptions stand for who was named before`(text: String, word: String, name: String) throws
  {
    let (reading, actors) = resolve(text)
    let token = try #require(reading.tokens.indices.last { reading.surface($0) == word })
    let mention = try #require(actors.mention(at: token))
    #expect(actors.actors[mention.actor].name == name)
    #expect(!mention.isName)
  }

  @Test(arguments: [
    "The Attorney-General told the court that the case was closed.", "The Comptroller General published a report.",
    "Member States agreed to the plan.",
  ])
  func `takes no office or body for a person`(text: String) {
    #expect(!actors(text).contains { $0.kind == .person })
  }

  @Test func `hands a plural title on to all that it introduces`() {
    let found = actors("Senators Robert Hale (D-Ohio), Laura Price and Henry Moss voted against it.")
    #expect(found.filter { $0.roles == ["Senator"] }.map(\.name) == ["Robert Hale", "Laura Price", "Henry Moss"])
  }

  @Test func `gives a body and an office the country of the words around them`() {
    let found = actors("Peru's National Health Institute warned Chilean Health Minister Carmen Rojas.")
    #expect(found.first { $0.name == "National Health Institute" }?.country?.description == "PE")
    #expect(found.first { $0.name == "Carmen Rojas" }?.country?.description == "CL")
  }

  @Test(arguments: ["", "   ", "(", "The", "McX (ABC", "'s 's 's", "of the of the", "D-", "Mr", "«É» – “Å”, Jr."])
  func `reads any odd text without a trap, with mentions in order and apart`(text: String) {
    let found = resolve(text).actors
    #expect(zip(found.mentions, found.mentions.dropFirst()).allSatisfy { $0.tokens.upperBound <= $1.tokens.lowerBound })
  }
}
