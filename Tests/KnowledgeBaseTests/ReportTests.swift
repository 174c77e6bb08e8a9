import PolicyModel
import SQLite
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct ReportTests {
  private let folder = ScratchFolder()
  private let store: KnowledgeStore

  init() throws {
    store = try Samples.store(in: folder)
    _ = try store.store([Samples.harbour()], run: try store.beginRun(extractorVersion: "1"))
  }

  @Test func `A fact is shown with its columns, parties and sentence between its neighbours`() throws {
    let fact = try #require(try store.fact(.commitments, id: 1))
    #expect(
      fact.fields == [
        .init(name: "kind", value: .text("funding")), .init(name: "status", value: .text("pledged")),
        .init(name: "action", value: .text("pay")), .init(name: "amount", value: .number(2_500_000)),
        .init(name: "currency", value: .text("EUR")), .init(name: "deadline", value: .text("2030-12-31")),
      ])
    #expect(fact.parties == [.init(role: "maker", name: "Norway", actorID: 2, surface: "Norway")])
    #expect(fact.evidence == "Norway will pay €2.5m by 2030")
    #expect(fact.context.before == "Havnevesenet opened a quay in Bergen – it seized 12 boats.")
    #expect(fact.context.sentence == "Norway will pay €2.5m by 2030 for about 40 per cent of the “dry” docks.")
    #expect(fact.context.after == "“We keep our word,” said Åse Dahl.")
    #expect(fact.confidence == 0.75)
    #expect(fact.rule == "commitments/pay")
    #expect(fact.document.source == "press/harbour.txt")
    #expect(fact.document.publishedOn == "2024-05-04")
  }

  @Test func `An operation is shown with its outcomes and its unnamed parties`() throws {
    let fact = try #require(try store.fact(.operations, id: 1))
    #expect(fact.outcomes == [Answer.Figure(12, unit: "boat", isMoney: false)])
    #expect(fact.parties.map(\.role) == ["lead", "target"])
    #expect(fact.parties.last == .init(role: "target", name: "boats", actorID: nil, surface: "boats"))
    #expect(fact.context.before == nil)
  }

  @Test func `A statement is shown with its speaker`() throws {
    let fact = try #require(try store.fact(.statements, id: 1))
    #expect(fact.fields.last == .init(name: "direct", value: .flag(true)))
    #expect(fact.parties == [.init(role: "speaker", name: "Åse Dahl", actorID: 3, surface: "Åse Dahl")])
    #expect(fact.context.after == nil)
  }

  @Test(arguments: FactTable.allCases)
  func `A row that is not there is none`(table: FactTable) throws {
    #expect(try store.fact(table, id: 9) == nil)
    #expect(try store.actor(id: 9) == nil)
  }

  @Test func `An actor is shown with names, offices, documents and what it takes part in`() throws {
    let actor = try #require(try store.actor(id: 1))
    #expect(actor.name == "Havnevesenet")
    #expect(actor.kind == "agency")
    #expect(actor.country == "Norway")
    #expect(actor.aliases == ["the harbour board"])
    #expect(actor.appearances.map(\.mentions) == [1])
    #expect(
      actor.involvement == [
        .init(table: .events, role: "agent", facts: 1), .init(table: .operations, role: "lead", facts: 1),
      ])
    #expect(try store.actor(id: 3)?.involvement.map(\.role) == ["source", "speaker"])
  }

  @Test func `Counts, versions and sizes are told`() throws {
    let info = try store.info()
    #expect(info.path == folder.file("kb.db"))
    #expect(info.size % 4_096 == 0 && info.size > 0)
    #expect(info.schemaVersion == Migration.all.count)
    #expect(info.extractors == [.init(name: "1", count: 1)])
    #expect(info.lastIngest == nil)
    #expect(info.tables.first { $0.name == "actors" }?.count == 3)
  }

  @Test func `The lists for people give names in place of ids`() throws {
    let rows = try store.connection.all(
      """
      SELECT makers, amount, currency, deadline, sentence, title, published_on, publisher, source FROM commitment_list
      UNION ALL SELECT participants, start_date, country, place, evidence, title, published_on, publisher, source
      FROM event_timeline
      UNION ALL SELECT leads, targets, outcomes, kind, evidence, title, published_on, publisher, source
      FROM operation_list
      UNION ALL SELECT attributed_to, value, unit, comparator, evidence, title, published_on, publisher, source
      FROM statistic_list
      UNION ALL SELECT speaker, text, direct, NULL, evidence, title, published_on, publisher, source
      FROM statement_list
      """
    ) { row in row.row }
    let document: [Value] = ["Harbour opens", "2024-05-04", "Port News", "press/harbour.txt"]
    let sentence: Value = "Norway will pay €2.5m by 2030 for about 40 per cent of the “dry” docks."
    #expect(
      rows == [
        ["Norway", 2_500_000.0, "EUR", "2030-12-31", sentence] + document,
        ["Havnevesenet", "2024-05-03", "Norway", "Bergen", "opened a quay in Bergen"] + document,
        ["Havnevesenet", "boats", "12 boat", "seizure", "it seized 12 boats"] + document,
        ["Åse Dahl", 40.0, "percent", "~", "about 40 per cent of the “dry” docks"] + document,
        ["Åse Dahl", "We keep our word,", 1, nil, "“We keep our word,” said Åse Dahl"] + document,
      ])
    let actors = try store.connection.all("SELECT name, country, aliases, roles, documents, mentions FROM actor_list") {
      row in row.row
    }
    #expect(actors.first == ["Havnevesenet", "Norway", "the harbour board", nil, 1, 1])
  }
}
