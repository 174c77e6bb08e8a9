import Documents
import PolicyModel
import SQLite
import TestSupport
import Testing

@testable import KnowledgeBase

/// What documents share: actors, duplicates, problems, and what goes when documents go.
@Suite struct CrossDocumentTests {
  private let folder = ScratchFolder()
  private let store: KnowledgeStore
  private let run: IngestRun

  init() throws {
    store = try Samples.store(in: folder)
    run = try store.beginRun(extractorVersion: "1")
  }

  private func rows(_ sql: String) throws -> [[Value]] {
    try Connection(path: folder.file("kb.db"), mode: .readOnly).all(sql) { row in row.row }
  }

  /// A document that only names an actor.
  private func naming(
    _ name: String, _ kind: Actor.Kind, _ country: String?, in source: String, date: String? = nil,
    roles: [String] = [], identity: String? = nil
  ) -> ExtractedDocument {
    let text = SourceText("\(name) spoke.")
    let range = ByteRange(0, name.utf8.count)
    let document = Document(
      source: source, text: text, published: date.map { PublicationDate(Samples.date($0), basis: .given) },
      sha256: source)
    return ExtractedDocument(
      document,
      facts: DocumentFacts(
        sentences: [text.range],
        actors: [
          Actor(
            name: name, identity: identity, kind: kind, country: country.map(Samples.code), roles: roles,
            mentions: [Actor.Mention(range: range, surface: name)])
        ]))
  }

  @Test func `A known body is one row whatever each document calls it`() throws {
    let documents = [
      naming("the Storting", .legislature, "NO", in: "1", identity: "Parliament of Norway"),
      naming("Norwegian parliament", .legislature, "NO", in: "2", identity: "Parliament of Norway"),
    ]
    _ = try store.store(documents, run: run)
    #expect(try rows("SELECT name FROM actors") == [["Parliament of Norway"]])
    #expect(try rows("SELECT name FROM document_actors ORDER BY document_id").count == 2)
  }

  struct Pair: Sendable, CustomTestStringConvertible {
    var first: (String, Actor.Kind, String?)
    var second: (String, Actor.Kind, String?)
    var areOne: Bool
    var testDescription: String { "\(first) and \(second)" }
  }

  @Test(arguments: [
    Pair(first: ("Port Authority", .agency, "NO"), second: ("Port Authority", .agency, "NO"), areOne: true),
    Pair(first: ("Port Authority", .agency, nil), second: ("the port authority", .agency, "NO"), areOne: true),
    Pair(first: ("Port Authority", .agency, "NO"), second: ("Port Authority", .agency, nil), areOne: true),
    Pair(first: ("P.A.X.", .ngo, nil), second: ("PAX", .ngo, nil), areOne: true),
    Pair(first: ("Port Authority", .agency, "NO"), second: ("Port Authority", .agency, "CL"), areOne: false),
    Pair(first: ("Port Authority", .agency, "NO"), second: ("Port Authority", .company, "NO"), areOne: false),
    Pair(first: ("Åse Dahl", .person, "NO"), second: ("Åse Dahl", .person, nil), areOne: true),
    Pair(first: ("Dahl", .person, nil), second: ("Dahl", .person, nil), areOne: false),
    Pair(first: ("Dahl", .person, "NO"), second: ("Dahl", .person, "NO"), areOne: true),
    Pair(first: ("Dahl", .person, "NO"), second: ("Dahl", .person, nil), areOne: false),
    Pair(first: ("Åse Dahl", .person, nil), second: ("Ase Dahl", .person, nil), areOne: false),
  ])
  func `Actors of two documents are one row where kind, name and country allow it`(pair: Pair) throws {
    let documents = [
      naming(pair.first.0, pair.first.1, pair.first.2, in: "1"),
      naming(pair.second.0, pair.second.1, pair.second.2, in: "2"),
    ]
    _ = try store.store(documents, run: run)
    #expect(try rows("SELECT count(*) FROM actors") == [[pair.areOne ? 1 : 2]])
    #expect(try rows("SELECT count(*) FROM document_actors") == [[2]])
    let before = try rows("SELECT id FROM actors ORDER BY id")
    _ = try store.store(documents, run: run)
    #expect(try rows("SELECT id FROM actors ORDER BY id") == before)
  }

  @Test func `Two actors of one document are never one row`() throws {
    var document = naming("Dahl", .person, "NO", in: "1")
    document.facts.actors += document.facts.actors
    _ = try store.store([document], run: run)
    #expect(try rows("SELECT count(*) FROM actors") == [[2]])
  }

  @Test func `A country that only a changed document gave is forgotten`() throws {
    _ = try store.store(
      [naming("Port Authority", .agency, nil, in: "1"), naming("Port Authority", .agency, "NO", in: "2")], run: run)
    #expect(try rows("SELECT country_code FROM actors") == [["NO"]])
    _ = try store.store([naming("Port Authority", .agency, nil, in: "2")], run: run)
    #expect(try rows("SELECT country_code FROM actors") == [[nil]])
  }

  @Test func `An actor goes with the last document that names it`() throws {
    _ = try store.store(
      [naming("Åse Dahl", .person, nil, in: "1"), naming("Åse Dahl", .person, nil, in: "2")], run: run)
    _ = try store.store([naming("Jo Berg", .person, nil, in: "1")], run: run)
    #expect(try rows("SELECT name FROM actors ORDER BY name") == [["Jo Berg"], ["Åse Dahl"]])
    _ = try store.store([naming("Jo Berg", .person, nil, in: "2")], run: run)
    #expect(try rows("SELECT name FROM actors") == [["Jo Berg"]])
  }

  @Test func `Offices are listed with the days of the documents that give them`() throws {
    _ = try store.store(
      [
        naming("Åse Dahl", .person, "NO", in: "1", date: "2024-02-01", roles: ["Fisheries Minister"]),
        naming("Åse Dahl", .person, nil, in: "2", date: "2023-07-09", roles: ["Fisheries Minister"]),
        naming("Åse Dahl", .person, nil, in: "3", roles: ["Mayor"]),
      ], run: run)
    let actor = try #require(try store.actor(id: 1))
    #expect(
      actor.offices == [
        .init(title: "Fisheries Minister", firstSeen: "2023-07-09", lastSeen: "2024-02-01", documents: 2),
        .init(title: "Mayor", firstSeen: nil, lastSeen: nil, documents: 1),
      ])
    #expect(actor.country == "Norway")
    #expect(actor.appearances.map(\.document.source) == ["2", "1", "3"])
    #expect(
      try rows("SELECT title, holder, first_seen, last_seen FROM office_list").first
        == ["Fisheries Minister", "Åse Dahl", "2023-07-09", "2024-02-01"])
  }

  @Test func `Of documents with the same bytes the one whose source sorts first is the original`() throws {
    func duplicates() throws -> [[Value]] {
      try rows(
        """
        SELECT d.source, o.source FROM documents AS d LEFT JOIN documents AS o ON o.id = d.duplicate_of
        ORDER BY d.source
        """)
    }
    _ = try store.store([Samples.harbour(source: "b"), Samples.harbour(source: "c")], run: run)
    #expect(try duplicates() == [["b", nil], ["c", "b"]])
    _ = try store.store([Samples.harbour(source: "a")], run: run)
    #expect(try duplicates() == [["a", nil], ["b", "a"], ["c", "a"]])
    #expect(try rows("SELECT count(*) FROM commitment_list") == [[1]])
    _ = try store.store([Samples.harbour(source: "a", sha256: "other")], run: run)
    #expect(try duplicates() == [["a", nil], ["b", nil], ["c", "b"]])
    #expect(try store.prune(roots: ["b"], keeping: []) == ["b"])
    #expect(try duplicates() == [["a", nil], ["c", nil]])
    #expect(try store.check().isEmpty)
  }

  @Test func `Pruning removes what is gone below the roots, with its problems, and nothing else`() throws {
    let sources = ["news", "news/a.txt", "news/b.txt", "newsletter.txt", "old/c.txt"]
    _ = try store.store(sources.map { Samples.harbour(source: $0, sha256: $0) }, run: run)
    try store.record(
      [FailedInput(source: "news/gone.txt", diagnostic: Diagnostic(.error, code: "empty", "it is empty"))], run: run)
    #expect(try store.prune(roots: ["news"], keeping: ["news/b.txt"]) == ["news", "news/a.txt"])
    #expect(
      try rows("SELECT source FROM documents ORDER BY source")
        == [["news/b.txt"], ["newsletter.txt"], ["old/c.txt"]])
    #expect(try rows("SELECT count(*) FROM ingest_problems WHERE source = 'news/gone.txt'") == [[0]])
    #expect(try rows("SELECT count(*) FROM ingest_problems WHERE source = 'news/a.txt'") == [[0]])
    #expect(try rows("SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'quay'").count == 3)
    #expect(try store.check().isEmpty)
  }

  @Test func `A source has the problems of its last reading only`() throws {
    let failure = FailedInput(
      source: "press/harbour.txt", diagnostic: Diagnostic(.error, code: "empty", "it is empty", hint: "write it"))
    try store.record([failure], run: run)
    try store.record([failure], run: run)
    #expect(
      try rows("SELECT severity, code, message, hint FROM ingest_problems") == [
        ["error", "empty", "it is empty", "write it"]
      ])
    _ = try store.store([Samples.harbour()], run: run)
    #expect(
      try rows("SELECT severity, code, end_offset - start_offset FROM ingest_problems") == [["note", "sample", 6]])
  }

  @Test func `A run is open until it is finished with its counts`() throws {
    #expect(try rows("SELECT finished_at FROM ingest_runs") == [[nil]])
    var counts = IngestCounts()
    counts.new = 3
    counts.failed = 1
    try store.finish(run, counts: counts)
    #expect(
      try rows("SELECT finished_at IS NULL, new_documents, changed_documents, failed_inputs FROM ingest_runs")
        == [[0, 3, 0, 1]])
  }
}
