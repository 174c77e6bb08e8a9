public import Documents
public import PolicyModel

/// A figure, amount, date or period of the text with its exact value.
public struct Measure: Sendable, Hashable {
  /// Its bytes, the comparator's words ("at least", "some") included only where they belong to the expression.
  public var range: ByteRange
  /// The exact value.
  public var value: MeasureValue
  /// How it bounds the true value.
  public var comparator: Comparator
  /// The words of the comparator, next to or inside `range`.
  public var comparatorRange: ByteRange?
  /// The event that a length of time counts from, outside `range`: "entry into force" behind "within three months of".
  public var anchorRange: ByteRange?
  /// The words of a rate behind it, outside `range`: "a year", "per tonne".
  public var rateRange: ByteRange?
  /// How the currency is known; nil for everything but money.
  public var currencyBasis: CurrencyBasis?

  /// Makes a measure.
  public init(
    range: ByteRange, value: MeasureValue, comparator: Comparator = .equal, comparatorRange: ByteRange? = nil
  ) {
    self.range = range
    self.value = value
    self.comparator = comparator
    self.comparatorRange = comparatorRange
  }
}

/// One figure or the two ends of a range, either of which may be open.
public enum Amount: Sendable, Hashable {
  case exact(ExactDecimal)
  case range(low: ExactDecimal?, high: ExactDecimal?)
}

/// What a measure is.
public enum MeasureValue: Sendable, Hashable {
  /// A plain number or count.
  case number(Amount)
  /// A rank ("third").
  case ordinal(ExactDecimal)
  /// A share: "25%", "one in five", "a third", "two-thirds".
  case percent(Amount, PercentUnit)
  /// Money in major units; the currency is nil where the text and the document leave it open.
  case money(Amount, CurrencyCode?)
  /// A figure with a unit of measurement, by its normalised singular name ("kilometer", "tonne", "year").
  case quantity(Amount, unit: String)
  /// The age of a person or thing.
  case age(Amount, AgeUnit)
  /// A day or a period on the calendar.
  case date(ResolvedDate)
  /// A length of time that is not fixed on the calendar, as an ISO 8601 duration ("P3Y").
  case duration(String)
}

/// The unit of an age.
public enum AgeUnit: String, Sendable, Hashable {
  case year, month, week, day
}

/// How the currency of an amount is known.
public enum CurrencyBasis: Sendable, Hashable {
  /// The text names it.
  case stated
  /// The sign or name is shared; the document's country decides.
  case country
  /// The sign or name is shared; the currency is the one that English texts mean without more.
  case usual
  /// The text and the document leave it open.
  case open
}

/// The scale of a share or change.
public enum PercentUnit: String, Sendable, Hashable {
  case percent = "%"
  case percentagePoint = "pp"
  case basisPoint = "bp"
}

/// A date expression on the calendar; nil ends are open or, with `unresolved`, unknown.
public struct ResolvedDate: Sendable, Hashable {
  /// The first day.
  public var first: CalendarDate?
  /// The last day, included; nil where the period is open.
  public var last: CalendarDate?
  /// How fine the expression is.
  public var precision: DatePrecision
  /// How the days follow from the words.
  public var basis: DateBasis
  /// What decided between several days that the words may mean; nil where they mean one.
  public var clue: DateClue?
  /// The day by the other order of day and month, where a date such as 04/03/2027 has two readings.
  public var alternative: CalendarDate?

  /// Makes a resolved date.
  public init(first: CalendarDate?, last: CalendarDate?, precision: DatePrecision, basis: DateBasis) {
    self.first = first
    self.last = last
    self.precision = precision
    self.basis = basis
  }
}

/// What decides between several days that a date may mean.
public enum DateClue: Sendable, Hashable {
  /// The tense of the sentence, for a weekday, day or month without more.
  case tense
  /// The nearest to the document's day, as the tense is not known.
  case nearest
  /// The document's country, for fiscal years and the order of day and month.
  case country
  /// What English texts mean without more.
  case usual
}

/// The grain of a date expression.
public enum DatePrecision: String, Sendable, Hashable {
  case day, week, month, quarter, season, half, year, decade, century, range
}

/// How a date expression got its days.
public enum DateBasis: Sendable, Hashable {
  /// The text gives them in full.
  case absolute
  /// They follow from the document's date.
  case relative
  /// They depend on a document's date that is not known; both ends are nil.
  case unresolved
}
