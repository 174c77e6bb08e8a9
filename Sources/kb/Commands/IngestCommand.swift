import ArgumentParser
import Documents
import Glibc
import Ingestion
import KnowledgeBase
import Lexicon
import PolicyModel

/// `kb ingest`: documents into the database.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read, analyse and store documents; the second time, only what changed.",
    discussion: """
      Examples:
        kb ingest seeds/                      all files below a folder
        kb ingest --db desk.db news/ note.md  into another database
        kb ingest --prune news/               and remove what is gone from there
        curl -s URL | kb ingest --date 2025-03-31 -

      Frames (kinds, words and roles of facts) of one's own are read from --frames and from the
      folder `frames` beside the database; when they change, the next ingest reads all documents
      again. Hidden files are left out. Inputs that cannot be read are listed in the table
      ingest_problems and do not stop the others. Ctrl-C stores what was read so far.
      """)

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var frames: FrameArguments
  @Flag(help: "Do everything but write.")
  var dryRun = false
  @Flag(help: "Remove the documents below the given paths whose files are gone.")
  var prune = false
  @Flag(help: "Extract and store what did not change, too.")
  var again = false
  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false
  @Flag(help: "Print the summary as one JSON object.")
  var json = false

  func run() throws {
    let interrupts = Interrupts()
    let start = ContinuousClock.now
    var progress = ProgressLine(isWanted: !quiet && !json)
    let summary = try summary(
      onProgress: { progress.update(done: $0.done, total: $0.total) }, shouldStop: { interrupts.pending != nil })
    progress.clear()
    var problems = ProblemList(rest: dryRun ? "" : "; see the table ingest_problems in \(database.path)")
    for problem in summary.problems where problem.diagnostic.severity == .error { problems.add(problem) }
    problems.finish()
    if json {
      IngestReport(summary, database: database.path, elapsed: ContinuousClock.now - start).printJSON()
    } else if !quiet {
      IngestReport(summary, database: database.path, elapsed: ContinuousClock.now - start).printText(isDryRun: dryRun)
    }
    if summary.wasInterrupted, let signal = interrupts.pending {
      StandardError.write("kb: interrupted; the same command does the rest")
      Interrupts.exit(signal)
    }
    if summary.counts.failed > 0 { throw ExitCode(Failure.Status.inputs.rawValue) }
  }

  private func summary(
    onProgress: (IngestionProgress) -> Void, shouldStop: () -> Bool
  ) throws -> IngestionSummary {
    let extractor = try frames.extractor(besides: database.path)
    var options = Ingestor.Options(extractorVersion: extractor.version)
    options.extractor = extractor.extractor
    options.reading = reading.options
    options.jobs = reading.threads
    options.prunes = prune
    options.isThorough = again
    let ingestor = Ingestor(options: options)
    if dryRun {
      return try ingestor.rehearse(
        reading.paths, with: database.openIfPresent(), onProgress: onProgress, shouldStop: shouldStop)
    }
    return try ingestor.ingest(
      reading.paths, into: database.openForWriting(), onProgress: onProgress, shouldStop: shouldStop)
  }
}
