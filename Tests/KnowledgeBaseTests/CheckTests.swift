import SQLite
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct CheckTests {
  private let folder = ScratchFolder()

  struct Damage: Sendable, CustomTestStringConvertible {
    var sql: String
    var check: CheckFinding.Check
    var words: String
    var testDescription: String { sql }
  }

  @Test(arguments: [
    Damage(
      sql: "UPDATE statistics SET evidence = 'A' || substr(evidence, 2)", check: .evidence,
      words: "does not read as the evidence in statistics"),
    Damage(
      sql: "UPDATE events SET evidence_start = evidence_start + 1, evidence_end = evidence_end + 1", check: .evidence,
      words: "does not read as the evidence in events"),
    Damage(
      sql: "UPDATE statements SET evidence_start = 90000, evidence_end = 90000 + length(evidence)", check: .evidence,
      words: "code points 90000 to"),
    Damage(
      sql: "UPDATE statements SET sentence_id = (SELECT min(id) FROM sentences)", check: .evidence,
      words: "not in its sentence, in statements"),
    Damage(
      sql: "UPDATE sentences SET start_offset = 0 WHERE ordinal = 2", check: .sentences, words: "over another"),
    Damage(
      sql: "UPDATE sentences SET end_offset = 90000 WHERE ordinal = 3", check: .sentences, words: "outside the text"),
    Damage(
      sql: "UPDATE actor_mentions SET surface = 'A\u{30A}se Dahl' WHERE surface = 'Åse Dahl'", check: .mentions,
      words: "the mention of Åse Dahl"),
    Damage(sql: "UPDATE documents SET title = 'Harbour shuts'", check: .fullText, words: "not that of the documents"),
    Damage(sql: "DELETE FROM actors WHERE kind = 'person'", check: .foreignKeys, words: "actors is gone"),
    Damage(sql: "UPDATE events SET first_day = '1999-01-01'", check: .derived, words: "copies in events"),
    Damage(sql: "UPDATE statements SET is_copy = 1", check: .derived, words: "copies in statements"),
    Damage(sql: "UPDATE event_participants SET is_repeat = 1", check: .derived, words: "repeats in event_participants"),
    Damage(sql: "UPDATE operations SET agents = agents + 1", check: .derived, words: "parties in operations"),
    Damage(sql: "UPDATE event_participants SET kind = 'visit'", check: .derived, words: "in event_participants"),
    Damage(sql: "UPDATE commitment_parties SET amount = 1", check: .derived, words: "in commitment_parties"),
    Damage(sql: "UPDATE commitment_parties SET country_code = 'CL'", check: .derived, words: "actors' countries"),
    Damage(sql: "UPDATE operation_outcomes SET first_day = '1999-01-01'", check: .derived, words: "operation_outcomes"),
    Damage(sql: "UPDATE fact_counts SET facts = facts + 1", check: .derived, words: "numbers in fact_counts"),
    Damage(sql: "DELETE FROM fact_counts WHERE dimension = 'agent'", check: .derived, words: "numbers in fact_counts"),
    Damage(sql: "UPDATE fact_counts SET last_day = '1999-01-01'", check: .derived, words: "numbers in fact_counts"),
    Damage(sql: "UPDATE figure_sums SET total = total + 1", check: .derived, words: "sums in figure_sums"),
    Damage(sql: "UPDATE actors SET documents = documents + 1", check: .derived, words: "in actors"),
    Damage(sql: "CREATE TABLE notes (text TEXT)", check: .schema, words: "table notes is none of kb's"),
    Damage(sql: "DROP INDEX events_kind", check: .schema, words: "index events_kind is missing"),
    Damage(sql: "ALTER TABLE places ADD COLUMN note TEXT", check: .schema, words: "table places is not as kb makes it"),
  ])
  func `Damage is found and named`(damage: Damage) throws {
    let store = try Samples.store(in: folder)
    _ = try store.store([Samples.harbour()], run: try store.beginRun(extractorVersion: "1"))
    #expect(try store.check().isEmpty)
    let other = try Connection(path: folder.file("kb.db"))
    try other.execute("PRAGMA foreign_keys = OFF")
    try other.execute(damage.sql)
    let findings = try Samples.store(in: folder, mode: .readOnly).check()
    #expect(findings.contains { $0.check == damage.check && $0.message.contains(damage.words) }, "\(findings)")
    #expect(findings.allSatisfy { !$0.message.contains("\n") })
  }

  @Test func `What is derived stays true over copies, new readings and removals`() throws {
    let store = try Samples.store(in: folder)
    let run = try store.beginRun(extractorVersion: "1")
    func expectSound(_ step: String) throws {
      let findings = try store.check()
      #expect(findings.isEmpty, "\(step): \(findings)")
    }
    for source in ["b", "c", "a"] { _ = try store.store([Samples.harbour(source: source, sha256: "1")], run: run) }
    try expectSound("copies, the first of them last")
    _ = try store.store([Samples.harbour(source: "a", sha256: "2")], run: run)
    try expectSound("the original is another text now")
    _ = try store.prune(roots: ["b"], keeping: [])
    try expectSound("the next original is gone")
    _ = try store.store([Samples.harbour(source: "c", sha256: "2")], run: run)
    try expectSound("a copy of another")
    let counts = try store.connection.all("SELECT DISTINCT documents FROM actors") { row in row.integer(at: 0) }
    #expect(counts == [1])
  }

  @Test func `A damaged page is found`() throws {
    let store = try Samples.store(in: folder)
    let run = try store.beginRun(extractorVersion: "1")
    _ = try store.store((0..<40).map { Samples.harbour(source: "\($0)", sha256: "\($0)") }, run: run)
    let path = folder.file("kb.db")
    let page: Int = try #require(
      try store.connection.first("SELECT rootpage FROM sqlite_schema WHERE name = 'actor_mentions'") { row in
        row.integer(at: 0)
      })
    try store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    var bytes = ScratchFolder.read(path)
    for index in (page - 1) * 4_096..<page * 4_096 { bytes[index] = 0xA5 }
    folder.write(bytes, to: "damaged.db")
    let damaged = try KnowledgeStore(path: folder.file("damaged.db"), mode: .readOnly)
    #expect(try damaged.check().contains { $0.check == .integrity })
    let error = #expect(throws: KnowledgeBaseError.self) { _ = try Samples.lines(damaged) }
    #expect(error?.code == .damaged)
  }
}
