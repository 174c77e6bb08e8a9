internal import Documents
internal import PolicyModel
internal import SQLite

/// Gives each fact of one document a name that stays the same when the document is read again: made of its source, its
/// table, its evidence's words, what tells it from other facts of the same words, and its number among equals.
///
/// Positions are not in it, so a fact keeps its name when text before it changes.
struct Fingerprints {
  private let source: String
  private var seen: [TextKey: Int] = [:]

  init(source: String) { self.source = source }

  /// The name of the next fact, 16 hexadecimal digits.
  mutating func next(_ fact: DocumentRows.FactRow, _ layout: FactLayout) -> String {
    var parts = [source, layout.table.rawValue, fact.evidence]
    for (column, value) in zip(layout.columns, fact.columns) where column.isIdentifying {
      switch value {
      case .text(let text): parts.append(text)
      case .real(let number): parts.append(String(number))
      case .integer(let number): parts.append(String(number))
      case .null, .blob: parts.append("")
      }
    }
    // A unit separator keeps ("ab", "c") and ("a", "bc") apart.
    let joined = parts.joined(separator: "\u{1F}")
    let key = TextKey(joined)
    let number = seen[key, default: 0]
    seen[key] = number + 1
    return hexadecimal(number == 0 ? key : TextKey("\(joined)\u{1F}\(number)"))
  }
}
