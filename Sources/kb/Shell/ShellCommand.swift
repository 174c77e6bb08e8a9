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

  @OptionGroup var answer: AnswerArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let store = try database.openForReading()
    let runner = try QuestionRunner(store, printer: output.printer, options: answer.options())
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
