import ArgumentParser
import KnowledgeBase

/// How much of an answer is wanted, and how long one waits for it.
struct AnswerArguments: ParsableArguments {
  @Option(help: ArgumentHelp("At most so many rows an answer.", valueName: "count"))
  private var limit = 1_000
  @Option(help: ArgumentHelp("Give up an answer after so many seconds.", valueName: "seconds"))
  private var timeout = 30

  func validate() throws {
    guard limit >= 1, limit < 1 << 40 else { throw ValidationError("--limit must be at least 1") }
    guard 1...86_400 ~= timeout else { throw ValidationError("--timeout must be 1 to 86400 seconds") }
  }

  /// The options with the sentences or without.
  func options(withSources: Bool = false) -> AnswerOptions {
    var options = AnswerOptions()
    options.rowLimit = limit
    options.withSources = withSources
    options.deadline = .seconds(timeout)
    return options
  }
}
