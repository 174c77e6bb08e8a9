public import Documents

/// Given names of many languages.
public struct GivenNames: Sendable {
  /// Whom a name is given to.
  public enum Gender: String, Sendable, Hashable, CaseIterable {
    /// To women.
    case female = "f"
    /// To men.
    case male = "m"
    /// To both.
    case either = "u"
  }

  private let genders: [TextKey: Gender]

  /// The embedded names, read at first use.
  public static let embedded = GivenNames(DataFile("given-names.tsv"))

  init(_ file: DataFile) {
    var genders: [TextKey: Gender] = [:]
    for row in file.rows {
      guard let gender = Gender(rawValue: String(row[0])) else {
        preconditionFailure("\(file.name), line \(row.line): no such gender")
      }
      for name in row.list(1) { genders[TextKey(String(name).utf8.span, foldingCase: true)] = gender }
    }
    self.genders = genders
  }

  /// Who bears the name whose key, with ASCII capitals folded, is `key`; nil for a word that is no known name.
  public func gender(_ key: TextKey) -> Gender? { genders[key] }
}
