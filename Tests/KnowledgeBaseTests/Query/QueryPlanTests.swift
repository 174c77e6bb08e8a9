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
    return try plan(QueryCompiler(query, names: names, limit: 10))
  }

  private func plan(_ compiler: QueryCompiler) throws -> [String] {
    let rows = compiler.compiled().rows
    return try database.store.connection.all("EXPLAIN QUERY PLAN " + rows.text, rows.values) {
      row throws(SQLiteError) in
      row.text(at: 3)
    }
  }

  /// The keys of a page.
  private func rows(_ compiler: QueryCompiler) throws -> [Int] {
    let rows = compiler.compiled().rows
    return try database.store.connection.all(rows.text, rows.values) { row throws(SQLiteError) in row.integer(at: 0) }
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
    ("documents by publisher", "documents_publisher"), ("largest statistics", "statistics_size"),
    ("largest commitments", "commitments_size"), ("ongoing events", "events_first_day"),
    ("commitments due before 2030", "commitments_deadline"), ("overdue commitments", "commitments_deadline"),
    ("commitments in Norway", "commitment_parties_country_code"),
    ("commitments to Peru", "commitment_parties_actor_id"), ("meetings with Chile", "event_participants_actor_id"),
    ("events by document", "fact_counts_documents"), ("actors", "actors_documents"),
    ("how many actors", "actors_documents"), ("actors by kind", "actors_kind"),
    ("actors by country", "actors_country_code"), ("documents by publisher and year", "documents_publisher_year"),
    ("largest operations", "operation_outcomes_value"),
    ("commitments by unit since 15 March 2024", "commitments_unit"),
    ("commitments by currency since 15 March 2024", "commitments_currency"),
    ("statistics by unit since 15 March 2024", "statistics_unit"),
    ("pledged commitments by maker since 15 March 2024", "commitment_parties_actor_id"),
    ("pledged commitments by recipient since 15 March 2024", "commitment_parties_surface"),
    ("commitments by maker since 15 March 2024", "commitments_agents"),
    ("commitments by country since 15 March 2024", "commitment_parties_country_code"),
    ("operations by lead and kind since 15 March 2024", "operation_participants_actor_id"),
    ("arrests by recipient since 15 March 2024", "operation_participants_surface"),
    ("events by actor and month", "event_participants_actor_id"),
    ("statements by speaker since 15 March 2024", "statements_speaker_actor_id"),
    ("statistics by actor and month", "statistics_source_actor_id"),
    ("statements by country and month", "statements_speaker_actor_id"),
  ])
  func `Lists and groups of everything read an index and not the facts`(phrase: String, index: String) throws {
    let plan = try plan(phrase)
    #expect(plan.contains { $0.contains("INDEX \(index)") }, "\(phrase): \(plan)")
  }

  @Test(arguments: [
    "how many events", "events by kind", "operations by status", "statements by month", "events by quarter and kind",
    "events by country", "commitments by country", "statements by country", "operations by country and year",
    "statistics by country", "commitments by maker", "commitments by recipient", "events by actor",
    "operations by lead",
    "statements by speaker", "statistics by actor", "events by actor and year", "commitments by publisher and year",
    "arrests in Chile", "events since 2024 by kind", "commitments by kind in Norway", "how much has Norway pledged",
    "quotes by publisher", "operations in Chile by kind", "pledged commitments by country", "events by place",
    "events by place and kind", "statistics by unit", "commitments by unit", "commitments by currency",
    "operations by unit", "pledged commitments by maker", "arrests by recipient", "operations by lead and kind",
    "meetings by month", "operations by kind and month",
  ])
  func `What is counted is read and no fact`(phrase: String) throws {
    let plan = try plan(phrase.contains("by") || phrase.hasPrefix("how") ? phrase : "how many \(phrase)")
    #expect(plan.contains { $0.hasPrefix("SEARCH f USING PRIMARY KEY (fact_table=? AND dimension=?") }, "\(plan)")
    let tables = ["commitments_", "events_", "operations_", "statements_", "statistics_", "SCAN f "]
    // The names of those who act are listed where they are few; nothing of that is read where they are not.
    let counting = plan.prefix { !$0.hasPrefix("MATERIALIZE agents") }
    #expect(!counting.contains { step in tables.contains { step.contains($0) } }, "\(plan)")
  }

  @Test func `A list in the order of its index ends with its last row`() throws {
    let plan = try plan("events")
    // Only rows of one day are sorted among each other.
    #expect(
      plan.contains("USE TEMP B-TREE FOR RIGHT PART OF ORDER BY") || !plan.contains { $0.contains("TEMP") }, "\(plan)")
  }

  @Test func `A page about common words is read from the index of days alone`() throws {
    for phrase in ["commitments about coral", "quotes about coral since 2024", "arrests about coral reef"] {
      let query = try #require(database.store.question(phrase, parser: QueryDatabase.parser).reading.query)
      var names = try NameResolver.resolve(query, in: database.store, vocabulary: QueryDatabase.parser.vocabulary)
      let rare = try rows(QueryCompiler(query, names: names, limit: 10))
      names.rareWords = []
      let compiler = QueryCompiler(query, names: names, limit: 10)
      let plan = try plan(compiler)
      #expect(
        plan.contains { $0.hasPrefix("SCAN f USING COVERING INDEX \(query.subject.rawValue)_first_day") }, "\(plan)")
      #expect(try rows(compiler) == rare, "\(phrase)")
    }
  }

  @Test func `The money of groups that are not counted is read from the index of what has money`() throws {
    let plan = try plan("commitments by kind since 15 March 2024")
    #expect(
      plan.contains {
        $0.contains("USING INDEX commitments_amount") || $0.contains("COVERING INDEX commitments_amount")
      })
  }
}
