import ArgumentParser
import Documents
import Ingestion
import LanguageAnalysis
import Normalization

/// `kb analyze`: what the analyser sees in documents.
struct AnalyzeCommand: ParsableCommand {
  /// The forms of its output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case conllu, json, measures
  }

  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print what the analyser sees: tokens, tags, trees and names, or figures and dates.",
    discussion: """
      conllu    sentences in CoNLL-U, entities as NER=B-PER and so on in the last column
      json      an object a document: sentences, tokens and entities with their offsets
      measures  an object a document: figures, money, quantities, dates and periods, changes of them, and places

      Offsets count code points of the document's text as `kb export` prints it.

      Examples:
        kb analyze --format conllu seeds/*.txt
        kb analyze --format json report.md | jq '.entities[].text'
        kb analyze --format measures --cases cases.jsonl
      """)

  @Option(help: "The form of the output.")
  var format = Format.conllu

  @Flag(
    help: "Read texts, not documents: lines of JSON with `id`, `text` and perhaps `reference_date`; measures only.")
  var cases = false

  @OptionGroup var reading: ReadingArguments

  func validate() throws {
    guard !cases || format == .measures else { throw ValidationError("--cases goes with --format measures") }
  }

  func run() throws {
    if cases { return try analyzeCases() }
    let pipeline = DocumentPipeline(reading: reading.options)
    let stages = (analyzer: LanguageAnalyzer(), recognizer: MeasureRecognizer())
    let sources = SourceDiscovery(reading.paths)
    var output = StandardOutput()
    var problems = ProblemList(rest: "")
    for problem in sources.problems { problems.add(problem) }
    var hasFailed = !sources.problems.isEmpty
    for file in sources.files {
      do throws(InputProblem) {
        let document = try pipeline.document(of: file)
        for diagnostic in document.diagnostics where diagnostic.severity != .note {
          problems.add(InputProblem(source: document.source, diagnostic: diagnostic))
        }
        output.write(text(of: document, stages.analyzer, stages.recognizer))
      } catch {
        problems.add(error)
        hasFailed = true
      }
    }
    output.flush()
    problems.finish()
    if hasFailed { throw ExitCode(Failure.Status.inputs.rawValue) }
  }

  private func analyzeCases() throws {
    let (recognizer, writer) = (MeasureRecognizer(), MeasureJSONWriter())
    var output = StandardOutput()
    for path in reading.paths {
      for analysisCase in try AnalysisCase.read(path) {
        let text = SourceText(analysisCase.text)
        let found = recognizer.find(
          in: text, ranges: [text.range], context: MeasureContext(referenceDate: analysisCase.referenceDate))
        output.writeLine(writer.write(found, of: text, id: analysisCase.id))
      }
    }
    output.flush()
  }

  private func text(of document: Document, _ analyzer: LanguageAnalyzer, _ recognizer: MeasureRecognizer) -> String {
    switch format {
    case .conllu: return CoNLLUWriter().write(analyzer.analyze(document), document: document.source)
    case .json: return AnalysisJSONWriter().write(analyzer.analyze(document), document: document.source)
    case .measures:
      let ranges = document.blocks.filter { $0.kind != .furniture }.map(\.range)
      let found = recognizer.find(
        in: document.text, ranges: ranges, context: MeasureContext(referenceDate: document.published?.date))
      return MeasureJSONWriter().write(found, of: document.text, id: document.source) + "\n"
    }
  }
}
