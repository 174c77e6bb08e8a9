import ArgumentParser
import Documents
import Ingestion
import KnowledgeBase

/// `kb extract`: documents in, facts out, without a database.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the facts of documents as JSON Lines, without a database.",
    discussion: """
      The lines are those of `kb export`: each document with its text, then its actors and
      facts; documents in the order of the arguments.

      Examples:
        kb extract seeds/*.txt > facts.jsonl
        curl -s URL | kb extract --date 2025-03-31 - | jq 'select(.table == "commitments")'
      """)

  @OptionGroup var reading: ReadingArguments

  func run() throws {
    var output = StandardOutput()
    var problems = ProblemList(rest: "")
    var hasFailed = false
    Extraction(reading: reading.options, jobs: reading.threads).run(reading.paths) { outcome in
      for line in outcome.record?.lines ?? [] { output.writeLine(line) }
      for problem in outcome.problems where problem.diagnostic.severity != .note { problems.add(problem) }
      hasFailed = hasFailed || outcome.record == nil
      return true
    }
    output.flush()
    problems.finish()
    if hasFailed { throw ExitCode(Failure.Status.inputs.rawValue) }
  }
}
