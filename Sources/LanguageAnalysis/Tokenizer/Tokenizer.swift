package import Documents

/// Splits text into the syntactic words of the English treebanks.
///
/// White space always separates. Inside a run of other bytes, punctuation stands alone, hyphens separate except after
/// a prefix, clitics ("n't", "'s") are words of their own, and full stops belong to abbreviations and initials.
/// The work is linear in the number of bytes.
package struct Tokenizer: Sendable {
  let rules: TokenRules

  /// Makes a tokenizer that reads the lists of a model, which must outlive it.
  package init(_ model: LanguageModel) { rules = TokenRules(table: KeyTable(model.section(.tokenRules))) }

  /// Appends the tokens of a stretch of text in order; together they cover every byte that is not white space.
  package func tokenize(_ bytes: Span<UInt8>, _ range: ByteRange, into tokens: inout [ByteRange]) {
    var index = range.start
    let end = min(range.end, bytes.count)
    while index < end {
      if let width = TextBytes.blankWidth(bytes, at: index) {
        index += width
        continue
      }
      var stop = index
      while stop < end, TextBytes.blankWidth(bytes, at: stop) == nil { stop += 1 }
      tokenizeRun(bytes, index..<stop, isLast: stop == end, into: &tokens)
      index = stop
    }
  }

  /// Splits one run of text between white space; `isLast` says that nothing but white space follows in the block.
  private func tokenizeRun(_ bytes: Span<UInt8>, _ run: Range<Int>, isLast: Bool, into tokens: inout [ByteRange]) {
    var start = run.lowerBound
    // An address may stand in brackets or quotation marks.
    while start < run.upperBound, let width = openingWidth(bytes, start) {
      if wholeRun(bytes, start..<run.upperBound) != nil { break }
      start += width
    }
    if start < run.upperBound, let whole = wholeRun(bytes, start..<run.upperBound) {
      scan(bytes, run.lowerBound..<start, isLast: false, into: &tokens)
      tokens.append(ByteRange(start, whole))
      start = whole
    } else {
      start = run.lowerBound
    }
    scan(bytes, start..<run.upperBound, isLast: isLast, into: &tokens)
  }

  /// The width of an opening bracket or quotation mark, or nil for anything else.
  private func openingWidth(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      1
    default: nil
    }
  }

  private func scan(_ bytes: Span<UInt8>, _ run: Range<Int>, isLast: Bool, into tokens: inout [ByteRange]) {
    var index = run.lowerBound
    while index < run.upperBound {
      let end = tokenEnd(bytes, index, in: run, isLast: isLast)
      if end - index > 3, let tail = cliticLength(bytes, index..<end) {
        tokens.append(ByteRange(index, end - tail))
        tokens.append(ByteRange(end - tail, end))
      } else {
        tokens.append(ByteRange(index, end))
      }
      index = end
    }
  }

  private func tokenEnd(_ bytes: Span<UInt8>, _ index: Int, in run: Range<Int>, isLast: Bool) -> Int {
    let (scalarClass, width) = ScalarClass.at(index, in: bytes)
    let next = min(index + width, run.upperBound)
    switch scalarClass {
    case .letter:
      return wordEnd(bytes, index, in: run, isLast: isLast)
    case .digit:
      return numberEnd(bytes, index, in: run, isLast: isLast)
    case .apostrophe:
      return apostropheEnd(bytes, index, next, in: run)
    case .hyphen, .punctuation:
      return punctuationEnd(bytes, index, next, in: run)
    }
  }

  /// The length of a clitic without an apostrophe at the end of a word ("cannot": 3), by the word list.
  private func cliticLength(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int? {
    guard word.count <= 12 else { return nil }
    switch rules.rule(bytes, word) {
    case .cliticOfOne: return 1
    case .cliticOfTwo: return 2
    case .cliticOfThree: return 3
    default: return nil
    }
  }

  /// Behind an apostrophe: a clitic after a word ("'s"), a shortened year ("'90s") or the apostrophe alone.
  private func apostropheEnd(_ bytes: Span<UInt8>, _ index: Int, _ next: Int, in run: Range<Int>) -> Int {
    if index > run.lowerBound, let end = cliticEnd(bytes, after: next, in: run) { return end }
    guard next < run.upperBound, TextBytes.isDigit(bytes[next]) else {
      return next == index + 1 && next < run.upperBound && bytes[next] == bytes[index] ? next + 1 : next
    }
    var end = next
    while end < run.upperBound, TextBytes.isDigit(bytes[end]) { end += 1 }
    if end - next == 2, end < run.upperBound, bytes[end] | 0x20 == UInt8(ascii: "s") { return end + 1 }
    return end - next == 2 ? end : next
  }

  /// Behind a sign: a run of the same sign, or of `!` and `?`, is one token; any other stands alone.
  private func punctuationEnd(_ bytes: Span<UInt8>, _ index: Int, _ next: Int, in run: Range<Int>) -> Int {
    let byte = bytes[index]
    var end = next
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      while end < run.upperBound, bytes[end] == UInt8(ascii: "!") || bytes[end] == UInt8(ascii: "?") { end += 1 }
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"):
      while end < run.upperBound, bytes[end] == byte { end += 1 }
      if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "+"), end == next, index == run.lowerBound {
        return signedEnd(bytes, byte, next, in: run)
      }
    case UInt8(ascii: "`"):
      if end < run.upperBound, bytes[end] == byte { end += 1 }
    default: break
    }
    return end
  }

  /// Behind a hashtag or a figure with a plus sign, which are whole at the start of a run.
  private func signedEnd(_ bytes: Span<UInt8>, _ sign: UInt8, _ next: Int, in run: Range<Int>) -> Int {
    var end = next
    guard end < run.upperBound else { return next }
    if sign == UInt8(ascii: "+") {
      while end < run.upperBound, TextBytes.isDigit(bytes[end]) { end += 1 }
      return end
    }
    guard TextBytes.isLetter(bytes[next]) else { return next }
    while end < run.upperBound {
      let (scalarClass, width) = ScalarClass.at(end, in: bytes)
      guard scalarClass == .letter || scalarClass == .digit else { break }
      end += width
    }
    return min(end, run.upperBound)
  }
}
