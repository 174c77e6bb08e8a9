import Documents
import Lexicon
import PolicyModel
import Testing

@Suite struct CountriesTests {
  let countries = Countries.embedded

  @Test func `holds the 249 codes of ISO 3166-1 and Kosovo, each once`() {
    #expect(countries.all.count == 250)
    #expect(Set(countries.all.map(\.code)).count == 250)
    #expect(Set(countries.all.map(\.alpha3)).count == 250)
    #expect(countries.all.allSatisfy { $0.alpha3.utf8.count == 3 && $0.alpha3.utf8.allSatisfy { 0x41...0x5A ~= $0 } })
  }

  @Test func `gives every country a name and a region`() {
    #expect(countries.all.allSatisfy { !$0.name.isEmpty && !$0.region.isEmpty })
  }

  @Test func `shares no unmarked name between two countries`() {
    let shared = countries.all.flatMap { country in
      ([country.name] + country.otherNames).filter { countries.countries(named: $0).count > 1 }
    }
    #expect(Set(shared) == ["Congo"])
  }

  @Test(arguments: [
    ("united kingdom", "GB"), ("UK", "GB"), ("Burma", "MM"), ("Czechia", "CZ"), ("fra", "FR"), ("xk", "XK"),
    ("Côte d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("Holland", "NL"), ("u.s.", "US"), ("Türkiye", "TR"),
  ])
  func `finds a country by any of its names and codes`(name: String, code: String) {
    #expect(countries.countries(named: name).map(\.code.description) == [code])
  }

  @Test(arguments: [("Danish", "DK"), ("Danes", "DK"), ("ivorian", "CI"), ("Filipino", "PH"), ("South African", "ZA")])
  func `finds a country by its adjective and its people`(demonym: String, code: String) {
    #expect(countries.countries(demonym: demonym).map(\.code.description) == [code])
  }

  @Test func `finds nothing for a word that names no country`() {
    #expect(countries.countries(named: "Atlantis").isEmpty)
    #expect(countries.countries(demonym: "table").isEmpty)
  }
}

@Suite struct RegionsTests {
  let regions = Regions.embedded

  @Test func `has only members that are countries`() {
    for region in regions.all {
      #expect(region.members.allSatisfy { Countries.embedded[$0] != nil }, "\(region.name)")
      #expect(Set(region.members).count == region.members.count, "\(region.name)")
    }
  }

  @Test(arguments: [
    ("NATO", 32), ("eu", 27), ("G7", 7), ("Western Balkans", 6), ("the Baltics", 0), ("Baltics", 3), ("Nordics", 5),
  ])
  func `knows the members of a bloc by any of its names`(name: String, members: Int) {
    #expect((regions.region(named: name)?.members.count ?? 0) == members)
  }

  @Test func `tells organisations from areas`() {
    #expect(regions.region(named: "ASEAN")?.kind == .international)
    #expect(regions.region(named: "Maghreb")?.kind == .region)
  }
}
