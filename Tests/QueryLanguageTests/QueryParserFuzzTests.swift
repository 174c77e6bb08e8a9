import Documents
import Lexicon
import QueryLanguage
import TestSupport
import Testing

@Suite struct QueryParserFuzzTests {
  private static let vocabulary = QueryVocabulary()
  private let parser: QueryParser

  init() throws {
    parser = QueryParser(vocabulary: Self.vocabulary, today: try #require(CalendarDate(iso: "2025-11-20")))
  }

  private func check(_ phrase: String) {
    let reading = parser.read(phrase)
    #expect(reading.query != nil || reading.diagnostics.contains { $0.severity == .error }, "\(phrase)")
    for part in reading.parts { #expect(part.range.end <= phrase.utf8.count) }
  }

  @Test(arguments: 0..<10) func `Any bytes are read or refused with a reason`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<30 {
      let bytes = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<10) func `Any words of the language are read or refused with a reason`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let words =
      QueryWords.embedded.entries.flatMap(\.words) + Kinds.embedded.entries.flatMap { $0.words + $0.verbForms }
      + [
        "France", "not", "between", "compare", "Smith", "the EU", "2024", "£1m", "\"", "“", "'", "1e999", "0", "-1",
        "99999999999999999999", "9999", "%",
      ]
    for _ in 0..<30 {
      let count = Int.random(in: 1...14, using: &generator)
      check((0..<count).compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " "))
    }
  }

  @Test(arguments: ["\"", "“”", "\"'“", "\"a\"", "' \"", "„”\""])
  func `Quotations in quotations are read or refused with a reason`(quotes: String) {
    for count in [1, 2, 3, 50, 400] {
      let nested = String(repeating: quotes, count: count)
      check(nested)
      check("commitments \(nested) by country \(nested)")
    }
  }

  @Test func `A phrase as long as any may be is read or refused with a reason`() {
    for word in ["not ", "and ", "unknownword ", "Smith ", "between ", "of ", "the ", "how many ", "1 ", "by the "] {
      check(String(repeating: word, count: QueryParser.longestPhrase / word.utf8.count))
    }
  }

  @Test func `A phrase of a megabyte is refused at once`() {
    let reading = parser.read(String(repeating: "\"commitments ", count: 80_000))
    #expect(reading.query == nil)
    #expect(reading.diagnostics.map(\.code) == ["phrase-too-long"])
    #expect(KnownNames.candidates(in: String(repeating: "a ", count: 500_000)).isEmpty)
  }

  @Test func `Relative periods at the ends of the calendar are refused and not trapped on`() throws {
    for day in ["0001-01-01", "9999-12-31"] {
      let parser = QueryParser(vocabulary: Self.vocabulary, today: try #require(CalendarDate(iso: day)))
      for phrase in ["events last year", "events next year", "events since tomorrow", "events past 10000 years"] {
        let reading = parser.read(phrase)
        #expect(reading.query != nil || !reading.diagnostics.isEmpty)
      }
    }
  }
}
