import SQLite
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite final class SchemaTests {
  private let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:")
    try Migrator().migrate(connection)
  }

  @Test func `The migrations make the schema of the golden file`() throws {
    let schema = try Schema.read(connection)
    let text = schema.keys.sorted().map { "-- \($0)\n\(schema[$0] ?? "");\n" }.joined(separator: "\n")
    try Golden("schema.sql").expect(text)
  }

  @Test func `Every file of the folder Migrations is embedded, in order`() {
    let folder = ScratchFolder.repository + "/Migrations"
    let files = ScratchFolder.list(folder).filter { $0.hasSuffix(".sql") }.sorted()
    #expect(Migration.all.map(\.name) == files)
    for migration in Migration.all {
      #expect(Array(migration.sql.utf8) == ScratchFolder.read("\(folder)/\(migration.name)"))
    }
  }

  @Test func `A checksum notices any change`() {
    let a = Migration(number: 1, name: "a", sql: "CREATE TABLE t (a);")
    let b = Migration(number: 1, name: "a", sql: "CREATE TABLE t (b);")
    #expect(a.checksum.utf8.count == 16)
    #expect(a.checksum != b.checksum)
  }

  @Test func `An older file gets the migrations that it lacks, with its rows kept`() throws {
    let old = try Connection(path: ":memory:")
    let first = Migration(
      number: 1, name: "0001_a.sql", sql: "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (4)")
    let second = Migration(number: 2, name: "0002_b.sql", sql: "CREATE TABLE b AS SELECT x + 1 AS y FROM a")
    try Migrator(migrations: [first]).migrate(old)
    #expect(try Migrator(migrations: [first, second]).state(of: old) == .knowledgeBase(applied: 1))
    try Migrator(migrations: [first, second]).migrate(old)
    #expect(try old.all("SELECT y FROM b", [], { row in row.integer(at: 0) }) == [5])
    #expect(try Migrator(migrations: [first]).state(of: old) == .newer(applied: 2))
  }

  @Test(arguments: [
    "CREATE TABLE b (y INTEGER); SELECT nothing", "CREATE TABLE c (z REFERENCES a (x)); INSERT INTO c VALUES (9)",
  ])
  func `A migration that fails, or breaks references, changes nothing`(sql: String) throws {
    let old = try Connection(path: ":memory:")
    let first = Migration(number: 1, name: "0001_a.sql", sql: "CREATE TABLE a (x INTEGER PRIMARY KEY) STRICT")
    try Migrator(migrations: [first]).migrate(old)
    let before = try Schema.read(old)
    #expect(throws: SQLiteError.self) {
      try Migrator(migrations: [first, Migration(number: 2, name: "0002_b.sql", sql: sql)]).migrate(old)
    }
    #expect(try Schema.read(old) == before)
    #expect(try Migrator(migrations: [first]).state(of: old) == .knowledgeBase(applied: 1))
  }

  @Test func `Every table is strict`() throws {
    let loose = try connection.all(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'
      """
    ) { row in row.text(at: 0) }
    #expect(loose.isEmpty)
  }

  @Test func `Every reference says what happens on deletion and begins an index`() throws {
    let references = try connection.all(
      """
      SELECT t.name, group_concat(k."from", ','), k.on_delete
      FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS k
      WHERE t.schema = 'main' AND t.type = 'table'
      GROUP BY t.name, k.id
      """
    ) { row in (table: row.text(at: 0), columns: row.text(at: 1), action: row.text(at: 2)) }
    #expect(references.count > 20)
    for reference in references {
      #expect(reference.action != "NO ACTION", "\(reference)")
      let column = reference.columns.split(separator: ",")[0]
      let plan = try connection.all("EXPLAIN QUERY PLAN SELECT 1 FROM \(reference.table) WHERE \(column) = ?", [1]) {
        row in row.text(at: 3)
      }
      #expect(plan.allSatisfy { $0.contains("SEARCH") }, "\(reference): \(plan)")
    }
  }

  @Test(arguments: [
    "SELECT id FROM documents WHERE source = ?",
    "SELECT id FROM documents WHERE sha256 = ? ORDER BY source LIMIT 1",
    "SELECT count(*) FROM documents WHERE published_on BETWEEN ? AND ?",
    "SELECT id FROM actors WHERE name_key = ? AND kind = ? ORDER BY id",
    "SELECT id FROM actors WHERE name = ? COLLATE NOCASE",
    "SELECT id FROM places WHERE name = ? AND ifnull(country_code, '') = ?",
    "SELECT actor_id FROM actor_aliases WHERE alias = ? COLLATE NOCASE",
    "SELECT actor_id FROM actor_roles WHERE title = ? COLLATE NOCASE",
    "SELECT count(*) FROM actor_mentions WHERE document_id = ? AND actor_id = ?",
    "SELECT commitment_id FROM commitment_parties WHERE actor_id = ? AND role = 'maker'",
    "SELECT id FROM events WHERE kind = ? AND status = ?",
    "SELECT id FROM events WHERE first_day >= ?",
    "SELECT id FROM operations WHERE first_day >= ?",
    "SELECT id FROM operations WHERE country_code = ?",
    "SELECT id FROM commitments WHERE deadline < ?",
    "SELECT id FROM statistics WHERE unit = ?",
    "SELECT id FROM statistics WHERE source_actor_id = ?",
    "SELECT id FROM statements WHERE speaker_actor_id = ?",
    "SELECT * FROM ingest_problems WHERE source = ?",
    "SELECT * FROM commitment_list WHERE id = ?",
    "SELECT * FROM event_timeline WHERE id = ?",
    "SELECT * FROM operation_list WHERE id = ?",
    "SELECT * FROM statistic_list WHERE id = ?",
    "SELECT * FROM statement_list WHERE id = ?",
    "SELECT * FROM actor_list WHERE id = ?",
  ])
  func `A search by what has an index reads no table from end to end`(sql: String) throws {
    let plan = try connection.all("EXPLAIN QUERY PLAN \(sql)", values(for: sql)) { row in row.text(at: 3) }
    // A subquery's own rows are scanned: they are the parties of one fact.
    let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN (subquery") }
    #expect(scans.isEmpty, "\(plan)")
    #expect(plan.contains { $0.hasPrefix("SEARCH") })
  }

  @Test func `Every statement that reads or writes facts uses an index to find its rows`() throws {
    for statements in FactStatements.all {
      let reading = [statements.identities, statements.select, statements.selectParties, statements.delete]
      for sql in reading.compactMap({ $0 }) {
        let plan = try connection.all("EXPLAIN QUERY PLAN \(sql)", [1]) { row in row.text(at: 3) }
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(sql): \(plan)")
      }
    }
  }

  @Test func `Grouping documents by day and publisher does not touch the rows with the texts`() throws {
    for column in ["published_on", "publisher"] {
      let plan = try connection.all(
        "EXPLAIN QUERY PLAN SELECT \(column), count(*) FROM documents WHERE duplicate_of IS NULL GROUP BY \(column)"
      ) { row in row.text(at: 3) }
      #expect(plan.contains { $0.contains("COVERING INDEX") }, "\(plan)")
    }
  }

  private func values(for sql: String) -> [Value] {
    Array(repeating: .null, count: sql.utf8.count { $0 == 0x3F })
  }
}
