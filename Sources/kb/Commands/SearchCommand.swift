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
        kb search '"small boats" in France since 2024'
        kb search asylum --since 2024 --publisher Reuters

      Conditions stand behind the words, as in `kb query`: in PLACE, by ACTOR, to ACTOR, from
      PUBLISHER, since DATE, … The words in quotation marks are sought as they stand.
      """)

  @Argument(help: "Words, \"phrases\", begin*, -without, this OR that, NEAR(a b, 5).")
  var words: [String]
  @Option(help: ArgumentHelp("Published on or after this day, or in or after this month or year.", valueName: "date"))
  var since: String?
  @Option(help: ArgumentHelp("Published on or before the end of this day, month or year.", valueName: "date"))
  var until: String?
  @Option(
    name: .customLong("in"), help: ArgumentHelp("That name actors of this country or region.", valueName: "place"))
  var place: String?
  @Option(name: .customLong("by"), help: ArgumentHelp("That name this actor.", valueName: "actor"))
  var actor: String?
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
    let store = try database.openForReading()
    let today = try Today.required()
    let parser = { QueryParser(vocabulary: QueryVocabulary(), today: today) }
    var phrase = try store.searchPhrase(text, parser: parser)
    if !phrase.filters.isEmpty {
      let conditions = phrase.filters.map(\.description).joined(separator: "; ")
      StandardError.write("kb: searching for: \(phrase.words)in documents \(conditions)")
    }
    phrase.filters += try filters(store, parser)
    var options = SearchOptions()
    options.limit = limit
    guard let result = try store.search(phrase, parser: parser, options: options) else {
      throw Failure(.usage, "there is no word to search for in '\(text)'; give at least one letter or digit")
    }
    try output.printer.write(SearchPage(result.hits), Caption(title: text, source: database.path))
    for note in result.notes { StandardError.write("kb: \(note)") }
    if result.hits.isEmpty { StandardError.write("kb: no document has these words; fewer words, or begin* find more") }
  }

  /// The conditions of the options.
  private func filters(_ store: KnowledgeStore, _ parser: () -> QueryParser) throws -> [QueryFilter] {
    var filters: [QueryFilter] = []
    let period = Period(
      start: try since.flatMap { try self.period($0).start }, end: try until.flatMap { try self.period($0).end })
    if period != .unknown { filters.append(.period(period)) }
    for (option, word, value) in [("in", "in", place), ("by", "by", actor), ("publisher", "from", publisher)] {
      guard let value else { continue }
      let reading = try store.question("documents \(word) \"\(value)\"", parser: parser()).reading
      guard let query = reading.query, query.filters.count == 1 else {
        let hint = reading.diagnostics.first.map { "; \($0.message)" + ($0.hint.map { ": \($0)" } ?? "") } ?? ""
        throw Failure(.usage, "--\(option) '\(value)' is nobody and nowhere that the database knows\(hint)")
      }
      filters += query.filters
    }
    return filters
  }

  private func period(_ text: String) throws -> Period {
    guard let period = QueryParser(vocabulary: QueryVocabulary(), today: try Today.required()).period(text) else {
      throw Failure(.usage, "'\(text)' is no date; say 2025-03-31, \"March 2025\" or 2024")
    }
    return period
  }
}
