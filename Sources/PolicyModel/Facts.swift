public import Documents

/// A happening between or by actors that is not an operation.
public struct Event: Sendable, Hashable {
  /// How far an event is.
  public enum Status: String, Sendable, Hashable, CaseIterable { case occurred, ongoing, planned, cancelled }
  /// What a participant does in an event.
  public enum Role: String, Sendable, Hashable, CaseIterable { case agent, target, participant }

  /// One participant with its role.
  public struct Participant: Sendable, Hashable {
    /// Who.
    public var party: Party
    /// As what.
    public var role: Role

    /// Makes a participant.
    public init(_ party: Party, role: Role) {
      self.party = party
      self.role = role
    }
  }

  /// The words that state it.
  public var evidence: Evidence
  /// What kind of event it is, of the guide's list or the user's.
  public var kind: FactKind
  /// How far it is.
  public var status: Status
  /// When.
  public var period: Period
  /// Where.
  public var place: PlaceReference?
  /// The country where the text gives no place but leaves no doubt.
  public var country: CountryCode?
  /// Who takes part.
  public var participants: [Participant]

  /// Makes an event.
  public init(
    evidence: Evidence, kind: FactKind, status: Status, period: Period = .unknown, place: PlaceReference? = nil,
    country: CountryCode? = nil, participants: [Participant] = []
  ) {
    self.evidence = evidence
    self.kind = kind
    self.status = status
    self.period = period
    self.place = place
    self.country = country
    self.participants = participants
  }
}

/// A concrete activity in the field by an authority, force or organisation.
public struct Operation: Sendable, Hashable {
  /// How far an operation is.
  public enum Status: String, Sendable, Hashable, CaseIterable { case completed, ongoing, planned }

  /// A counted result: "600 boats".
  public struct Outcome: Sendable, Hashable {
    /// The figure.
    public var value: ExactDecimal
    /// What is counted, a singular noun, or an ISO 4217 code for money.
    public var unit: String

    /// Makes an outcome.
    public init(value: ExactDecimal, unit: String) {
      self.value = value
      self.unit = unit
    }
  }

  /// The words that state it.
  public var evidence: Evidence
  /// What kind of operation it is, of the guide's list or the user's.
  public var kind: FactKind
  /// How far it is.
  public var status: Status
  /// When.
  public var period: Period
  /// Where.
  public var place: PlaceReference?
  /// The country where the text gives no place but leaves no doubt.
  public var country: CountryCode?
  /// Who carries it out.
  public var leads: [Party]
  /// Against or for whom.
  public var targets: [Party]
  /// What came of it, in figures.
  public var outcomes: [Outcome]

  /// Makes an operation.
  public init(
    evidence: Evidence, kind: FactKind, status: Status, period: Period = .unknown, place: PlaceReference? = nil,
    country: CountryCode? = nil, leads: [Party] = [], targets: [Party] = [], outcomes: [Outcome] = []
  ) {
    self.evidence = evidence
    self.kind = kind
    self.status = status
    self.period = period
    self.place = place
    self.country = country
    self.leads = leads
    self.targets = targets
    self.outcomes = outcomes
  }
}

/// An undertaking about the future by an actor.
public struct Commitment: Sendable, Hashable {
  /// How binding a commitment is, and what came of it.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case proposed, pledged, agreed, enacted, fulfilled, withdrawn
  }

  /// The words that state it.
  public var evidence: Evidence
  /// What is promised, of the guide's list or the user's.
  public var kind: FactKind
  /// How binding it is.
  public var status: Status
  /// Who is bound.
  public var makers: [Party]
  /// To, for or with whom.
  public var recipients: [Party]
  /// The promised action, as the shortest span of the text that reads as one.
  public var action: String
  /// The money promised, in major units.
  public var amount: Money?
  /// A figure that is not money: 300 officers.
  public var quantity: Quantity?
  /// The day by which.
  public var deadline: CalendarDate?

  /// Makes a commitment.
  public init(
    evidence: Evidence, kind: FactKind, status: Status, makers: [Party] = [], recipients: [Party] = [],
    action: String, amount: Money? = nil, quantity: Quantity? = nil, deadline: CalendarDate? = nil
  ) {
    self.evidence = evidence
    self.kind = kind
    self.status = status
    self.makers = makers
    self.recipients = recipients
    self.action = action
    self.amount = amount
    self.quantity = quantity
    self.deadline = deadline
  }
}

/// A quantified claim about the state of the world.
public struct Statistic: Sendable, Hashable {
  /// A single figure or a range.
  public enum Figure: Sendable, Hashable {
    /// One value.
    case value(ExactDecimal)
    /// From a lower to an upper value.
    case range(low: ExactDecimal, high: ExactDecimal)
  }
  /// The direction of a change.
  public enum Change: String, Sendable, Hashable, CaseIterable { case increase, decrease }

  /// The words that state it.
  public var evidence: Evidence
  /// The figure.
  public var figure: Figure
  /// How it bounds the true value.
  public var comparator: Comparator
  /// A singular noun, an ISO 4217 code, `percent`, `percentage point`, or a measure; nil for a bare index or score.
  public var unit: String?
  /// What is measured, as the shortest span that reads alone.
  public var metric: String
  /// Whether the figure is a change, and which way.
  public var change: Change?
  /// The period that it covers.
  public var period: Period
  /// Where it holds.
  public var place: PlaceReference?
  /// The country where the text gives no place but leaves no doubt.
  public var country: CountryCode?
  /// To whom it is attributed.
  public var source: Party?

  /// Makes a statistic.
  public init(
    evidence: Evidence, figure: Figure, comparator: Comparator = .equal, unit: String?, metric: String,
    change: Change? = nil, period: Period = .unknown, place: PlaceReference? = nil, country: CountryCode? = nil,
    source: Party? = nil
  ) {
    self.evidence = evidence
    self.figure = figure
    self.comparator = comparator
    self.unit = unit
    self.metric = metric
    self.change = change
    self.period = period
    self.place = place
    self.country = country
    self.source = source
  }
}

/// A quotation, or a reported statement with a speaker.
public struct Statement: Sendable, Hashable {
  /// The words that state it, quotation and attribution; inside one sentence but for long quotations.
  public var evidence: Evidence
  /// Who says it; nil where nobody is named or described.
  public var speaker: Party?
  /// The words between the quotation marks, or the reported clause.
  public var text: String
  /// Where those words stand.
  public var range: ByteRange
  /// Whether it is quoted word for word.
  public var isDirect: Bool

  /// Makes a statement.
  public init(evidence: Evidence, speaker: Party?, text: String, range: ByteRange, isDirect: Bool) {
    self.evidence = evidence
    self.speaker = speaker
    self.text = text
    self.range = range
    self.isDirect = isDirect
  }
}
