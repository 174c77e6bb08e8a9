import ArgumentParser
import Foundation
import LanguageAnalysis

/// Trains the model on the treebanks and on what the teachers annotated, and writes its file: the last stage.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train the model and write its file, the same bytes for the same data.")

  @OptionGroup var arguments: TrainingArguments

  @Option(help: "The model file to write.")
  var output = "Sources/CLanguageModel/english.kbmodel"

  @Option(help: "How often the treebanks are read.")
  var epochs = 14

  @Option(help: "How many words of the teachers' text are read each time.")
  var taughtWords = 350_000

  @Option(help: "Units of a layer in each direction.")
  var units = NetworkShape().units

  @Option(help: "Score the development data after every so many epochs.")
  var report = 4

  func run() throws {
    var data = try TrainingData(arguments)
    let knowledge = data.knowledge(try arguments.read(VectorsCommand.file))
    var trainer = Trainer(epochs: epochs)
    trainer.shape.units = units
    trainer.taughtWords = taughtWords
    if taughtWords > 0 {
      let taught: ExampleList = try arguments.read(TeachCommand.file)
      trainer.taught = taught.examples
    }
    print("\(data.vocabulary.size) words known")
    fflush(nil)
    var bytes: [UInt8] = []
    _ = try trainer.train(data.paragraphs, data.vocabulary, knowledge, data.lists.spelling) { epoch, network in
      guard epoch % report == 0 || epoch == epochs else { return }
      bytes = try data.export(network)
      let scores = data.scores(bytes)
      print("epoch \(epoch)  \(scores.line)  core relations \(Scores.percent(scores.core.f1))")
      fflush(nil)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    print("\(output): \(bytes.count) bytes")
  }
}
