import Documents
import FactExtraction
import LanguageAnalysis
import Normalization
import PolicyModel
import Testing

/// Figures of tables are read by column and row.
@Suite struct FigureTablesTests {
  /// The statistics of a text whose lines with bars are rows of tables, and those of dashes the lines below headings.
  private static func statistics(_ text: String) -> [Statistic] {
    var blocks: [Block] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let range = ByteRange(start, start + line.utf8.count)
      start = range.end + 1
      guard !line.isEmpty else { continue }
      let kind: Block.Kind = line.hasPrefix("|-") ? .furniture : line.hasPrefix("|") ? .tableRow : .paragraph
      blocks.append(Block(kind: kind, range: range))
    }
    let document = Document(source: "test", text: SourceText(text), blocks: blocks)
    let measures = MeasureRecognizer().measures(in: document.text, context: MeasureContext())
    return FactExtractor().facts(
      in: document, analysis: LanguageAnalyzer().analyze(document), measures: measures
    ).statistics
  }

  @Test func theHeadingIsWhatIsMeasuredAndTheLabelWhere() {
    let found = Self.statistics(
      """
      The outbreak has spread.

      | Province | Confirmed cases, 2025 | Coverage (%) |
      |---|---|---|
      | Ontario | 2,375 | 70.4 |
      | Manitoba | 208 | n/a |
      """)
    #expect(found.map(\.metric) == ["Confirmed cases", "Coverage", "Confirmed cases"])
    #expect(found.map(\.unit) == ["case", "percent", "case"])
    #expect(found.map { $0.place?.name } == ["Ontario", "Ontario", "Manitoba"])
    #expect(found.first?.period.start == CalendarDate(year: 2025, month: 1, day: 1))
  }

  @Test func yearsAboveAreThePeriodAndTheLabelIsWhatIsMeasured() {
    let found = Self.statistics(
      """
      | Item | 2023 | 2024 |
      |---|---|---|
      | Cocoa exports | 2,108 | 1,923 |
      """)
    #expect(found.map(\.metric) == ["Cocoa exports", "Cocoa exports"])
    #expect(found.map { $0.period.start?.description } == ["2023-01-01", "2024-01-01"])
  }

  @Test func aSecondTableHasAHeadingOfItsOwn() {
    let found = Self.statistics(
      """
      | Item | 2023 |
      |---|---|
      | Gold exports | 7,600 |

      | Country | Refugees |
      |---|---|
      | Kenya | 774,000 |
      """)
    #expect(found.map(\.metric) == ["Gold exports", "Refugees"])
    #expect(found.map(\.unit) == [nil, "person"])
  }
}
