import QueryLanguage
import SQLite
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct QueryPlanTests {
  private let database: QueryDatabase

  init() throws { database = try QueryDatabase() }

  private func plan(_ phrase: String) throws -> [String] {
    let query = try #require(database.store.question(phrase, parser: QueryDatabase.parser).reading.query)
    let names = try NameResolver.resolve(query, in: database.store, vocabulary: QueryDatabase.parser.vocabulary)
    let rows = QueryCompiler(query, names: names, limit: 10).compiled().rows
    return try database.store.connection.all("EXPLAIN QUERY PLAN " + rows.text, rows.values) {
      row throws(SQLiteError) in
      row.text(at: 3)
    }
  }

  private static let phrases = [
    "commitments to Peru", "commitments by Norway by maker", "arrests by the Coast Police",
    "arrests in Chile by country",
    "commitments about coral", "statements by Dahl", "meetings with Chile", "commitments due in 2030",
    "quotes by speaker",
    "commitments by country and year", "operations by unit",
  ]

  @Test func `Parties, sentences, countries and documents are found by index`() throws {
    for phrase in Self.phrases {
      let scanned = try plan(phrase).filter { $0.hasPrefix("SCAN ") && !$0.contains(" COVERING INDEX ") }.map {
        $0.split(separator: " ")[1]
      }
      #expect(Set(scanned).isDisjoint(with: ["p", "m", "s", "c", "d", "a", "o", "x", "n"]), "\(phrase): \(scanned)")
    }
  }

  @Test func `A condition that few rows fulfil does not scan the facts`() throws {
    for phrase in ["commitments to Peru", "arrests by the Coast Police", "arrests in Chile"] {
      let plan = try plan(phrase)
      #expect(!plan.contains { $0 == "SCAN f" || $0.hasPrefix("SCAN f ") }, "\(phrase): \(plan)")
    }
  }

  @Test(arguments: [
    ("events", "events_first_day"), ("latest operations", "operations_first_day"),
    ("commitments since 2024", "commitments_first_day"), ("statistics", "statistics_first_day"),
    ("statements", "statements_first_day"), ("documents", "documents_published_on"),
    ("events by kind", "events_kind"), ("operations by status", "operations_kind"),
    ("commitments by kind", "commitments_kind"), ("events by country", "events_country_code"),
    ("statistics by country", "statistics_country_code"), ("statistics by unit", "statistics_unit"),
    ("events by year", "events_first_day"), ("commitments by month", "commitments_first_day"),
    ("how many events", "events_"), ("documents by publisher", "documents_publisher"),
    ("commitments by maker", "commitment_parties_actor_id"), ("commitments by recipient", "commitment_parties_surface"),
    ("commitments by maker", "commitments_agents"), ("operations by recipient", "operations_recipients"),
    ("events by actor", "event_participants_actor_id"), ("operations by lead", "operation_participants_surface"),
    ("commitments by country", "commitment_parties_actor_id"), ("events by place", "events_place"),
    ("commitments by unit", "commitments_unit"), ("commitments by currency", "commitments_currency"),
    ("statements by speaker", "statements_speaker_actor_id"), ("statistics by actor", "statistics_source_actor_id"),
    ("events by kind and year", "events_kind"), ("statements by country", "statements_speaker_actor_id"),
    ("events by actor and year", "event_participants_actor_id"),
  ])
  func `Lists and groups of everything read an index and not the facts`(phrase: String, index: String) throws {
    let plan = try plan(phrase)
    #expect(plan.contains { $0.contains("USING COVERING INDEX \(index)") }, "\(phrase): \(plan)")
  }

  @Test func `A list in the order of its index ends with its last row`() throws {
    let plan = try plan("events")
    // Only rows of one day are sorted among each other.
    #expect(
      plan.contains("USE TEMP B-TREE FOR RIGHT PART OF ORDER BY") || !plan.contains { $0.contains("TEMP") }, "\(plan)")
  }

  @Test func `The money of groups is read from the index of what has money`() throws {
    let plan = try plan("commitments by kind")
    #expect(
      plan.contains {
        $0.contains("USING INDEX commitments_amount") || $0.contains("COVERING INDEX commitments_amount")
      })
  }
}
