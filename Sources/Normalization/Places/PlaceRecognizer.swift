public import Documents
public import Lexicon
public import PolicyModel

/// Finds the countries, regions, blocs, cities and divisions that an English text names.
///
/// A name that is another word or a person's as well counts where the words beside it or the other mentions of the
/// document say that a place is meant; without any such sign it is left out.
///
/// - Complexity: O(length of the text).
public struct PlaceRecognizer: Sendable {
  private let lexicon: MeasureLexicon
  private let scanner: PlaceScanner
  private let countries: Countries
  private let regions: [Region]
  private let places: [Place]

  /// Makes a recogniser over the embedded names, for tokens numbered by a lexicon.
  public init(lexicon: MeasureLexicon = .embedded) {
    self.lexicon = lexicon
    countries = .embedded
    regions = Regions.embedded.all
    places = Places.embedded.all
    scanner = PlaceScanner(
      names: .embedded, words: .embedded, givenNames: .embedded, titles: .embedded, countries: .embedded,
      inside: lexicon.number(of: TextKey("in")))
  }

  /// The places that a text names, in its order, apart from each other.
  public func places(in text: SourceText, context: MeasureContext = MeasureContext()) -> [PlaceMention] {
    places(in: text, ranges: [text.range], context: context)
  }

  /// The places that some ranges of a text name, such as its blocks.
  public func places(in text: SourceText, ranges: [ByteRange], context: MeasureContext) -> [PlaceMention] {
    places(in: text, stretches: ranges.flatMap { TextStretches.tokens(of: $0, in: text, lexicon) }, context: context)
  }

  /// The places that stretches of a text name, cut into tokens already.
  func places(in text: SourceText, stretches: [[Token]], context: MeasureContext) -> [PlaceMention] {
    var found: [PlaceCandidate] = []
    text.withBytes { bytes in
      for tokens in stretches { scanner.add(tokens, of: bytes, to: &found) }
    }
    return mentions(found, context)
  }

  /// The country that more than half of the places are or lie in, where there are at least two.
  public static func mainCountry(of mentions: [PlaceMention]) -> CountryCode? {
    var counts: [CountryCode: Int] = [:]
    for mention in mentions {
      if let country = mention.country { counts[country, default: 0] += 1 }
    }
    let total = counts.values.reduce(0, +)
    return total >= 2 ? counts.first { $0.value * 2 > total }?.key : nil
  }

  // MARK: Deciding

  private func mentions(_ found: [PlaceCandidate], _ context: MeasureContext) -> [PlaceMention] {
    var memory: [UInt64: Int] = [:]
    for candidate in found where candidate.isAmbiguous { memory[candidate.key, default: 0] += candidate.evidence }
    var counts: [CountryCode: Int] = [:]
    for candidate in found where candidate.senses.count == 1 && !candidate.isAmbiguous {
      if let country = country(of: candidate.senses[0]) { counts[country, default: 0] += 1 }
    }
    return found.compactMap { candidate in
      var basis = PlaceMention.Basis.stated
      if candidate.isAmbiguous {
        let told = candidate.evidence != 0 ? candidate.evidence : memory[candidate.key] ?? 0
        guard told > 0 else { return nil }
        basis = candidate.evidence > 0 ? .context : .document
      } else if candidate.evidence < -3 {
        return nil
      }
      let chosen = sense(of: candidate, among: found, counts, context)
      return mention(candidate, chosen.sense, chosen.basis ?? basis, context)
    }
  }

  /// Which of several places of a name is meant.
  private func sense(
    of candidate: PlaceCandidate, among found: [PlaceCandidate], _ counts: [CountryCode: Int],
    _ context: MeasureContext
  ) -> (sense: KnownNames.Sense, basis: PlaceMention.Basis?) {
    let senses = candidate.senses
    let choices = Set(senses.compactMap { country(of: $0) })
    guard choices.count > 1 else { return (candidate.isDivision ? senses[0] : city(among: senses), nil) }
    if let neighbour = candidate.neighbour {
      for beside in found[neighbour].senses {
        guard let outer = country(of: beside), let inner = senses.first(where: { country(of: $0) == outer }) else {
          continue
        }
        if isDivision(inner) || isDivision(beside) { return (inner, .qualified) }
      }
    }
    if let country = context.country, let own = senses.first(where: { self.country(of: $0) == country }) {
      return (own, .document)
    }
    let best = senses.max { weight($0, counts) < weight($1, counts) } ?? senses[0]
    if weight(best, counts) > weight(senses[0], counts) { return (best, .document) }
    return (senses[0], weight(senses[0], counts) > 0 ? .document : .usual)
  }

  /// Of a city and a division of one country and name the city.
  private func city(among senses: [KnownNames.Sense]) -> KnownNames.Sense {
    guard case .place(let first) = senses[0], places[first].kind == .state else { return senses[0] }
    return senses.first { sense in
      guard case .place(let place) = sense else { return false }
      return places[place].kind == .city
    } ?? senses[0]
  }

  private func weight(_ sense: KnownNames.Sense, _ counts: [CountryCode: Int]) -> Int {
    country(of: sense).flatMap { counts[$0] } ?? 0
  }

  /// Whether a place holds cities: a state, or a country by its name.
  private func isDivision(_ sense: KnownNames.Sense) -> Bool {
    switch sense {
    case .country: true
    case .place(let place): places[place].kind == .state
    default: false
    }
  }

  private func country(of sense: KnownNames.Sense) -> CountryCode? {
    switch sense {
    case .country(let code), .demonym(let code), .capital(let code), .metonym(let code): code
    case .place(let place): places[place].country
    case .region, .institution: nil
    }
  }

  private func mention(
    _ candidate: PlaceCandidate, _ sense: KnownNames.Sense, _ basis: PlaceMention.Basis, _ context: MeasureContext
  ) -> PlaceMention? {
    var mention = PlaceMention(
      range: candidate.range, name: "", kind: .country, form: candidate.form, country: country(of: sense),
      members: [], basis: basis)
    switch sense {
    case .country(let code): mention.name = countries[code]?.name ?? code.description
    case .demonym(let code):
      mention.name = countries[code]?.name ?? code.description
      mention.form = .demonym
    case .capital(let code):
      mention.name = countries[code]?.capitals.first ?? ""
      mention.kind = .city
    case .place(let place):
      mention.name = places[place].name
      mention.kind = places[place].kind == .state ? .state : .city
    case .region(let region):
      mention.name = regions[region].name
      mention.kind = .region
      mention.members = context.referenceDate.map { regions[region].members(on: $0) } ?? regions[region].members
    case .metonym, .institution: return nil
    }
    return mention
  }
}
