import Documents
import KnowledgeBase
import Lexicon
import PolicyModel
import QueryLanguage
import TestSupport

/// The small fixed database that `answers.tsv` asks: three documents about ports, whose every sentence is one fact.
struct QueryDatabase {
  /// The day that relative dates are counted from.
  static let today = Samples.date("2025-03-01")
  static let parser = QueryParser(vocabulary: QueryVocabulary(), today: today)

  private let folder = ScratchFolder()
  let store: KnowledgeStore

  init() throws {
    let path = folder.file("kb.db")
    let countries = Countries.embedded.all.map {
      CountryRow(code: $0.code, alpha3: $0.alpha3, name: $0.name, region: $0.region)
    }
    let writer = try KnowledgeStore(
      path: path, mode: .readWrite, reference: ReferenceData(countries: countries, kindOfPlace: { _ in "city" }))
    let run = try writer.beginRun(extractorVersion: "1")
    _ = try writer.store([Self.plan, Self.fisheries, Self.undated], run: run)
    store = try KnowledgeStore(path: path, mode: .readOnly)
  }

  // MARK: The documents

  private static var plan: ExtractedDocument {
    var pages = FactPages(
      source: "press/plan.txt", title: "Harbour towns plan", day: "2024-03-10", publisher: "Port News")
    pages.commitment(
      "Norway will pay €2.5m to Peru for river ports by 2030.", "funding", .pledged, makers: ["Norway"],
      recipients: ["Peru"], money: ("2500000", "EUR"), deadline: "2030-12-31")
    pages.commitment(
      "The Harbour Board has set aside €500,000 for buoys.", "funding", .enacted, makers: ["Harbour Board"],
      money: ("500000", "EUR"))
    pages.commitment(
      "Chile and Norway agreed to send 40 officers by the end of 2024.", "personnel", .agreed,
      makers: ["Chile", "Norway"], quantity: ("40", "officer"), deadline: "2024-12-31")
    pages.operation(
      "The Harbour Board arrested two poachers in Bergen on 2 February.", "arrest", .completed, on: "2024-02-02",
      at: ("Bergen", "NO"), leads: ["Harbour Board"], targets: ["two poachers"], outcomes: [("2", "person")])
    pages.event(
      "Norway and Chile will meet in Bergen on 3 May.", "meeting", .planned, on: "2024-05-03", at: ("Bergen", "NO"),
      participants: [("Norway", .agent), ("Chile", .participant)])
    pages.statistic(
      "Over 40 per cent of docks are dry.", .value(Samples.decimal("40")), .greater, "percent", "docks", "NO")
    pages.statement("“We keep our word,” said Åse Dahl.", "Åse Dahl", isDirect: true)
    return pages.document
  }

  private static var fisheries: ExtractedDocument {
    var pages = FactPages(
      source: "press/fisheries.txt", title: "Fisheries round-up", day: "2025-02-01", publisher: "Coast Gazette")
    pages.commitment(
      "The Ocean Union promised Chile $10 million in aid.", "aid", .pledged, makers: ["Ocean Union"],
      recipients: ["Chile"], money: ("10000000", "USD"))
    pages.commitment("Officials would review the licence rules.", "reform", .proposed, makers: ["officials"])
    pages.commitment(
      "Chile will give €1 million to small fishing towns.", "funding", .pledged, makers: ["Chile"],
      recipients: ["small fishing towns"], money: ("1000000", "EUR"))
    pages.operation(
      "The Coast Police arrested six smugglers in Valparaíso.", "arrest", .completed, on: "2025-01-15",
      at: ("Valparaíso", "CL"), leads: ["Coast Police"], targets: ["six smugglers"], outcomes: [("6", "person")])
    pages.operation(
      "The Coast Police seized 12 boats and 300 kg of coral.", "seizure", .completed, on: "2025-01-20",
      at: ("Valparaíso", "CL"), leads: ["Coast Police"], outcomes: [("12", "boat"), ("300", "kg")])
    pages.event(
      "Chile and Peru signed a fishing treaty in Lima.", "agreement", .occurred, on: "2025-01-30", at: ("Lima", "PE"),
      participants: [("Chile", .agent), ("Peru", .target)])
    pages.statistic(
      "Between 100 and 200 people drown each year in Peru.",
      .range(low: Samples.decimal("100"), high: Samples.decimal("200")), .equal, "person", "people drown", "PE")
    pages.statement("A spokeswoman said the boats were empty.", "spokeswoman", isDirect: false)
    return pages.document
  }

  private static var undated: ExtractedDocument {
    var pages = FactPages(source: "notes/river.txt", title: nil, day: nil, publisher: nil)
    pages.operation(
      "Peru patrols the river mouth.", "surveillance", .ongoing, on: nil, at: nil, leads: ["Peru"], country: "PE")
    pages.event(
      "A pilot school opens in Chile in June 2026.", "launch", .planned, on: "2026-06-01", at: nil, country: "CL",
      participants: [])
    return pages.document
  }
}

/// Builds a document sentence by sentence; each is the evidence of one fact.
struct FactPages {
  private static let actors: [String: Actor] = [
    "Norway": Actor(name: "Norway", kind: .country, country: Samples.code("NO")),
    "Chile": Actor(name: "Chile", kind: .country, country: Samples.code("CL")),
    "Peru": Actor(name: "Peru", kind: .country, country: Samples.code("PE")),
    "Ocean Union": Actor(name: "Ocean Union", kind: .international),
    "Harbour Board": Actor(
      name: "Norwegian Harbour Board", aliases: ["Harbour Board", "NHB"], kind: .agency, country: Samples.code("NO")),
    "Coast Police": Actor(name: "Coast Police", kind: .agency, country: Samples.code("CL")),
    "Åse Dahl": Actor(
      name: "Åse Dahl", aliases: ["Dahl"], kind: .person, country: Samples.code("NO"), roles: ["Harbour Minister"]),
  ]

  private let source: String
  private let title: String?
  private let day: String?
  private let publisher: String?
  private var text = ""
  private var facts = DocumentFacts()

  init(source: String, title: String?, day: String?, publisher: String?) {
    self.source = source
    self.title = title
    self.day = day
    self.publisher = publisher
  }

  var document: ExtractedDocument {
    let published = day.map { PublicationDate(Samples.date($0), basis: .header) }
    return ExtractedDocument(
      Document(
        source: source, text: SourceText(text), title: title, published: published, publisher: publisher,
        sha256: source, diagnostics: []), facts: facts)
  }

  private mutating func evidence(_ sentence: String, _ rule: String) -> Evidence {
    let start = text.utf8.count
    text += sentence
    let range = ByteRange(start, text.utf8.count)
    text += " "
    facts.sentences.append(range)
    return Evidence(range: range, sentence: facts.sentences.count - 1, confidence: 0.9, rule: rule)
  }

  private mutating func party(_ name: String) -> Party {
    guard var actor = Self.actors[name] else { return Party(actor: nil, surface: name) }
    if let index = facts.actors.firstIndex(where: { $0.name == actor.name }) {
      return Party(actor: index, surface: name)
    }
    let sentence = facts.sentences[facts.sentences.count - 1]
    actor.mentions = [Actor.Mention(range: ByteRange(sentence.start, sentence.start + 1), surface: name)]
    facts.actors.append(actor)
    return Party(actor: facts.actors.count - 1, surface: name)
  }

  private static func place(_ place: (name: String, country: String)?) -> PlaceReference? {
    place.map { PlaceReference(name: $0.name, country: Samples.code($0.country)) }
  }

  mutating func commitment(
    _ sentence: String, _ kind: String, _ status: Commitment.Status, makers: [String], recipients: [String] = [],
    money: (amount: String, currency: String)? = nil, quantity: (value: String, unit: String)? = nil,
    deadline: String? = nil
  ) {
    let evidence = evidence(sentence, "commitments/test")
    facts.commitments.append(
      Commitment(
        evidence: evidence, kind: Samples.kind(kind), status: status, makers: makers.map { party($0) },
        recipients: recipients.map { party($0) }, action: sentence,
        amount: money.map { Money(Samples.decimal($0.amount), CurrencyCode($0.currency)) },
        quantity: quantity.map { Quantity(Samples.decimal($0.value), unit: $0.unit) },
        deadline: deadline.map(Samples.date)))
  }

  mutating func operation(
    _ sentence: String, _ kind: String, _ status: Operation.Status, on day: String?,
    at place: (name: String, country: String)?, leads: [String], targets: [String] = [],
    outcomes: [(value: String, unit: String)] = [], country: String? = nil
  ) {
    let evidence = evidence(sentence, "operations/test")
    facts.operations.append(
      Operation(
        evidence: evidence, kind: Samples.kind(kind), status: status,
        period: Period(start: day.map(Samples.date), end: nil), place: Self.place(place),
        country: country.map(Samples.code), leads: leads.map { party($0) }, targets: targets.map { party($0) },
        outcomes: outcomes.map { Operation.Outcome(value: Samples.decimal($0.value), unit: $0.unit) }))
  }

  mutating func event(
    _ sentence: String, _ kind: String, _ status: Event.Status, on day: String,
    at place: (name: String, country: String)?, country: String? = nil,
    participants: [(name: String, role: Event.Role)]
  ) {
    let evidence = evidence(sentence, "events/test")
    facts.events.append(
      Event(
        evidence: evidence, kind: Samples.kind(kind), status: status,
        period: Period(start: Samples.date(day), end: nil), place: Self.place(place),
        country: country.map(Samples.code),
        participants: participants.map { Event.Participant(party($0.name), role: $0.role) }))
  }

  mutating func statistic(
    _ sentence: String, _ figure: Statistic.Figure, _ comparator: Comparator, _ unit: String, _ metric: String,
    _ country: String
  ) {
    let evidence = evidence(sentence, "statistics/test")
    facts.statistics.append(
      Statistic(
        evidence: evidence, figure: figure, comparator: comparator, unit: unit, metric: metric,
        country: Samples.code(country), source: comparator == .greater ? party("Åse Dahl") : nil))
  }

  mutating func statement(_ sentence: String, _ speaker: String, isDirect: Bool) {
    let evidence = evidence(sentence, "statements/test")
    facts.statements.append(
      Statement(
        evidence: evidence, speaker: party(speaker), text: sentence, range: evidence.range, isDirect: isDirect))
  }
}
