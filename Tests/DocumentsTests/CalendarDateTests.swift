import Documents
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2024-02-29", 4), ("2025-03-31", 1), ("2000-01-01", 6), ("1900-03-01", 4), ("1970-01-01", 4), ("9999-12-31", 5),
    ("0001-01-01", 1),
  ])
  func `A date reads and prints as ISO 8601 and knows its weekday`(iso: String, weekday: Int) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.description == iso)
    #expect(date.weekday == weekday)
    #expect(CalendarDate(dayNumber: date.dayNumber) == date)
  }

  @Test(arguments: ["2023-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "0000-01-01", "25-1-1", "2025/03/31", ""])
  func `A day that the calendar lacks is refused`(iso: String) {
    #expect(CalendarDate(iso: iso) == nil)
  }

  @Test func `Day numbers follow each other through four centuries`() throws {
    let first = try #require(CalendarDate(iso: "1799-12-31")).dayNumber
    var previous = try #require(CalendarDate(dayNumber: first))
    for number in first + 1..<first + 146_200 {
      let date = try #require(CalendarDate(dayNumber: number))
      #expect(previous < date && date.dayNumber == number)
      previous = date
    }
  }

  @Test(arguments: [
    ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-03-31", -13, "2024-02-29"),
    ("2025-12-15", 1, "2026-01-15"),
  ])
  func `Adding months keeps the day or takes the month's last`(iso: String, months: Int, expected: String) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.adding(months: months)?.description == expected)
  }

  @Test func `The calendar ends with the year 9999`() throws {
    let last = try #require(CalendarDate(iso: "9999-12-31"))
    #expect(last.adding(days: 1) == nil)
    #expect(last.adding(months: 1) == nil)
  }
}
