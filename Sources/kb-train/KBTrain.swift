import ArgumentParser

@main
struct KBTrain: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "kb-train")
}
