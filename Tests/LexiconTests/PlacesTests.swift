import Lexicon
import PolicyModel
import Testing

@Suite struct PlacesTests {
  let places = Places.embedded

  @Test func `lies in known countries only`() {
    #expect(places.all.allSatisfy { Countries.embedded[$0.country] != nil && !$0.name.isEmpty })
  }

  @Test func `names no place of a country twice`() {
    let names = places.all.map { "\($0.country) \($0.kind) \($0.name)" }
    #expect(Set(names).count == names.count, "\(Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys)")
  }

  @Test(arguments: [("Mumbai", "IN"), ("bombay", "IN"), ("Łódź", "PL"), ("Lodz", "PL"), ("Mont.", "US"), ("NRW", "DE")])
  func `finds a place by any of its names`(name: String, country: String) {
    #expect(places.places(named: name).map(\.country.description) == [country])
  }

  @Test func `finds every place that shares a name`() {
    #expect(Set(places.places(named: "Punjab").map(\.country.description)) == ["IN", "PK"])
    #expect(places.places(named: "Nowhere").isEmpty)
  }

  @Test func `knows the capital of every state of Europe`() {
    let europe = Regions.embedded.region(named: "Europe")?.members ?? []
    let codes = europe.compactMap { Countries.embedded[$0] }.filter { country in
      guard let capital = country.capitals.first else { return false }
      return !places.places(named: capital).contains { $0.country == country.code }
    }
    #expect(Set(codes.map(\.code.description)).isSubset(of: ["AD", "FO", "GG", "IM", "JE", "LI"]))
  }
}
