import ArgumentParser
import Documents
import LanguageAnalysis

/// Scores a model on the development data.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Score a model on the development data from raw text.")

  @Argument(help: "The folder with the treebanks.")
  var treebanks: String

  @Option(help: "The model file; the embedded model if none is given.")
  var model: String?

  @Option(help: "Print up to so many wrong token borders, with the text around.")
  var borders = 0

  func run() throws {
    let reader = TreebankReader(folder: treebanks)
    let analyzer = try LanguageAnalyzer.reading(model)
    let evaluator = Evaluator(analyzer: analyzer)
    var all = Scores()
    var genres: [String: Scores] = [:]
    for part in ["ewt-dev", "gum-dev"] {
      var scores = Scores()
      for paragraph in try reader.paragraphs(part) {
        let found = evaluator.scores(paragraph)
        scores += found
        if let genre = Self.genre(paragraph) { genres[genre, default: Scores()] += found }
      }
      print("\(part)  \(scores.line)")
      print("\(part) names, precision, recall and F1  \(scores.namesLine)")
      print("\(part) with gold tokens  \(scores.goldLine)")
      all += scores
    }
    print("both  \(all.line)")
    print("with gold tokens  \(all.goldLine)")
    for genre in genres.keys.sorted() { print("gum-dev \(genre)  \(genres[genre]?.line ?? "")") }
    if borders > 0 { try printBorders(reader, analyzer) }
  }

  /// GUM's genre where it is near to what `kb` reads.
  private static func genre(_ paragraph: TreebankParagraph) -> String? {
    let parts = paragraph.document.split(separator: "_")
    guard parts.first == "GUM", parts.count > 1 else { return nil }
    return ["news", "interview", "speech"].first { $0 == parts[1] }
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
