import KnowledgeBase

/// What stands above and below a result that goes out of the house as a page or picture.
struct Caption: Sendable, Hashable {
  /// What was asked.
  var title: String
  /// The database that it is from.
  var source: String
}

/// Prints results in one format. Notes go to standard error, behind the result.
struct ResultPrinter: Sendable {
  var format: OutputFormat
  /// Whether an answer is drawn rather than listed.
  var drawsChart = false
  /// Whether a result that is longer than the screen goes through the pager.
  var usesPager = true

  /// Prints rows.
  func write(_ answer: Answer, _ caption: Caption) throws(Failure) {
    var output = StandardOutput(pager: Pager(isWanted: usesPager))
    var notes = answer.notes
    if drawsChart {
      notes += try draw(answer, caption, to: &output)
    } else {
      notes += list(answer, caption, to: &output)
    }
    output.flush()
    for note in notes { StandardError.write("kb: \(note)") }
  }

  /// Prints a page for people in a table's place, one object as JSON, and rows in every other format.
  func write(_ page: some Page, _ caption: Caption) throws(Failure) {
    var output = StandardOutput(pager: Pager(isWanted: usesPager))
    switch (format, page.object) {
    case (.table, _) where !drawsChart: page.write(to: &output)
    case (.json, let object?), (.jsonl, let object?): output.writeLine(object)
    default: return try write(page.answer, caption)
    }
    output.flush()
  }

  // MARK: Rows

  private func list(_ answer: Answer, _ caption: Caption, to output: inout StandardOutput) -> [String] {
    switch format {
    case .table:
      let cross = CrossTable(answer)?.answer
      let width = TableFormat.width
      if let cross, TableFormat.fits(cross, into: width) {
        return Self.write(cross, as: TableFormat(cross, width: width), to: &output) + [CrossTable.note]
      }
      return Self.write(answer, as: TableFormat(answer, width: width), to: &output)
    case .csv: return Self.write(answer, as: SeparatedFormat(answer, .comma), to: &output)
    case .tsv: return Self.write(answer, as: SeparatedFormat(answer, .tab), to: &output)
    case .json: return Self.write(answer, as: JSONFormat(answer), to: &output)
    case .jsonl: return Self.write(answer, as: JSONLinesFormat(answer), to: &output)
    case .markdown: return Self.write(answer, as: MarkdownFormat(answer), to: &output)
    case .html, .svg: return Self.write(answer, as: HTMLFormat(answer, caption), to: &output)
    }
  }

  private static func write(
    _ answer: Answer, as format: some AnswerFormat, to output: inout StandardOutput
  ) -> [String] {
    var format = format
    for row in answer.rows { format.writeRow(row, to: &output) }
    format.finish(to: &output)
    return format.notes
  }

  // MARK: Charts

  private func draw(_ answer: Answer, _ caption: Caption, to output: inout StandardOutput) throws(Failure) -> [String] {
    guard let chart = Chart(answer, caption) else {
      throw Failure(
        .usage,
        "there is nothing to draw in this result; ask for groups (commitments by year), dates or one number a row")
    }
    switch format {
    case .svg: output.write(SVGChart(chart).text)
    case .html:
      _ = Self.write(answer, as: HTMLFormat(answer, caption, picture: SVGChart(chart).element), to: &output)
    default: TerminalChart(chart).write(to: &output)
    }
    return chart.notes
  }
}

/// A way of printing the rows of one answer, from its first to its last.
protocol AnswerFormat {
  /// Prints one row, behind a heading where it is the first.
  mutating func writeRow(_ row: Answer.Row, to output: inout StandardOutput)
  /// Prints what belongs behind the last row.
  mutating func finish(to output: inout StandardOutput)
  /// What a reader should know about the form, once it is printed.
  var notes: [String] { get }
}

extension AnswerFormat {
  var notes: [String] { [] }
}
