import ArgumentParser
import Dispatch
import Foundation
import LanguageAnalysis
import Synchronization

/// Trains teachers, networks larger than the model's, and has them annotate text: the second stage of the training.
struct TeachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teach", abstract: "Train teachers and have them annotate texts without annotations.")

  /// The file that it leaves.
  static let file = "taught"

  @OptionGroup var arguments: TrainingArguments

  @Option(help: "How many teachers, each on a core of its own.")
  var teachers = 2

  @Option(help: "Units of a teacher's layer in each direction.")
  var units = 128

  @Option(help: "How often they read the treebanks.")
  var epochs = 10

  @Option(help: "The count of words that they take for unknown every other time.")
  var rareness: Float = 0.6

  @Option(help: "How many words they annotate.")
  var words = 1_200_000

  func run() throws {
    var data = try TrainingData(arguments)
    let knowledge = data.knowledge(try arguments.read(VectorsCommand.file))
    let ensemble = Ensemble(teachers: train(data, knowledge))
    let examples = Reading.examples(
      try arguments.corpus("senate-unlabelled"), data.tokenizer, data.vocabulary, words: words, seed: 11)
    let taught = annotated(examples, ensemble)
    try arguments.write(ExampleList(examples: taught), Self.file)
    print("\(taught.reduce(0) { $0 + $1.count }) words annotated by \(teachers) teachers")
  }

  private func train(_ data: TrainingData, _ knowledge: Knowledge) -> [Teacher] {
    let found = Mutex<[Int: Teacher]>([:])
    DispatchQueue.concurrentPerform(iterations: teachers) { index in
      var trainer = Trainer(epochs: epochs)
      trainer.seed += UInt64(index + 1)
      trainer.rareness = rareness
      trainer.shape.units = units
      trainer.shape.arc = units
      let network = trainer.train(data.paragraphs, data.vocabulary, knowledge, data.lists.spelling) { _, _ in }
      if let bytes = try? data.export(network) {
        let scores = data.scores(bytes)
        print("teacher \(index + 1)  \(scores.line)  core relations \(Scores.percent(scores.core.f1))")
        fflush(nil)
      }
      found.withLock { $0[index] = Teacher(network) }
    }
    return found.withLock { found in (0..<teachers).compactMap { found[$0] } }
  }

  /// The examples with what the teachers say, shared out among the cores.
  private func annotated(_ examples: [Example], _ ensemble: Ensemble) -> [Example] {
    let found = Mutex<[Int: Example]>([:])
    DispatchQueue.concurrentPerform(iterations: examples.count) { index in
      let example = ensemble.annotate(examples[index])
      found.withLock { $0[index] = example }
    }
    return found.withLock { found in examples.indices.compactMap { found[$0] } }
  }
}

/// Examples in a file.
struct ExampleList: NumberStreamable {
  var examples: [Example]

  init(examples: [Example]) { self.examples = examples }

  func write(to stream: inout NumberWriter) {
    stream.write([UInt32(examples.count)])
    for example in examples { example.write(to: &stream) }
  }

  init(from stream: inout NumberReader) throws {
    let count: [UInt32] = try stream.read()
    examples = try (0..<count[0]).map { _ in try Example(from: &stream) }
  }
}
