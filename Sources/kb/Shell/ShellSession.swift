import ArgumentParser
import KnowledgeBase

/// What is typed at the prompt, line by line: questions, SQL up to its semicolon, and commands that begin with a dot.
struct ShellSession {
  /// The commands, for completion.
  static let commands = [
    ".evidence", ".exit", ".explain", ".format", ".help", ".limit", ".list", ".quit", ".schema", ".search", ".show",
    ".tables",
  ]

  private static let help = """
    a question           commitments by country; arrests in Belgium since 2024; @NAME for a saved one
    SQL                  SELECT …; up to the semicolon, which may be lines below
    .explain QUESTION    how a question is read, and its SQL
    .evidence on|off     show the sentences that rows rest on
    .format NAME         \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))
    .limit COUNT         at most so many rows
    .list                saved questions, and others to begin with
    .search WORDS        full text: words, "phrases", begin*, -without, in PLACE, since DATE
    .show KIND ID        one fact or actor in full: .show commitment 3
    .tables              the tables and views
    .schema [TABLE]      the SQL that made them
    .quit                leave (or Ctrl-D)
    Tab completes words, tables and names; the arrows bring back earlier lines.
    """

  private var runner: QuestionRunner
  /// The lines of a statement that is not ended yet.
  private var sql = ""
  /// Whether something failed.
  private(set) var hasFailed = false

  init(_ runner: QuestionRunner) { self.runner = runner }

  /// What stands before the next line.
  var prompt: String { sql.isEmpty ? "kb> " : "  > " }

  /// Whether a line is SQL rather than a question.
  static func isSQL(_ line: String) -> Bool {
    guard line.first(where: { !$0.isWhitespace })?.isLetter == true else { return false }
    let words = line.lowercased().split { !$0.isLetter }
    switch words.first {
    case "select", "values", "explain", "pragma": return true
    // "with deadline" is a condition of questions.
    case "with": return words.contains("as") && line.contains("(")
    // What would write is SQL too, so that it is refused as such.
    case "insert", "update", "delete", "drop", "create", "alter", "attach", "vacuum", "begin", "replace", "reindex":
      return true
    default: return false
    }
  }

  /// Takes one line.
  ///
  /// - Returns: whether there may be another.
  mutating func take(_ line: String) -> Bool {
    let trimmed = Self.trimmed(line)
    if !sql.isEmpty || Self.isSQL(trimmed) {
      sql += sql.isEmpty ? line : "\n" + line
      if trimmed.hasSuffix(";") || trimmed.isEmpty { finish() }
      return true
    }
    guard !trimmed.isEmpty else { return true }
    if trimmed.hasPrefix(".") {
      let words = trimmed.split(separator: " ", maxSplits: 1).map(String.init)
      if words[0] == ".quit" || words[0] == ".exit" { return false }
      report { (session: inout ShellSession) in
        try session.command(words[0], words.count > 1 ? Self.trimmed(words[1]) : "")
      }
    } else {
      report { session in try session.ask(trimmed) }
    }
    return true
  }

  /// Runs the statement that was begun, if any: its semicolon, or the end of the input, is there.
  mutating func finish() {
    let statement = sql
    sql = ""
    if !statement.isEmpty { report { session in try session.runner.run(sql: statement) } }
  }

  /// Gives up the statement that was begun.
  mutating func cancel() { sql = "" }

  /// A failure is a line, and the next line can be asked all the same.
  private mutating func report(_ body: (inout ShellSession) throws -> Void) {
    do {
      try body(&self)
    } catch let error as Failure {
      StandardError.write("kb: \(error.message)")
      hasFailed = true
    } catch let error as KnowledgeBaseError {
      StandardError.write("kb: \(error.description)")
      hasFailed = true
    } catch {
      // An exit status: what is wrong has been said.
      if !(error is ExitCode) { StandardError.write("kb: \(KB.message(for: error))") }
      hasFailed = true
    }
  }

  private func ask(_ phrase: String, explains: Bool = false) throws {
    if phrase.hasPrefix("@"), !phrase.contains(" ") {
      try runner.ask(saved: String(phrase.dropFirst()), parameters: [:], explains: explains)
    } else {
      try runner.ask(phrase, explains: explains)
    }
  }

  // MARK: Commands

  private mutating func command(_ name: String, _ argument: String) throws {
    switch name {
    case ".help": StandardError.writeRaw(Self.help + "\n")
    case ".explain": try ask(argument, explains: true)
    case ".evidence":
      guard let isOn = ["on": true, "off": false][argument] else { throw Failure(.usage, "say .evidence on or off") }
      runner.options.withSources = isOn
    case ".format":
      guard let format = OutputFormat(rawValue: argument) else {
        let formats = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "'\(argument)' is no format; say .format and one of \(formats)")
      }
      runner.printer = ResultPrinter(format: format, drawsChart: format == .svg, usesPager: runner.printer.usesPager)
    case ".limit":
      guard let limit = Int(argument), limit >= 1 else { throw Failure(.usage, "say .limit and a count of rows") }
      runner.options.rowLimit = limit
    case ".list":
      try print(try QuestionRunner.list(runner.store), "questions to begin with")
    case ".tables":
      let rows = try runner.store.tables().map { Answer.Row([.text($0.name), .list($0.columns)]) }
      try print(
        Answer(columns: [Answer.Column("table", .text), Answer.Column("columns", .list)], rows: rows), "tables")
    case ".schema": try writeSchema(of: argument.isEmpty ? nil : argument)
    case ".search", ".show": try run(String(name.dropFirst()), argument)
    default: throw Failure(.usage, "there is no command \(name); .help lists them")
    }
  }

  private func print(_ answer: Answer, _ title: String) throws {
    try runner.printer.write(answer, Caption(title: title, source: runner.store.path))
  }

  private func writeSchema(of table: String?) throws {
    let schema = try runner.store.schema(of: table)
    guard !schema.isEmpty else {
      throw Failure(.usage, "there is no table '\(table ?? "")'; .tables lists them")
    }
    var output = StandardOutput()
    for statement in schema { output.writeLine(VisibleText.block(statement)) }
    output.flush()
  }

  /// Another command of the program on the same database.
  private func run(_ command: String, _ argument: String) throws {
    let words = command == "search" ? [argument] : argument.split(separator: " ").map(String.init)
    let options = ["--db", runner.store.path, "--format", runner.printer.format.rawValue, "--"]
    var command = try KB.parseAsRoot([command] + options + words)
    try command.run()
  }

  private static func trimmed(_ line: String) -> String {
    let blanks: (Character) -> Bool = { $0.isWhitespace }
    guard let last = line.lastIndex(where: { !blanks($0) }) else { return "" }
    return String(line[...last].drop(while: blanks))
  }
}
