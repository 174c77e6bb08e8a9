import ArgumentParser
import Foundation

/// Learns the weights by which the words of metrics, and the parties of facts, are selected.
struct SelectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selections",
    abstract:
      "Learn which words tell what a figure measures, and who fills the places of facts (see Scripts/train-facts.sh).")

  @Argument(
    help: "Labelled options, as Scripts/label-selections.py writes them; a file a collection, that of the guide first.")
  var train: [String]

  @Option(help: "The file of weights to write.")
  var output: String

  private static let places = ["metric", "participants", "leads", "makers"]
  private static let header = """
    # What linear models learned about what belongs in a place of a fact; learned again by `make model-facts`.
    # Source: annotated documents, split and figures in Docs/Confidence.md.
    # Columns: place, name of a sign (or bias), its weight in log odds.

    """
  /// Weights below it change no probability by half a percent.
  private static let smallest = 0.02

  func run() throws {
    let collections = try train.map { path in
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(LabelledSelection.self, from: Data($0.utf8))
      }
    }
    var text = Self.header
    print("selected      facts  options  held out: loss  precision  recall")
    for place in Self.places {
      let trainer = SelectionTrainer(collections.map { $0.filter { $0.place == place } })
      let scores = trainer.heldOut()
      print(
        place.padding(toLength: 12, withPad: " ", startingAt: 0)
          + String(
            format: "%7d %8d %15.3f %10.3f %7.3f", scores.selections, scores.options, scores.loss, scores.precision,
            scores.recall))
      text += Self.rows(place, trainer.train())
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: output))
  }

  private static func rows(_ place: String, _ model: LogisticRegression) -> String {
    let signs = model.weights.filter { abs($0.value) >= smallest }.sorted { $0.key < $1.key }
    return ([("bias", model.bias)] + signs.map { ($0.key, $0.value) })
      .map { "\(place)\t\($0)\t\(String(format: "%.2f", $1))\n" }.joined()
  }
}
