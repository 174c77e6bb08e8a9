import Documents

/// Classes of words by the company that they keep, from clusters.tsv. A word has the classes of the beginnings of its
/// path as well, for itself in small letters and for itself with a capital.
struct WordClusters {
  /// The lengths of a path's beginnings that are classes of their own.
  private static let beginnings = [4, 6, 10]
  /// The classes of each word, numbered from 0.
  private(set) var classes: [TextKey: [UInt16]] = [:]
  /// The words in file order.
  private(set) var keys: [TextKey] = []
  /// How many classes there are.
  private(set) var count = 0

  init(_ text: String) throws {
    var numbers: [Substring: [UInt16]] = [:]
    var known: [String: UInt16] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == 3 else { throw TreebankError(description: "clusters.tsv: cannot read: \(line)") }
      let name = line.prefix(cells[0].count + 1 + cells[1].count)
      let found =
        numbers[name]
        ?? Self.names(cells[0], cells[1]).map { part in
          let number = known[part] ?? UInt16(known.count)
          known[part] = number
          return number
        }
      numbers[name] = found
      for word in cells[2].split(separator: " ") {
        let key = TextKey(String(word))
        if classes[key] == nil { keys.append(key) }
        classes[key, default: []] += found
      }
    }
    count = known.count
  }

  private static func names(_ form: Substring, _ path: Substring) -> [String] {
    beginnings.filter { $0 < path.count }.map { "\(form) \(path.prefix($0))*" } + ["\(form) \(path)"]
  }
}
