import Documents
import Lexicon
import PolicyModel
import Testing

@Suite struct KnownNamesTests {
  let names = KnownNames.embedded

  /// The ranges of the words of `text` between blanks.
  private func words(_ text: String) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var start = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !word.isEmpty { ranges.append(ByteRange(start, start + word.utf8.count)) }
      start += word.utf8.count + 1
    }
    return ranges
  }

  private func match(_ text: String) -> KnownNames.Match? {
    let words = words(text)
    return names.longestMatch(in: text.utf8.span, words: words, from: 0, to: words.count)
  }

  @Test(arguments: [
    ("South Africa won", 2), ("South  Korean officials", 2), ("Bank of England staff", 3), ("BANK OF ENGLAND", 3),
    ("Médecins Sans Frontières said", 3), ("New York City council", 3), ("People’s Bank of China", 4),
  ])
  func `takes the longest name that begins at a word`(text: String, words: Int) {
    #expect(match(text)?.words == words)
  }

  @Test(arguments: ["us too", "nice weather", "who knows", "turkey sandwich", "reading room", "it fell"])
  func `takes no word in small letters for a name`(text: String) {
    #expect(match(text) == nil)
  }

  @Test func `marks what means something else as well`() {
    #expect(match("Jordan")?.isAmbiguous == true)
    #expect(match("Norway")?.isAmbiguous == false)
  }

  @Test func `tells the country from its people and its capital`() throws {
    let norway = try #require(CountryCode("NO"))
    #expect(match("Norway")?.senses == [.country(norway)])
    #expect(match("Norwegians")?.senses == [.demonym(norway)])
    #expect(match("Oslo")?.senses.first == .capital(norway))
  }
}

@Suite struct InstitutionsTests {
  @Test func `names every institution once and only with known countries`() {
    let all = Institutions.embedded.all
    #expect(all.allSatisfy { $0.country.map { Countries.embedded[$0] != nil } ?? true })
    #expect(Set(all.map(\.name)).count == all.count)
  }

  @Test(arguments: [
    ("ministry", Actor.Kind.government), ("POLICE", .agency), ("Court", .court), ("plc", .company), ("navy", .military),
    ("University", .academic), ("foundation", .ngo), ("select committee", .legislature),
  ])
  func `knows the kind that a head word makes`(word: String, kind: Actor.Kind) {
    #expect(OrganisationWords.embedded.head(word) == .organisation(kind))
  }

  @Test func `tells organisations from laws and plans, and makes nothing of an ordinary word`() {
    #expect(OrganisationWords.embedded.head("treaty") == .thing)
    #expect(OrganisationWords.embedded.head("banana") == nil)
  }
}

@Suite struct TitlesTests {
  @Test(arguments: [
    ("Mr", Titles.Sort.honorific), ("lt. col.", .rank), ("Prime Minister", .office), ("archbishop", .clergy),
    ("Queen", .royal),
  ])
  func `tells forms of address from ranks and offices`(title: String, sort: Titles.Sort) {
    #expect(Titles.embedded.sort(of: title) == sort)
  }

  @Test(arguments: [
    ("margaret", GivenNames.Gender.female), ("joachim", .male), ("robin", .either), ("oksana", .female),
  ])
  func `knows whom a given name is given to`(name: String, gender: GivenNames.Gender) {
    #expect(GivenNames.embedded.gender(TextKey(name)) == gender)
  }
}
