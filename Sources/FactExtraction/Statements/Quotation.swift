internal import Documents

/// Words between quotation marks.
struct Quotation: Sendable, Hashable {
  /// With the marks.
  var outer: ByteRange
  /// Without the marks and the white space inside them, never empty.
  var inner: ByteRange
  /// The place of its block in `Document.blocks`.
  var block: Int
  /// Whether its paragraph ends without a closing mark, because the next one goes on.
  var isOpen: Bool
  /// The number of words that white space separates.
  var words: Int
}
