import Documents
import KnowledgeBase
import LanguageAnalysis
import Lexicon
import Normalization

/// The sentences that should have given a fact but did not: they hold a figure, money or a finite verb of reporting.
struct CoverageReport {
  private let recognizer = MeasureRecognizer()
  private let analyzer = LanguageAnalyzer()
  private let verbs = ReportingVerbs.embedded
  private var rows: [Answer.Row] = []
  private var documents = 0
  private var sentences = 0
  private var uncovered = 0

  init() {}

  /// Takes in one document.
  mutating func add(_ document: KnowledgeStore.UncoveredSentences) {
    documents += 1
    sentences += document.total
    uncovered += document.sentences.count
    for sentence in document.sentences {
      let signs = signs(in: sentence.text)
      guard !signs.isEmpty else { continue }
      rows.append(
        Answer.Row([.text(document.document), .integer(sentence.ordinal), .list(signs), .text(sentence.text)]))
    }
  }

  /// A row a sentence, and the totals as a note.
  var answer: Answer {
    var answer = Answer(
      columns: [
        Answer.Column("document", .text), Answer.Column("number", .integer), Answer.Column("has", .list),
        Answer.Column("sentence", .text),
      ], rows: rows)
    answer.notes = [
      "\(rows.count) of \(sentences) sentences in \(documents) documents have a figure, money or a reporting verb and "
        + "gave no fact; \(uncovered - rows.count) more gave none"
    ]
    return answer
  }

  /// What in a sentence promises a fact.
  private func signs(in text: String) -> [String] {
    let document = Document(source: "", text: SourceText(text))
    var found: Set<String> = []
    for measure in recognizer.measures(in: document.text, context: MeasureContext()) {
      switch measure.value {
      case .money: found.insert("money")
      case .number, .percent, .quantity: found.insert("figure")
      case .ordinal, .age, .date, .duration: continue
      }
    }
    let analysis = analyzer.analyze(document)
    // "Addressing floods" reports nothing: only what stands as a finite verb does.
    let reports = analysis.tokens.contains {
      [.vbd, .vbz, .vbp].contains($0.xpos) && verbs[analysis.symbols.key($0.lemma)].contains(.say)
    }
    if reports { found.insert("reporting verb") }
    return found.sorted()
  }
}
