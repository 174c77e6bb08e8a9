/// The answer to a question: rows of typed cells, with the sentences that they rest on where these were asked for.
public struct Answer: Sendable, Hashable {
  /// What a column holds.
  public enum ColumnType: Sendable, Hashable {
    case text, integer, number, date, list
    /// A year, quarter or month: `2024`, `2024-Q1`, `2024-03`.
    case period
    /// Figures with their unit or currency, never added across units.
    case figures
  }

  /// One column.
  public struct Column: Sendable, Hashable {
    /// Its name: a key of JSON, a heading of a table.
    public var name: String
    /// What it holds.
    public var type: ColumnType

    /// Makes a column.
    public init(_ name: String, _ type: ColumnType) {
      self.name = name
      self.type = type
    }
  }

  /// A value with its unit: a currency's ISO 4217 code, a singular noun or a measure; empty where there is none.
  public struct Figure: Sendable, Hashable {
    /// How it bounds the true value: `=`, `~`, `>`, `>=`, `<`, `<=`.
    public var comparator: String
    /// The value, or the lower end of a range.
    public var value: Double
    /// The upper end of a range.
    public var upperValue: Double?
    /// The unit.
    public var unit: String
    /// Whether the unit is a currency.
    public var isMoney: Bool

    /// Makes a figure.
    public init(_ value: Double, unit: String, isMoney: Bool, comparator: String = "=", upperValue: Double? = nil) {
      self.comparator = comparator
      self.value = value
      self.upperValue = upperValue
      self.unit = unit
      self.isMoney = isMoney
    }
  }

  /// One cell.
  public enum Cell: Sendable, Hashable {
    case null
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case list([String])
    case figures([Figure])
  }

  /// A sentence that states what a row says.
  public struct Source: Sendable, Hashable {
    /// The fact's table, as `kb show` names it.
    public var table: String
    /// The fact's row.
    public var id: Int
    /// The sentence.
    public var sentence: String
    /// The document's path or URI.
    public var document: String
    /// The document's title, if known.
    public var title: String?
    /// The day of publication, ISO 8601, if known.
    public var publishedOn: String?

    /// Makes a source.
    public init(
      table: String, id: Int, sentence: String, document: String, title: String? = nil, publishedOn: String? = nil
    ) {
      self.table = table
      self.id = id
      self.sentence = sentence
      self.document = document
      self.title = title
      self.publishedOn = publishedOn
    }
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// A cell a column.
    public var cells: [Cell]
    /// What it rests on, in the order of the documents; empty unless asked for.
    public var sources: [Source]

    /// Makes a row.
    public init(_ cells: [Cell], sources: [Source] = []) {
      self.cells = cells
      self.sources = sources
    }
  }

  /// The columns.
  public var columns: [Column]
  /// How many of the first columns name the group that a row stands for: 0 for lists.
  public var keyCount = 0
  /// The column of what the question asks for: the number of facts, their amounts. Nil where a row is a fact.
  public var measure: Int?
  /// The rows in order.
  public var rows: [Row]
  /// What a reader should know, a line each: how sums are made, what was cut, and for no rows what there is.
  public var notes: [String]

  /// Makes an answer.
  public init(columns: [Column], rows: [Row], notes: [String] = []) {
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}
