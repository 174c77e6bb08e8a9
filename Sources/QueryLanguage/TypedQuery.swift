/// A question as a value: which rows, which of them, grouped and sorted how. It knows no SQL.
public struct TypedQuery: Sendable, Hashable {
  /// What a row of the answer is about.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    case actors, commitments, documents, events, operations, statements, statistics
  }

  /// What is asked about the rows.
  public enum Form: String, Sendable, Hashable {
    /// The rows themselves, or a row a group where there are dimensions.
    case list
    /// "How many …": their number.
    case count
    /// "How much …": the sums of their money or figures, one a currency or unit.
    case total
  }

  /// What rows are grouped by.
  public enum Dimension: String, Sendable, Hashable, CaseIterable {
    case country, actor, maker, recipient, lead, speaker, kind, status, year, quarter, month, place, unit, currency
    case publisher, document
  }

  /// What an answer is sorted by.
  public enum SortKey: String, Sendable, Hashable {
    case date, amount, deadline, place, count
  }

  /// A sort key with its direction.
  public struct Order: Sendable, Hashable {
    /// The key.
    public var key: SortKey
    /// Whether the largest or latest comes first.
    public var isDescending: Bool

    /// Makes an order.
    public init(_ key: SortKey, isDescending: Bool) {
      self.key = key
      self.isDescending = isDescending
    }
  }

  /// The table that is asked.
  public var subject: Subject
  /// What is asked about its rows.
  public var form: Form
  /// What they are grouped by: none to two.
  public var dimensions: [Dimension]
  /// What every row fulfils.
  public var filters: [QueryFilter]
  /// The order; nil for the subject's own.
  public var order: Order?
  /// At most so many rows, at least 1.
  public var limit: Int?

  /// Makes a query.
  public init(
    _ subject: Subject, form: Form = .list, by dimensions: [Dimension] = [], filters: [QueryFilter] = [],
    order: Order? = nil, limit: Int? = nil
  ) {
    self.subject = subject
    self.form = form
    self.dimensions = dimensions
    self.filters = filters
    self.order = order
    self.limit = limit
  }
}

extension TypedQuery: CustomStringConvertible {
  /// One line that says the whole query in a fixed form: `count operations; by country; kind arrest; in Belgium [BE]`.
  public var description: String {
    var parts = [form == .list ? subject.rawValue : "\(form.rawValue) \(subject.rawValue)"]
    if !dimensions.isEmpty { parts.append("by " + dimensions.map(\.rawValue).joined(separator: " and ")) }
    parts += filters.map(\.description)
    if let order { parts.append("sort \(order.key.rawValue) \(order.isDescending ? "down" : "up")") }
    if let limit { parts.append("top \(limit)") }
    return parts.joined(separator: "; ")
  }
}
