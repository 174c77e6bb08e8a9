internal import Documents
internal import Lexicon

/// A piece of the text as the grammar reads it: a run of letters, a run of digits, or a single other scalar.
struct Token {
  /// What a token is.
  enum Kind: UInt8 {
    case word, digits, symbol
    /// An empty line or the end of the text: no expression goes across it.
    case boundary
  }

  /// What stands between a token and the one before it.
  enum Gap: UInt8 {
    case none, blank, wide, line
  }

  var start: Int32
  var end: Int32
  /// The number of its word in the lexicon; 0 for none.
  var word: UInt16 = 0
  var kind: Kind
  /// What its word may do in an expression.
  var roles: WordRoles = []
  var gap: Gap
  /// Whether it is a word whose first letter is a capital.
  var isCapitalised = false
  /// Whether it is a word of capitals only.
  var isUpper = false
  /// Whether it is a word that ends in s but not in ss, is or us: most likely a plural.
  var endsInS = false
  /// Whether it is a word that ends in ed: most likely a past tense.
  var endsInEd = false
  /// The value of digits (at most 18), the scalar of a symbol, the exact key of a word.
  var payload: UInt64 = 0

  var count: Int { Int(end - start) }
}
