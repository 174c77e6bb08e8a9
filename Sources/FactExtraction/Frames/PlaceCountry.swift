internal import Lexicon
internal import PolicyModel

/// Finds the country that a place's name stands for: its own name, or that of a state, province or city.
struct PlaceCountry: Sendable {
  let countries: Countries
  let places: Places
  let cities: Cities
  /// The country that the document is at home in, which decides between places of one name.
  let home: CountryCode?

  init(countries: Countries, home: CountryCode?) {
    self.countries = countries
    places = .embedded
    cities = .embedded
    self.home = home
  }

  /// The country; nil for an unknown name, or one of several countries of which none is the document's.
  func callAsFunction(_ name: String) -> CountryCode? {
    let bare = Self.bare(name)
    let states = countries.countries(named: bare)
    if !states.isEmpty { return states.count == 1 ? states[0].code : nil }
    let known = places.places(named: bare).map(\.country)
    let towns = cities.countries(named: bare)
    if let home, known.contains(home) || towns.likely.contains(home) || towns.others.contains(home) { return home }
    if let first = known.first { return known.allSatisfy { $0 == first } ? first : nil }
    return towns.likely.count == 1 ? towns.likely[0] : nil
  }

  /// A name without an article in front ("the Punjab") and without a possessive ("Mecca's").
  private static func bare(_ name: String) -> String {
    var bare = name
    for article in ["the ", "The "] where bare.hasPrefix(article) { bare.removeFirst(article.count) }
    for ending in ["'s", "’s"] where bare.hasSuffix(ending) { bare.removeLast(ending.count) }
    return bare
  }
}
