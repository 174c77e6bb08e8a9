internal import Documents

/// One word of a question.
struct QueryToken: Sendable, Hashable {
  /// As written, without the punctuation around it.
  var text: String
  /// In small letters.
  var folded: String
  /// Where it stands in the phrase.
  var range: ByteRange
  /// Whether it stood between quotation marks; it may then hold several words.
  var isQuoted = false
  /// Whether a possessive 's was cut off.
  var isPossessive = false

  /// Whether it begins with a capital.
  var isCapitalised: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }
}

/// Cuts a phrase into words at white space and quotation marks.
struct QueryTokenizer {
  /// The words in order.
  private(set) var tokens: [QueryToken] = []
  /// Where a quotation was opened and not closed.
  private(set) var openQuote: ByteRange?
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var offset = 0

  /// Reads the phrase once.
  init(_ phrase: String) {
    scalars = Array(phrase.unicodeScalars)
    while index < scalars.count {
      if Self.isQuote(scalars[index]) {
        readQuotation()
      } else if Self.isBlank(scalars[index]) {
        advance()
      } else {
        readWord()
      }
    }
  }

  private mutating func advance() {
    offset += UTF8.width(scalars[index])
    index += 1
  }

  private mutating func readQuotation() {
    let start = offset
    advance()
    let first = index
    while index < scalars.count, !Self.isQuote(scalars[index]) { advance() }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[first..<index].map { Self.isBlank($0) ? " " : $0 })
    let words = text.split(separator: " ").joined(separator: " ")
    if index < scalars.count { advance() } else { openQuote = ByteRange(start, offset) }
    guard !words.isEmpty else { return }
    tokens.append(
      QueryToken(text: words, folded: words.lowercased(), range: ByteRange(start, offset), isQuoted: true))
  }

  private mutating func readWord() {
    var start = offset
    var word: [Unicode.Scalar] = []
    while index < scalars.count, !Self.isBlank(scalars[index]), !Self.isQuote(scalars[index]) {
      word.append(scalars[index])
      advance()
    }
    while let first = word.first, Self.isPunctuation(first) {
      start += UTF8.width(first)
      word.removeFirst()
    }
    while let last = word.last, Self.isPunctuation(last) { word.removeLast() }
    readSign(&word, &start)
    let isOpen = word.last == "+" && word.count > 1
    if isOpen { word.removeLast() }
    let length = word.reduce(0) { $0 + UTF8.width($1) }
    let isPossessive = Self.cutPossessive(&word)
    guard !word.isEmpty else { return }
    var text = ""
    text.unicodeScalars.append(contentsOf: word)
    tokens.append(
      QueryToken(
        text: text, folded: text.lowercased(), range: ByteRange(start, start + length), isPossessive: isPossessive))
    if isOpen {
      tokens.append(QueryToken(text: "+", folded: "+", range: ByteRange(start + length, start + length + 1)))
    }
  }

  /// Takes a sign of comparison off the front of a word, as a word of its own: ">£30m".
  private mutating func readSign(_ word: inout [Unicode.Scalar], _ start: inout Int) {
    let sign = word.prefix { "<>=≤≥~≈".unicodeScalars.contains($0) }
    guard !sign.isEmpty, sign.count < word.count else { return }
    var text = ""
    text.unicodeScalars.append(contentsOf: sign)
    let length = sign.reduce(0) { $0 + UTF8.width($1) }
    tokens.append(QueryToken(text: text, folded: text, range: ByteRange(start, start + length)))
    start += length
    word.removeFirst(sign.count)
  }

  private static func cutPossessive(_ word: inout [Unicode.Scalar]) -> Bool {
    if word.count > 2, word.last == "s" || word.last == "S", isApostrophe(word[word.count - 2]) {
      word.removeLast(2)
      return true
    }
    guard word.count > 1, let last = word.last, isApostrophe(last) else { return false }
    word.removeLast()
    return true
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 0x20
  }
  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "“" || scalar == "”" || scalar == "„"
  }
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ".", ";", ":", "?", "!", "(", ")", "[", "]": true
    default: false
    }
  }
}
