import Documents
import Normalization
import PolicyModel
import TestSupport
import Testing

@Suite struct MeasureFuzzTests {
  private static let pieces = [
    "1", "12", "2025", "1,234", "3.5", "½", "£", "$", "€", "US$", "R", "m", "bn", "million", "%", "per cent", " ", " ",
    " ",
    " ", "-", "–", "/", ".", ",", "(", ")", "'", "’s", "\n", "\n\n", "\u{A0}", "to", "and", "between", "from", "by",
    "the",
    "end", "of", "last", "next", "week", "May", "March", "Friday", "first", "third", "half", "a", "year", "years",
    "old",
    "in", "five", "twenty", "hundred", "minus", "+", "~", "at least", "km", "°C", "µg/m3", "é", "日本", "\u{0}", "x",
  ]

  /// Whatever the text: measures in order, apart, inside the text, on the bounds of scalars, the same every time; places
  /// and changes inside the text.
  private func check(_ string: String, using generator: inout SeededGenerator) {
    let text = SourceText(string)
    let context = MeasureContext(
      referenceDate: Bool.random(using: &generator) ? CalendarDate(year: 2024, month: 2, day: 29) : nil)
    let found = MeasureRecognizer().find(in: text, ranges: [text.range], context: context)
    var end = 0
    for measure in found.measures {
      #expect(measure.range.start >= end && !measure.range.isEmpty && measure.range.end <= text.utf8Count)
      #expect(string.unicodeScalars.contains("\u{FFFD}") || !text[measure.range].unicodeScalars.contains("\u{FFFD}"))
      if case .date(let date) = measure.value, let first = date.first, let last = date.last { #expect(first <= last) }
      end = measure.range.end
    }
    for range in found.places.map(\.range) + found.changes.map(\.range) {
      #expect(!range.isEmpty && range.end <= text.utf8Count && !text[range].isEmpty)
    }
    #expect(found.changes.allSatisfy { $0.measures.allSatisfy(found.measures.indices.contains) })
    #expect(found == MeasureRecognizer().find(in: text, ranges: [text.range], context: context))
  }

  @Test(arguments: 0..<40)
  func keepsItsPromisesOnAnyText(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<25 {
      let count = Int.random(in: 0..<60, using: &generator)
      check((0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined(), using: &generator)
    }
  }

  @Test(arguments: 0..<10)
  func keepsItsPromisesOnRandomBytes(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(1_000 + seed))
    for _ in 0..<20 {
      let bytes = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      check(String(decoding: bytes, as: UTF8.self), using: &generator)
    }
  }

  /// The words of the data files in any order.
  @Test(arguments: 0..<10)
  func keepsItsPromisesOnItsOwnVocabulary(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(2_000 + seed))
    for _ in 0..<20 {
      let words = (0..<Int.random(in: 0..<80, using: &generator)).map { _ in
        Self.vocabulary.randomElement(using: &generator) ?? ""
      }
      check(words.joined(separator: Bool.random(using: &generator) ? " " : "-"), using: &generator)
    }
  }

  private static let vocabulary: [String] = {
    let files = [
      "numbers", "calendar", "comparators", "units", "currencies", "measure-context", "place-context", "figure-words",
    ]
    return files.flatMap { file in
      let bytes = ScratchFolder.read("\(ScratchFolder.repository)/Sources/Lexicon/Data/\(file).tsv")
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
        .flatMap { $0.split { "\t|".contains($0) } }.map(String.init)
    }
  }()

  @Test(arguments: ["9999-12-31", "0001-01-01"])
  func survivesTheEndsOfTheCalendar(day: String) {
    let text = SourceText(
      "Last year, next year, 9 million years ago, in the next 5000 years, the year after next, last century, 1 BC, by 9999."
    )
    let context = MeasureContext(referenceDate: CalendarDate(iso: day))
    #expect(!MeasureRecognizer().measures(in: text, context: context).isEmpty)
  }

  @Test(arguments: [
    "one million ", "the end of ", "minus ", "9", "1,000,", "((((1", "last week of May ", "2014 to ", "3 days after ",
    "- -",
    "1.", "1/2/", "$ ", "a ", "1 year 2 months and ",
  ])
  func readsHostileRepetitionsToTheEnd(piece: String) {
    let text = SourceText(String(repeating: piece, count: 4_000))
    let found = MeasureRecognizer().measures(in: text, context: MeasureContext())
    #expect(found.allSatisfy { $0.range.end <= text.utf8Count })
  }
}
