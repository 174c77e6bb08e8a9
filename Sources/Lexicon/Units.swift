/// A unit of measurement.
public struct MeasurementUnit: Sendable, Hashable {
  /// Its normalised name in the singular, in American spelling ("kilometer").
  public var name: String
  /// Its code in UCUM; nil where it has none.
  public var ucum: String?
  /// What it measures ("length").
  public var dimension: String
}

/// Every unit of measurement.
public struct Units: Sendable {
  /// The units in the order of the data file.
  public private(set) var all: [MeasurementUnit] = []
  private var indexByName: [String: Int] = [:]

  /// The unit of a normalised name.
  public subscript(name: String) -> MeasurementUnit? { indexByName[name].map { all[$0] } }

  /// The place of a unit among all, by its normalised name.
  public func index(named name: String) -> Int? { indexByName[name] }

  init(_ file: DataFile, name: (String, Int) -> Void, symbol: (Substring, Int) -> Void) {
    for row in file.rows {
      let index = all.count
      let ucum = row[1].isEmpty ? nil : String(row[1])
      all.append(MeasurementUnit(name: String(row[0]), ucum: ucum, dimension: String(row[2])))
      indexByName[String(row[0])] = index
      for text in row.list(3) {
        name(String(text), index)
        name(Self.plural(of: text), index)
      }
      for text in row.list(4) { symbol(text, index) }
    }
  }

  /// The plural of a unit's name: of its last word, or of the one before "per", "of", "an" and "a".
  static func plural(of name: Substring) -> String {
    var words = name.split(separator: " ").map(String.init)
    let heads = words.firstIndex {
      ["per", "of", "an", "a", "celsius", "centigrade", "fahrenheit", "farenheit", "C", "F"].contains($0)
    }
    let head = max(0, (heads ?? words.count) - 1)
    guard heads != 0 else { return String(name) }
    words[head] += words[head].hasSuffix("ch") || words[head].hasSuffix("x") ? "es" : "s"
    return words.joined(separator: " ")
  }
}
