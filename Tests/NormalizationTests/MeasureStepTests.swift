import Documents
import Lexicon
import Testing

@testable import Normalization

/// The work of the grammar, counted in looks at tokens and not in time.
@Suite struct MeasureStepTests {
  static let hostile = [
    "1234567890", "1,234,", "1 23 456 ", ",", ".", "and ", "one and ", "twenty-", "million ", "(", "((1)) ",
    "May June ",
    "May-June-", "1 May 2 May ", "1/2/", "2014-", "2014 to ", "between 1 and ", "the end of ", "the last week of ",
    "1 year 2 months and ", "3 days after ", "$", "$€£", "us $ ", "minus ", "- -", "% per cent ", "at least ",
    "more than or equal to ", "a ", "the ", "first ", "half of a ", "aged ", "§ 1 and ", "Sections 1, ",
    "one in every ", "in 3 to ", "the third week of the ", "Q1 FY", "4/", "US$ ", "'24 ", "XIV ",
  ]

  private func steps(_ piece: String, times: Int) -> (steps: Int, tokens: Int) {
    let text = SourceText(String(repeating: piece, count: times))
    let tokens = text.withBytes { TokenScanner(lexicon: .embedded).tokens(of: $0, in: text.range) }
    var parser = ExpressionParser(tokens: tokens, lexicon: .embedded, context: MeasureContext())
    let counter = ExpressionParser.StepCounter()
    parser.counter = counter
    _ = MeasureReader(parser: parser).measures()
    return (counter.steps, tokens.count)
  }

  @Test(arguments: hostile)
  func looksAtTokensInProportionToTheLengthOfTheText(piece: String) {
    let (short, tokens) = steps(piece, times: 200)
    let (long, _) = steps(piece, times: 400)
    #expect(Double(long) <= 2.1 * Double(short) + 5_000)
    #expect(short <= 20_000 * max(tokens, 1))
  }
}
