import Lexicon
import PolicyModel

extension ReferenceData {
  /// Countries and places as the data files have them.
  static var embedded: ReferenceData {
    ReferenceData(
      countries: Countries.embedded.all.map {
        CountryRow(code: $0.code, alpha3: $0.alpha3, name: $0.name, region: $0.region)
      },
      kindOfPlace: { place in
        let named = Places.embedded.places(named: place.name)
        return named.first { place.country == nil || $0.country == place.country }?.kind.rawValue
      })
  }
}
