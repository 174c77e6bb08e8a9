import ArgumentParser
import KnowledgeBase
import Lexicon
import QueryLanguage

/// Asks one database, in words or in SQL, and prints the answers: what `kb query` does once and `kb shell` line by line.
struct QuestionRunner {
  let store: KnowledgeStore
  let parser: QueryParser
  var printer: ResultPrinter
  var options: AnswerOptions

  init(_ store: KnowledgeStore, printer: ResultPrinter, options: AnswerOptions) throws {
    self.store = store
    self.printer = printer
    self.options = options
    let kinds = Kinds.embedded.adding(try store.ownKinds())
    parser = QueryParser(vocabulary: QueryVocabulary(kinds: kinds), today: try Today.required())
  }

  /// Answers a phrase, or says how it was read.
  ///
  /// - Throws: the status of a usage error where the phrase is not understood, which has been said then.
  func ask(_ phrase: String, explains: Bool = false) throws {
    let question = try store.question(phrase, parser: parser, options: options)
    try Self.requireQuery(of: question)
    let page = QuestionPage(question)
    if explains { return page.writeExplanation() }
    page.writeNotes()
    guard let answer = try store.answer(to: question, options: options) else { return }
    try printer.write(answer, Caption(title: question.reading.phrase, source: store.path))
  }

  /// Says what is not understood of a phrase.
  func check(_ phrase: String) throws {
    try Self.requireQuery(of: try store.question(phrase, parser: parser, options: options))
  }

  private static func requireQuery(of question: Question) throws {
    guard question.reading.query == nil else { return }
    QuestionPage(question).writeRefusal()
    throw ExitCode(Failure.Status.usage.rawValue)
  }

  /// Runs one statement that reads.
  ///
  /// - Throws: the status of a usage error where SQLite refuses it, which has been said then.
  func run(sql: String, parameters: [String: String] = [:]) throws {
    let answer: Answer
    do throws(KnowledgeBaseError) {
      answer = try store.answer(sql: sql, parameters: parameters, options: options)
    } catch {
      guard error.code == .invalidSQL || error.code == .refused else { throw error }
      for line in error.description.split(separator: "\n") {
        StandardError.writeRaw("kb: \(VisibleText.block(String(line)))\n")
      }
      throw ExitCode(Failure.Status.usage.rawValue)
    }
    try printer.write(answer, Caption(title: sql, source: store.path))
  }

  /// Asks a question that is kept in the database.
  func ask(saved name: String, parameters: [String: String], explains: Bool = false) throws {
    guard let saved = try store.savedQuestions().first(where: { $0.name == name }) else {
      throw Failure(.usage, "\(store.path): no question is saved as '\(name)'; `kb query --list` shows those that are")
    }
    guard saved.language == .question else { return try run(sql: saved.text, parameters: parameters) }
    guard let phrase = saved.phrase(with: parameters) else {
      let missing = saved.parameters.filter { parameters[$0] == nil }.map { "--param \($0)=…" }
      throw Failure(.usage, "the question '\(name)' (\(saved.text)) needs \(missing.joined(separator: " "))")
    }
    try ask(phrase, explains: explains)
  }

  /// Questions to begin with, and those that the database keeps where there is one.
  static func list(_ store: KnowledgeStore?) throws -> Answer {
    let saved = try store?.savedQuestions() ?? []
    let rows =
      saved.map { Answer.Row([.text("@\($0.name)"), .text($0.text)]) }
      + CannedQuestions.embedded.entries.map { Answer.Row([.text($0.phrase), .text($0.summary)]) }
    return Answer(columns: [Answer.Column("question", .text), Answer.Column("answers", .text)], rows: rows)
  }
}
