import Documents
import Lexicon
import PolicyModel
import Testing

@Suite struct MeasureLexiconTests {
  private let lexicon = MeasureLexicon.embedded

  @Test(arguments: [
    "AED", "BAM", "CHW", "GBP", "JPY", "KWD", "MRU", "SLE", "STN", "USD", "UYW", "VED", "XCG", "XDR", "ZWG",
  ])
  func knowsEveryCurrencyByItsCode(code: String) throws {
    let currency = try #require(CurrencyCode(code))
    #expect(lexicon.currencies.digits[currency] != nil)
    #expect(lexicon.currencySymbols.longest { $0 == 0 ? MeasureLexicon.symbolKey(code) : nil } != nil)
  }

  @Test(arguments: [("JPY", 0), ("GBP", 2), ("KWD", 3)])
  func knowsTheDigitsOfTheMinorUnit(code: String, digits: Int) throws {
    #expect(lexicon.currencies.digits[try #require(CurrencyCode(code))] == digits)
  }

  @Test func givesEveryUnitByItsNameWithItsCode() {
    #expect(lexicon.units["kilometer"]?.ucum == "km")
    #expect(lexicon.units["tonne"]?.dimension == "mass")
    #expect(lexicon.units["furlong of nothing"] == nil)
  }

  @Test(arguments: [("US", 10, true), ("GB", 4, true), ("AU", 7, true), ("FR", 1, true), ("JP", 4, false)])
  func knowsWhenFiscalYearsBegin(country: String, month: Int, namedByEnd: Bool) throws {
    let year = FiscalYears.embedded[try #require(CountryCode(country))]
    #expect(year.month == month)
    #expect(year.namedByEnd == namedByEnd)
  }

  @Test func numbersNoWordThatHasNoSense() {
    #expect(lexicon.number(of: TextKey("sandwich")) == 0)
    #expect(lexicon.number(of: TextKey("million")) != 0)
  }
}
