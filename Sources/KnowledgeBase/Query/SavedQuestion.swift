/// A question that is kept in the database under a name.
public struct SavedQuestion: Sendable, Hashable {
  /// What it is written in.
  public enum Language: String, Sendable, Hashable {
    /// The small English; `{name}` stands for a parameter.
    case question
    /// SQL; `:name` is a parameter.
    case sql
  }

  /// Its name: letters, digits, `-`, `_` and `.`.
  public var name: String
  /// What it is written in.
  public var language: Language
  /// The question.
  public var text: String

  /// Makes a question; nil where the name would not do for one.
  public init?(name: String, language: Language, text: String) {
    guard (1...100).contains(name.utf8.count), name.unicodeScalars.allSatisfy(Self.mayName) else { return nil }
    self.name = name
    self.language = language
    self.text = text
  }

  private static func mayName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.".unicodeScalars.contains(scalar)
  }

  /// The names between braces in a phrase, each once, in order.
  public var parameters: [String] {
    guard language == .question else { return [] }
    var names: [String] = []
    for case .parameter(let name) in pieces where !names.contains(name) { names.append(name) }
    return names
  }

  /// The phrase with a value in the place of each `{name}`.
  ///
  /// - Returns: nil where a parameter has no value.
  public func phrase(with values: [String: String]) -> String? {
    var phrase = ""
    for piece in pieces {
      switch piece {
      case .text(let text): phrase += text
      case .parameter(let name):
        guard let value = values[name] else { return nil }
        phrase += value
      }
    }
    return phrase
  }

  private enum Piece {
    case text(Substring)
    case parameter(String)
  }

  /// The phrase cut at `{name}`; braces around anything but a name are text.
  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: "}"), close > inside.startIndex,
        inside[..<close].unicodeScalars.allSatisfy(Self.mayName)
      else {
        pieces.append(.text(rest[...open]))
        rest = inside
        continue
      }
      pieces += [.text(rest[..<open]), .parameter(String(inside[..<close]))]
      rest = inside[inside.index(after: close)...]
    }
    return pieces + [.text(rest)]
  }
}
