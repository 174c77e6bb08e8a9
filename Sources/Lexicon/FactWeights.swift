public import PolicyModel

/// What a linear model learned about the probability of proposed facts, one model a table.
public struct FactWeights: Sendable {
  /// The model of one table.
  public struct Model: Sendable {
    /// The log odds where nothing is known.
    public var bias = 0.0
    /// The weight of the log odds that the rule claims for itself.
    public var prior = 1.0
    /// The probability from which a fact is worth recording.
    public var threshold = 0.5
    /// That of documents of legislators; nil where it is the same.
    public var legislatorThreshold: Double?
    /// The weight of each sign, by its name such as `tense=past`.
    public var weights: [String: Double] = [:]

    /// A model that believes what the rule claims.
    public init() {}
  }

  private var models: [FactTable: Model] = [:]

  /// The embedded weights; a mistake in them is a mistake in the program.
  public static let embedded: FactWeights = {
    do throws(DataFileError) {
      return try FactWeights(DataFile("fact-weights.tsv").text, name: "fact-weights.tsv")
    } catch {
      preconditionFailure(error.description)
    }
  }()

  /// Reads rows of table, name and weight; `bias`, `prior`, `threshold` and `threshold-legislator` are names too.
  public init(_ text: String, name: String) throws(DataFileError) {
    for row in DataFile(name: name, text: text).rows {
      guard row.cells.count == 3, let table = FactTable(rawValue: String(row[0])), let weight = Double(row[2]) else {
        throw DataFileError(file: name, line: row.line, message: "a row is a table, a name and a number")
      }
      switch row[1] {
      case "bias": models[table, default: Model()].bias = weight
      case "prior": models[table, default: Model()].prior = weight
      case "threshold": models[table, default: Model()].threshold = weight
      case "threshold-legislator": models[table, default: Model()].legislatorThreshold = weight
      default: models[table, default: Model()].weights[String(row[1])] = weight
      }
    }
  }

  /// The model of a table.
  public subscript(table: FactTable) -> Model { models[table] ?? Model() }
}
