public import Documents
public import PolicyModel

/// What a document tells about the figures in it.
public struct MeasureContext: Sendable, Hashable {
  /// The document's day, from which "last year" and "Friday" count; nil where it is not known.
  public var referenceDate: CalendarDate?
  /// The document's country, for "$", "04/03/2027" and fiscal years; nil where it is not known.
  public var country: CountryCode?

  /// Makes a context.
  public init(referenceDate: CalendarDate? = nil, country: CountryCode? = nil) {
    self.referenceDate = referenceDate
    self.country = country
  }
}
