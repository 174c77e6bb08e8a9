import Documents
import Testing

@testable import QueryLanguage

@Suite struct QueryTokenizerTests {
  @Test func `A quotation is one word, and punctuation is left out`() {
    let tokens = QueryTokenizer("deals, “river ports” (Japan's)?").tokens
    #expect(tokens.map(\.text) == ["deals", "river ports", "Japan"])
    #expect(tokens.map(\.isQuoted) == [false, true, false])
    #expect(tokens.map(\.isPossessive) == [false, false, true])
  }

  @Test func `Ranges are bytes of the phrase`() {
    let phrase = "café deals"
    #expect(QueryTokenizer(phrase).tokens.map { SourceText(phrase)[$0.range] } == ["café", "deals"])
  }

  @Test func `An open quotation runs to the end`() {
    let tokenizer = QueryTokenizer("about \"river ports")
    #expect(tokenizer.tokens.last?.text == "river ports")
    #expect(tokenizer.openQuote == ByteRange(6, 18))
  }
}
