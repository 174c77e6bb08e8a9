import ArgumentParser

/// Trains and scores the language model that `kb` embeds.
@main
struct KBTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kb-train", abstract: "Trains and scores the language model that kb embeds.",
    subcommands: [
      VectorsCommand.self, TeachCommand.self, TrainCommand.self, EvaluateCommand.self, SpeedCommand.self,
      FactsCommand.self, SelectionsCommand.self,
    ])
}
