import Documents
import KnowledgeBase
import QueryLanguage
import TestSupport
import Testing

@Suite struct AnswerTests {
  private static let answers = TestTable("answers.tsv").rows
  private static let refusals = TestTable("refusals.tsv").rows

  private let database: QueryDatabase

  init() throws { database = try QueryDatabase() }

  @Test func `Each phrase gives the rows that the table says`() throws {
    for row in Self.answers {
      let reading = try database.store.question(row[0], parser: QueryDatabase.parser).reading
      let query = try #require(reading.query, "\(row): \(reading.diagnostics)")
      let answer = try database.store.answer(query, parser: QueryDatabase.parser)
      #expect(AnswerText.rows(of: answer) == row[1], "\(row)")
    }
  }

  @Test func `A name that the database does not know is refused with a hint`() throws {
    for row in Self.refusals {
      let reading = try database.store.question(row[0], parser: QueryDatabase.parser).reading
      #expect(reading.query == nil, "\(row)")
      let hints = reading.diagnostics.map { "\($0.message) \($0.hint ?? "")" }
      #expect(hints.contains { $0.contains(row[1]) }, "\(row): \(hints)")
      for suggestion in reading.suggestions {
        #expect(try database.store.question(suggestion, parser: QueryDatabase.parser).reading.query != nil, "\(row)")
      }
    }
  }

  @Test func `The sentences beside the rows are as many as the facts in them`() throws {
    var options = AnswerOptions()
    options.withSources = true
    for row in Self.answers {
      let query = try #require(database.store.question(row[0], parser: QueryDatabase.parser).reading.query)
      let answer = try database.store.answer(query, parser: QueryDatabase.parser, options: options)
      let counts = answer.columns.firstIndex { $0.name == query.subject.rawValue && $0.type == .integer }
      for found in answer.rows {
        #expect(!found.sources.isEmpty && found.sources.allSatisfy { !$0.sentence.isEmpty }, "\(row)")
        guard let counts, query.subject != .actors else { continue }
        #expect(found.cells[counts] == .integer(found.sources.count), "\(row)")
      }
    }
  }

  @Test func `An empty answer says what was searched and what there is`() throws {
    let question = try database.store.question("arrests in Peru", parser: QueryDatabase.parser)
    let query = try #require(question.reading.query)
    let answer = try database.store.answer(query, parser: QueryDatabase.parser)
    #expect(answer.rows.isEmpty)
    #expect(
      answer.notes == [
        "nothing found for: operations; kind arrest; in Peru [PE]",
        "without “kind arrest” there are 1: surveillance 1",
        "without “in Peru [PE]” there are 2: Chile 1, Norway 1",
      ])
  }

  @Test func `A limit that cuts an answer is said`() throws {
    let query = try #require(database.store.question("commitments", parser: QueryDatabase.parser).reading.query)
    var options = AnswerOptions()
    options.rowLimit = 2
    let answer = try database.store.answer(query, parser: QueryDatabase.parser, options: options)
    #expect(answer.rows.count == 2)
    #expect(answer.notes.first == "the first 2 rows; --limit shows more")
  }
}

/// An answer in one line, as the tables of tests have it: rows between ` / `, cells between `, `; without the agents and
/// days of groups, and of lists their ids.
enum AnswerText {
  static func rows(of answer: Answer) -> String {
    let isList = answer.columns.first?.name == "id"
    return answer.rows.map { row in
      if isList { return text(row.cells[0]) }
      let shown = answer.columns.indices.filter { index in
        answer.columns[index].type != .list && answer.columns[index].type != .date && row.cells[index] != .null
      }
      return shown.map { text(row.cells[$0]) }.joined(separator: ", ")
    }.joined(separator: isList ? " " : " / ")
  }

  private static func text(_ cell: Answer.Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list(let texts): texts.joined(separator: " + ")
    case .figures(let figures):
      figures.map { "\(Int($0.value)) \($0.unit)" }.joined(separator: " + ")
    }
  }
}
