import ArgumentParser
import Documents
import KnowledgeBase
import PolicyModel
import QueryLanguage

/// `kb search`: the documents that words are in, best first.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the documents' texts; the best come first, with the passage that fits best.",
    discussion: """
      Examples:
        kb search small boats                 all the words, in any form
        kb search '"small boats" -ferry'      a phrase, without a word
        kb search 'smuggl* OR traffick*'      beginnings, either of them
        kb search 'NEAR(border police, 5)'    within five words
        kb search asylum --since 2024 --publisher Reuters
      """)

  @Argument(help: "Words, \"phrases\", begin*, -without, this OR that, NEAR(a b, 5).")
  var words: [String]
  @Option(help: ArgumentHelp("Published on or after this day, or in or after this month or year.", valueName: "date"))
  var since: String?
  @Option(help: ArgumentHelp("Published on or before the end of this day, month or year.", valueName: "date"))
  var until: String?
  @Option(help: ArgumentHelp("Published by this publisher.", valueName: "name"))
  var publisher: String?
  @Option(help: ArgumentHelp("At most so many documents.", valueName: "count"))
  var limit = 10
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    let text = words.joined(separator: " ")
    guard let hits = try database.openForReading().search(text, options: try options()) else {
      throw Failure(.usage, "there is no word to search for in '\(text)'; give at least one letter or digit")
    }
    try output.printer.write(SearchPage(hits), Caption(title: text, source: database.path))
    if hits.isEmpty { StandardError.write("kb: no document has these words; fewer words, or begin* find more") }
  }

  private func options() throws -> SearchOptions {
    var options = SearchOptions()
    options.limit = limit
    options.publisher = publisher
    options.period = Period(
      start: try since.flatMap { try period($0).start }, end: try until.flatMap { try period($0).end })
    return options
  }

  private func period(_ text: String) throws -> Period {
    guard let period = QueryParser(vocabulary: QueryVocabulary(), today: try Today.required()).period(text) else {
      throw Failure(.usage, "'\(text)' is no date; say 2025-03-31, \"March 2025\" or 2024")
    }
    return period
  }
}
