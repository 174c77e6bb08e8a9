import Documents
import QueryLanguage
import TestSupport
import Testing

@Suite struct PhraseTests {
  private static let phrases = TestTable("phrases.tsv").rows
  private static let refusals = TestTable("refusals.tsv").rows
  private static let names = KnownNames(
    [
      "nca": .actor, "national crime agency": .actor, "border force": .actor, "keir starmer": .actor,
      "european union": .actor, "eu": .actor, "france": .actor, "frontex": .actor, "reuters": .publisher,
      "dover": .place, "london": .place,
    ],
    words: [
      "tariffs", "hydrogen", "approvals", "crossed", "border", "displaced", "nurses", "asylum", "research", "cuts",
      "contracts",
    ])

  private static let vocabulary = QueryVocabulary()
  private let parser: QueryParser

  init() throws {
    parser = QueryParser(vocabulary: Self.vocabulary, today: try #require(CalendarDate(iso: "2025-11-20")))
  }

  @Test(arguments: phrases) func `A phrase is read as the table says`(row: TestTable.Row) {
    let reading = parser.read(row[0], names: Self.names)
    #expect(reading.query?.description == row[1], "\(reading.diagnostics)")
  }

  @Test(arguments: phrases) func `Every part of a reading names words of the phrase`(row: TestTable.Row) {
    for part in parser.read(row[0], names: Self.names).parts {
      #expect(SourceText(row[0])[part.range] == part.words)
      #expect(!part.words.isEmpty)
    }
  }

  @Test(arguments: refusals) func `A phrase that cannot be read says what to do`(row: TestTable.Row) {
    let reading = parser.read(row[0], names: Self.names)
    #expect(reading.query == nil)
    #expect(!reading.suggestions.isEmpty)
    let said = reading.diagnostics.map { "\($0.message); \($0.hint ?? "")" }
    #expect(said.contains { $0.contains(row[1]) }, "\(said)")
  }

  @Test(arguments: refusals) func `Every suggestion can be read`(row: TestTable.Row) {
    for suggestion in parser.read(row[0], names: Self.names).suggestions {
      #expect(parser.read(suggestion, names: Self.names).query != nil, "\(suggestion)")
    }
  }

  @Test func `An unknown word is named with its place`() throws {
    let reading = parser.read("arrests plorg Belgium", names: Self.names)
    let problem = try #require(reading.diagnostics.first { $0.severity == .error })
    #expect(problem.range == ByteRange(8, 13))
    #expect(reading.parts.map(\.words) == ["arrests", "Belgium"])
  }
}
