internal import Documents

/// Days from `first` to `last`, both included, as ``CalendarDate/dayNumber`` counts; nil where open.
struct DayInterval: Equatable {
  var first: Int?
  var last: Int?
  var precision: DatePrecision
  var isRelative = false
  /// What decided between several days that the words may mean.
  var clue: DateClue?

  init(_ first: Int?, _ last: Int?, _ precision: DatePrecision, isRelative: Bool = false) {
    self.first = first
    self.last = last
    self.precision = precision
    self.isRelative = isRelative
  }

  /// One day.
  init(_ day: CalendarDate, isRelative: Bool = false) {
    self.init(day.dayNumber, day.dayNumber, .day, isRelative: isRelative)
  }

  /// So many whole months from the first of one; `index` counts months from year 0.
  init?(monthIndex index: Int, count: Int, _ precision: DatePrecision) {
    guard index >= 12, let first = CalendarDate(year: index / 12, month: index % 12 + 1, day: 1),
      let end = first.adding(months: count)
    else { return nil }
    self.init(first.dayNumber, end.dayNumber - 1, precision)
  }

  /// The calendar's years; nil outside 1 to 9999.
  init?(year: Int, count: Int = 1, _ precision: DatePrecision = .year) {
    let first = max(year, 1)
    self.init(monthIndex: first * 12, count: (count - (first - year)) * 12, precision)
  }

  /// The same days with what decided on them.
  func with(_ clue: DateClue?) -> DayInterval {
    var copy = self
    copy.clue = clue
    return copy
  }

  /// The same days, known from the document's date.
  var relative: DayInterval {
    var copy = self
    copy.isRelative = true
    return copy
  }
}
