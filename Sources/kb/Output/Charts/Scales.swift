import Documents
import Glibc

/// A linear axis whose ends and marks are round numbers, with zero on it.
struct ValueScale {
  private let low: Double
  private let high: Double
  /// The marked values, ascending.
  let ticks: [Double]

  init(from least: Double, to most: Double, isWhole: Bool) {
    let (least, most) = (min(0, least), max(0, most))
    let step = Self.step(for: most - least, isWhole: isWhole)
    let first = (least / step).rounded(.down)
    let last = max((most / step).rounded(.up), first + 1)
    low = first * step
    high = last * step
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Where a value stands, 0 to 1.
  func position(of value: Double) -> Double { min(1, max(0, (value - low) / (high - low))) }

  /// The smallest of 1, 2 and 5 times a power of ten that is passed at most five times.
  private static func step(for length: Double, isWhole: Bool) -> Double {
    guard length.isFinite, length > 0 else { return 1 }
    let power = pow(10, floor(log10(length / 5)))
    let step = [1, 2, 5, 10].map { $0 * power }.first { length / $0 <= 5 } ?? 10 * power
    return isWhole ? max(1, step) : step
  }
}

/// An axis of days whose marks are days, months or years.
struct TimeScale {
  private static let mostTicks = 7
  private let low: Int
  private let high: Int
  /// The marked days with their names, ascending.
  let ticks: [(day: Int, label: String)]

  init(from first: CalendarDate, to last: CalendarDate) {
    let ticks = Self.months(first, last) ?? Self.days(first, last)
    self.ticks = ticks
    low = min(first.dayNumber, ticks.first?.day ?? first.dayNumber)
    high = max(last.dayNumber, ticks.last?.day ?? last.dayNumber, low + 1)
  }

  /// Where a day stands, 0 to 1.
  func position(of day: Int) -> Double { min(1, max(0, Double(day - low) / Double(high - low))) }

  /// Beginnings of months or years from before the first to behind the last day; nil for less than three months.
  private static func months(_ first: CalendarDate, _ last: CalendarDate) -> [(day: Int, label: String)]? {
    let start = first.year * 12 + first.month - 1
    let end = last.year * 12 + last.month - 1
    guard end - start >= 2 else { return nil }
    let steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 6_000, 24_000]
    guard let step = steps.first(where: { (end - start) / $0 + 2 <= mostTicks }) else { return nil }
    return stride(from: start / step * step, through: end + step, by: step).compactMap { month in
      guard let date = CalendarDate(year: month / 12, month: month % 12 + 1, day: 1) else { return nil }
      let text = date.description
      return (date.dayNumber, String(step < 12 ? text.dropLast(3) : text.prefix(4)))
    }
  }

  private static func days(_ first: CalendarDate, _ last: CalendarDate) -> [(day: Int, label: String)] {
    let length = last.dayNumber - first.dayNumber
    let step = [1, 2, 7, 14, 28].first { length / $0 + 1 <= mostTicks } ?? max(1, length)
    return stride(from: first.dayNumber, through: last.dayNumber, by: step).compactMap { day in
      CalendarDate(dayNumber: day).map { (day, $0.description) }
    }
  }
}
