import ArgumentParser
import Documents
import FactExtraction
import Ingestion
import KnowledgeBase
import Lexicon

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
  @OptionGroup var frames: FrameArguments
  @Flag(help: ArgumentHelp("Print what is proposed, the doubtful too, with its signs.", visibility: .hidden))
  var proposals = false
  @Option(help: ArgumentHelp("Judge proposals by these weights.", visibility: .hidden))
  var weights: String?
  @Option(help: ArgumentHelp("Choose metrics and parties by these weights.", visibility: .hidden))
  var selectionWeights: String?

  func run() throws {
    if proposals { return try printProposals() }
    var output = StandardOutput()
    var problems = ProblemList(rest: "")
    var hasFailed = false
    let extraction = Extraction(reading: reading.options, extractor: try extractor(), jobs: reading.threads)
    extraction.run(reading.paths) { outcome in
      for line in outcome.record?.lines ?? [] { output.writeLine(line) }
      for problem in outcome.problems where problem.diagnostic.severity != .note { problems.add(problem) }
      hasFailed = hasFailed || outcome.record == nil
      return true
    }
    output.flush()
    problems.finish()
    if hasFailed { throw ExitCode(Failure.Status.inputs.rawValue) }
  }

  private func extractor() throws -> FactExtractor {
    guard let weights else { return try frames.extractor().extractor }
    let facts = try InputFile.text(of: weights)
    let choices = try selectionWeights.map { try ($0, InputFile.text(of: $0)) }
    do throws(DataFileError) {
      let selections =
        if let choices { try SelectionWeights(choices.1, name: choices.0) } else { SelectionWeights.embedded }
      return FactExtractor(weights: try FactWeights(facts, name: weights), selections: selections)
    } catch {
      throw Failure(.usage, error.description)
    }
  }

  /// The lines of all proposals, then a line of table `reasons` for each: what the weights are learned from.
  private func printProposals() throws {
    let pipeline = DocumentPipeline(reading: reading.options, extractor: try extractor())
    var output = StandardOutput()
    for file in SourceDiscovery(reading.paths).files {
      do throws(InputProblem) {
        let document = try pipeline.document(of: file)
        let proposals = pipeline.proposals(of: document).proposals
        for line in ExportRecord(document, proposals.facts).lines { output.writeLine(line) }
        for line in ReasonLines(proposals, of: document) { output.writeLine(line) }
      } catch {
        throw Failure(.inputs, "\(error.source): \(error.diagnostic.message)")
      }
    }
    output.flush()
  }
}
