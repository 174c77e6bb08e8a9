import Documents
import Testing

@testable import LanguageAnalysis

@Suite struct TokenizerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var tokens: [String]
    var testDescription: String { text }
    init(_ text: String, _ tokens: String) {
      self.text = text
      self.tokens = tokens.split(separator: "|").map(String.init)
    }
  }

  static func tokens(of text: String) -> [String] {
    let source = SourceText(text)
    var ranges: [ByteRange] = []
    source.withBytes { LanguageAnalyzer().tokenizer.tokenize($0, source.range, into: &ranges) }
    return ranges.map { source[$0] }
  }

  @Test(arguments: [
    Case("The mayor didn't sign.", "The|mayor|did|n't|sign|."),
    Case("It's Ann’s; they’ll see.", "It|'s|Ann|’s|;|they|’ll|see|."),
    Case("We cannot say", "We|can|not|say"),
    Case("Sean O'Hara won", "Sean|O'Hara|won"),
    Case("don’t", "do|n’t"),
    Case("the workers' hall", "the|workers|'|hall"),
  ])
  func `Clitics are words of their own`(_ row: Case) { #expect(Self.tokens(of: row.text) == row.tokens) }

  @Test(arguments: [
    Case("Dr. Lee of the U.S. met Mrs. Wu.", "Dr.|Lee|of|the|U.S.|met|Mrs.|Wu|."),
    Case("J. R. Moss, e.g. today", "J.|R.|Moss|,|e.g.|today"),
    Case("See No. 5 now. No. Never.", "See|No.|5|now|.|No|.|Never|."),
    Case("Acme Corp. (the firm) left...", "Acme|Corp.|(|the|firm|)|left|..."),
    Case("done.Next", "done|.|Next"),
  ])
  func `Full stops belong to abbreviations and initials`(_ row: Case) {
    #expect(Self.tokens(of: row.text) == row.tokens)
  }

  @Test(arguments: [
    Case("$30.5 million, 1,200 and 45%", "$|30.5|million|,|1,200|and|45|%"),
    Case("at 8:45am on 9/11/2001", "at|8:45|am|on|9/11/2001"),
    Case("call 555-123-4567", "call|555-123-4567"),
    Case("aged 12-15 in the 1990s", "aged|12|-|15|in|the|1990s"),
    Case("US$5bn", "US$|5|bn"),
    Case("20km north, 3rd place", "20|km|north|,|3rd|place"),
  ])
  func `Figures are whole and units stand apart`(_ row: Case) { #expect(Self.tokens(of: row.text) == row.tokens) }

  @Test(arguments: [
    Case("a well-known non-profit", "a|well|-|known|non-profit"),
    Case("and/or — so--called", "and|/|or|—|so|--|called"),
    Case("(see www.example.org/a-b.html).", "(|see|www.example.org/a-b.html|)|."),
    Case("<anna.b@example.com>, https://x.example/y?z=1!", "<|anna.b@example.com|>|,|https://x.example/y?z=1|!"),
    Case("“Stop!” he said?!", "“|Stop|!|”|he|said|?!"),
    Case("AT&T and R&D", "AT&T|and|R&D"),
  ])
  func `Signs stand alone but in addresses and names`(_ row: Case) { #expect(Self.tokens(of: row.text) == row.tokens) }
}
