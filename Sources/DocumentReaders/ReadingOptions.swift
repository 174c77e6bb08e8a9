public import Documents

/// What the caller knows about documents beforehand, and how much it wants to read.
public struct ReadingOptions: Sendable, Hashable {
  /// The day of publication to take whatever a document says (`--date`).
  public var date: CalendarDate?
  /// The publisher to take whatever a document says (`--publisher`).
  public var publisher: String?
  /// The most bytes that a document may have; 64 MiB unless told.
  public var maximumBytes: Int

  /// Makes options.
  public init(date: CalendarDate? = nil, publisher: String? = nil, maximumBytes: Int = 64 << 20) {
    self.date = date
    self.publisher = publisher
    self.maximumBytes = maximumBytes
  }
}
