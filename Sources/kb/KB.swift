import ArgumentParser
import Glibc
import KnowledgeBase

/// The command `kb`: arguments in, results on standard output, everything else on standard error.
@main
struct KB: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kb",
    abstract:
      "A policy knowledge base in one SQLite file: who undertook what, what happened, which figures are claimed.",
    discussion: """
      Examples:
        kb ingest seeds/                    read, analyse, store; again: changes
        kb query "commitments by country"   answer a question
        kb search "small boats"             full text, ranked
        kb show commitment 3                one fact with its sentence in context
        kb shell                            ask at a prompt
        sqlite3 kb.db                       the file is the interface

      Exit status: 0 done, 1 some inputs failed (the rest is done), 2 wrong usage,
      3 the database.
      """,
    version: Version.text,
    subcommands: [
      IngestCommand.self, QueryCommand.self, SearchCommand.self, ShowCommand.self, ShellCommand.self,
      ExtractCommand.self, AnalyzeCommand.self, ExplainCommand.self, ExportCommand.self, CheckCommand.self,
      BackupCommand.self,
      InfoCommand.self,
    ])

  /// Runs the command; a failure is one line on standard error and a status.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      fail(error)
    }
  }

  private static func fail(_ error: any Error) -> Never {
    switch error {
    case let error as KnowledgeBaseError: Failure(.database, error.description).exit()
    case let error as Failure: error.exit()
    case let error as ExitCode: Glibc.exit(error.rawValue)
    default: break
    }
    guard exitCode(for: error) != .success else { exit(withError: error) }
    // ArgumentParser's message, usage line and pointer to the help, in one line.
    let pointer = fullMessage(for: error).split(separator: "\n").last { $0.contains("--help") }
    let help = pointer.map { $0.split(separator: "'").dropFirst().first.map(String.init) ?? "kb --help" }
    Failure(.usage, "\(message(for: error)); see `\(help ?? "kb --help")`").exit()
  }
}
