import Documents
import Lexicon
import Testing

@Suite struct ReportingVerbsTests {
  @Test(
    "verbs report in the ways of the data file",
    arguments: [
      ("say", ReportingVerbs.Ways.say), ("sigh", .manner), ("call", ReportingVerbs.Ways([.say, .judge])),
      ("swim", ReportingVerbs.Ways()),
    ])
  func ways(lemma: String, ways: ReportingVerbs.Ways) { #expect(ReportingVerbs.embedded[TextKey(lemma)] == ways) }
}
