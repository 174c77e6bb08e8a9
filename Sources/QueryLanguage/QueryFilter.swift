public import Documents
public import PolicyModel

/// One condition that every row of an answer fulfils.
public enum QueryFilter: Sendable, Hashable {
  /// The part that a party plays in a fact.
  public enum PartyRole: String, Sendable, Hashable {
    /// Who acts, promises, leads, says or is the source of a figure.
    case agent = "by"
    /// To, for or against whom.
    case recipient = "to"
    /// In any part.
    case involved = "involving"
  }

  /// What a fact may have or lack.
  public enum Field: String, Sendable, Hashable {
    case date, amount, deadline, place
  }

  /// The kind of fact is one of these.
  case kinds([FactKind])
  /// The actor is one of these.
  case actorKinds([Actor.Kind])
  /// The actor holds or held an office whose title has the word.
  case office(String)
  /// A statement is quoted word for word, or is not.
  case quoted(Bool)
  /// The status is one of these.
  case statuses([String])
  /// It is at, or in the country of, one of these.
  case place([QueryReference])
  /// One of these takes part, as what the role says.
  case party(PartyRole, [QueryReference])
  /// The words or phrases all occur in the sentence or in the document.
  case words([String])
  /// It falls within the period, ends included.
  case period(Period)
  /// It is due within the period, ends included.
  case due(Period)
  /// Its deadline was before the day, and it is neither fulfilled nor withdrawn.
  case overdue(CalendarDate)
  /// It has, or lacks, a field.
  case has(Field, Bool)
  /// A figure lies within the bound.
  case figure(FigureBound)
  /// Its money is of the currency.
  case currency(CurrencyCode)
  /// Its document is of one of these publishers.
  case publisher([String])
  /// The condition does not hold, or it is not known whether it does.
  indirect case not(QueryFilter)
}

/// A bound that a figure is held against.
public struct FigureBound: Sendable, Hashable {
  /// What the figure counts.
  public enum Unit: Sendable, Hashable {
    /// Money of a currency, or of any where nil.
    case money(CurrencyCode?)
    /// A singular noun or measure.
    case noun(String)
    /// No unit was said.
    case unsaid
  }

  /// How the figure compares with the value: `>`, `>=`, `<`, `<=` or `=`.
  public var comparator: Comparator
  /// The value, in major units for money.
  public var value: ExactDecimal
  /// What is counted.
  public var unit: Unit

  /// Makes a bound.
  public init(_ comparator: Comparator, _ value: ExactDecimal, unit: Unit) {
    self.comparator = comparator
    self.value = value
    self.unit = unit
  }
}

/// Somebody or somewhere that a question names.
public enum QueryReference: Sendable, Hashable {
  /// A country, or a region as its countries.
  case countries([CountryCode], name: String)
  /// A name that only the database can resolve.
  case name(String)
  /// Any actor of a kind.
  case kind(Actor.Kind)
  /// Whoever holds an office whose title has the word.
  case office(String)

  /// The name as the question or the data give it.
  public var name: String {
    switch self {
    case .countries(_, let name): name
    case .name(let name): name
    case .kind(let kind): kind.rawValue
    case .office(let title): title
    }
  }
}

extension QueryReference: CustomStringConvertible {
  /// `France [FR]`, or a name in quotation marks.
  public var description: String {
    switch self {
    case .countries(let codes, let name): "\(name) [\(codes.map(\.description).joined(separator: " "))]"
    case .name(let name): "“\(name)”"
    case .kind(let kind): "any \(kind)"
    case .office(let title): "any \(title)"
    }
  }
}

extension FigureBound: CustomStringConvertible {
  /// `amount > 1000000 GBP`, `figure >= 100 person`.
  public var description: String {
    switch unit {
    case .money(let currency): "amount \(comparator.rawValue) \(value) \(currency?.description ?? "of any currency")"
    case .noun(let noun): "figure \(comparator.rawValue) \(value) \(noun)"
    case .unsaid: "figure \(comparator.rawValue) \(value)"
    }
  }
}

extension QueryFilter: CustomStringConvertible {
  /// The condition in a fixed form, such as `kind arrest`, `in Belgium [BE]` or `from 2024-01-01`.
  public var description: String {
    switch self {
    case .kinds(let kinds): "kind " + Self.listed(kinds)
    case .actorKinds(let kinds): "kind " + Self.listed(kinds.map(\.rawValue))
    case .office(let title): "office \(title)"
    case .quoted(let isQuoted): isQuoted ? "quoted" : "reported"
    case .statuses(let statuses): "status " + Self.listed(statuses)
    case .place(let references): "in " + Self.listed(references)
    case .party(let role, let references): "\(role.rawValue) " + Self.listed(references)
    case .words(let words): "about " + Self.listed(words.map { "“\($0)”" }, between: " and ")
    case .period(let period): Self.described(period)
    case .due(let period): "due " + Self.described(period)
    case .overdue(let day): "overdue on \(day)"
    case .has(let field, let isThere): "\(isThere ? "with" : "without") \(field.rawValue)"
    case .figure(let bound): bound.description
    case .currency(let currency): "in \(currency)"
    case .publisher(let names): "published by " + Self.listed(names.map { "“\($0)”" })
    case .not(let filter): "not \(filter)"
    }
  }

  private static func listed(_ values: [some CustomStringConvertible], between: String = " or ") -> String {
    values.map(\.description).joined(separator: between)
  }

  private static func described(_ period: Period) -> String {
    switch (period.start, period.end) {
    case (let start?, let end?): start == end ? "on \(start)" : "from \(start) to \(end)"
    case (let start?, nil): "from \(start)"
    case (nil, let end?): "until \(end)"
    case (nil, nil): "at any time"
    }
  }
}
