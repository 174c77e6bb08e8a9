import Documents
import Normalization
import PolicyModel
import Testing

/// A text and its places as "name kind country", those of no country without one.
struct PlaceCase: Sendable, CustomTestStringConvertible {
  var text: String
  var places: [String]
  var testDescription: String { text }

  static let all: [PlaceCase] = [
    PlaceCase("King Abdullah of Jordan met Michael Jordan in Amman.", "Jordan country JO", "Amman city JO"),
    PlaceCase("Jordan Peterson spoke to Chad Smith in Chicago.", "Chicago city US"),
    PlaceCase("Refugees fled from Sudan to Chad and Niger.", "Sudan country SD", "Chad country TD", "Niger country NE"),
    PlaceCase("Georgia's parliament in Tbilisi voted.", "Georgia country GE", "Tbilisi city GE"),
    PlaceCase("Voters in Atlanta, Georgia, chose.", "Atlanta city US", "Georgia state US"),
    PlaceCase("Turkey's president visited Nice.", "Turkey country TR", "Nice city FR"),
    PlaceCase("Turkey is eaten at Christmas. Reading the bill took hours. Nice weather."),
    PlaceCase("Trains from Reading to London were late.", "Reading city GB", "London city GB"),
    PlaceCase("Reading is a town. He lives in Reading.", "Reading city GB", "Reading city GB"),
    PlaceCase("Mr Reading and Lord Bath resigned."),
    PlaceCase(
      "Birmingham, Alabama, is no part of England.", "Birmingham city US", "Alabama state US", "England state GB"),
    PlaceCase("German officials, Danes and Swedes", "Germany country DE", "Denmark country DK", "Sweden country SE"),
    PlaceCase("The Bank of England and Downing Street replied."),
    PlaceCase(
      "Burma, Swaziland and Holland", "Myanmar country MM", "Eswatini country SZ", "Netherlands country NL"),
    PlaceCase(
      "Codes: DE, FR, IT. Norway (NO).", "Germany country DE", "France country FR", "Italy country IT",
      "Norway country NO", "Norway country NO"),
    PlaceCase("He said NO to it, and told us IT was down."),
    PlaceCase("It costs US$5m or 5 Canadian dollars."),
    PlaceCase(
      "Bavaria, Kerala, Queensland and Ontario", "Bavaria state DE", "Kerala state IN", "Queensland state AU",
      "Ontario state CA"),
    PlaceCase("Kharkiv and the Kharkiv region", "Kharkiv city UA", "Kharkiv state UA"),
    PlaceCase("Größe – Zürich, 日本: São Paulo", "Zurich city CH", "São Paulo city BR"),
    PlaceCase("ASEAN and the Sahel", "Association of Southeast Asian Nations region", "Sahel region"),
  ]

  init(_ text: String, _ places: String...) {
    (self.text, self.places) = (text, places)
  }
}

@Suite struct PlaceTests {
  private func found(in text: String, day: String = "2025-05-14") -> FoundMeasures {
    let source = SourceText(text)
    return MeasureRecognizer().find(
      in: source, ranges: [source.range], context: MeasureContext(referenceDate: CalendarDate(iso: day)))
  }

  @Test(arguments: PlaceCase.all)
  func findsThePlacesThatAreMeant(_ placeCase: PlaceCase) {
    let places = found(in: placeCase.text).places.map { place in
      "\(place.name) \(place.kind.rawValue)" + (place.country.map { " \($0)" } ?? "")
    }
    #expect(places == placeCase.places)
  }

  @Test(arguments: [
    ("In Jordan.", PlaceMention.Basis.context), ("In Germany.", .stated),
    ("Birmingham, Alabama, is large.", .qualified),
    ("In Birmingham.", .usual),
  ])
  func tellsHowAPlaceIsKnown(text: String, basis: PlaceMention.Basis) {
    #expect(found(in: text).places.first?.basis == basis)
  }

  @Test(arguments: [
    ("NATO", "2022-06-01", "FI", false), ("NATO", "2023-06-01", "FI", true), ("The EU", "2019-01-01", "GB", true),
    ("The EU", "2021-01-01", "GB", false), ("The EU", "1990-01-01", "SE", false), ("BRICS", "2023-01-01", "EG", false),
    ("ECOWAS", "2024-01-01", "ML", true), ("ECOWAS", "2025-06-01", "ML", false),
  ])
  func knowsTheMembersOfABlocOnADay(text: String, day: String, member: String, isMember: Bool) throws {
    let place = try #require(found(in: text, day: day).places.first)
    #expect(place.members.contains(try #require(CountryCode(member))) == isMember)
  }

  @Test func letsThePlacesOfATextDecideOnItsDollar() throws {
    let text = "Canada and Ottawa: the Canadian fund of $5 million opens on 04/03/2027."
    let money = try #require(found(in: text).measures.first)
    #expect(money.value == .money(.exact(ExactDecimal(5_000_000)), CurrencyCode("CAD")))
    #expect(money.currencyBasis == .country)
  }
}
