import ArgumentParser
import Documents
import KnowledgeBase
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
        kb query --sql @report.sql --param country=FR
        kb query --save to-country "commitments to {country} by maker"
        kb query @to-country --param country=Ukraine
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

  @Argument(help: "The question, or @NAME for a saved one; quotation marks around it are not needed.")
  var phrase: [String] = []
  @Flag(help: "Show the sentences that each row rests on.")
  var evidence = false
  @Flag(help: "Show how the question was read, and its SQL.")
  var explain = false
  @Flag(help: "List the saved questions, and others to begin with.")
  var list = false
  @Option(
    help: ArgumentHelp(
      "Run one SQL statement that only reads; from a file for @FILE, from standard input for `-`.", valueName: "sql"))
  var sql: String?
  @Option(help: ArgumentHelp("Keep the question, or the SQL, in the database under this name.", valueName: "name"))
  var save: String?
  @Option(help: ArgumentHelp("Forget a saved question.", valueName: "name"))
  var remove: String?
  @Option(
    name: .customLong("param"),
    help: ArgumentHelp("The value of a :name in the SQL, or a {name} of a saved question.", valueName: "name=value"))
  var parameters: [String] = []
  @OptionGroup var answer: AnswerArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    guard list || sql != nil || remove != nil || !phrase.isEmpty else {
      throw ValidationError("ask something: kb query \"commitments by country\"; `kb query --list` proposes questions")
    }
    guard sql == nil || phrase.isEmpty else { throw ValidationError("ask in words or with --sql, not both") }
    guard remove == nil || save == nil && phrase.isEmpty && sql == nil else {
      throw ValidationError("--remove takes a name and nothing else")
    }
  }

  func run() throws {
    if list { return try printList() }
    if let remove { return try forget(remove) }
    if let save { return try keep(save) }
    let runner = try QuestionRunner(database.openForReading(), printer: output.printer, options: options)
    let question = phrase.joined(separator: " ")
    if let sql {
      try runner.run(sql: try Self.text(of: sql), parameters: values)
    } else if question.hasPrefix("@"), phrase.count == 1, !question.contains(" ") {
      try runner.ask(saved: String(question.dropFirst()), parameters: values, explains: explain)
    } else {
      try runner.ask(question, explains: explain)
    }
  }

  private var options: AnswerOptions { answer.options(withSources: evidence) }

  /// The values of `--param`.
  private var values: [String: String] {
    get throws(Failure) {
      var values: [String: String] = [:]
      for parameter in parameters {
        let pieces = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pieces.count == 2, !pieces[0].isEmpty else {
          throw Failure(.usage, "--param \(parameter): say name=value")
        }
        values[String(pieces[0])] = String(pieces[1])
      }
      return values
    }
  }

  /// The SQL itself, or what is in the file or standard input that stands for it.
  private static func text(of sql: String) throws(Failure) -> String {
    guard sql == "-" || sql.hasPrefix("@") else { return sql }
    return try InputFile.text(of: sql == "-" ? sql : String(sql.dropFirst()))
  }

  // MARK: Saved questions

  private func printList() throws {
    try output.printer.write(
      try QuestionRunner.list(try database.openIfPresent()),
      Caption(title: "questions to begin with", source: "kb \(Version.text)"))
  }

  private func keep(_ name: String) throws {
    let text = try sql.map { (sql) throws(Failure) in try Self.text(of: sql) } ?? phrase.joined(separator: " ")
    let language = sql == nil ? SavedQuestion.Language.question : .sql
    guard let question = SavedQuestion(name: name, language: language, text: text) else {
      throw Failure(.usage, "'\(name)' is no name for a question; use letters, digits, '-', '_' and '.', 100 at most")
    }
    guard !text.isEmpty else {
      throw Failure(.usage, "there is nothing to save as '\(name)'; give a question or --sql")
    }
    if language == .question, question.parameters.isEmpty {
      // What is not understood today will not be tomorrow.
      let runner = try QuestionRunner(database.openForReading(), printer: output.printer, options: options)
      try runner.check(text)
    }
    try database.openForWriting().save(question)
    StandardError.write("kb: saved; ask it with `kb query @\(name)`")
  }

  private func forget(_ name: String) throws {
    guard try database.openForWriting().removeSavedQuestion(named: name) else {
      throw Failure(.usage, "\(database.path): no question is saved as '\(name)'")
    }
  }
}
