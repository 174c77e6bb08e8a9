import PolicyModel
import SQLite
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct CountsTests {
  private let folder = ScratchFolder()

  private func count(_ store: KnowledgeStore, _ condition: String) throws -> Int? {
    try store.connection.first("SELECT sum(facts) FROM fact_counts WHERE \(condition)") { row in row.integer(at: 0) }
  }

  @Test func `A stored document counts for all, its country, its publisher and its parties`() throws {
    let store = try Samples.store(in: folder)
    _ = try store.store(
      [Samples.harbour(source: "a", sha256: "1"), Samples.harbour(source: "b", sha256: "2")],
      run: try store.beginRun(extractorVersion: "1"))
    #expect(try count(store, "fact_table = 'events' AND dimension = 'month' AND first_period = '2024-05'") == 2)
    #expect(try count(store, "fact_table = 'operations' AND dimension = 'all' AND kind = 'seizure'") == 2)
    #expect(try count(store, "fact_table = 'commitments' AND dimension = 'country' AND value = 'NO'") == 2)
    #expect(try count(store, "fact_table = 'operations' AND dimension = 'recipient' AND value = 'boats'") == 2)
    #expect(try count(store, "fact_table = 'operations' AND dimension = 'unit' AND value = 'boat'") == 2)
    let actors = try store.connection.all(
      "SELECT DISTINCT typeof(value) FROM fact_counts WHERE fact_table = 'events' AND dimension = 'agent'"
    ) { row in row.text(at: 0) }
    #expect(actors == ["integer"])
    let boats = try store.connection.first(
      "SELECT sum(total) FROM figure_sums WHERE fact_table = 'operations' AND dimension = 'all' AND unit = 'boat'"
    ) { row in row.real(at: 0) }
    #expect(boats == 24)
  }

  @Test func `Documents that go leave nothing in the counts`() throws {
    let store = try Samples.store(in: folder)
    _ = try store.store([Samples.harbour()], run: try store.beginRun(extractorVersion: "1"))
    _ = try store.prune(roots: ["press"], keeping: [])
    #expect(try store.connection.first("SELECT count(*) FROM fact_counts") { row in row.integer(at: 0) } == 0)
    #expect(try store.connection.first("SELECT count(*) FROM figure_sums") { row in row.integer(at: 0) } == 0)
  }

  @Test func `The same document read again changes no count and loosens no day`() throws {
    let store = try Samples.store(in: folder)
    let run = try store.beginRun(extractorVersion: "1")
    _ = try store.store([Samples.harbour()], run: run)
    let before = try rows(store)
    _ = try store.store([Samples.harbour()], run: run)
    #expect(try rows(store) == before)
    #expect(try store.hasExactCounts)
  }

  private func rows(_ store: KnowledgeStore) throws -> [[Value]] {
    try store.connection.all("SELECT * FROM fact_counts") { row in (0..<12).map { row.value(at: $0) } }
  }

  @Test func `Where the first of several facts goes, its day is looked up at the end of the run`() throws {
    let store = try Samples.store(in: folder)
    let run = try store.beginRun(extractorVersion: "1")
    _ = try store.store(
      [Samples.harbour(source: "a", sha256: "1"), Samples.harbour(source: "b", sha256: "2")], run: run)
    try store.connection.execute(
      """
      UPDATE events SET start_date = '2024-05-01', first_day = '2024-05-01', last_day = '2024-05-01' WHERE id = 1;
      UPDATE event_participants SET first_day = '2024-05-01', last_day = '2024-05-01' WHERE event_id = 1;
      UPDATE fact_counts SET first_day = '2024-05-01' WHERE fact_table = 'events' AND dimension <> 'document';
      UPDATE fact_counts SET first_day = '2024-05-01', last_day = '2024-05-01'
      WHERE fact_table = 'events' AND dimension = 'document' AND value = 1;
      """)
    #expect(try store.check().isEmpty)
    _ = try store.prune(roots: ["a"], keeping: ["b"])
    #expect(try store.hasExactCounts == false)
    #expect(try store.check().isEmpty)
    try store.finish(run, counts: IngestCounts())
    #expect(try store.hasExactCounts)
    #expect(try store.check().isEmpty)
    let first = try store.connection.all(
      "SELECT DISTINCT first_day FROM fact_counts WHERE fact_table = 'events'"
    ) { row in row.text(at: 0) }
    #expect(first == ["2024-05-03"])
  }

  @Test func `An actor's country that becomes known moves what it promised`() throws {
    let store = try Samples.store(in: folder)
    _ = try store.store([Samples.harbour()], run: try store.beginRun(extractorVersion: "1"))
    try store.connection.execute(
      """
      UPDATE actors SET country_code = 'CL' WHERE kind = 'country'
      """)
    let codes = try store.connection.all(
      "SELECT country_code FROM commitment_parties WHERE role = 'maker'"
    ) { row in row.text(at: 0) }
    #expect(codes == ["CL"])
  }

  @Test func `A file of the schema before gets its counts`() throws {
    let path = folder.file("old.db")
    do {
      let old = try Connection(path: path)
      try Migrator(migrations: Array(Migration.all.prefix(7))).migrate(old)
      try old.execute(Self.oldRows)
    }
    let store = try KnowledgeStore(path: path, mode: .readWrite, reference: Samples.reference)
    #expect(try store.check().filter { $0.check == .derived || $0.check == .schema }.isEmpty)
    #expect(try count(store, "fact_table = 'commitments' AND dimension = 'country' AND value = 'NO'") == 1)
    #expect(try count(store, "fact_table = 'commitments' AND dimension = 'country' AND value = 'CL'") == 1)
    let money = try store.connection.all(
      "SELECT total FROM figure_sums WHERE fact_table = 'commitments' AND dimension = 'agent'"
    ) { row in row.real(at: 0) }
    #expect(money == [5, 5, 5])
  }

  /// One commitment of two makers of one country and a third of another.
  private static let oldRows = """
    INSERT INTO countries (code, name) VALUES ('NO', 'Norway'), ('CL', 'Chile');
    INSERT INTO documents (
      id, source, publisher, published_on, published_basis, language, media_type, sha256, ingested_at,
      extractor_version, text)
    VALUES (1, 'a', 'Port News', '2024-01-02', 'given', 'en', 'text/plain', 'x', '2024-01-02T00:00:00Z', '1', 'Abcd.');
    INSERT INTO sentences (id, document_id, ordinal, start_offset, end_offset) VALUES (1, 1, 1, 0, 5);
    INSERT INTO actors (id, name, kind, country_code, name_key)
    VALUES (1, 'A', 'agency', 'NO', 'a'), (2, 'B', 'agency', 'NO', 'b'), (3, 'C', 'agency', 'CL', 'c');
    INSERT INTO document_actors (document_id, actor_id, ordinal, name, country_code)
    VALUES (1, 1, 1, 'A', 'NO'), (1, 2, 2, 'B', 'NO'), (1, 3, 3, 'C', 'CL');
    INSERT INTO commitments (
      id, document_id, sentence_id, kind, status, action, amount, currency, evidence, evidence_start, evidence_end,
      confidence, rule, fingerprint, first_day, last_day, agents)
    VALUES (1, 1, 1, 'funding', 'pledged', 'pay', 5, 'EUR', 'Abcd.', 0, 5, 1, 'r', '0123456789abcdef', '2024-01-02',
      '2024-01-02', 3);
    INSERT INTO commitment_parties (commitment_id, ordinal, role, actor_id, surface, first_day, last_day)
    VALUES (1, 1, 'maker', 1, 'A', '2024-01-02', '2024-01-02'), (1, 2, 'maker', 2, 'B', '2024-01-02', '2024-01-02'),
      (1, 3, 'maker', 3, 'C', '2024-01-02', '2024-01-02');
    """
}
