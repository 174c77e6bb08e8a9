import KnowledgeBase
import Testing

@Suite struct SavedQuestionTextTests {
  @Test(arguments: [
    ("commitments to {country}", ["country"], "commitments to France"),
    ("{country} to {country} in {year}", ["country", "year"], "France to France in 2024"),
    ("a {b c} {} {", [], "a {b c} {} {"), ("{{country}", ["country"], "{France"), ("plain", [], "plain"),
  ])
  func `Names in braces are parameters, other braces are text`(text: String, names: [String], phrase: String) throws {
    let question = try #require(SavedQuestion(name: "q", language: .question, text: text))
    #expect(question.parameters == names)
    #expect(question.phrase(with: ["country": "France", "year": "2024"]) == phrase)
  }

  @Test(arguments: ["", "a b", "@a", "a/b", "a\u{0}", String(repeating: "a", count: 101)])
  func `A name is a word of letters, digits and few signs`(name: String) {
    #expect(SavedQuestion(name: name, language: .question, text: "events") == nil)
  }
}
