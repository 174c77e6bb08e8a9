import QueryLanguage
import SQLite
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct AmbiguousNameTests {
  private let database: QueryDatabase

  init() throws { database = try QueryDatabase() }

  private func change(_ sql: String) throws {
    let connection = try Connection(path: database.store.path, mode: .readWrite)
    try connection.execute("PRAGMA foreign_keys = ON; " + sql)
  }

  private func question(_ phrase: String) throws -> Question {
    try database.store.question(phrase, parser: QueryDatabase.parser)
  }

  private func ids(_ phrase: String) throws -> [Answer.Cell] {
    try #require(try database.store.answer(to: try question(phrase))).rows.map { $0.cells[0] }
  }

  @Test func `Somebody with the name of a country is said, and quotation marks name them`() throws {
    #expect(try question("statements by Jordan").notes.isEmpty)
    try change(
      """
      INSERT INTO actor_aliases (document_id, actor_id, ordinal, alias)
      SELECT document_id, actor_id, 90, 'Jordan' FROM document_actors WHERE name = 'Åse Dahl'
      """)
    let notes = try question("statements by Jordan").notes
    #expect(notes.contains { $0.contains("read as the country") && $0.contains("Åse Dahl has that name") }, "\(notes)")
    #expect(try ids("statements by Jordan").isEmpty)
    #expect(try ids("statements by \"Jordan\"") == ids("statements by Åse Dahl"))
    #expect(try !ids("statements by Åse Dahl").isEmpty)
  }

  @Test func `A place with the name of a country is taken where the database has nothing of the country`() throws {
    let inBergen = try ids("events in Bergen")
    try change(
      """
      UPDATE places SET name = 'Georgia', country_code = 'US' WHERE name = 'Bergen';
      UPDATE events SET country_code = 'US' WHERE place = 'Bergen';
      """)
    let notes = try question("events in Georgia").notes
    #expect(
      notes.contains { $0.contains("place in United States") && $0.contains("nothing of the country") }, "\(notes)")
    #expect(try ids("events in Georgia") == inBergen)
    try change("UPDATE actors SET country_code = 'GE' WHERE name = 'Norway'")
    let others = try question("events in Georgia").notes
    #expect(others.contains { $0.contains("read as the country") && $0.contains("United States") }, "\(others)")
    #expect(try ids("events in \"Georgia\"") == inBergen)
  }

  @Test func `Who publishes nothing but is somebody is who acts`() throws {
    let query = try #require(try question("arrests from the Coast Police").reading.query)
    #expect(query.filters.contains(.party(.agent, [.name("Coast Police")])))
    #expect(try ids("arrests from the Coast Police") == ids("arrests by the Coast Police"))
  }
}
