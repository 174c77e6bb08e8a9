import ArgumentParser
import Documents
import KnowledgeBase
import Lexicon
import QueryLanguage

/// `kb query`: a question in, rows out.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Answer a question, in a small English or in SQL.",
    discussion: """
      Examples:
        kb query commitments by country --evidence
        kb query "arrests in Belgium since 2024"
        kb query "commitments to Ukraine over £1m" --format csv
        kb query top 5 makers by commitments
        kb query how many people were arrested in Spain
        kb query --explain "overdue commitments by maker and year"
        kb query --sql "SELECT kind, count(*) FROM events GROUP BY kind"
        kb query --list

      A question has the form: what [by group [and group]] [filter …] [top N].
        what     commitments, events, operations, statistics, statements, actors,
                 documents, or a kind: arrests, meetings, funding commitments, …
        group    country, maker, recipient, lead, speaker, kind, status, year,
                 quarter, month, place, unit, currency, publisher, document
        filter   in PLACE · by ACTOR · to ACTOR · about WORDS · from PUBLISHER
                 since, before, after, until, in DATE · between DATE and DATE
                 over, under, at least FIGURE · with or without deadline
                 due in DATE · overdue · planned, completed, pledged, …
      """)

  @Argument(help: "The question; quotation marks around it are not needed.")
  var phrase: [String] = []
  @Flag(help: "Show the sentences that each row rests on.")
  var evidence = false
  @Flag(help: "Show how the question was read, and its SQL.")
  var explain = false
  @Flag(help: "List questions to begin with.")
  var list = false
  @Option(
    help: ArgumentHelp("Run one SQL statement that only reads; `-` reads it from standard input.", valueName: "sql"))
  var sql: String?
  @Option(name: .customLong("param"), help: ArgumentHelp("The value of a :name in the SQL.", valueName: "name=value"))
  var parameters: [String] = []
  @Option(help: ArgumentHelp("At most so many rows.", valueName: "count"))
  var limit = 1_000
  @Option(help: ArgumentHelp("Give up after so many seconds.", valueName: "seconds"))
  var timeout = 30
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    guard limit >= 1, limit < 1 << 40 else { throw ValidationError("--limit must be at least 1") }
    guard 1...86_400 ~= timeout else { throw ValidationError("--timeout must be 1 to 86400 seconds") }
    guard list || sql != nil || !phrase.isEmpty else {
      throw ValidationError("ask something: kb query \"commitments by country\"; `kb query --list` proposes questions")
    }
    guard sql == nil || phrase.isEmpty else { throw ValidationError("ask in words or with --sql, not both") }
  }

  func run() throws {
    if list { return try Self.printList(output) }
    if let sql { return try run(sql) }
    let store = try database.openForReading()
    let kinds = Kinds.embedded.adding(try store.ownKinds())
    let parser = QueryParser(vocabulary: QueryVocabulary(kinds: kinds), today: try Today.required())
    let question = try store.question(phrase.joined(separator: " "), parser: parser, options: options)
    let page = QuestionPage(question)
    guard let query = question.reading.query else {
      page.writeRefusal()
      throw ExitCode(Failure.Status.usage.rawValue)
    }
    if explain { return page.writeExplanation() }
    page.writeNotes()
    try output.printer.write(
      try store.answer(query, parser: parser, options: options),
      Caption(title: question.reading.phrase, source: database.path))
  }

  private var options: AnswerOptions {
    var options = AnswerOptions()
    options.rowLimit = limit
    options.withSources = evidence
    options.deadline = .seconds(timeout)
    return options
  }

  // MARK: SQL and the list

  private func run(_ sql: String) throws {
    var values: [String: String] = [:]
    for parameter in parameters {
      let pieces = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pieces.count == 2 else { throw Failure(.usage, "--param \(parameter): say name=value") }
      values[String(pieces[0])] = String(pieces[1])
    }
    let text = sql == "-" ? Self.standardInput() : sql
    let store = try database.openForReading()
    let answer: Answer
    do throws(KnowledgeBaseError) {
      answer = try store.answer(sql: text, parameters: values, options: options)
    } catch {
      guard error.code == .invalidSQL || error.code == .refused else { throw error }
      for line in error.description.split(separator: "\n") {
        StandardError.writeRaw("kb: \(VisibleText.block(String(line)))\n")
      }
      throw ExitCode(Failure.Status.usage.rawValue)
    }
    try output.printer.write(answer, Caption(title: text, source: database.path))
  }

  private static func standardInput() -> String {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    return text
  }

  private static func printList(_ output: OutputOptions) throws {
    let rows = CannedQuestions.embedded.entries.map { Answer.Row([.text($0.phrase), .text($0.summary)]) }
    try output.printer.write(
      Answer(columns: [Answer.Column("question", .text), Answer.Column("answers", .text)], rows: rows),
      Caption(title: "questions to begin with", source: "kb \(Version.text)"))
  }
}
