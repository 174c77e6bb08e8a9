public import Documents

/// What linear models learned about what belongs in a place of a fact: which words tell what a figure measures, who takes
/// part.
public struct SelectionWeights: Sendable {
  /// The model of one place.
  public struct Model: Sendable {
    /// The log odds where nothing is known.
    public fileprivate(set) var bias = 0.0
    /// The weight of each sign in log odds, by the key of its name such as `in=noun:count`.
    public fileprivate(set) var signs: [TextKey: Double] = [:]

    /// A model that knows nothing.
    public init() {}
  }

  private var models: [String: Model] = [:]

  /// The embedded weights; a mistake in them is a mistake in the program.
  public static let embedded: SelectionWeights = {
    do throws(DataFileError) {
      return try SelectionWeights(DataFile("selection-weights.tsv").text, name: "selection-weights.tsv")
    } catch {
      preconditionFailure(error.description)
    }
  }()

  /// Reads rows of place, name and weight; `bias` is a name too.
  public init(_ text: String, name: String) throws(DataFileError) {
    for row in DataFile(name: name, text: text).rows {
      guard row.cells.count == 3, let weight = Double(row[2]) else {
        throw DataFileError(file: name, line: row.line, message: "a row is a place, a name and a number")
      }
      let place = String(row[0])
      if row[1] == "bias" {
        models[place, default: Model()].bias = weight
      } else {
        models[place, default: Model()].signs[TextKey(String(row[1]))] = weight
      }
    }
  }

  /// The model of a place, or nil where none was learned.
  public subscript(place: String) -> Model? { models[place] }
}
