import PolicyModel
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("30000000", "30000000"), ("0.10", "0.1"), ("-12.50", "-12.5"), ("+7", "7"), ("000", "0"), (".5", "0.5"),
    ("1.", "1"), ("999999999999999999", "999999999999999999"),
  ])
  func `Decimal notation is read exactly and printed in lowest terms`(text: String, expected: String) {
    #expect(ExactDecimal(text)?.description == expected)
  }

  @Test(arguments: ["", "-", ".", "1,000", "1e5", "1.2.3", "1234567890123456789"])
  func `Anything else is refused`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: [
    ("1.2", "1000000000", "1200000000"), ("33.33", "3", "99.99"), ("-0.5", "0.5", "-0.25"), ("0", "17", "0"),
  ])
  func `Products are exact`(a: String, b: String, expected: String) throws {
    let product = try #require(ExactDecimal(a)).multiplied(by: try #require(ExactDecimal(b)))
    #expect(product?.description == expected)
  }

  @Test(arguments: [
    ("1.5", "2.25", "3.75"), ("100", "-100", "0"), ("0.1", "0.2", "0.3"), ("1000000", "0.5", "1000000.5"),
  ])
  func `Sums are exact`(a: String, b: String, expected: String) throws {
    let sum = try #require(ExactDecimal(a)).adding(try #require(ExactDecimal(b)))
    #expect(sum?.description == expected)
  }

  @Test func `What does not fit is nil and never wraps`() throws {
    let large = try #require(ExactDecimal(mantissa: 9_000_000_000_000_000_001, exponent: 0))
    #expect(large.multiplied(by: large) == nil)
    #expect(large.adding(large) == nil)
    #expect(ExactDecimal(mantissa: 1, exponent: 39) == nil)
  }

  @Test func `Numbers order by value whatever their exponents`() throws {
    let sorted = ["-3", "-0.5", "0", "0.02", "1.5", "200000"].compactMap { ExactDecimal($0) }
    #expect(sorted == sorted.sorted())
    #expect(sorted.map(\.doubleValue) == [-3, -0.5, 0, 0.02, 1.5, 200_000])
  }
}

@Suite struct CodesTests {
  @Test(arguments: [("gb", "GB"), ("US", "US")])
  func `A country code is two letters in capitals`(text: String, expected: String) {
    #expect(CountryCode(text)?.description == expected)
  }

  @Test(arguments: ["", "G", "GBR", "G1", "ÄÖ"])
  func `No other text is a country code`(text: String) {
    #expect(CountryCode(text) == nil)
  }

  @Test(arguments: ["", "Arrest", "task force", "1st", "ärger"])
  func `A kind is a plain word in small letters`(text: String) {
    #expect(FactKind(text) == nil)
  }
}
