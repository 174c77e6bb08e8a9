public import PolicyModel

/// What a name or symbol of money stands for.
public struct CurrencyName: Sendable, Hashable {
  /// What a name says about the currency.
  public enum Meaning: Sendable, Hashable {
    /// One currency.
    case currency(CurrencyCode)
    /// Several share the name, as "$"; an index into `Currencies.families`.
    case family(Int)
  }

  /// The currency.
  public var meaning: Meaning
  /// Whether a hundredth of the currency is named ("pence").
  public var isMinor: Bool
  /// Whether the name is a symbol or code that may stand before its figure.
  public var mayLead: Bool
  /// The power of ten that it multiplies by: 6 in "MUSD".
  public var power = 0
}

/// Currencies that share a name.
public struct CurrencyFamily: Sendable, Hashable {
  /// The one that English texts mean without more, if there is one.
  public var usual: CurrencyCode?
  /// Those that share the name.
  public var members: [CurrencyCode]
}

/// Every currency, by code, name and symbol.
public struct Currencies: Sendable {
  /// The families that a name may stand for.
  public private(set) var families: [CurrencyFamily] = []
  /// The digits of each currency's minor unit.
  public private(set) var digits: [CurrencyCode: Int] = [:]
  private var ofCountry: [CountryCode: [CurrencyCode]] = [:]

  /// The currency that a name stands for in a document of a country; nil where it stays open.
  ///
  /// `stated` is whether the name alone decides.
  public func resolve(_ meaning: CurrencyName.Meaning, country: CountryCode?) -> (code: CurrencyCode?, stated: Bool) {
    switch meaning {
    case .currency(let code): return (code, true)
    case .family(let index):
      let family = families[index]
      if let country, let own = ofCountry[country]?.first(where: family.members.contains) { return (own, false) }
      return (family.usual, false)
    }
  }

  /// Whether two names may stand for one currency: "$" and "Canadian dollars", "rupees" and "Indian rupees".
  public func share(_ a: CurrencyName.Meaning, _ b: CurrencyName.Meaning) -> Bool {
    switch (a, b) {
    case (.currency(let code), .family(let index)), (.family(let index), .currency(let code)):
      families[index].members.contains(code)
    default: a == b
    }
  }

  /// Reads the two files and hands every name to `add`, symbols apart.
  init(
    _ file: DataFile, families familyFile: DataFile,
    name: (Substring, CurrencyName) -> Void, symbol: (Substring, CurrencyName) -> Void
  ) {
    for row in file.rows {
      guard let code = CurrencyCode(row[0]), let places = Int(row[1]) else {
        preconditionFailure("\(file.name), line \(row.line): no currency code or digits")
      }
      digits[code] = places
      for country in row.list(2).compactMap({ CountryCode($0) }) { ofCountry[country, default: []].append(code) }
      var named = CurrencyName(meaning: .currency(code), isMinor: false, mayLead: true)
      symbol(row[0], named)
      symbol(row[0] + "$", named)
      for (letter, power) in [("k", 3), ("K", 3), ("m", 6), ("M", 6), ("B", 9)] {
        named.power = power
        symbol(letter + row[0], named)
      }
      Self.addNames(row, .currency(code), at: 3, name: name, symbol: symbol)
    }
    for row in familyFile.rows {
      let meaning = CurrencyName.Meaning.family(families.count)
      families.append(
        CurrencyFamily(usual: CurrencyCode(row[3]), members: row.list(4).compactMap { CurrencyCode($0) }))
      Self.addNames(row, meaning, at: 0, name: name, symbol: symbol)
    }
  }

  private static func addNames(
    _ row: DataFile.Row, _ meaning: CurrencyName.Meaning, at column: Int,
    name: (Substring, CurrencyName) -> Void, symbol: (Substring, CurrencyName) -> Void
  ) {
    for text in row.list(column) { name(text, CurrencyName(meaning: meaning, isMinor: false, mayLead: false)) }
    for text in row.list(column + 1) { symbol(text, CurrencyName(meaning: meaning, isMinor: false, mayLead: true)) }
    for text in row.list(column + 2) {
      let minor = CurrencyName(meaning: meaning, isMinor: true, mayLead: false)
      if text.utf8.count <= 2 { symbol(text, minor) } else { name(text, minor) }
    }
  }
}
