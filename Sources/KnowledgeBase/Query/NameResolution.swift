internal import QueryLanguage
internal import SQLite

/// What the names of a question stand for in this database.
struct NameResolution {
  /// One name.
  struct Target: Hashable {
    /// Codes of countries.
    var countries: [String] = []
    /// Rows of `actors`.
    var actors: [Int] = []
    /// Rows of `places` of that name; of a country's name only those elsewhere.
    var places: [Int] = []
    /// The words of the unnamed parties that the name describes.
    var surfaces: [String] = []
    /// Kinds of actors.
    var kinds: [String] = []
    /// Titles of offices as the database spells them.
    var titles: [String] = []
    /// How many documents name them.
    var frequency = Frequency.rare

    /// Rare ones are gathered and read, common ones gathered and looked up, frequent ones met everywhere.
    enum Frequency: Int, Comparable {
      case rare, common, frequent

      static func < (a: Frequency, b: Frequency) -> Bool { a.rawValue < b.rawValue }
    }

    /// Whether it is no actor whom the database knows.
    var isNobody: Bool { countries.isEmpty && actors.isEmpty && kinds.isEmpty && titles.isEmpty }
    /// Whether it is one country and nothing else.
    var isOneCountry: Bool {
      countries.count == 1 && actors.isEmpty && kinds.isEmpty && titles.isEmpty
    }
  }

  /// By reference.
  var targets: [QueryReference: Target] = [:]
  /// Titles of offices as the database spells them, by the word in the question.
  var titles: [String: [String]] = [:]
  /// Publishers as the database spells them, by the name in the question.
  var publishers: [String: [String]] = [:]
  /// The words that so few sentences have that one looks at facts for them rather than the other way around.
  var rareWords: Set<[String]> = []
  /// How names were taken where that is not plain, a line each.
  var notes: [String] = []
  /// Whether the first and last days of `fact_counts` are exact: not while documents are being replaced.
  var hasExactCounts = false
  /// The names that stand for nothing, with the nearest that do.
  var unknown: [(name: String, nearest: [String])] = []

  subscript(references: [QueryReference]) -> Target {
    var all = Target()
    for reference in references {
      guard let target = targets[reference] else { continue }
      all.countries += target.countries
      all.actors += target.actors
      all.places += target.places
      all.surfaces += target.surfaces
      all.kinds += target.kinds
      all.titles += target.titles
      all.frequency = max(all.frequency, target.frequency)
    }
    return all
  }
}
