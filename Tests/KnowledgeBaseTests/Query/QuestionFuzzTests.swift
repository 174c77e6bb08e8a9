import Documents
import KnowledgeBase
import Lexicon
import QueryLanguage
import TestSupport
import Testing

@Suite struct QuestionFuzzTests {
  private let database: QueryDatabase

  init() throws { database = try QueryDatabase() }

  @Test func `Every question of random words is answered or refused with a reason`() throws {
    var generator = SeededGenerator(seed: 11)
    let words =
      QueryWords.embedded.entries.flatMap(\.words) + Kinds.embedded.entries.flatMap(\.words)
      + [
        "Norway", "Chile", "the EU", "Coast Police", "Bergen", "2024", "€1m", "\"river ports\"", "'; DROP TABLE x; --",
        "%",
      ]
    var options = AnswerOptions()
    options.withSources = true
    for _ in 0..<400 {
      let count = Int.random(in: 1...7, using: &generator)
      let phrase = (0..<count).compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
      let question = try database.store.question(phrase, parser: QueryDatabase.parser)
      guard let query = question.reading.query else {
        #expect(!question.reading.diagnostics.isEmpty, "\(phrase)")
        continue
      }
      _ = try database.store.answer(query, parser: QueryDatabase.parser, options: options)
    }
  }

  @Test func `Every proposed question can be asked`() throws {
    for entry in CannedQuestions.embedded.entries {
      let question = try database.store.question(entry.phrase, parser: QueryDatabase.parser)
      let query = try #require(question.reading.query, "\(question.reading.diagnostics)")
      _ = try database.store.answer(query, parser: QueryDatabase.parser)
    }
  }

  @Test func `Values are bound and never part of the SQL`() throws {
    let question = try database.store.question("commitments about \"x' OR 1=1 --\"", parser: QueryDatabase.parser)
    let sql = try #require(question.sql)
    #expect(!sql.contains("1=1"))
    #expect(question.parameters.contains { $0.contains("1=1") })
  }
}
