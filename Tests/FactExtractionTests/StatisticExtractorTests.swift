import Documents
import LanguageAnalysis
import Lexicon
import Normalization
import PolicyModel
import Testing

@testable import FactExtraction

@Suite struct StatisticExtractorTests {
  /// The statistics of a tree in which some words are measures.
  private func statistics(
    _ lines: String, _ measures: [(words: String, value: MeasureValue)], facts: FrameExtractor.Facts = .init()
  ) -> [Statistic] {
    let analysis = tree(lines)
    let text = analysis.text.string
    let found = measures.compactMap { words, value in
      text.firstRange(of: words).map { place in
        let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
        return Measure(range: ByteRange(start, start + words.utf8.count), value: value)
      }
    }
    let reading = Reading(document: Document(source: "test", text: analysis.text), analysis: analysis, measures: found)
    let actors = ResolvedActors(actors: [], mentions: [], tokenCount: reading.tokens.count)
    return StatisticExtractor(frames: .embedded, countries: .embedded, judge: .neutral)
      .statistics(in: reading, actors: actors, statements: [], facts: facts)
  }

  private func number(_ value: Int) -> MeasureValue { .number(.exact(ExactDecimal(value))) }

  private static let passive = """
    In in ADP IN 2 case
    2021 2021 NUM CD 6 obl
    340 340 NUM CD 4 nummod
    kiosks kiosk NOUN NNS 6 nsubj:pass
    were be AUX VBD 6 aux:pass
    closed close VERB VBN 0 root
    . . PUNCT . 6 punct
    """

  @Test("a counted noun gives value, unit, metric and period")
  func counted() throws {
    let first = CalendarDate(year: 2021, month: 1, day: 1)
    let last = CalendarDate(year: 2021, month: 12, day: 31)
    let year = ResolvedDate(first: first, last: last, precision: .year, basis: .absolute)
    let found = statistics(Self.passive, [("2021", .date(year)), ("340", number(340))])
    let statistic = try #require(found.first)
    #expect(found.count == 1)
    #expect(statistic.figure == .value(ExactDecimal(340)))
    #expect(statistic.unit == "kiosk")
    #expect(statistic.metric == "kiosks closed")
    #expect(statistic.period == Period(start: first, end: last))
    #expect(statistic.change == nil)
  }

  @Test("people are counted as persons")
  func persons() {
    let found = statistics(
      """
      Forty forty NUM CD 2 nummod
      kiosks kiosk NOUN NNS 3 nsubj
      left leave VERB VBD 0 root
      and and CCONJ CC 6 cc
      50 50 NUM CD 6 nummod
      officers officer NOUN NNS 3 conj
      . . PUNCT . 3 punct
      """, [("Forty", number(40)), ("50", number(50))])
    #expect(found.map(\.unit) == ["kiosk", "person"])
  }

  private static func moved(_ verb: String, by figure: String) -> String {
    """
    Rents rent NOUN NNS 2 nsubj
    \(verb) VERB VBD 0 root
    by by ADP IN 5 case
    \(figure) \(figure) NUM CD 5 nummod
    percent percent NOUN NN 2 obl
    . . PUNCT . 2 punct
    """
  }

  @Test(
    "the verb tells which way a share moves",
    arguments: [("rose rise", Statistic.Change.increase), ("slumped slump", .decrease), ("differed differ", nil)]
      as [(String, Statistic.Change?)])
  func change(verb: String, change: Statistic.Change?) throws {
    let value = MeasureValue.percent(.exact(ExactDecimal(12)), .percent)
    let statistic = try #require(statistics(Self.moved(verb, by: "12"), [("12 percent", value)]).first)
    #expect(statistic.change == change)
    #expect(statistic.unit == "percent")
  }

  @Test("a verb of multiplication is a change without a figure")
  func multiples() throws {
    let statistic = try #require(
      statistics(
        """
        Rents rent NOUN NNS 3 nsubj
        almost almost ADV RB 3 advmod
        trebled treble VERB VBD 0 root
        . . PUNCT . 3 punct
        """, []
      ).first)
    #expect(statistic.figure == .value(ExactDecimal(200)))
    #expect(statistic.comparator == .approximately)
    #expect(statistic.change == .increase)
  }

  @Test("one of several is a share")
  func shares() throws {
    let found = statistics(
      """
      One one NUM CD 2 nummod
      kiosk kiosk NOUN NN 6 nsubj
      in in ADP IN 4 case
      eight eight NUM CD 2 nmod
      is be AUX VBZ 6 cop
      empty empty ADJ JJ 0 root
      . . PUNCT . 6 punct
      """, [("One", number(1)), ("eight", number(8))])
    #expect(found.map(\.figure) == [.value(try #require(ExactDecimal("12.5")))])
    #expect(found.first?.unit == "percent")
  }

  private static let planned = """
    They they PRON PRP 3 nsubj
    will will AUX MD 3 aux
    hire hire VERB VB 0 root
    40 40 NUM CD 5 nummod
    bakers baker NOUN NNS 3 obj
    . . PUNCT . 3 punct
    """
  private static let labelled = """
    Rule rule NOUN NN 3 nsubj
    12 12 NUM CD 1 nummod
    lapsed lapse VERB VBD 0 root
    . . PUNCT . 3 punct
    """
  private static let aged = """
    Okoro Okoro PROPN NNP 5 nsubj
    , , PUNCT , 3 punct
    34 34 NUM CD 1 appos
    , , PUNCT , 3 punct
    left leave VERB VBD 0 root
    . . PUNCT . 5 punct
    """

  @Test(
    "plans, labels and ages are no statistics",
    arguments: [(planned, "40", 40), (labelled, "12", 12), (aged, "34", 34)])
  func refused(lines: String, words: String, value: Int) {
    #expect(statistics(lines, [(words, number(value))]).isEmpty)
  }

  @Test("an operation keeps its outcome")
  func outcomes() throws {
    let kind = try #require(FactKind("seizure"))
    let evidence = Evidence(range: ByteRange(0, 10), sentence: 0, confidence: 0.9, rule: "test")
    let operation = Operation(
      evidence: evidence, kind: kind, status: .completed, outcomes: [.init(value: ExactDecimal(340), unit: "kiosk")])
    #expect(statistics(Self.passive, [("340", number(340))], facts: .init(operations: [operation])).isEmpty)
  }
}
