/// Words of a user as an expression of FTS5 that can never be wrong (https://www.sqlite.org/fts5.html#full_text_query_syntax).
enum SearchTerms {
  /// All of the words or phrases, each quoted.
  static func matchExpression(ofWords words: [String]) -> String {
    words.map(quoted).joined(separator: " AND ")
  }

  /// A text as one phrase: quotation marks doubled, characters that end a C string left out.
  static func quoted(_ text: String) -> String {
    var phrase = "\""
    for scalar in text.unicodeScalars where scalar.value != 0 {
      phrase.unicodeScalars.append(scalar)
      if scalar == "\"" { phrase.unicodeScalars.append(scalar) }
    }
    return phrase + "\""
  }

  /// What the forms of a regular word share: "boats" and "boat", "policies" and "policy".
  static func stem(_ word: String) -> String {
    let small = word.lowercased()
    for ending in ["ies", "es", "s", "y", "e"]
    where small.hasSuffix(ending) && small.utf8.count - ending.utf8.count >= 3 {
      return String(small.dropLast(ending.count))
    }
    return small
  }
}
