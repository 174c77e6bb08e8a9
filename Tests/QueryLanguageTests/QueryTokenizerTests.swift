import Documents
@testable import QueryLanguage
import Testing

@Suite struct QueryTokenizerTests {
  @Test func quotationsAreOneWordAndPunctuationIsLeftOut() {
    let tokens = QueryTokenizer("deals, “river ports” (Japan's)?").tokens
    #expect(tokens.map(\.text) == ["deals", "river ports", "Japan"])
    #expect(tokens.map(\.isQuoted) == [false, true, false])
    #expect(tokens.map(\.isPossessive) == [false, false, true])
  }

  @Test func rangesAreBytesOfThePhrase() {
    let phrase = "café deals"
    #expect(QueryTokenizer(phrase).tokens.map { SourceText(phrase)[$0.range] } == ["café", "deals"])
  }

  @Test func anOpenQuotationRunsToTheEnd() {
    let tokenizer = QueryTokenizer("about \"river ports")
    #expect(tokenizer.tokens.last?.text == "river ports")
    #expect(tokenizer.openQuote == ByteRange(6, 18))
  }
}
