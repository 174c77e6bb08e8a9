import ArgumentParser
import KnowledgeBase
import QueryLanguage

/// `kb shell`: questions and SQL at a prompt, or line by line from standard input.
struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Ask at a prompt, in words or in SQL, with history and completion.",
    discussion: """
      A line is a question, SQL up to its semicolon, or a command: .help lists them. Without a
      terminal the lines come from standard input, and the answers go to standard output.

      Examples:
        kb shell
        echo "commitments by country" | kb shell --format csv
      """)

  @Option(help: ArgumentHelp("At most so many rows an answer.", valueName: "count"))
  var limit = 1_000
  @Option(help: ArgumentHelp("Give up an answer after so many seconds.", valueName: "seconds"))
  var timeout = 30
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    guard limit >= 1, limit < 1 << 40 else { throw ValidationError("--limit must be at least 1") }
    guard 1...86_400 ~= timeout else { throw ValidationError("--timeout must be 1 to 86400 seconds") }
  }

  func run() throws {
    var options = AnswerOptions()
    options.rowLimit = limit
    options.deadline = .seconds(timeout)
    let store = try database.openForReading()
    let runner = try QuestionRunner(store, printer: output.printer, options: options)
    var session = ShellSession(runner)
    let completion = ShellCompletion(store, vocabulary: runner.parser.vocabulary)
    var editor = LineEditor { completion($0) }
    if LineEditor.isInteractive { StandardError.write("\(database.path): ask something; .help helps, .quit leaves") }
    asking: while let input = editor.next(prompt: session.prompt) {
      switch input {
      case .line(let line): guard session.take(line) else { break asking }
      case .cancelled: session.cancel()
      }
    }
    session.finish()
    if session.hasFailed, !LineEditor.isInteractive { throw ExitCode(Failure.Status.usage.rawValue) }
  }
}
