import ArgumentParser
import Documents
import Ingestion

/// `kb explain`: how a sentence is read.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a sentence is read: words and tree, what facts it gives and why, what nearly gave one.",
    discussion: """
      Each fact has its confidence, the threshold of its table, the rule that fired, and what
      each sign adds to its log odds (Docs/Confidence.md). Then come the frames that a word
      evokes but that gave no fact, with what failed.

      Examples:
        kb explain "The ministry pledged £5m to repair bridges."
        kb explain --frames frames/ --date 2025-03-31 "Police dredged the lake on Monday."
        echo "Police arrested six men." | kb explain -
      """)

  @Argument(help: "The sentence, or several; `-` reads them from standard input.")
  var sentence: String
  @Option(
    help: ArgumentHelp("Take this day as the document's, for dates such as “Monday”.", valueName: "YYYY-MM-DD"),
    transform: ReadingArguments.day)
  var date: CalendarDate?
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var frames: FrameArguments
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let text = sentence == "-" ? try InputFile.text(of: "-") : sentence
    let pipeline = DocumentPipeline(extractor: try frames.extractor(besides: database.path).extractor)
    let document = Document(
      source: "sentence", text: SourceText(text), published: date.map { PublicationDate($0, basis: .given) })
    let (analysis, proposals) = pipeline.proposals(of: document)
    try output.printer.write(
      ExplanationPage(analysis: analysis, proposals: proposals), Caption(title: text, source: "kb \(Version.text)"))
  }
}
