public import Documents

/// What a linear model learned about which words tell what a figure measures.
public struct MetricWeights: Sendable {
  /// The log odds where nothing is known.
  public private(set) var bias = 0.0
  /// The weight of each sign in log odds, by the key of its name such as `in=noun:count`.
  public private(set) var signs: [TextKey: Double] = [:]

  /// The embedded weights; a mistake in them is a mistake in the program.
  public static let embedded: MetricWeights = {
    do throws(DataFileError) {
      return try MetricWeights(DataFile("metric-weights.tsv").text, name: "metric-weights.tsv")
    } catch {
      preconditionFailure(error.description)
    }
  }()

  /// Reads rows of name and weight; `bias` is a name too.
  public init(_ text: String, name: String) throws(DataFileError) {
    for row in DataFile(name: name, text: text).rows {
      guard row.cells.count == 2, let weight = Double(row[1]) else {
        throw DataFileError(file: name, line: row.line, message: "a row is a name and a number")
      }
      if row[0] == "bias" { bias = weight } else { signs[TextKey(String(row[0]))] = weight }
    }
  }
}
