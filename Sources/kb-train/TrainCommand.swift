import ArgumentParser
import Documents
import Foundation
import LanguageAnalysis

/// Trains a model and writes its file.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a model from the treebanks, the same bytes for the same data.")

  @Argument(help: "The folder with the treebanks.")
  var treebanks: String

  @Option(help: "The folder with the text without annotations (default: `corpora` beside the treebanks).")
  var corpora: String?

  @Option(help: "The folder with the word lists.")
  var data = "Sources/kb-train/Data"

  @Option(help: "The model file to write.")
  var output = "Sources/CLanguageModel/english.kbmodel"

  @Option(help: "How often the treebanks are read.")
  var epochs = 10

  @Option(help: "Score the development data after every so many epochs.")
  var report = 4

  func run() throws {
    let reader = TreebankReader(folder: treebanks)
    let paragraphs = try reader.paragraphs("ewt-train") + reader.paragraphs("gum-train")
    let development = try reader.paragraphs("ewt-dev") + reader.paragraphs("gum-dev")
    var vocabulary = Vocabulary()
    var lemmas = LemmaTables()
    for paragraph in paragraphs { Self.learn(paragraph, &vocabulary, &lemmas) }
    let rules = try String(contentsOfFile: "\(data)/tokens.tsv", encoding: .utf8)
    let gazetteer = try Gazetteer(String(contentsOfFile: "\(data)/gazetteer.tsv", encoding: .utf8))
    let corpus = try corpus(paragraphs, rules)
    let knowledge = Knowledge(corpus, gazetteer: gazetteer, &vocabulary, seed: 7)
    print("\(corpus.words.count) words of text, \(vocabulary.size) known")
    fflush(nil)
    var bytes: [UInt8] = []
    _ = try Trainer(epochs: epochs).train(paragraphs, vocabulary, knowledge) { epoch, network in
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

  /// The press releases and the text of the treebanks.
  private func corpus(_ paragraphs: [TreebankParagraph], _ rules: String) throws -> Corpus {
    var writer = ModelWriter()
    writer.add(.tokenRules, try ModelExport.tokenRules(rules))
    let model = LanguageModel(bytes: writer.finish())
    let tokenizer = Tokenizer(model)
    var corpus = Corpus()
    for name in ["senate-unlabelled", "senate-sample"] {
      corpus.add(try Corpus.unpack("\(corpora ?? "\(treebanks)/../corpora")/\(name).tar.xz"), tokenizer)
    }
    for paragraph in paragraphs { corpus.add(paragraph.text, tokenizer) }
    withExtendedLifetime(model) {}
    return corpus
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
