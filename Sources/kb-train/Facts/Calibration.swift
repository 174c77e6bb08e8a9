import Foundation

/// Confidence against precision, in bins.
struct Calibration {
  private static let edges = [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]

  private struct Bin {
    var count = 0
    var right = 0
    var sum = 0.0
  }

  private var bins = [Bin](repeating: Bin(), count: Self.edges.count - 1)

  /// Counts the proposals from a threshold on; right is what is paired among them.
  mutating func add(_ documents: [LabelledProposals], _ probabilities: [[Double]], _ thresholds: Thresholds) {
    for (document, probabilities) in zip(documents, probabilities) {
      let threshold = thresholds.threshold(of: document)
      let paired = document.pairs { probabilities[$0] >= threshold }.byProposal
      for (index, probability) in probabilities.enumerated() where probability >= threshold {
        let bin = Self.edges.lastIndex { $0 <= probability } ?? 0
        bins[bin].count += 1
        bins[bin].sum += probability
        bins[bin].right += paired[index] == nil ? 0 : 1
      }
    }
  }

  /// A line a bin that holds anything: its borders, how many, mean confidence and precision.
  var text: String {
    zip(bins, zip(Self.edges, Self.edges.dropFirst())).filter { $0.0.count > 0 }
      .map { bin, borders in
        String(
          format: "%.1f to %.1f  %4d facts  mean confidence %.2f  precision %.2f", borders.0, min(1, borders.1),
          bin.count, bin.sum / Double(bin.count), Double(bin.right) / Double(bin.count))
      }.joined(separator: "\n")
  }
}
