import KnowledgeBase

/// The documents that a search found, for people and as rows.
struct SearchPage: Page {
  private let hits: [SearchHit]

  init(_ hits: [SearchHit]) { self.hits = hits }

  /// Title, origin and the best passage of each document.
  func write(to output: inout StandardOutput) {
    let width = StandardOutput.isTerminal ? StandardOutput.width : 100
    for (index, hit) in hits.enumerated() {
      if index > 0 { output.writeLine() }
      output.writeLine(TerminalStyle.bold(VisibleText.line(hit.title ?? hit.source)))
      let origin = [hit.publishedOn, hit.publisher, hit.source].compactMap { $0 }.joined(separator: " · ")
      output.writeLine("  \(VisibleText.line(origin))")
      for line in Self.lines(of: hit, width: width - 2) { output.writeLine("  \(line)") }
      for fact in hit.facts {
        let words = VisibleText.line("\(fact.table.dropLast()) \(fact.id): \(fact.evidence)")
        for (index, line) in TextColumns.lines(words, width: width - 6, mostLines: 2).enumerated() {
          output.writeLine((index == 0 ? "  → " : "    ") + line)
        }
      }
    }
  }

  /// The passage in lines that fit, with what was sought in bold.
  private static func lines(of hit: SearchHit, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    var followsBlank = true
    for piece in hit.passage {
      for (index, word) in VisibleText.line(piece.text).split(separator: " ").enumerated() {
        let isApart = index > 0 || followsBlank || beginsWithBlank(piece.text)
        let length = TextColumns.width(word)
        if used > 0, isApart, used + 1 + length > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        let blank = used > 0 && isApart ? " " : ""
        line += blank + (piece.isMatch ? TerminalStyle.bold(String(word)) : String(word))
        used += blank.utf8.count + length
      }
      followsBlank = piece.text.last?.isWhitespace ?? true
    }
    return used > 0 ? lines + [line] : lines
  }

  private static func beginsWithBlank(_ text: String) -> Bool { text.first?.isWhitespace ?? false }

  /// The same as rows.
  var answer: Answer {
    let columns = [
      Answer.Column("id", .integer), Answer.Column("title", .text), Answer.Column("date", .date),
      Answer.Column("publisher", .text), Answer.Column("source", .text), Answer.Column("passage", .text),
      Answer.Column("facts", .list), Answer.Column("score", .number),
    ]
    let rows = hits.map { hit in
      Answer.Row([
        .integer(hit.id), .optional(hit.title), .optional(hit.publishedOn), .optional(hit.publisher), .text(hit.source),
        .text(hit.passage.map(\.text).joined()),
        hit.facts.isEmpty ? .null : .list(hit.facts.map { "\($0.table.dropLast()) \($0.id)" }), .number(hit.score),
      ])
    }
    return Answer(columns: columns, rows: rows)
  }
}
