import ArgumentParser
import KnowledgeBase

/// The forms in which an answer can be printed.
enum OutputFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  case table, csv, tsv, json, jsonl, markdown
}

/// How rows are printed; one group for every command that prints some.
struct OutputOptions: ParsableArguments {
  @Option(help: "How rows are printed: table, csv, tsv, json, jsonl or markdown.")
  private var format: OutputFormat?
  @Flag(help: "The same as --format json.")
  private var json = false

  func validate() throws {
    guard !json || format == nil || format == .json else {
      throw ValidationError("--json and --format \(format?.rawValue ?? "") exclude each other")
    }
  }

  /// The form that was chosen, else a table.
  var chosen: OutputFormat { json ? .json : format ?? .table }

  /// Prints an answer; its notes go to standard error.
  func write(_ answer: Answer) {
    var output = StandardOutput()
    switch chosen {
    case .table: Self.write(answer, as: TableFormat(answer), to: &output)
    case .csv: Self.write(answer, as: SeparatedFormat(answer, .comma), to: &output)
    case .tsv: Self.write(answer, as: SeparatedFormat(answer, .tab), to: &output)
    case .json: Self.write(answer, as: JSONFormat(answer), to: &output)
    case .jsonl: Self.write(answer, as: JSONLinesFormat(answer), to: &output)
    case .markdown: Self.write(answer, as: MarkdownFormat(answer), to: &output)
    }
    output.flush()
    for note in answer.notes { StandardError.write("kb: \(note)") }
  }

  private static func write(_ answer: Answer, as format: some AnswerFormat, to output: inout StandardOutput) {
    var format = format
    for row in answer.rows { format.writeRow(row, to: &output) }
    format.finish(to: &output)
  }
}

/// A way of printing the rows of one answer, from its first to its last.
protocol AnswerFormat {
  /// Prints one row, behind a heading where it is the first.
  mutating func writeRow(_ row: Answer.Row, to output: inout StandardOutput)
  /// Prints what belongs behind the last row.
  mutating func finish(to output: inout StandardOutput)
}
