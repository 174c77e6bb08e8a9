import ArgumentParser
import Foundation

/// Learns the weights by which the words of metrics are chosen.
struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Learn which words tell what a figure measures (see Scripts/train-facts.sh).")

  @Argument(
    help: "Labelled words, as Scripts/label-metrics.py writes them; a file a collection, that of the guide first.")
  var train: [String]

  @Option(help: "The file of weights to write.")
  var output: String

  private static let header = """
    # What a linear model learned about the words of metrics; learned again by `make model-facts`.
    # Source: annotated documents, split and figures in Docs/Confidence.md.
    # Columns: name of a sign (or bias), its weight in log odds.

    """

  func run() throws {
    let collections = try train.map { path in
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(LabelledMetric.self, from: Data($0.utf8))
      }
    }
    let trainer = MetricTrainer(collections)
    let heldOut = trainer.heldOut()
    print(
      String(
        format: "metrics: %d figures, %d words; held out: loss %.3f, words wanted: precision %.3f, recall %.3f",
        heldOut.figures, heldOut.words, heldOut.loss, heldOut.precision, heldOut.recall))
    let model = trainer.train()
    let rows =
      [("bias", model.bias)] + model.weights.filter { abs($0.value) >= Self.smallest }.sorted { $0.key < $1.key }
    let text = Self.header + rows.map { "\($0)\t\(String(format: "%.2f", $1))\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: output))
  }

  /// Weights below it change no probability by half a percent.
  private static let smallest = 0.02
}
