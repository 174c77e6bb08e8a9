internal import Documents
internal import Lexicon
internal import PolicyModel

/// A length of time in parts of one unit each: "2 years, 3 months and 5 days".
struct Length: Equatable {
  /// So many of a unit.
  struct Part: Equatable {
    var count: ExactDecimal
    var unit: TimeUnit
    /// Whether only Mondays to Fridays count.
    var isWorking = false
  }

  var parts: [Part]
  /// Whether the count is vague ("a few").
  var isVague = false

  /// The ISO 8601 duration; nil for units that have none there.
  var iso8601: String? {
    var sums: [Character: ExactDecimal] = [:]
    for part in parts {
      guard let (designator, factor) = Self.designator(part.unit),
        let value = part.count.multiplied(by: ExactDecimal(factor)),
        let sum = (sums[designator] ?? .zero).adding(value)
      else { return nil }
      sums[designator] = sum
    }
    let date = Self.spelled("YmWD", sums)
    let time = Self.spelled("HMS", sums)
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  private static func spelled(_ designators: String, _ sums: [Character: ExactDecimal]) -> String {
    designators.reduce(into: "") { text, designator in
      guard let sum = sums[designator] else { return }
      text += sum.description + (designator == "m" ? "M" : String(designator))
    }
  }

  /// The designator of a unit, "m" for months, with the factor to it.
  private static func designator(_ unit: TimeUnit) -> (Character, Int)? {
    switch unit {
    case .second: ("S", 1)
    case .minute: ("M", 1)
    case .hour: ("H", 1)
    case .day: ("D", 1)
    case .week: ("W", 1)
    case .fortnight: ("W", 2)
    case .month: ("m", 1)
    case .quarter: ("m", 3)
    case .half: ("m", 6)
    case .year: ("Y", 1)
    case .decade: ("Y", 10)
    case .century: ("Y", 100)
    case .millennium: ("Y", 1_000)
    case .weekend: nil
    }
  }

  /// The day so long before (`sign` -1) or after (1) a day; the parts below a day do not count. Nil outside the calendar.
  func shifting(_ day: CalendarDate, sign: Int) -> CalendarDate? {
    var months = 0
    var days = 0
    for part in parts {
      guard let (designator, factor) = Self.designator(part.unit),
        let scaled = part.count.multiplied(by: ExactDecimal(factor * (designator == "Y" ? 12 : 1)))
      else { return nil }
      let count = scaled.doubleValue
      guard abs(count) < 4_000_000 else { return nil }
      switch designator {
      case "Y", "m":
        months += Int(count)
        days += Int((count - count.rounded(.towardZero)) * 30)
      case "W": days += Int((count * 7).rounded())
      case "D" where part.isWorking:
        return Self.shifting(
          day.adding(months: sign * months)?.adding(days: sign * days), workingDays: Int(count), sign)
      case "D": days += Int(count.rounded())
      case "H": days += Int(count / 24)
      default: break
      }
    }
    return day.adding(months: sign * months)?.adding(days: sign * days)
  }

  /// The day so many working days away; holidays, which differ, are not left out.
  private static func shifting(_ day: CalendarDate?, workingDays count: Int, _ sign: Int) -> CalendarDate? {
    guard var day = day?.adding(days: sign * (count / 5) * 7) else { return nil }
    var left = count % 5
    while left > 0 || day.weekday > 5 {
      guard let next = day.adding(days: sign) else { return nil }
      day = next
      if day.weekday <= 5, left > 0 { left -= 1 }
    }
    return day
  }

  /// The longest unit.
  var coarsest: TimeUnit { parts.map(\.unit).max { $0.rawValue < $1.rawValue } ?? .day }
}

extension AgeUnit {
  /// The unit of an age by a unit of time.
  init?(_ unit: TimeUnit?) {
    switch unit {
    case .year: self = .year
    case .month: self = .month
    case .week: self = .week
    case .day: self = .day
    default: return nil
    }
  }
}
