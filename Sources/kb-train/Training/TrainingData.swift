import ArgumentParser
import Documents
import Foundation
import LanguageAnalysis

/// Where the stages of the training find their data.
struct TrainingArguments: ParsableArguments {
  @Argument(help: "The folder with the treebanks.")
  var treebanks: String

  @Option(help: "The folder with the text without annotations (default: `corpora` beside the treebanks).")
  var corpora: String?

  @Option(help: "The folder with the word lists.")
  var data = "Sources/kb-train/Data"

  @Option(help: "The folder for what one stage leaves to the next.")
  var work = ".build/model"

  /// A text of the corpora.
  func corpus(_ name: String) throws -> SourceText {
    try Corpus.unpack("\(corpora ?? "\(treebanks)/../corpora")/\(name).tar.xz")
  }

  /// A file of a stage.
  func file(_ name: String) -> String { "\(work)/\(name)" }

  /// Reads what a stage has left.
  func read<Value: NumberStreamable>(_ name: String) throws -> Value {
    var stream = try NumberReader(path: file(name))
    return try Value(from: &stream)
  }

  /// Leaves a value to later stages.
  func write(_ value: some NumberStreamable, _ name: String) throws {
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    var stream = NumberWriter()
    value.write(to: &stream)
    try stream.bytes.write(to: URL(fileURLWithPath: file(name)))
  }
}

/// The word lists that the network learns from.
struct WordLists {
  let gazetteer: Gazetteer
  let clusters: WordClusters
  let spelling: Spelling
  let vectors: PretrainedVectors
}

extension WordLists {
  /// Reads the lists of a folder.
  init(folder: String) throws {
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(folder)/\(name).tsv", encoding: .utf8)
    }
    gazetteer = try Gazetteer(text("gazetteer"))
    clusters = try WordClusters(text("clusters"))
    spelling = try Spelling(text("spelling"))
    vectors = try PretrainedVectors(Shell.output(["xz", "-dc", "\(folder)/vectors.tsv.xz"]))
  }
}

/// What every stage of the training starts with: the treebanks, the words of all texts, and the word lists.
struct TrainingData {
  let paragraphs: [TreebankParagraph]
  let development: [TreebankParagraph]
  /// The words of the treebanks; `knowledge` adds the others.
  private(set) var vocabulary = Vocabulary()
  private(set) var lemmas = LemmaTables()
  let rules: String
  let tokenizer: Tokenizer
  let corpus: Corpus
  let lists: WordLists
  private let model: LanguageModel

  init(_ arguments: TrainingArguments) throws {
    let reader = TreebankReader(folder: arguments.treebanks)
    paragraphs = try reader.paragraphs("ewt-train") + reader.paragraphs("gum-train")
    development = try reader.paragraphs("ewt-dev") + reader.paragraphs("gum-dev")
    rules = try String(contentsOfFile: "\(arguments.data)/tokens.tsv", encoding: .utf8)
    lists = try WordLists(folder: arguments.data)
    var writer = ModelWriter()
    writer.add(.tokenRules, try ModelExport.tokenRules(rules))
    model = LanguageModel(bytes: writer.finish())
    tokenizer = Tokenizer(model)
    var corpus = Corpus()
    for name in ["senate-unlabelled", "senate-sample"] { corpus.add(try arguments.corpus(name), tokenizer) }
    for paragraph in paragraphs { corpus.add(paragraph.text, tokenizer) }
    self.corpus = corpus
    for paragraph in paragraphs { learn(paragraph) }
    for paragraph in paragraphs { learnVariants(paragraph) }
  }

  private mutating func learn(_ paragraph: TreebankParagraph) {
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

  /// Words in British spelling are read as the words that the treebanks have.
  private mutating func learnVariants(_ paragraph: TreebankParagraph) {
    for word in paragraph.sentences.flatMap(\.words) {
      let form = word.form.lowercased()
      if let british = lists.spelling.british(form) { vocabulary.addVariant(TextKey(british), of: TextKey(form)) }
    }
  }

  /// What is known of words from elsewhere; adds the words of the texts and the word lists to the vocabulary.
  mutating func knowledge(_ vectors: CorpusVectors) -> Knowledge { Knowledge(corpus, vectors, lists, &vocabulary) }

  /// The model file of a network.
  func export(_ network: TrainingNetwork) throws -> [UInt8] {
    try ModelExport(network: network, vocabulary: vocabulary, lemmas: lemmas, tokenRules: rules).bytes()
  }

  /// A line with the scores of a model on the development data.
  func scores(_ bytes: [UInt8]) -> Scores {
    let evaluator = Evaluator(analyzer: LanguageAnalyzer(LanguageModel(bytes: bytes)))
    var scores = Scores()
    for paragraph in development { scores += evaluator.scores(paragraph) }
    return scores
  }
}
