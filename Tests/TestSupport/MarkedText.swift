public import Documents

/// A text with spans marked in brackets, so that no test counts bytes by hand: `"paid ⟦money:$5⟧ on ⟦date:1 May⟧"`.
public struct MarkedText: Sendable {
  /// One marked span.
  public struct Mark: Sendable, Hashable {
    /// The word before the colon.
    public var label: String
    /// The bytes between colon and bracket, in the text without marks.
    public var range: ByteRange
  }

  /// The text without marks.
  public let text: String
  /// The marks in the order of their ends.
  public let marks: [Mark]

  /// Reads marks of the form `⟦label:words⟧`, which may be nested.
  public init(_ marked: String) {
    var text = ""
    var marks: [Mark] = []
    var open: [(label: String, start: Int)] = []
    var rest = marked[...]
    while let character = rest.popFirst() {
      switch character {
      case "⟦":
        let label = rest.prefix { $0 != ":" }
        rest = rest.dropFirst(label.count + 1)
        open.append((String(label), text.utf8.count))
      case "⟧":
        guard let (label, start) = open.popLast() else { preconditionFailure("a mark closes that none opened") }
        marks.append(Mark(label: label, range: ByteRange(start, text.utf8.count)))
      default: text.append(character)
      }
    }
    precondition(open.isEmpty, "a mark is not closed")
    self.text = text
    self.marks = marks
  }
}
