import ArgumentParser
import Foundation

/// Learns the weights by which proposed facts are judged.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "Learn the weights of proposed facts from labelled ones (see Scripts/train-facts.sh).")

  @Argument(help: "Labelled proposals to learn from, as Scripts/label-proposals.py writes them; a file a collection.")
  var train: [String]

  @Option(help: "Labelled proposals of documents of which only the proposals were judged; each counts less.")
  var judged: String?

  @Option(help: "Labelled proposals to learn from besides, as Scripts/label-sentences.py writes them.")
  var sentences: String?

  @Option(help: "Labelled proposals to measure with.")
  var dev: String?

  @Option(help: "The file of weights to write.")
  var output: String

  private static let tables = ["events", "operations", "commitments", "statistics", "statements"]
  private static let header = """
    # What a linear model learned about the probability of proposed facts; learned again by `make model-facts`.
    # Source: annotated documents, split and figures in Docs/Confidence.md.
    # Columns: table, name of a sign (or bias, prior, and the thresholds, the second for documents of legislators), its weight in log odds.

    """
  /// Weights below it change no probability by half a percent.
  private static let smallest = 0.02

  func run() throws {
    let collections = try train.map(Self.read)
    let judged = try judged.map(Self.read) ?? []
    let single = try sentences.map(Self.read) ?? []
    let measured = try dev.map(Self.read) ?? []
    var text = Self.header
    var bins = Calibration()
    print(
      "table        proposals  penalty  thresholds       loss     all  held out: prec.  recall      F1   dev: prec.  recall      F1  held out by collection"
    )
    for table in Self.tables {
      let own = collections.map { $0.filter { $0.table == table } }
      let trainer = FactTrainer(
        TableRules(table), own, judged: judged.filter { $0.table == table },
        sentences: single.filter { $0.table == table })
      let model = trainer.train()
      let others = measured.filter { $0.table == table }
      let probabilities = trainer.probabilities(others, model.regression)
      let scores = FactScores(others, probabilities, model.thresholds)
      print(Self.line(table, own.flatMap { $0 }, model, scores))
      bins.add(others, probabilities, model.thresholds)
      text += Self.rows(table, model)
    }
    if dev != nil { print("\ncalibration on dev\n\(bins.text)") }
    try Data(text.utf8).write(to: URL(fileURLWithPath: output))
  }

  private static func read(_ path: String) throws -> [LabelledProposals] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    return try lines.map { try JSONDecoder().decode(LabelledProposals.self, from: Data($0.utf8)) }
  }

  private static func line(
    _ table: String, _ documents: [LabelledProposals], _ model: FactTrainer.Model, _ dev: FactScores
  ) -> String {
    let name = table.padding(toLength: 12, withPad: " ", startingAt: 0)
    let held = model.heldOut
    let count = documents.reduce(0) { $0 + $1.proposals.count }
    return name
      + String(
        format: "%10d %8.0f %10.2f %5.2f %6.3f %7.3f %16.3f %7.3f %7.3f %11.3f %7.3f %7.3f", count, model.penalty,
        model.thresholds.general, model.thresholds.ofLegislators, model.loss, model.unfiltered.f1, held.precision,
        held.recall, held.f1, dev.precision,
        dev.recall, dev.f1) + model.heldOutByCollection.map { String(format: "%7.3f", $0.f1) }.joined()
  }

  private static func rows(_ table: String, _ model: FactTrainer.Model) -> String {
    let named: [(String, Double)] = [
      ("bias", model.regression.bias), ("prior", model.regression.prior), ("threshold", model.thresholds.general),
      ("threshold-legislator", model.thresholds.ofLegislators),
    ]
    let signs = model.regression.weights.filter { abs($0.value) >= smallest }.sorted { $0.key < $1.key }
    return (named + signs.map { ($0.key, $0.value) })
      .map { "\(table)\t\($0)\t\(String(format: "%.2f", $1))\n" }.joined()
  }
}
