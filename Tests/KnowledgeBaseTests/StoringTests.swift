import Documents
import KnowledgeBase
import PolicyModel
import SQLite
import TestSupport
import Testing

@Suite struct StoringTests {
  private let folder = ScratchFolder()
  private let store: KnowledgeStore
  private let run: IngestRun

  init() throws {
    store = try Samples.store(in: folder)
    run = try store.beginRun(extractorVersion: "1")
  }

  /// Rows of the file as another program reads them.
  private func rows(_ sql: String) throws -> [[Value]] {
    try Connection(path: folder.file("kb.db"), mode: .readOnly).all(sql) { row in row.row }
  }

  @Test func `The export of stored rows is what the document's facts give without a database`() throws {
    let document = Samples.harbour()
    let outcomes = try store.store([document], run: run)
    #expect(outcomes.map(\.action) == [.added])
    #expect(outcomes.first?.factCounts[.actors] == 3)
    #expect(outcomes.first?.factCounts[.statistics] == 1)
    #expect(try Samples.lines(store) == ExportRecord(document.document, document.facts).lines)
    #expect(try Samples.lines(store).count == 9)
  }

  @Test func `The export holds the chosen tables only`() throws {
    _ = try store.store([Samples.harbour()], run: run)
    var lines: [String] = []
    try store.export(tables: [.statements]) { record in lines += record.lines }
    #expect(lines.count == 1)
    #expect(
      lines.first?.hasPrefix(#"{"table": "statements", "document": "press/harbour.txt", "evidence_start": "#) == true)
  }

  @Test func `Storing a document again changes no row but the time`() throws {
    let tables = [
      "documents", "sentences", "actors", "document_actors", "actor_aliases", "actor_roles", "actor_mentions", "places",
      "events", "event_participants", "operations", "operation_participants", "operation_outcomes", "commitments",
      "commitment_parties", "statistics", "statements", "ingest_problems",
    ]
    func contents() throws -> [[[Value]]] {
      try tables.map { table in
        let columns = try rows("SELECT name FROM pragma_table_info('\(table)') WHERE name <> 'ingested_at'")
        let names = columns.compactMap { row in if case .text(let name) = row[0] { name } else { nil } }
        return try rows("SELECT \(names.joined(separator: ", ")) FROM \(table) ORDER BY 1, 2")
      }
    }
    _ = try store.store([Samples.harbour()], run: run)
    let before = try contents()
    #expect(try store.store([Samples.harbour()], run: run).map(\.action) == [.replaced])
    #expect(try contents() == before)
    #expect(before.allSatisfy { !$0.isEmpty })
  }

  @Test func `Facts keep their ids when the text around them changes`() throws {
    let ids = """
      SELECT 'events', id, fingerprint FROM events UNION SELECT 'operations', id, fingerprint FROM operations
      UNION SELECT 'commitments', id, fingerprint FROM commitments
      UNION SELECT 'statistics', id, fingerprint FROM statistics
      UNION SELECT 'statements', id, fingerprint FROM statements
      """
    _ = try store.store([Samples.harbour(source: "other.txt"), Samples.harbour()], run: run)
    let before = try rows(ids)
    let starts = try rows("SELECT evidence_start FROM events WHERE document_id = 2")
    _ = try store.store([Samples.harbour(opening: "Corrected on Friday. ")], run: run)
    #expect(try rows(ids) == before)
    #expect(try rows("SELECT evidence_start - 21 FROM events WHERE document_id = 2") == starts)
  }

  @Test func `The id of a fact that is gone is not given to another`() throws {
    var document = Samples.harbour()
    let event = document.facts.events
    _ = try store.store([document], run: run)
    document.facts.events = []
    _ = try store.store([document], run: run)
    #expect(try rows("SELECT id FROM events").isEmpty)
    document.facts.events = event.map { event in
      var other = event
      other.kind = Samples.kind("visit")
      return other
    }
    _ = try store.store([document], run: run)
    #expect(try rows("SELECT id FROM events") == [[2]])
    #expect(try rows("SELECT id FROM statistics") == [[1]])
  }

  @Test func `Two facts of the same words and kind are told apart by their order`() throws {
    var document = Samples.harbour()
    document.facts.commitments += document.facts.commitments
    _ = try store.store([document], run: run)
    let before = try rows("SELECT id, fingerprint FROM commitments ORDER BY id")
    _ = try store.store([document], run: run)
    #expect(before.count == 2)
    #expect(try rows("SELECT id, fingerprint FROM commitments ORDER BY id") == before)
  }

  @Test func `The export does not show in which order or in what batches documents came`() throws {
    let documents = ["c.txt", "a.txt", "b.txt"].map { Samples.harbour(source: $0, sha256: $0) }
    _ = try store.store(documents, run: run)
    let otherFolder = ScratchFolder()
    let other = try Samples.store(in: otherFolder)
    let otherRun = try other.beginRun(extractorVersion: "1")
    for document in documents.reversed() { _ = try other.store([document], run: otherRun) }
    _ = try other.store([documents[1]], run: otherRun)
    #expect(try Samples.lines(other) == Samples.lines(store))
  }

  @Test func `Known documents are told with what decides whether to read them again`() throws {
    _ = try store.store([Samples.harbour()], run: run)
    let known = try store.knownDocuments()
    #expect(known.keys.sorted() == ["press/harbour.txt"])
    let document = try #require(known["press/harbour.txt"])
    #expect(document.sha256 == "a")
    #expect(document.extractorVersion == "1")
    #expect(document.published == PublicationDate(Samples.date("2024-05-04"), basis: .header))
    #expect(document.publisher == "Port News")
  }

  @Test func `Kinds, countries and places that the data files do not know are stored all the same`() throws {
    var document = Samples.harbour()
    document.facts.events[0].kind = Samples.kind("regatta")
    document.facts.events[0].place = PlaceReference(name: "Vaduz", country: Samples.code("LI"))
    document.facts.actors[0].country = Samples.code("ZZ")
    #expect(try store.store([document], run: run).map(\.action) == [.added])
    #expect(try rows("SELECT kind, meaning FROM event_kinds WHERE kind = 'regatta'") == [["regatta", nil]])
    #expect(try rows("SELECT name FROM countries WHERE code IN ('LI', 'ZZ')") == [["LI"], ["ZZ"]])
    #expect(try rows("SELECT name, kind, country_code FROM places") == [["Vaduz", nil, "LI"]])
  }

  @Test func `Places take their kind from the gazetteer and go with the last fact that names them`() throws {
    _ = try store.store([Samples.harbour(), Samples.harbour(source: "two.txt", sha256: "b")], run: run)
    #expect(try rows("SELECT name, kind, country_code FROM places") == [["Bergen", "city", "NO"]])
    #expect(try store.prune(roots: ["press"], keeping: []) == ["press/harbour.txt"])
    #expect(try rows("SELECT count(*) FROM places") == [[1]])
    #expect(try store.prune(roots: ["two.txt"], keeping: []) == ["two.txt"])
    #expect(try rows("SELECT count(*) FROM places") == [[0]])
  }

  @Test func `A fact whose evidence is no span of the text is left out`() throws {
    var document = Samples.harbour()
    document.facts.events[0].evidence.range = ByteRange(5, 100_000)
    document.facts.operations[0].evidence.range = ByteRange(5, 5)
    document.facts.commitments[0].evidence.sentence = 9
    _ = try store.store([document], run: run)
    #expect(try Samples.lines(store).count == 6)
    #expect(try store.check().isEmpty)
  }

  @Test func `A document that the database refuses leaves no row, and the others are stored`() throws {
    var bad = Samples.harbour(source: "bad.txt", sha256: "b")
    bad.facts.sentences[2] = ByteRange(3, 3)
    let outcomes = try store.store([bad, Samples.harbour()], run: run)
    guard case .refused(let reason) = outcomes[0].action else {
      Issue.record("the document was stored")
      return
    }
    #expect(reason.contains("CHECK constraint failed"))
    #expect(outcomes[1].action == .added)
    #expect(try rows("SELECT source FROM documents") == [["press/harbour.txt"]])
    #expect(
      try rows("SELECT source, code FROM ingest_problems WHERE severity = 'error'") == [
        ["bad.txt", "refused-by-database"]
      ])
    #expect(try store.check().isEmpty)
  }

  @Test func `A new version that the database refuses leaves the stored one, findable and sound`() throws {
    _ = try store.store([Samples.harbour()], run: run)
    let before = try Samples.lines(store)
    var bad = Samples.harbour(opening: "Lighthouse keepers rejoice. ", sha256: "b")
    bad.facts.sentences[2] = ByteRange(3, 3)
    _ = try store.store([bad, Samples.harbour(source: "other.txt", sha256: "c")], run: run)
    #expect(try Samples.lines(store).filter { $0.contains("press/harbour.txt") } == before)
    #expect(try rows("SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'lighthouse'").isEmpty)
    #expect(try rows("SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'quay'").count == 2)
    #expect(try store.check().isEmpty)
  }

  @Test func `Of a source that a batch holds twice the later document is stored`() throws {
    let twice = [Samples.harbour(), Samples.harbour(opening: "Lighthouse keepers rejoice. ", sha256: "b")]
    #expect(try store.store(twice, run: run).map(\.action) == [.added, .replaced])
    #expect(try rows("SELECT sha256 FROM documents") == [["b"]])
    #expect(try rows("SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'lighthouse'").count == 1)
    #expect(try store.check().isEmpty)
  }
}
