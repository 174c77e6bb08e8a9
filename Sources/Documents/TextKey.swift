/// A 64-bit key of a short text, equal wherever the text is: how the analysis and the data files name the same word
/// without sharing a table.
///
/// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) with a final mix. Two of 100,000 words share a key with a
/// probability of 3 in 10 billion.
public struct TextKey: Hashable, Sendable, Comparable {
  /// The key itself.
  public let value: UInt64

  /// The key of a text as it stands; callers fold case before.
  public init(_ text: String) {
    var hash = Self.offset
    for byte in text.utf8 { hash = Self.step(hash, byte) }
    value = Self.mixed(hash)
  }

  /// The key of bytes, with ASCII capitals folded to small letters where asked.
  public init(_ bytes: Span<UInt8>, foldingCase: Bool = false) {
    var hash = Self.offset
    for index in 0..<bytes.count {
      let byte = bytes[index]
      hash = Self.step(hash, foldingCase ? TextBytes.lowered(byte) : byte)
    }
    value = Self.mixed(hash)
  }

  /// Makes the key of a text out of its parts.
  public struct Builder {
    private var hash = TextKey.offset

    /// A builder of the empty text.
    public init() {}

    /// Adds a part as it stands.
    public mutating func add(_ text: String) {
      for byte in text.utf8 { hash = TextKey.step(hash, byte) }
    }

    /// Adds one byte.
    public mutating func add(_ byte: UInt8) { hash = TextKey.step(hash, byte) }

    /// The key of all that was added, equal to that of the parts in one text.
    public var key: TextKey { TextKey(value: TextKey.mixed(hash)) }
  }

  private init(value: UInt64) { self.value = value }

  private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always) private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  @inline(__always) private static func mixed(_ hash: UInt64) -> UInt64 {
    var mixed = hash ^ (hash >> 32)
    mixed = mixed &* 0xd6e8_feb8_6659_fd93
    return mixed ^ (mixed >> 32)
  }

  /// By value; for binary search in sorted tables.
  public static func < (a: TextKey, b: TextKey) -> Bool { a.value < b.value }
}
