internal import PolicyModel

/// A number as read, before what it counts is known.
struct Numeral {
  /// How a number is written.
  enum Form {
    /// Digits, perhaps with separators or decimals.
    case digits
    /// Words.
    case words
    /// "a", "an" or "one" alone.
    case article
    /// A fraction or share: "two-thirds", "one in five", "¾".
    case fraction
  }

  var value: ExactDecimal
  /// The index of the first token.
  var start: Int
  /// The index behind the last token.
  var end: Int
  var form: Form
  /// Whether thousands are separated, so that it cannot be a year or a name.
  var isGrouped = false
  /// Whether it has decimals.
  var isDecimal = false
  /// Whether a scale word follows the figure ("million"), and the power.
  var scale: ExactDecimal?
  /// Whether the scale is a bare "m", which may be metres.
  var isBareM = false

  /// Its value where it is written with digits only and without separators.
  var plainInteger: Int? { form == .digits && !isGrouped && !isDecimal && scale == nil ? value.integer : nil }
}
