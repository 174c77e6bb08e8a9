/// One country as the knowledge base keeps it.
public struct CountryRow: Sendable, Hashable {
  /// ISO 3166-1 alpha-2.
  public var code: CountryCode
  /// ISO 3166-1 alpha-3, three capitals; nil where there is none.
  public var alpha3: String?
  /// The usual English name.
  public var name: String
  /// The part of the world, such as `Western Europe`.
  public var region: String?

  /// Makes a country.
  public init(code: CountryCode, alpha3: String?, name: String, region: String?) {
    self.code = code
    self.alpha3 = alpha3
    self.name = name
    self.region = region
  }
}

/// What the knowledge base takes from the data files: names for the codes that facts carry.
public struct ReferenceData: Sendable {
  /// Every country, in any order.
  public var countries: [CountryRow]
  /// What a place is (`city`, `state`, `country`), or nil where that is not known.
  public var kindOfPlace: @Sendable (PlaceReference) -> String?

  /// Makes reference data.
  public init(
    countries: [CountryRow] = [], kindOfPlace: @escaping @Sendable (PlaceReference) -> String? = { _ in nil }
  ) {
    self.countries = countries
    self.kindOfPlace = kindOfPlace
  }
}
