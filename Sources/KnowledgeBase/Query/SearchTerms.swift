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
}
