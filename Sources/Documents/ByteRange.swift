/// A half-open range of UTF-8 byte offsets into one text: the position that every stage of the program speaks of.
///
/// Code-point offsets, which the database and every output use, are made from it at that border only, by
/// ``CodePointOffsets``.
public struct ByteRange: Hashable, Sendable {
  /// The offset of the first byte, at least 0.
  public var lowerBound: Int32
  /// The offset behind the last byte, at least `lowerBound`.
  public var upperBound: Int32

  /// Makes a range; traps where the bounds are not in order or do not fit 32 bits.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(0 <= lowerBound && lowerBound <= upperBound, "a byte range's bounds must be in order")
    self.lowerBound = Int32(lowerBound)
    self.upperBound = Int32(upperBound)
  }

  /// The offset of the first byte.
  public var start: Int { Int(lowerBound) }
  /// The offset behind the last byte.
  public var end: Int { Int(upperBound) }
  /// The number of bytes.
  public var count: Int { end - start }
  /// Whether no byte lies in the range.
  public var isEmpty: Bool { lowerBound == upperBound }

  /// Whether the byte at `offset` lies in the range.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether all of `other` lies in the range.
  public func contains(_ other: ByteRange) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
  /// Whether the two share a byte.
  public func overlaps(_ other: ByteRange) -> Bool { lowerBound < other.upperBound && other.lowerBound < upperBound }
  /// The smallest range that holds both.
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }
}

extension ByteRange: Comparable {
  /// By start, then the shorter first.
  public static func < (a: ByteRange, b: ByteRange) -> Bool {
    (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound)
  }
}

extension ByteRange: CustomStringConvertible {
  /// The form `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
