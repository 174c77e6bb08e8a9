import Documents
import LanguageAnalysis
import Normalization
import PolicyModel
import Testing

@testable import FactExtraction

/// Which figures of a text are claims, and of what, through all stages.
@Suite struct FigureReadingTests {
  private static func figures(_ text: String) -> [String] {
    AllStages.facts(in: text).statistics.map { statistic in
      let figure =
        switch statistic.figure {
        case .value(let value): "\(value)"
        case .range(let low, let high): "\(low)..\(high)"
        }
      return "\(figure) \(statistic.unit ?? "-")"
    }
  }

  @Test(arguments: [
    "2) Roads; and 3) schools are named in the plan.",
    "The talks went on for a few weeks.",
    "The office is at 1201 E. Tenth Street in Jeffersonville, IN 47130.",
  ])
  func marksOfListsVagueTimesAndAddressesAreNoFigures(_ text: String) {
    #expect(Self.figures(text) == [])
  }

  @Test(arguments: [
    ("The flood killed 120 people (up from 98) in May.", "98"),
    ("The blast hurt 20 S. Korean workers last week.", "20"),
    ("In the UK 20000 people marched last week.", "20000"),
  ])
  func figuresThatLookLikeMarksOrAddressesAreFigures(_ text: String, _ figure: String) {
    #expect(Self.figures(text).contains { $0.hasPrefix("\(figure) ") })
  }

  @Test func oneOfEveryThreeIsAShare() {
    let figures = AllStages.facts(in: "One of every three children in the district is underweight.").statistics
    #expect(figures.map(\.unit) == ["percent"])
    #expect(figures.first?.figure == .value(ExactDecimal("33.333333333333") ?? .zero))
  }

  @Test func aSumSaysHowLargeTheNounBeforeItIs() {
    let figures = AllStages.facts(in: "The company reported a loss of $52 million on failed repairs last year.")
      .statistics
    #expect(figures.map(\.metric) == ["loss on failed repairs"])
  }

  @Test func whoDidItIsNoPartOfWhatIsCounted() {
    let figures = AllStages.facts(in: "In 2012 inspectors of the labour department sealed 71 brick kilns.").statistics
    #expect(figures.map(\.metric) == ["brick kilns sealed"])
  }

  @Test func figuresWithoutTheirPunctuationArePutTogetherAgain() {
    let words = Array(repeating: "the state says that it pays for all of this", count: 7).joined(separator: " ")
    let figures = Self.figures(
      "At nearly 26 000 per inmate the total federal cost is more than 1 3 billion per year \(words) call 202 224 5150 at 5 p m"
    )
    #expect(figures.contains { $0.hasPrefix("1300000000 ") })
    #expect(figures.contains { $0.hasPrefix("26000 ") })
    #expect(!figures.contains { $0.hasPrefix("5150 ") || $0.hasPrefix("224 ") || $0.hasPrefix("5 ") })
  }
}
