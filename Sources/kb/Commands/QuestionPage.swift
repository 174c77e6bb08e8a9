import Documents
import KnowledgeBase
import QueryLanguage

/// What there is to say about a question besides its answer.
struct QuestionPage {
  private let question: Question
  private var reading: QueryReading { question.reading }

  init(_ question: Question) { self.question = question }

  /// What is worth knowing about how a question was read, on standard error.
  func writeNotes() {
    for diagnostic in reading.diagnostics { write(diagnostic) }
    for note in question.notes { StandardError.write("kb: \(note)") }
  }

  /// Why a question has no answer: what was not understood and where, what was, and what could be asked instead.
  func writeRefusal() {
    StandardError.write("kb: the question is not understood")
    for diagnostic in reading.diagnostics {
      writePlace(diagnostic.range)
      write(diagnostic)
    }
    if !reading.parts.isEmpty {
      let parts = reading.parts.map { "“\($0.words)” as \($0.meaning)" }
      StandardError.write("kb: understood: " + parts.joined(separator: "; "))
    }
    for suggestion in reading.suggestions { StandardError.write("kb: try: kb query \(Self.quoted(suggestion))") }
  }

  private func write(_ diagnostic: Diagnostic) {
    StandardError.write("kb: \(diagnostic.message)" + (diagnostic.hint.map { "; \($0)" } ?? ""))
  }

  /// The phrase with a mark below the words that a diagnostic is about.
  private func writePlace(_ range: ByteRange?) {
    guard let range, !range.isEmpty else { return }
    let phrase = SourceText(reading.phrase)
    let before = TextColumns.width(VisibleText.block(phrase[ByteRange(0, range.start)]))
    let width = max(1, TextColumns.width(VisibleText.block(phrase[range])))
    guard before + width <= 200, !reading.phrase.contains(where: \.isNewline) else { return }
    StandardError.writeRaw("  \(VisibleText.block(reading.phrase))\n")
    StandardError.writeRaw("  " + String(repeating: " ", count: before) + String(repeating: "^", count: width) + "\n")
  }

  /// How a question was read part by part, the whole, the SQL and its values.
  func writeExplanation() {
    var output = StandardOutput()
    for part in reading.parts {
      output.writeLine("\(VisibleText.line(part.words))  →  \(VisibleText.line(part.meaning))  (\(place(part.range)))")
    }
    for diagnostic in reading.diagnostics { output.writeLine("note: \(VisibleText.line(diagnostic.message))") }
    for note in question.notes { output.writeLine("note: \(VisibleText.line(note))") }
    output.writeLine("question: \(VisibleText.line(reading.query?.description ?? ""))")
    output.writeLine()
    output.writeLine(VisibleText.block(question.sql ?? ""))
    if !question.parameters.isEmpty {
      output.writeLine()
      for (index, parameter) in question.parameters.enumerated() {
        output.writeLine("?\(index + 1) = \(VisibleText.line(parameter))")
      }
    }
    output.flush()
  }

  /// The first and last character of a part, counted from 1: `13–22`.
  private func place(_ range: ByteRange) -> String {
    let phrase = SourceText(reading.phrase)
    let first = phrase[ByteRange(0, range.start)].count + 1
    let last = phrase[ByteRange(0, range.end)].count
    return last > first ? "\(first)–\(last)" : String(first)
  }

  private static func quoted(_ phrase: String) -> String {
    "'" + phrase.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
