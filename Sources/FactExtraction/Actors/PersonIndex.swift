/// The persons of a document by the words of their names.
struct PersonIndex: Sendable {
  private struct Entry: Sendable {
    var words: [String]
    var place: Int
  }

  /// Entries by the last word of the name.
  private var byLast: [String: [Entry]] = [:]
  private var byFirst: [String: [Entry]] = [:]

  mutating func add(_ words: [String], place: Int) {
    let words = Self.bare(words)
    guard let first = words.first, let last = words.last else { return }
    let entry = Entry(words: words, place: place)
    byLast[last, default: []].append(entry)
    if words.count > 1 { byFirst[first, default: []].append(entry) }
  }

  /// The person that the words name: a full name that agrees, a surname, or the first word of a name whose family
  /// name comes first.
  func place(of words: [String]) -> Int? {
    let words = Self.bare(words)
    guard let last = words.last else { return nil }
    if let entry = byLast[last]?.last(where: { Self.agree($0.words, words) }) { return entry.place }
    guard words.count == 1, let entries = byFirst[last], entries.count == 1 else { return nil }
    return entries[0].place
  }

  /// Without "Jr." and the like.
  private static func bare(_ words: [String]) -> [String] {
    var words = words
    while words.count > 1, let last = words.last, ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(last) {
      words.removeLast()
    }
    return words
  }

  /// Whether two names with the same last word may be one person's.
  private static func agree(_ a: [String], _ b: [String]) -> Bool {
    guard a.count > 1, b.count > 1 else { return true }
    if a.count != b.count, a.hasSuffix(b) || b.hasSuffix(a) { return true }
    return a[0].first == b[0].first
  }
}

extension [String] {
  /// Whether the last elements are `suffix`.
  fileprivate func hasSuffix(_ suffix: [String]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
