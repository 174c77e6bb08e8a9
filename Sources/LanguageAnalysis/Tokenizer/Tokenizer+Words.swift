import Documents

extension Tokenizer {
  /// Behind the word that starts at `index`.
  func wordEnd(_ bytes: Span<UInt8>, _ index: Int, in run: Range<Int>, isLast: Bool) -> Int {
    var end = index
    var segment = index
    while end < run.upperBound {
      let (scalarClass, width) = ScalarClass.at(end, in: bytes)
      switch scalarClass {
      case .letter, .digit:
        end += width
      case .apostrophe:
        guard let joined = apostropheJoin(bytes, index..<end, width, in: run) else {
          return endBeforeApostrophe(bytes, index..<end, width, in: run)
        }
        end = joined
      case .hyphen:
        if isStutter(bytes, index..<end, in: run) { return end + width }
        guard width == 1, hyphenJoins(bytes, index..<end, segment: segment, in: run) else { return end }
        end += 1
        segment = end
      case .punctuation:
        let byte = bytes[end]
        if byte == UInt8(ascii: ".") {
          guard let joined = stopJoin(bytes, index..<end, segment: segment, in: run, isLast: isLast) else { return end }
          if joined.closes { return joined.end }
          end = joined.end
          segment = end
        } else if signJoins(bytes, byte, index..<end, in: run) {
          end += 1
          if byte == UInt8(ascii: "$") { return end }
        } else {
          return end
        }
      }
    }
    return min(end, run.upperBound)
  }

  /// Where the letters and digits that start at `index` end.
  private func lettersEnd(_ bytes: Span<UInt8>, _ index: Int, in run: Range<Int>) -> Int {
    var end = index
    while end < run.upperBound {
      let (scalarClass, width) = ScalarClass.at(end, in: bytes)
      guard scalarClass == .letter || scalarClass == .digit else { break }
      end += width
    }
    return min(end, run.upperBound)
  }

  /// Behind the clitic whose letters start at `index` ("s", "re", "ve", "ll", "d", "m"), or nil.
  func cliticEnd(_ bytes: Span<UInt8>, after index: Int, in run: Range<Int>) -> Int? {
    let end = lettersEnd(bytes, index, in: run)
    let first = index < end ? bytes[index] | 0x20 : 0
    switch end - index {
    case 1:
      return first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "m") ? end : nil
    case 2:
      let second = bytes[index + 1] | 0x20
      if second == UInt8(ascii: "e") { return first == UInt8(ascii: "r") || first == UInt8(ascii: "v") ? end : nil }
      return first == UInt8(ascii: "l") && second == UInt8(ascii: "l") ? end : nil
    default: return nil
    }
  }

  /// Behind the apostrophe where the word goes on through it ("O'Brien"), or nil where it ends before.
  private func apostropheJoin(_ bytes: Span<UInt8>, _ word: Range<Int>, _ width: Int, in run: Range<Int>) -> Int? {
    let next = word.upperBound + width
    let end = lettersEnd(bytes, next, in: run)
    guard end > next, cliticEnd(bytes, after: next, in: run) == nil else { return nil }
    if end == next + 1, bytes[next] | 0x20 == UInt8(ascii: "t") {
      return isNegated(bytes, word) ? nil : next
    }
    return next
  }

  /// The word's end before an apostrophe that it does not go on through: one byte earlier before "n't".
  private func endBeforeApostrophe(
    _ bytes: Span<UInt8>, _ word: Range<Int>, _ width: Int, in run: Range<Int>
  ) -> Int {
    let next = word.upperBound + width
    if word.count == 1, isNegated(bytes, word) { return lettersEnd(bytes, next, in: run) }
    let negates =
      isNegated(bytes, word) && lettersEnd(bytes, next, in: run) == next + 1
      && bytes[next] | 0x20 == UInt8(ascii: "t")
    return negates ? word.upperBound - 1 : word.upperBound
  }

  private func isNegated(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    bytes[word.upperBound - 1] | 0x20 == UInt8(ascii: "n")
  }

  /// Whether a hyphen behind the word closes the run, and the word is the begin of another that was broken off ("th-").
  private func isStutter(_ bytes: Span<UInt8>, _ word: Range<Int>, in run: Range<Int>) -> Bool {
    word.count <= 2 && word.upperBound + 1 == run.upperBound && TextBytes.isLetter(bytes[word.lowerBound])
  }

  /// Whether a hyphen behind the word belongs to it: after a prefix, or in a word of the list.
  private func hyphenJoins(_ bytes: Span<UInt8>, _ word: Range<Int>, segment: Int, in run: Range<Int>) -> Bool {
    let next = word.upperBound + 1
    let end = lettersEnd(bytes, next, in: run)
    guard end > next, word.upperBound - segment <= 8 else { return false }
    if segment == word.lowerBound, rules.rule(bytes, segment..<word.upperBound) == .prefix { return true }
    return end - word.lowerBound <= 24 && rules.rule(bytes, word.lowerBound..<end) == .whole
  }

  /// Whether `&`, `@`, `$` or `/` behind a short word in capitals belongs to it ("AT&T", "US$").
  private func signJoins(_ bytes: Span<UInt8>, _ sign: UInt8, _ word: Range<Int>, in run: Range<Int>) -> Bool {
    let next = word.upperBound + 1
    guard next < run.upperBound, word.count <= 3 else { return false }
    for index in word where !TextBytes.isUpper(bytes[index]) { return false }
    if sign == UInt8(ascii: "$") { return word.count <= 2 && TextBytes.isDigit(bytes[next]) }
    return sign == UInt8(ascii: "&") && TextBytes.isUpper(bytes[next])
  }

  /// What a full stop behind the word does: nil where it does not belong to the word, else the end behind it and
  /// whether it closes the word.
  private func stopJoin(
    _ bytes: Span<UInt8>, _ word: Range<Int>, segment: Int, in run: Range<Int>, isLast: Bool
  ) -> (end: Int, closes: Bool)? {
    let stop = word.upperBound + 1
    if stop < run.upperBound {
      let (nextClass, _) = ScalarClass.at(stop, in: bytes)
      if nextClass == .letter || nextClass == .digit { return innerStop(bytes, word, segment: segment, in: run) }
    }
    guard stop >= run.upperBound || bytes[stop] != UInt8(ascii: ".") else { return nil }
    let length = word.upperBound - segment
    if length == 1, segment > word.lowerBound { return (stop, true) }
    if length == 1, TextBytes.isUpper(bytes[segment]), bytes[segment] != UInt8(ascii: "I") {
      return isLast && stop == run.upperBound ? nil : (stop, true)
    }
    guard word.count <= 12 else { return nil }
    switch rules.rule(bytes, word.lowerBound..<stop) {
    case .abbreviation: return (stop, true)
    case .innerAbbreviation: return goesOn(bytes, stop, in: run, isLast: isLast) ? (stop, true) : nil
    case .numberAbbreviation: return precedesFigure(bytes, stop) ? (stop, true) : nil
    default: return nil
    }
  }

  /// A full stop between letters: inside initials ("U.S"), names of files and internet addresses, versions; else the
  /// blank between two sentences is missing.
  private func innerStop(
    _ bytes: Span<UInt8>, _ word: Range<Int>, segment: Int, in run: Range<Int>
  ) -> (end: Int, closes: Bool)? {
    let next = word.upperBound + 1
    let end = lettersEnd(bytes, next, in: run)
    if rules.rule(bytes, next..<end) == .domain { return (next, false) }
    if TextBytes.isDigit(bytes[next]) { return TextBytes.isDigit(bytes[word.upperBound - 1]) ? (next, false) : nil }
    if word.upperBound - segment == 1 { return (next, false) }
    if word.count <= 12, rules.rule(bytes, word.lowerBound..<next) == .abbreviation {
      return end < run.upperBound && bytes[end] == UInt8(ascii: ".") ? (next, false) : (next, true)
    }
    return nil
  }

  /// Whether the next word begins with a digit.
  private func precedesFigure(_ bytes: Span<UInt8>, _ stop: Int) -> Bool {
    let next = nextByte(bytes, stop)
    return TextBytes.isDigit(next)
  }

  /// Whether the block goes on, and not with a capital.
  private func goesOn(_ bytes: Span<UInt8>, _ stop: Int, in run: Range<Int>, isLast: Bool) -> Bool {
    if stop == run.upperBound, isLast { return false }
    return !TextBytes.isUpper(nextByte(bytes, stop))
  }

  /// The first byte behind white space from `index` on, or 0 at the end.
  private func nextByte(_ bytes: Span<UInt8>, _ index: Int) -> UInt8 {
    var index = index
    while index < bytes.count, let width = TextBytes.blankWidth(bytes, at: index) { index += width }
    return index < bytes.count ? bytes[index] : 0
  }
}
