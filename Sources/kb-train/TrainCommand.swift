import ArgumentParser
import Documents
import Foundation
import LanguageAnalysis

/// Trains a model and writes its file.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a model from the treebanks, the same bytes for the same data.")

  @Option(help: "The folder with the treebanks.")
  var treebanks: String

  @Option(help: "The tokenizer's word lists.")
  var tokenRules = "Sources/kb-train/Data/tokens.tsv"

  @Option(help: "The model file to write.")
  var output: String

  @Option(help: "How often the treebanks are read.")
  var epochs = 12

  @Option(help: "Score the development data after every so many epochs.")
  var report = 4

  func run() throws {
    let reader = TreebankReader(folder: treebanks)
    let paragraphs = try reader.paragraphs("ewt-train") + reader.paragraphs("gum-train")
    let development = try reader.paragraphs("ewt-dev") + reader.paragraphs("gum-dev")
    var vocabulary = Vocabulary()
    var lemmas = LemmaTables()
    for paragraph in paragraphs { Self.learn(paragraph, &vocabulary, &lemmas) }
    let rules = try String(contentsOfFile: tokenRules, encoding: .utf8)
    var bytes: [UInt8] = []
    _ = try Trainer(epochs: epochs).train(paragraphs, vocabulary) { epoch, network in
      guard epoch % report == 0 || epoch == epochs else { return }
      bytes = try ModelExport(network: network, vocabulary: vocabulary, lemmas: lemmas, tokenRules: rules).bytes()
      let evaluator = Evaluator(analyzer: LanguageAnalyzer(LanguageModel(bytes: bytes)))
      var scores = Scores()
      for paragraph in development { scores += evaluator.scores(paragraph) }
      print("epoch \(epoch)  \(scores.line)")
      fflush(nil)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    print("\(output): \(bytes.count) bytes")
  }

  private static func learn(
    _ paragraph: TreebankParagraph, _ vocabulary: inout Vocabulary, _ lemmas: inout LemmaTables
  ) {
    var features = WordFeatures()
    paragraph.text.withBytes { bytes in
      for sentence in paragraph.sentences {
        for word in sentence.words {
          vocabulary.count(features.key(bytes, word.range))
          lemmas.learn(word, bytes)
        }
      }
    }
  }
}
