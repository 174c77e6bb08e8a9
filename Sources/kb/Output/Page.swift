import KnowledgeBase

/// A result that has a page of its own for people, and rows for every other format.
protocol Page {
  /// The rows.
  var answer: Answer { get }
  /// The result as one JSON object, where it is one thing and no list.
  var object: String? { get }
  /// Prints the page.
  func write(to output: inout StandardOutput)
}

extension Page {
  var object: String? { nil }

  /// Names and values as rows.
  static func properties(_ rows: [(String, Answer.Cell)]) -> Answer {
    let present = rows.filter { $0.1 != .null }.map { Answer.Row([.text($0.0), $0.1]) }
    return Answer(columns: [Answer.Column("property", .text), Answer.Column("value", .text)], rows: present)
  }
}

extension Answer.Cell {
  /// The text, or null.
  static func optional(_ text: String?) -> Answer.Cell { text.map { .text($0) } ?? .null }
}
