/// An ISO 3166-1 alpha-2 country code in capitals; `XK` stands for Kosovo by general use.
public struct CountryCode: Hashable, Sendable, CustomStringConvertible {
  /// Two capital letters.
  public let description: String

  /// Makes a code of two ASCII letters in either case, or nil.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
    description = text.uppercased()
  }
}

/// An ISO 4217 currency code in capitals.
public struct CurrencyCode: Hashable, Sendable, CustomStringConvertible {
  /// Three capital letters.
  public let description: String

  /// Makes a code of three ASCII letters in either case, or nil.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 3, text.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
    description = text.uppercased()
  }
}

/// The kind of an event, operation or commitment, such as `meeting` or `arrest`: a word in small letters.
///
/// The kinds of the guide are in the data files of `Lexicon`, and a user's own files may add more, so this is no enum.
public struct FactKind: Hashable, Sendable, CustomStringConvertible {
  /// The word.
  public let description: String

  /// Makes a kind of ASCII small letters, digits and hyphens that begins with a letter, or nil.
  public init?(_ text: some StringProtocol) {
    guard let first = text.utf8.first, first &- 0x61 < 26, text.utf8.count <= 40,
      text.utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D })
    else { return nil }
    description = String(text)
  }
}
