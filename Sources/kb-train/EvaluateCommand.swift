import ArgumentParser
import Documents
import Foundation
import LanguageAnalysis

/// Scores a model on the development data.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Score a model on the development data from raw text.")

  @Option(help: "The folder with the treebanks.")
  var treebanks: String

  @Option(help: "The model file; the embedded model if none is given.")
  var model: String?

  @Option(help: "Print up to so many wrong token borders, with the text around.")
  var borders = 0

  func run() throws {
    let reader = TreebankReader(folder: treebanks)
    let analyzer =
      try model.map { LanguageAnalyzer(LanguageModel(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))))) }
      ?? LanguageAnalyzer()
    let evaluator = Evaluator(analyzer: analyzer)
    var all = Scores()
    for part in ["ewt-dev", "gum-dev"] {
      var scores = Scores()
      for paragraph in try reader.paragraphs(part) { scores += evaluator.scores(paragraph) }
      print("\(part)  \(scores.line)")
      all += scores
    }
    print("both  \(all.line)")
    if borders > 0 { try printBorders(reader, analyzer) }
  }

  private func printBorders(_ reader: TreebankReader, _ analyzer: LanguageAnalyzer) throws {
    var left = borders
    for paragraph in try reader.paragraphs("ewt-train") + reader.paragraphs("gum-train") where left > 0 {
      var tokens: [ByteRange] = []
      paragraph.text.withBytes { analyzer.tokenizer.tokenize($0, paragraph.text.range, into: &tokens) }
      let gold = paragraph.sentences.flatMap { $0.words.map(\.range) }
      let known = Set(gold)
      for token in tokens where !known.contains(token) {
        let right = gold.filter { $0.overlaps(token) }.map { paragraph.text[$0] }.joined(separator: "·")
        print("\(paragraph.text[token])\t\(right)")
        left -= 1
      }
    }
  }
}
