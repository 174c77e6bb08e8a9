/// A small set of words by their keys, such as the prepositions that a rule names: asked for every token, so that most words
/// are ruled out by one bit and the others compared one by one.
public struct KeySet: Sendable, Hashable, ExpressibleByArrayLiteral {
  private let keys: [TextKey]
  /// A bit a key, by its last six bits.
  private let bits: UInt64

  /// The set of some keys.
  public init(_ keys: some Sequence<TextKey>) {
    self.keys = Array(keys)
    bits = self.keys.reduce(0) { $0 | Self.bit($1) }
  }

  /// The set of the words of a list, set apart by blanks.
  public init(words: String) { self.init(words.split(separator: " ").map { TextKey(String($0)) }) }

  /// The set of the listed keys.
  public init(arrayLiteral elements: TextKey...) { self.init(elements) }

  /// Whether a key is one of them.
  public func contains(_ key: TextKey) -> Bool { bits & Self.bit(key) != 0 && keys.contains(key) }

  private static func bit(_ key: TextKey) -> UInt64 { 1 << (key.value & 63) }
}
