public import Documents

/// A string of one analysis by number, valid only with the `SymbolTable` that made it.
public struct Symbol: Hashable, Sendable {
  /// Its place in the table.
  public let index: UInt32
}

/// The distinct strings of one analysis, each with its ``TextKey`` so that data files can be looked up without one.
public struct SymbolTable: Sendable {
  private var strings: [String] = []
  private var keys: [TextKey] = []
  private var places: [TextKey: UInt32] = [:]

  /// Makes an empty table.
  public init() {}

  /// The symbol of a string, new or known.
  public mutating func intern(_ string: String) -> Symbol {
    let key = TextKey(string)
    if let place = places[key] { return Symbol(index: place) }
    return insert(string, key)
  }

  /// The symbol of UTF-8 bytes, with ASCII capitals folded where asked; makes a string only where it is new.
  public mutating func intern(_ bytes: Span<UInt8>, foldingCase: Bool = false) -> Symbol {
    let key = TextKey(bytes, foldingCase: foldingCase)
    if let place = places[key] { return Symbol(index: place) }
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    for index in 0..<bytes.count { folded.append(foldingCase ? TextBytes.lowered(bytes[index]) : bytes[index]) }
    return insert(String(decoding: folded, as: UTF8.self), key)
  }

  private mutating func insert(_ string: String, _ key: TextKey) -> Symbol {
    let place = UInt32(strings.count)
    strings.append(string)
    keys.append(key)
    places[key] = place
    return Symbol(index: place)
  }

  /// The string of a symbol.
  public subscript(symbol: Symbol) -> String { strings[Int(symbol.index)] }
  /// The key of a symbol's string.
  public func key(_ symbol: Symbol) -> TextKey { keys[Int(symbol.index)] }
  /// The number of distinct strings.
  public var count: Int { strings.count }
}
