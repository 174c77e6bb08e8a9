import DocumentReaders
import Documents
import Testing

@Suite struct PublicationTests {
  static let body = """
    The harbour board has opened a second quay at Norwick, where ferries to the outer islands will call twice a day, \
    and has asked three firms to tender for the dredging of the channel, its chair told the members of the assembly.
    """

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var dated: String?
    var source = "page.txt"
    var testDescription: String { text.prefix(60).debugDescription + source }
  }

  @Test(
    "a header line, a dateline or a closing line dates a document",
    arguments: [
      Case(text: " date 2024-03-31 \(body)", dated: "2024-03-31 header"),
      Case(text: "date 2024-03-31\n\nNew quay opens\n\nMonday, April 1, 2024\n\n\(body)", dated: "2024-03-31 header"),
      Case(text: "New quay opens\n\nPublished 4 August 2024\n\n\(body)", dated: "2024-08-04 header"),
      Case(text: "Wednesday, September 18, 2024\n\(body)", dated: "2024-09-18 header"),
      Case(text: "FOR IMMEDIATE RELEASE\nContact: Ann Bee\nOctober 28, 2024\n\n\(body)", dated: "2024-10-28 header"),
      Case(text: "FOR IMMEDIATE RELEASE — Ann Bee, October 28, 2024\n\n\(body)", dated: "2024-10-28 header"),
      Case(text: "Harbour board\n23 June 2024 18:40\n\n\(body)", dated: "2024-06-23 header"),
      Case(text: "As of 12 October 2024\n\n\(body)", dated: "2024-10-12 header"),
      Case(text: "Posted On: 06 AUG 2024 4:18PM by Press Desk\n\n\(body)", dated: "2024-08-06 header"),
      Case(text: "No. 7 · Friday 7 June 2024 · the week's news\n\n\(body)", dated: "2024-06-07 header"),
      Case(text: "Thursday, May 2, 2024 The harbour opens. \(body)", dated: "2024-05-02 header"),
      Case(
        text: "Today: July 24, 2024\n\nNew quay opens at Norwick\n\nJuly 22, 2024\n\n\(body)",
        dated: "2024-07-22 header"),
      Case(text: "NORWICK, 14 May 2024 – \(body)", dated: "2024-05-14 dateline"),
      Case(text: "NORWICK, Norland – (May 3, 2024) \(body)", dated: "2024-05-03 dateline"),
      Case(text: "NORWICK (February 12, 2024) -- \(body)", dated: "2024-02-12 dateline"),
      Case(text: "Port of Norwick, 4 Nov 2024 (Wire).- \(body)", dated: "2024-11-04 dateline"),
      Case(text: "\(body)\n\n(Nov. 18, 2024)", dated: "2024-11-18 closing"),
      Case(text: "\(body)\n\nLast updated: 30 September 2024", dated: "2024-09-30 closing"),
      Case(text: "\(body)\n\nNorwick and Eastport, 12 June 2024", dated: "2024-06-12 closing"),
      Case(text: "\(body)\n\nDone at Norwick on 9 April 2024 in two languages.", dated: "2024-04-09 closing"),
      Case(text: "31/03/2024\n\n\(body)", dated: "2024-03-31 header"),
    ])
  func inText(row: Case) throws { #expect(try read(row.text, named: row.source).dated == row.dated) }

  @Test(
    "a date that the text only mentions dates nothing",
    arguments: [
      "On 4 August 2024 the quay was opened. \(body)", "When: Thursday, May 2, 2024\n\n\(body)",
      "The deadline of 31 March 2024 stands.\n\n\(body)", "06/02/2024\n\n\(body)", "Accessed 3 May 2024\n\n\(body)",
      "May 3, 2024 was a good day. \(body)", "31 June 2024\n\n\(body)",
    ])
  func mentioned(text: String) throws { #expect(try read(text).dated == nil) }

  @Test(
    "the file's name or path dates a document that does not date itself",
    arguments: [
      ("2024-03-31-quay.txt", "2024-03-31"), ("news/10Apr2024Quay142.txt", "2024-04-10"),
      ("2apr2024quay.txt", "2024-04-02"), ("site/2024/03/31/quay.txt", "2024-03-31"),
      ("quay_20240331.txt", "2024-03-31"),
      ("2024_03_31.txt", "2024-03-31"),
    ])
  func inPath(source: String, date: String) throws {
    #expect(try read(Self.body, named: source).dated == "\(date) path")
  }

  @Test(
    "no date is read from a path without one", arguments: ["quay.txt", "2024-13-31.txt", "v1.2.3.txt", "99999999.txt"])
  func noPath(source: String) throws { #expect(try read(Self.body, named: source).dated == nil) }

  @Test("a given date and publisher win over the document's own")
  func given() throws {
    let date = try #require(CalendarDate(year: 2020, month: 2, day: 29))
    let reader = DocumentReader(options: ReadingOptions(date: date, publisher: "Norwick Desk"))
    let text = "---\ndate: 2024-01-02\npublisher: Other\n---\n\(Self.body)"
    let document = try reader.read(bytes: Array(text.utf8), source: "2024-03-31.md")
    #expect(document.dated == "2020-02-29 given")
    #expect(document.publisher == "Norwick Desk")
  }

  @Test("words that date a text on its first line are furniture, and only they")
  func datePrefix() throws {
    let document = try read(" date 2024-03-31 \(Self.body)")
    #expect(document.furniture == ["date 2024-03-31"])
    #expect(document.paragraphs == [Self.body])
  }

  @Test("a dateline is furniture, and the sentence begins behind it")
  func datelineBlock() throws {
    let document = try read("NORWICK, Norland – \(Self.body)")
    #expect(document.furniture == ["NORWICK, Norland –"])
    #expect(document.paragraphs == [Self.body])
    #expect(document.dated == nil)
  }
}
