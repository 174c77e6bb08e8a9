internal import SQLite

/// SQL with the values of its parameters: text comes from literals only, whatever is interpolated is bound.
struct SQLText: Sendable, ExpressibleByStringInterpolation {
  /// The statement or clause, with `?` for each value.
  private(set) var text = ""
  /// The values in the order of their parameters.
  private(set) var values: [Value] = []

  init(stringLiteral text: String) { self.text = text }
  init(stringInterpolation interpolation: Interpolation) { self = interpolation.sql }
  private init() {}

  /// Nothing.
  static var empty: SQLText { SQLText() }

  var isEmpty: Bool { text.isEmpty }

  static func + (a: SQLText, b: SQLText) -> SQLText {
    var sum = a
    sum.text += b.text
    sum.values += b.values
    return sum
  }

  static func += (a: inout SQLText, b: SQLText) { a = a + b }

  /// The clauses with `separator` between them.
  static func joined(_ clauses: [SQLText], by separator: SQLText) -> SQLText {
    var sum = SQLText.empty
    for (index, clause) in clauses.enumerated() { sum += index == 0 ? clause : separator + clause }
    return sum
  }

  /// A list of parameters in brackets: `(?, ?)`.
  static func list(_ values: [Value]) -> SQLText {
    "(" + joined(values.map { "\($0)" }, by: ", ") + ")"
  }

  /// A list of parameters in brackets.
  static func list(_ texts: [String]) -> SQLText { list(texts.map { .text($0) }) }

  /// Collects text and values.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var sql = SQLText()

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { sql.text += literal }
    mutating func appendInterpolation(_ clause: SQLText) { sql += clause }
    mutating func appendInterpolation(_ value: Value) {
      sql.text += "?"
      sql.values.append(value)
    }
    /// A name that the program itself chose, such as a column of ours.
    mutating func appendInterpolation(name: StaticString) { sql.text += name.description }
  }
}
