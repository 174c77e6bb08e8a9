internal import Documents
internal import Lexicon
internal import PolicyModel

/// The data files that actors are read with.
struct ActorLexicon: Sendable {
  let names: KnownNames
  let countries: Countries
  let regions: [Region]
  let places: [Place]
  let institutions: [Institution]
  let heads, commonBodies, descriptors: OrganisationWords
  let bodyNouns: BodyNouns
  let titles: Titles
  let givenNames: GivenNames
  let reporting: ReportingVerbs

  /// The embedded data files.
  static let embedded = ActorLexicon()

  init() {
    names = .embedded
    countries = .embedded
    regions = Regions.embedded.all
    places = Places.embedded.all
    institutions = Institutions.embedded.all
    heads = .embedded
    commonBodies = .commonBodies
    descriptors = .descriptors
    bodyNouns = .embedded
    titles = .embedded
    givenNames = .embedded
    reporting = .embedded
  }

  /// The country that a sense belongs to, if it belongs to one.
  func country(of sense: KnownNames.Sense) -> CountryCode? {
    switch sense {
    case .country(let code), .demonym(let code), .capital(let code), .metonym(let code): code
    case .region: nil
    case .place(let place): places[place].country
    case .institution(let institution): institutions[institution].country
    }
  }
}
