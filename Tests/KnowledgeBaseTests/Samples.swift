import Documents
import KnowledgeBase
import PolicyModel
import TestSupport

/// Documents with facts, built by hand from marked text.
enum Samples {
  /// A store in a file of its own.
  static func store(
    in folder: ScratchFolder, mode: KnowledgeStore.Mode = .readWrite
  ) throws -> KnowledgeStore {
    try KnowledgeStore(path: folder.file("kb.db"), mode: mode, reference: reference)
  }

  static let reference = ReferenceData(
    countries: [
      CountryRow(code: code("NO"), alpha3: "NOR", name: "Norway", region: "Northern Europe"),
      CountryRow(code: code("CL"), alpha3: "CHL", name: "Chile", region: "South America"),
    ],
    kindOfPlace: { $0.name == "Bergen" ? "city" : nil })

  static func code(_ text: String) -> CountryCode {
    guard let code = CountryCode(text) else { preconditionFailure("\(text) is no country code") }
    return code
  }

  static func kind(_ text: String) -> FactKind {
    guard let kind = FactKind(text) else { preconditionFailure("\(text) is no kind") }
    return kind
  }

  static func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(iso: text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  static func decimal(_ text: String) -> ExactDecimal {
    guard let decimal = ExactDecimal(text) else { preconditionFailure("\(text) is no number") }
    return decimal
  }

  /// One fact of each table, over text that is not all ASCII. `opening` comes before everything.
  static func harbour(source: String = "press/harbour.txt", opening: String = "", sha256: String = "a")
    -> ExtractedDocument
  {
    let marked = MarkedText(
      opening
        + "⟦s:⟦a:Havnevesenet⟧ ⟦e:opened a quay in ⟦p:Bergen⟧⟧ – ⟦o:it seized 12 boats⟧.⟧ "
        + "⟦s:⟦c:⟦b:Norway⟧ will pay €2.5m by 2030⟧ for ⟦t:about 40 per cent of the “dry” docks⟧.⟧ "
        + "⟦s:⟦q:“We keep our word,” said ⟦m:Åse Dahl⟧⟧.⟧")
    let spans = Dictionary(grouping: marked.marks, by: \.label).mapValues { $0.map(\.range).sorted() }
    func span(_ label: String) -> ByteRange { spans[label]?.first ?? ByteRange(0, 0) }
    let text = SourceText(marked.text)
    func evidence(_ label: String, sentence: Int, _ rule: String) -> Evidence {
      Evidence(range: span(label), sentence: sentence, confidence: 0.75, rule: rule)
    }
    func actor(_ label: String, _ name: String, _ kind: Actor.Kind, roles: [String] = []) -> Actor {
      Actor(
        name: name, aliases: kind == .agency ? ["the harbour board"] : [], kind: kind, country: code("NO"),
        roles: roles, mentions: [Actor.Mention(range: span(label), surface: text[span(label)])])
    }
    let facts = DocumentFacts(
      sentences: spans["s"] ?? [],
      actors: [
        actor("a", "Havnevesenet", .agency), actor("b", "Norway", .country),
        actor("m", "Åse Dahl", .person, roles: ["Harbour Minister"]),
      ],
      events: [
        Event(
          evidence: evidence("e", sentence: 0, "events/open"), kind: kind("launch"), status: .occurred,
          period: Period(start: date("2024-05-03"), end: nil),
          place: PlaceReference(name: "Bergen", country: code("NO")),
          participants: [.init(Party(actor: 0, surface: "Havnevesenet"), role: .agent)])
      ],
      operations: [
        Operation(
          evidence: evidence("o", sentence: 0, "operations/seize"), kind: kind("seizure"), status: .completed,
          leads: [Party(actor: 0, surface: "it")], targets: [Party(actor: nil, surface: "boats")],
          outcomes: [.init(value: ExactDecimal(12), unit: "boat")])
      ],
      commitments: [
        Commitment(
          evidence: evidence("c", sentence: 1, "commitments/pay"), kind: kind("funding"), status: .pledged,
          makers: [Party(actor: 1, surface: "Norway")], action: "pay",
          amount: Money(decimal("2500000"), CurrencyCode("EUR")),
          deadline: date("2030-12-31"))
      ],
      statistics: [
        Statistic(
          evidence: evidence("t", sentence: 1, "statistics/share"), figure: .value(ExactDecimal(40)),
          comparator: .approximately, unit: "percent", metric: "docks", source: Party(actor: 2, surface: "the minister")
        )
      ],
      statements: [
        Statement(
          evidence: evidence("q", sentence: 2, "statements/said"), speaker: Party(actor: 2, surface: "Åse Dahl"),
          text: "We keep our word,", range: span("q"), isDirect: true)
      ])
    let document = Document(
      source: source, text: text, title: "Harbour opens",
      published: PublicationDate(date("2024-05-04"), basis: .header),
      publisher: "Port News", sha256: sha256,
      diagnostics: [Diagnostic(.note, code: "sample", "a note", range: span("p"))])
    return ExtractedDocument(document, facts: facts)
  }

  /// The export as lines.
  static func lines(_ store: KnowledgeStore) throws -> [String] {
    var lines: [String] = []
    try store.export { record in lines += record.lines }
    return lines
  }
}
