import Documents
import Normalization
import PolicyModel
import TestSupport
import Testing

/// One line of the table of cases: the document's day and country, and a text with its measures marked.
struct MeasureCase: Sendable, CustomTestStringConvertible {
  var context: MeasureContext
  var marked: String
  var testDescription: String { marked }

  static let all: [MeasureCase] = {
    let bytes = ScratchFolder.read("\(ScratchFolder.repository)/Tests/NormalizationTests/Cases/measures.tsv")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      precondition(cells.count == 3, "a case has a day, a country and a text")
      let context = MeasureContext(referenceDate: CalendarDate(iso: cells[0]), country: CountryCode(cells[1]))
      return MeasureCase(context: context, marked: String(cells[2]))
    }
  }()
}

@Suite struct MeasureCaseTests {
  @Test func hasAtLeastTwoHundredCases() {
    #expect(MeasureCase.all.count >= 200)
  }

  @Test(arguments: MeasureCase.all)
  func findsWhatIsMarkedAndNothingElse(_ measureCase: MeasureCase) {
    let text = SourceText(MarkedText(measureCase.marked).text)
    var found = ""
    var end = 0
    for measure in MeasureRecognizer().measures(in: text, context: measureCase.context) {
      found += text[ByteRange(end, measure.range.start)]
      found += "⟦\(MeasureNotation.notation(of: measure)):\(text[measure.range])⟧"
      end = measure.range.end
    }
    found += text[ByteRange(end, text.utf8Count)]
    #expect(found == measureCase.marked)
  }
}
