public import Lexicon
internal import PolicyModel

/// Every word that the question language knows: its own, those of the kinds of facts, and the names of places.
public struct QueryVocabulary: Sendable {
  /// A country, or a region with its countries.
  struct Place: Hashable {
    /// The name that answers print.
    var name: String
    /// Its country's code, or the codes of all the countries that it covers.
    var codes: [CountryCode]
    /// Whether it is a region or bloc.
    var isRegion: Bool
    /// Whether it is an organisation, which acts for itself.
    var isOrganisation = false
  }

  /// What a term can do in a question.
  enum Role: String {
    case subject, kind, dimension, field, verb, status, clause, order, filler
    case refusal, struck
    case number, ordinal, multiplier, month, span, currency, unit
    case region
  }

  /// One role of a term with its value.
  struct Meaning: Hashable {
    var role: Role
    var value: String
  }

  /// The most words that a term or a place's name has.
  static let longestTerm = 6

  /// The terms that can open or continue a question, and the places' names, for suggestions.
  public let suggestible: [String]
  private let terms: [String: [Meaning]]
  /// The regions that adjectives stand for: "African".
  private let regionAdjectives: [String: String]
  private let countries: Countries
  private let regions: Regions
  private let gazetteer: @Sendable () -> Places

  /// Makes a vocabulary of the language's words, the kinds' words and the places.
  ///
  /// - Parameter gazetteer: asked for only where a name is neither a country's nor known to the database.
  public init(
    words: QueryWords = .embedded, kinds: Kinds = .embedded, countries: Countries = .embedded,
    regions: Regions = .embedded, gazetteer: @escaping @Sendable () -> Places = { .embedded }
  ) {
    self.countries = countries
    self.regions = regions
    self.gazetteer = gazetteer
    var terms: [String: [Meaning]] = [:]
    var regionAdjectives: [String: String] = [:]
    for entry in words.entries {
      guard let role = Role(rawValue: entry.role) else { continue }
      if role == .region {
        for word in entry.words { regionAdjectives[word] = entry.value }
        continue
      }
      for word in entry.words { terms[word, default: []].append(Meaning(role: role, value: entry.value)) }
    }
    for entry in kinds.entries {
      let meaning = Meaning(role: .kind, value: "\(entry.table.rawValue):\(entry.kind)")
      for word in entry.words { terms[word, default: []].append(meaning) }
      let verb = Meaning(role: .verb, value: meaning.value)
      for form in entry.verbForms { terms[form, default: []].append(verb) }
    }
    self.terms = terms
    self.regionAdjectives = regionAdjectives
    let words = terms.filter { !$1.allSatisfy { [.filler, .number, .multiplier, .refusal].contains($0.role) } }.keys
    suggestible = Array(words) + countries.all.map(\.name) + regions.all.map(\.name)
  }

  /// What a term in small letters can do.
  func meanings(of term: String) -> [Meaning] { terms[term] ?? [] }

  /// The countries, or the region, of a name, demonym or code; two for "Congo". Names of up to three letters are words
  /// too ("us", "it"), so they count only in capitals.
  func places(named name: String) -> [Place] {
    if name.utf8.count <= 3, name.contains(where: \.isLowercase) { return [] }
    var found = countries.countries(named: name)
    if found.isEmpty { found = countries.countries(demonym: name) }
    if !found.isEmpty { return found.map { Place(name: $0.name, codes: [$0.code], isRegion: false) } }
    let named = regionAdjectives[name.lowercased()] ?? name
    guard let region = regions.region(named: named), !region.members.isEmpty else { return [] }
    let isOrganisation = region.kind == .international
    return [Place(name: region.name, codes: region.members, isRegion: true, isOrganisation: isOrganisation)]
  }

  /// Whether a city, region or other place has that name, whatever a database knows.
  public func isPlace(_ name: String) -> Bool { !gazetteer().places(named: name).isEmpty }

  /// The names of countries and regions, for suggestions.
  public var placeNames: [String] { countries.all.map(\.name) + regions.all.map(\.name) }
}
