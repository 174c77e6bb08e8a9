/// A document's stored text: immutable, contiguous UTF-8 of at most 2 GiB, addressed by ``ByteRange``.
public struct SourceText: Sendable, Hashable {
  /// The whole text.
  public let string: String
  /// The number of UTF-8 bytes.
  public let utf8Count: Int

  /// Keeps `string` as contiguous UTF-8; traps where it is over 2 GiB (readers refuse such a file before).
  public init(_ string: String) {
    var string = string
    string.makeContiguousUTF8()
    self.string = string
    self.utf8Count = string.utf8.count
    precondition(utf8Count <= Int(Int32.max), "a text is at most 2 GiB")
  }

  /// The whole text's range.
  public var range: ByteRange { ByteRange(0, utf8Count) }

  /// The text of a range; bytes outside the text are left out, and a scalar that a bound cuts becomes U+FFFD.
  ///
  /// - Complexity: O(length of the range).
  public subscript(range: ByteRange) -> String {
    let bytes = string.utf8
    let end = min(range.end, utf8Count)
    let start = min(range.start, end)
    let first = bytes.index(bytes.startIndex, offsetBy: start)
    return String(decoding: bytes[first..<bytes.index(first, offsetBy: end - start)], as: UTF8.self)
  }

  /// Lends the bytes for the length of the call.
  public func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(string.utf8.span)
  }

  /// The range without white space (ASCII blanks, U+00A0, U+2000–U+200A, U+202F, U+3000) at its ends.
  public func trimmed(_ range: ByteRange) -> ByteRange {
    withBytes { bytes in
      var start = range.start
      var end = min(range.end, bytes.count)
      while start < end, let width = TextBytes.blankWidth(bytes, at: start), start + width <= end { start += width }
      while start < end, let width = TextBytes.blankWidth(bytes, endingAt: end), end - width >= start {
        end -= width
      }
      return ByteRange(start, max(start, end))
    }
  }
}
