internal import Documents
internal import Lexicon

/// The words of an organisation's name that tell it from others: "Interior Ministry" and "Ministry of the Interior"
/// have the same.
struct OrganisationKey: Sendable {
  /// The telling words in small letters, joined by blanks.
  let text: String

  private static let small: Set<String> = ["the", "of", "for", "and", "&", "on", "'s", "’s", "a", "an"]
  private static let offices: Set<String> = ["ministry", "department", "dept", "office"]

  init(_ name: String, lexicon: ActorLexicon) {
    var words = name.lowercased().split { $0 == " " || $0 == "\n" || $0 == "," }.map(String.init)
    words.removeAll { Self.small.contains($0) }
    if let office = words.first(where: { Self.offices.contains($0) }), words.count > 1 {
      words.removeAll { $0 == office }
      if words.count > 1, lexicon.names.senses(of: words[0]).map(Self.isNational) ?? false { words.removeFirst() }
      words.sort()
      words.insert(office == "dept" ? "department" : office, at: 0)
    }
    text = words.joined(separator: " ")
  }

  private static func isNational(_ match: KnownNames.Match) -> Bool {
    switch match.senses[0] {
    case .country, .demonym: true
    default: false
    }
  }
}
