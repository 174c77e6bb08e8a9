internal import Documents
internal import PolicyModel

/// Who speaks, and the words that say so.
struct Attribution: Sendable, Hashable {
  /// Who.
  var speaker: Party
  /// The reporting verb, or the word that stands for one ("according"), as a token.
  var verb: Int
  /// The tokens that say it, outside the quotation.
  var tokens: Range<Int>
}
