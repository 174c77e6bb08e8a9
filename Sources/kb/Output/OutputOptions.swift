import ArgumentParser
import KnowledgeBase

/// The forms in which an answer can be printed.
enum OutputFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  case table, csv, tsv, json, jsonl, markdown, html, svg
}

/// How results are printed; one group for every command that prints some.
struct OutputOptions: ParsableArguments {
  @Option(help: "How results are printed: table, csv, tsv, json, jsonl, markdown, html or svg.")
  private var format: OutputFormat?
  @Flag(help: "The same as --format json.")
  private var json = false
  @Flag(help: "Draw bars or a timeline; with --format html above the table.")
  private var chart = false
  @Flag(name: .customLong("no-pager"), help: "Never show a long answer page by page.")
  private var hasNoPager = false

  func validate() throws {
    guard !json || format == nil || format == .json else {
      throw ValidationError("--json and --format \(format?.rawValue ?? "") exclude each other")
    }
    guard !chart || [.table, .html, .svg].contains(chosen) else {
      throw ValidationError("--chart goes with --format table, html or svg, not \(chosen.rawValue)")
    }
  }

  /// The form that was chosen, else a table.
  var chosen: OutputFormat { json ? .json : format ?? .table }

  /// The options as a value.
  var printer: ResultPrinter {
    ResultPrinter(format: chosen, drawsChart: chart || chosen == .svg, usesPager: !hasNoPager)
  }
}
