import Documents
import LanguageAnalysis
import Lexicon
import Normalization
import PolicyModel
import Testing

@testable import FactExtraction

/// The choice among ways to word what a figure measures.
@Suite struct MetricChoiceTests {
  private static let analyzer = LanguageAnalyzer()
  private static let recognizer = MeasureRecognizer()

  private static func context(_ text: String) -> FigureContext {
    let document = Document(source: "test", text: SourceText(text))
    let measures = recognizer.measures(in: document.text, context: MeasureContext(referenceDate: nil))
    let reading = Reading(document: document, analysis: analyzer.analyze(document), measures: measures)
    return FigureContext(reading: reading, words: .embedded, frames: .embedded)
  }

  private static func finder(_ context: FigureContext) -> MetricFinder {
    MetricFinder(
      context: context, actors: ResolvedActors(actors: [], mentions: [], tokenCount: context.reading.tokens.count))
  }

  /// The metric of the first figure of a text by weights in rows of name and number.
  private static func metric(_ text: String, _ rows: String) throws -> String? {
    let context = context(text)
    let weights = try SelectionWeights(rows, name: "weights")
    let chooser = MetricChooser(
      finder: finder(context), judge: SelectionJudge(try #require(weights[MetricChooser.place])))
    return FigureReader(reading: context.reading).candidates().first.map {
      chooser.metric(of: $0, after: nil, listsSigns: false).metric.text
    }
  }

  private static let seizure = "On Monday the navy seized 40 boats near the strait."

  @Test(arguments: [
    ("metric\tbias\t-20", "boats seized near the strait"),
    ("metric\tbias\t-6\nmetric\tis=noun\t12", "boats"),
    ("metric\tbias\t-6\nmetric\tin=nounDeed\t12", "boats seized"),
    ("metric\tbias\t-6\nmetric\tin=nounAgent\t12", "boats seized by navy"),
  ])
  func theWordingIsChosenWhoseWordsAreMostProbable(_ rows: String, _ metric: String) throws {
    #expect(try Self.metric(Self.seizure, rows) == metric)
  }

  @Test func signsWeighWhatTheirNamesWeigh() throws {
    let context = Self.context("Exports of wheat rose by 12% in May, the ministry said, to 3 million tonnes.")
    let model = try #require(SelectionWeights.embedded[MetricChooser.place])
    for candidate in FigureReader(reading: context.reading).candidates() {
      let made = MetricWordings(Self.finder(context), candidate, after: nil)
      let words = MetricWords(made)
      let signs = MetricWordSigns(made)
      for word in words.words {
        var names = SignNames()
        signs.note(word, in: words, &names)
        var sum = SignSum(model)
        signs.note(word, in: words, &sum)
        let expected = names.names.reduce(model.bias) { $0 + model.weight(of: TextKey($1)) }
        #expect(abs(sum.sum - expected) < 1e-9)
        #expect(names.names.count > 5)
      }
    }
  }

  @Test func wordsAreCountedOnceAndWithoutThoseThatMeanNothing() {
    let context = Self.context("The number of boats seized, the navy said, is 40 boats.")
    for candidate in FigureReader(reading: context.reading).candidates() {
      let words = MetricWords(MetricWordings(Self.finder(context), candidate, after: nil))
      let texts = words.words.map(\.text)
      #expect(Set(texts).count == texts.count)
      #expect(texts.contains("boats") && !texts.contains("the") && !texts.contains("40"))
      #expect(Set(words.wordings.map(\.metric.text)).count == words.wordings.count)
      for content in words.contents { #expect(Set(content).count == content.count) }
    }
  }

  @Test(arguments: ["metric\tbias", "metric\tin=noun\tmuch", "metric\tin=noun\t1\t2"])
  func aMistakeInTheFileOfWeightsIsReportedWithItsLine(_ rows: String) throws {
    let error = #expect(throws: DataFileError.self) {
      try SelectionWeights("# weights\n" + rows, name: "weights")
    }
    #expect(try #require(error).description.contains("weights:2"))
  }

  @Test(arguments: [
    ("The rocket was built by 34 engineers, 21 of them women, at the university.", "women among engineers"),
    ("The clinic has treated 172 people, 68 of them for gunshot wounds.", "people treated for gunshot wounds"),
    (
      "The charter carried 36 nationals, 13 of them convicted offenders, to Kabul.",
      "convicted offenders among nationals"
    ),
    ("The deficit rose to 2.8 per cent of GDP.", "deficit as a share of GDP"),
    (
      "Hydrocarbons provide 95 percent of Algeria's export earnings.",
      "Algeria's export earnings provided by Hydrocarbons"
    ),
    ("Only 1.94 percent of prime contracts are going to small firms.", "prime contracts that are going to small firms"),
  ])
  func theMetricSaysOfWhichThingsAndByWhom(_ text: String, _ metric: String) {
    #expect(AllStages.facts(in: text).statistics.map(\.metric).contains(metric))
  }
}
