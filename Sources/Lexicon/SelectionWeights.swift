public import Documents

/// What linear models learned about what belongs in a place of a fact: which words tell what a figure measures, who takes
/// part.
public struct SelectionWeights: Sendable {
  /// The model of one place.
  public struct Model: Sendable {
    /// The log odds where nothing is known.
    public fileprivate(set) var bias = 0.0
    /// The weight of each sign in hundredths, by the key of its name such as `in=noun:count`.
    fileprivate var signs = KeyTable()

    /// A model that knows nothing.
    public init() {}

    /// What a sign weighs in log odds; 0 where nothing is known of it.
    public func weight(of sign: TextKey) -> Double { signs[sign.value].map { Double($0) / 100 } ?? 0 }
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

  /// Reads rows of place, name and weight to hundredths; `bias` is a name too.
  public init(_ text: String, name: String) throws(DataFileError) {
    for row in DataFile(name: name, text: text).rows {
      guard row.cells.count == 3, let weight = Double(row[2]), abs(weight) < 1000 else {
        throw DataFileError(file: name, line: row.line, message: "a row is a place, a name and a number")
      }
      let place = String(row[0])
      if row[1] == "bias" {
        models[place, default: Model()].bias = weight
      } else {
        models[place, default: Model()].signs[TextKey(String(row[1])).value] = Int32((weight * 100).rounded())
      }
    }
  }

  /// The model of a place, or nil where none was learned.
  public subscript(place: String) -> Model? { models[place] }
}
