import ArgumentParser

@main
struct KB: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "kb")
}
