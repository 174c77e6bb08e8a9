public import Documents

/// The words that state a fact, and how it was found.
public struct Evidence: Sendable, Hashable {
  /// The span that states the fact, inside one sentence, white space trimmed, never empty.
  public var range: ByteRange
  /// The place of its sentence in `DocumentFacts.sentences`.
  public var sentence: Int
  /// The probability, 0 to 1, that a careful reader would record the fact.
  public var confidence: Double
  /// What fired, for `kb show`: the name of a frame or rule, such as `commitments/pledge.verb`.
  public var rule: String

  /// Makes evidence.
  public init(range: ByteRange, sentence: Int, confidence: Double, rule: String) {
    self.range = range
    self.sentence = sentence
    self.confidence = confidence
    self.rule = rule
  }
}

/// A party to a fact: an actor of the document, or one that is only described.
public struct Party: Sendable, Hashable {
  /// The place in `DocumentFacts.actors`, or nil for an unnamed party ("six men").
  public var actor: Int?
  /// The words of the text.
  public var surface: String
  /// Where the words stand, if they stand in the text.
  public var range: ByteRange?

  /// Makes a party.
  public init(actor: Int?, surface: String, range: ByteRange? = nil) {
    self.actor = actor
    self.surface = surface
    self.range = range
  }
}

/// A period from a first to a last day, both included; either may be open.
public struct Period: Sendable, Hashable {
  /// The first day.
  public var start: CalendarDate?
  /// The last day; nil with a start for a single day or an open end.
  public var end: CalendarDate?

  /// Neither end is known.
  public static let unknown = Period(start: nil, end: nil)

  /// Makes a period.
  public init(start: CalendarDate?, end: CalendarDate?) {
    self.start = start
    self.end = end
  }
}

/// A place as the text names it, with its country where the text or common knowledge leaves no doubt.
public struct PlaceReference: Sendable, Hashable {
  /// The place's name as written.
  public var name: String
  /// The country that it belongs to.
  public var country: CountryCode?

  /// Makes a reference to a place.
  public init(name: String, country: CountryCode? = nil) {
    self.name = name
    self.country = country
  }
}
