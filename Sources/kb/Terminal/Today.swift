import Documents
import Glibc

/// The day, by the clock and time zone of the machine; nil where the clock is outside the calendar.
enum Today {
  static var date: CalendarDate? {
    var seconds = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&seconds, &parts)
    return unsafe CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// The day, or a failure that says what is wrong.
  static func required() throws(Failure) -> CalendarDate {
    guard let date else { throw Failure(.usage, "the machine's clock shows no day of the calendar; set it") }
    return date
  }
}
