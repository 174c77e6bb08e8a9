/// What two names must share to be one: small letters, without punctuation, blanks between words, no leading article.
///
/// Accents stay: to drop them merges names that differ.
struct NameKey {
  /// The key; the name itself where nothing of it is a letter or digit.
  let text: String

  init(_ name: String) {
    var key = ""
    var pendingBlank = false
    for character in name.lowercased() {
      switch character {
      case ".", "'", "’": continue  // "U.S." is "US", "O’Neil" is "O'Neil"
      case _ where character.isLetter || character.isNumber || character == "&":
        if pendingBlank && !key.isEmpty { key.append(" ") }
        pendingBlank = false
        key.append(character)
      default: pendingBlank = true
      }
    }
    let withoutArticle = key.hasPrefix("the ") ? String(key.dropFirst(4)) : key
    text = withoutArticle.isEmpty ? name : withoutArticle
  }

  /// Whether it is more than one word.
  var isFull: Bool { text.contains(" ") }
}
