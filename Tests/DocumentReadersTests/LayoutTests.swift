import DocumentReaders
import Documents
import Testing

@Suite struct LayoutTests {
  static let body = PublicationTests.body

  @Test("hard-wrapped lines are one paragraph")
  func wrapped() throws {
    let first =
      "The harbour board has opened a second quay at Norwick, where ferries\nto the outer islands will call twice a day, and has asked three firms\nto tender for the dredging of the channel."
    let document = try read("\(first)\n\nThe work starts in May.")
    #expect(document.paragraphs == [first, "The work starts in May."])
  }

  @Test("a line each stays a paragraph each")
  func lines() throws {
    let document = try read("\(Self.body)\n\(Self.body)")
    #expect(document.paragraphs == [Self.body, Self.body])
  }

  @Test("short lines apart from others are headings, the first long one the title")
  func headings() throws {
    let document = try read(
      "HARBOUR BOARD\n\nNew Quay Opens for Island Ferries\n\n\(Self.body)\n\nWhat happens next\n\n\(Self.body)")
    #expect(document.title == "New Quay Opens for Island Ferries")
    #expect(document.titleRange.map { document.text[$0] } == document.title)
    #expect(document.headings == ["HARBOUR BOARD", "New Quay Opens for Island Ferries", "What happens next"])
  }

  @Test("an article on one line has no title")
  func oneLine() throws {
    let document = try read("New Quay Opens for Island Ferries \(Self.body) \(Self.body)")
    #expect(document.title == nil)
    #expect(document.blocks.count == 1)
  }

  @Test("long runs of blanks end a block")
  func blankRuns() throws {
    let document = try read("New Quay Opens for Island Ferries        \(Self.body)    \(Self.body)")
    #expect(document.title == "New Quay Opens for Island Ferries")
    #expect(document.paragraphs == [Self.body, Self.body])
  }

  @Test(
    "list markers are left out of the item",
    arguments: ["•", "-", "*", "–", "1.", "12)", "(3)", "(a)", "b)", "(iv)"])
  func markers(marker: String) throws {
    let document = try read("\(Self.body)\n\n\(marker) the first boat\n\(marker)  the second boat")
    #expect(document.texts { $0 == .listItem(depth: 1) } == ["the first boat", "the second boat"])
  }

  @Test(
    "text that only looks like a marker is text",
    arguments: ["2024. A year", "-5 degrees", "A. Bee", "1.5 m", "-", "(one) boat"])
  func noMarkers(line: String) throws {
    #expect(try read("\(Self.body)\n\n\(line)").texts { $0 == .listItem(depth: 1) } == [])
  }

  @Test("an indented item is nested")
  func nesting() throws {
    let document = try read("\(Self.body)\n- one\n  - two\n  - three\n- four")
    let depths = document.blocks.compactMap { block in
      if case .listItem(let depth) = block.kind { return depth }
      return nil
    }
    #expect(depths == [1, 2, 2, 1])
  }

  @Test(
    "page furniture is marked",
    arguments: [
      "Contact: Ann Bee, 0141 496 0000", "For more information, please contact Ann Bee", "###", "# # #", "-30-",
      "Share on Facebook", "Home | News | Contact us", "By Ann Bee and Cee Dee",
      "(Reporting by Ann Bee; editing by Cee Dee)",
      "https://example.org/quay", "press@example.org", "PRESS RELEASE", "ENDS", "* * *", "Skip to main content",
    ])
  func furniture(line: String) throws {
    let document = try read("\(Self.body)\n\n\(line)\n\n\(Self.body)")
    #expect(document.furniture == [line])
  }

  @Test(
    "sentences with words of furniture are text",
    arguments: [
      "Contact between the two sides was lost on Monday.", "Share prices fell.", "By May the quay had been paid for.",
      "The press release was withdrawn.", "Phone lines were down for a day.",
    ])
  func noFurniture(line: String) throws {
    #expect(try read("\(Self.body)\n\n\(line)\n\n\(Self.body)").furniture == [])
  }

  @Test("an end mark behind the last words is cut off them", arguments: ["###", "# # #", "-30-", "--30--"])
  func endMark(mark: String) throws {
    let document = try read("\(Self.body) \(mark)")
    #expect(document.paragraphs == [Self.body])
    #expect(document.furniture == [mark])
  }

  @Test("lines with as many cells are rows of a table")
  func tabs() throws {
    let document = try read("\(Self.body)\n\nPort\tBoats\nNorwick\t12\nEastport\t7")
    #expect(document.texts { $0 == .tableRow } == ["Port\tBoats", "Norwick\t12", "Eastport\t7"])
  }
}
