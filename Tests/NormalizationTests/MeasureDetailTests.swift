import Documents
import Normalization
import PolicyModel
import Testing

@Suite struct MeasureDetailTests {
  private func measures(_ text: String, day: String = "2025-05-14", country: String = "") -> [Measure] {
    let context = MeasureContext(referenceDate: CalendarDate(iso: day), country: CountryCode(country))
    return MeasureRecognizer().measures(in: SourceText(text), context: context)
  }

  @Test func tellsWhereTheWordsOfAComparatorStand() throws {
    let text = SourceText("It took nearly 400 and at least 20 rooms.")
    let found = MeasureRecognizer().measures(in: text, context: MeasureContext())
    #expect(try found.map { text[try #require($0.comparatorRange)] } == ["nearly", "at least"])
    #expect(found.map { text[$0.range] } == ["400", "at least 20"])
  }

  @Test(arguments: [
    ("It costs $25/MWh now.", "/MWh"), ("It pays £12.71 an hour.", "an hour"), ("It pays €40 per tonne.", "per tonne"),
    ("It loses 1,200 a day.", "a day"),
  ])
  func keepsARateApartFromItsFigure(text: String, rate: String) throws {
    let source = SourceText(text)
    let found = MeasureRecognizer().measures(in: source, context: MeasureContext())
    #expect(found.count == 1)
    #expect(source[try #require(found.first?.rateRange)] == rate)
  }

  @Test(arguments: [
    ("It costs US$5.", "", CurrencyBasis.stated), ("It costs $5.", "", .usual), ("It costs $5.", "CA", .country),
    ("It costs 5 kroner.", "", .open), ("It costs €5.", "CA", .stated),
  ])
  func tellsHowACurrencyIsKnown(text: String, country: String, basis: CurrencyBasis) {
    #expect(measures(text, country: country).map(\.currencyBasis) == [basis])
  }

  @Test func leavesWhatCountsFromAnUnknownDayUnresolved() {
    let found = measures("Last year, on Friday and in the past month.", day: "")
    let dates = found.compactMap { measure -> ResolvedDate? in
      guard case .date(let date) = measure.value else { return nil }
      return date
    }
    #expect(dates.count == 3)
    #expect(dates.allSatisfy { $0.basis == .unresolved && $0.first == nil && $0.last == nil })
  }

  @Test func tellsRelativeFromAbsoluteDates() {
    let bases = measures("In May 2024, last year and on 3 June.").map { measure -> DateBasis? in
      guard case .date(let date) = measure.value else { return nil }
      return date.basis
    }
    #expect(bases == [.absolute, .relative, .relative])
  }

  @Test func countsCodePointsInJSONWhateverStandsBefore() {
    let text = SourceText("Größe – 日本: 12 km")
    let found = MeasureRecognizer().find(in: text, ranges: [text.range], context: MeasureContext())
    let json = MeasureJSONWriter().write(found, of: text, id: "a")
    #expect(
      json
        == #"{"id": "a", "found": [{"start": 12, "end": 17, "text": "12 km", "type": "dimension", "value": "12", "#
        + #""unit": "kilometer", "ucum": "km"}]}"#)
  }

  @Test func doesNotReadAcrossAnEmptyLineOrTheEndOfARange() {
    let text = SourceText("In May\n\n2024 people and 5\n\nper cent")
    let context = MeasureContext()
    let recognizer = MeasureRecognizer()
    #expect(!recognizer.measures(in: text, context: context).contains { $0.range.count > 6 })
    let halves = [ByteRange(0, 3), ByteRange(3, 12)]
    #expect(recognizer.measures(in: SourceText("12 345 678 x"), ranges: halves, context: context).count == 2)
  }

  @Test func marksADayThatHasTwoReadingsAndTellsWhatDecided() {
    func date(_ country: String) -> ResolvedDate? {
      guard case .date(let date)? = measures("It ends on 04/03/2027.", country: country).first?.value else {
        return nil
      }
      return date
    }
    #expect(date("")?.first == CalendarDate(iso: "2027-03-04") && date("")?.clue == .usual)
    #expect(date("")?.alternative == CalendarDate(iso: "2027-04-03"))
    #expect(date("US")?.first == CalendarDate(iso: "2027-04-03") && date("US")?.clue == .country)
    #expect(date("US")?.alternative == CalendarDate(iso: "2027-03-04"))
  }

  @Test(arguments: [
    ("It will open on Friday.", DateClue.tense), ("It opened on Friday.", .tense), ("Friday: open.", .nearest),
    ("In fiscal year 2026.", .usual),
  ])
  func tellsWhatDecidedOnADay(text: String, clue: DateClue) {
    let clues = measures(text).compactMap { measure -> DateClue? in
      guard case .date(let date) = measure.value else { return nil }
      return date.clue
    }
    #expect(clues == [clue])
  }

  @Test func keepsTheEventThatALengthCountsFrom() throws {
    let text = SourceText("It ends within three months of entry into force, or 20 days after its publication.")
    let found = MeasureRecognizer().measures(in: text, context: MeasureContext())
    #expect(try found.map { text[try #require($0.anchorRange)] } == ["entry into force", "its publication"])
  }
}
