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

  @Test(arguments: [
    ("The mayor brought together 20 area companies for the fair.", "20 company"),
    ("The scheme insures more than 14,000 low-income families.", "14000 family"),
    ("The first 200 visitors came in May.", "200 person"),
    ("Reserve officers from 47 States attended the drill.", "47 state"),
    ("He could face up to 500 charges at the tribunal.", "500 charge"),
    ("A smart meter saves a farm 1000 pounds of carbon dioxide a year.", "1000 pound"),
    ("Spending reached $64 billion in 2006, up from $19.5 billion ten years earlier.", "19500000000 USD"),
    ("The fund has two million two hundred thousand members.", "2200000 person"),
  ])
  func aFigureIsOfWhatItCounts(_ text: String, _ figure: String) {
    #expect(Self.figures(text).contains(figure))
  }

  @Test(arguments: [
    "The four lane structure is closed for repairs.",
    "For the past year and a half he has written a column.",
    "Tres and Janae, ages 11 and 10, have been living in a home.",
    "Workers of UAW Local 435 met the minister.",
    "This is the second half of his efforts.",
    "Last week 56 senators voted against the motion.",
  ])
  func attributesAgesAndNamesAreNoFigures(_ text: String) {
    #expect(Self.figures(text) == [])
  }

  @Test(arguments: [
    ("The storm left 3,800 dead and 28,000 wounded.", "wounded"),
    ("The war has killed many, with 3,800 dead and 28,000 wounded.", "wounded"),
    ("Last year the governor cut school grants by half.", "school grants"),
    ("The north has 400 percent more fissile material.", "more fissile material of north"),
    (
      "There are 25 million veterans in the country, including over one million who have left service since 2001.",
      "veterans in the country who have left service since 2001"
    ),
    ("One in six workers does not have access to health care.", "workers who does not have access to health care"),
    ("The deficit hit an all-time high of $496.5 billion in 2003.", "deficit"),
    ("Only 10 percent of the votes cast in the city were for new parties.", "votes cast in the city for new parties"),
    ("The new suits will be 20 percent lighter.", "new suits lighter"),
    ("The country has experienced 30 months of job growth.", "job growth experienced"),
    ("Unemployment was high. The jobless rate fell from 5.5 percent in 2005 to 4.5 percent in 2006.", "jobless rate"),
    ("That would leave the army with a critical shortage of 49 pilots.", "shortage of pilots"),
    ("Exports are down 12 percent.", "Exports"),
    (
      "The air force estimates cost increases of 5 percent for every year of delay.",
      "cost increases for every year of delay"
    ),
    ("The new belts reduce deaths by 67 to 80 percent.", "deaths"),
    ("It now takes 175 days to process a claim.", "time to process a claim"),
    ("In the poll 57 percent say no.", "those who say"),
  ])
  func theMetricSaysWhichOfTheThingsAreMeant(_ text: String, _ metric: String) {
    #expect(AllStages.facts(in: text).statistics.map(\.metric).contains(metric))
  }

  @Test(arguments: [
    ("Exports are down 12 percent.", Statistic.Change.decrease),
    ("The firms sold $10 billion of goods in 2005, a $1 billion increase from 2004.", .increase),
    ("The agency reported a drop of 3.5 million annual inspections.", .decrease),
  ])
  func aChangeIsReadFromThePredicateAndTheNoun(_ text: String, _ change: Statistic.Change) {
    #expect(AllStages.facts(in: text).statistics.map(\.change).contains(change))
  }
}
