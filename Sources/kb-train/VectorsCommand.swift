import ArgumentParser

/// Learns vectors of words from texts without annotations: the first stage of the training.
struct VectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors", abstract: "Learn vectors of words from texts without annotations.")

  /// The file that it leaves.
  static let file = "vectors"

  @OptionGroup var arguments: TrainingArguments

  func run() throws {
    let data = try TrainingData(arguments)
    print("\(data.corpus.words.count) words of text, \(data.corpus.keys.count) different")
    try arguments.write(CorpusVectors(data.corpus, seed: 7), Self.file)
  }
}
