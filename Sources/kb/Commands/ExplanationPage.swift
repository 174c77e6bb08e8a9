import Documents
import FactExtraction
import KnowledgeBase
import LanguageAnalysis
import PolicyModel

/// How a sentence is read.
struct ExplanationPage: Page {
  let analysis: Analysis
  let proposals: FactProposals

  /// The weights that are printed for a fact, of all that there are.
  private static let mostWeights = 12

  var answer: Answer {
    let rows = proposals.reasons.map { reason in
      Answer.Row([
        .text(reason.table.rawValue), .flag(reason.isAccepted), .number(reason.evidence.confidence),
        .text(reason.evidence.rule), .text(analysis.text[reason.evidence.range]),
        .list(reason.contributions.map { "\($0.name) \(Self.signed($0.weight))" }),
      ])
    }
    let misses = proposals.nearMisses.map { miss in
      Answer.Row([
        .text(miss.table.rawValue), .flag(false), .null, .text(miss.rule), .text(miss.word), .list([miss.reason]),
      ])
    }
    return Answer(
      columns: [
        Answer.Column("table", .text), Answer.Column("recorded", .text), Answer.Column("confidence", .number),
        Answer.Column("rule", .text), Answer.Column("words", .text), Answer.Column("why", .list),
      ], rows: rows + misses)
  }

  func write(to output: inout StandardOutput) {
    for (index, sentence) in analysis.sentences.enumerated() {
      if index > 0 { output.writeLine() }
      writeTree(of: sentence, to: &output)
    }
    if proposals.reasons.isEmpty { output.writeLine("\nno fact is proposed") }
    for reason in proposals.reasons { write(reason, to: &output) }
    guard !proposals.nearMisses.isEmpty else { return }
    output.writeLine("\n\(TerminalStyle.bold("frames that gave no fact"))")
    for miss in proposals.nearMisses {
      output.writeLine("  \(miss.rule) at “\(VisibleText.line(miss.word))”: \(VisibleText.line(miss.reason))")
    }
  }

  // MARK: The tree

  /// One line a word: its number, the word set in by its depth, lemma, tag, relation to its head, entity.
  private func writeTree(of sentence: Sentence, to output: inout StandardOutput) {
    let rows = sentence.tokens.map { token in
      (
        number: String(token - sentence.tokens.lowerBound + 1),
        word: String(repeating: "  ", count: depth(of: token))
          + VisibleText.line(analysis.text[analysis.tokens[token].range]),
        note: note(on: token, sentence)
      )
    }
    let digits = rows.map(\.number.count).max() ?? 0
    let width = rows.map(\.word.count).max() ?? 0
    for row in rows {
      let number = String(repeating: " ", count: digits - row.number.count) + row.number
      output.writeLine("\(number)  \(row.word)\(String(repeating: " ", count: width - row.word.count))  \(row.note)")
    }
  }

  private func depth(of token: Int) -> Int {
    var (depth, current) = (0, token)
    while analysis.tokens[current].head >= 0, depth < 40 {
      current = Int(analysis.tokens[current].head)
      depth += 1
    }
    return depth
  }

  private func note(on token: Int, _ sentence: Sentence) -> String {
    let word = analysis.tokens[token]
    let head = word.head < 0 ? "" : " of \(Int(word.head) - sentence.tokens.lowerBound + 1)"
    let entity = analysis.entities.first { $0.tokens.contains(token) }.map { ", \($0.label.rawValue)" } ?? ""
    let lemma = VisibleText.line(analysis.symbols[word.lemma])
    return "\(lemma) \(word.upos.rawValue) \(word.xpos.rawValue), \(word.relation.rawValue)\(head)\(entity)"
  }

  // MARK: Facts

  private func write(_ reason: FactProposals.Reason, to output: inout StandardOutput) {
    let threshold = Self.rounded(reason.threshold)
    let confidence = Self.rounded(reason.evidence.confidence)
    let verdict = reason.isAccepted ? "recorded" : "not recorded"
    output.writeLine(
      "\n\(TerminalStyle.bold(reason.table.rawValue))  \(verdict): confidence \(confidence), threshold \(threshold)")
    var rows = FactFields(proposals.facts).fields(reason.table, at: reason.index)
    rows.append(("words", analysis.text[reason.evidence.range]))
    rows.append(("rule", reason.evidence.rule))
    let weights = reason.contributions.filter { $0.weight != 0 }
    var text = weights.prefix(Self.mostWeights).map { "\($0.name) \(Self.signed($0.weight))" }.joined(separator: ", ")
    if weights.count > Self.mostWeights { text += ", \(weights.count - Self.mostWeights) lighter ones" }
    rows.append(("because", text))
    PropertyList(rows).write(to: &output)
  }

  private static func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let text = String(hundredths % 100)
    return "\(hundredths / 100).\(text.count < 2 ? "0" : "")\(text)"
  }

  private static func signed(_ value: Double) -> String { (value < 0 ? "−" : "+") + rounded(abs(value)) }
}
