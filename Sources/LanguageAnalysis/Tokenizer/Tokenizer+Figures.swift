import Documents

extension Tokenizer {
  /// Behind the figure that starts at `index`: digits with separators between digits, telephone numbers, dates, and
  /// letters that belong to it ("1990s", "20th"), but not units ("10" "km").
  func numberEnd(_ bytes: Span<UInt8>, _ index: Int, in run: Range<Int>, isLast: Bool) -> Int {
    var end = index
    var hyphens = 0
    while end < run.upperBound {
      let byte = bytes[end]
      if TextBytes.isDigit(byte) {
        end += 1
      } else if isSeparator(byte), isDigit(bytes, end + 1, in: run) {
        end += 1
      } else if byte == UInt8(ascii: "-"), isDigit(bytes, end + 1, in: run),
        hyphens > 0 || isHyphenated(bytes, index, end, in: run)
      {
        hyphens += 1
        end += 1
      } else {
        break
      }
    }
    return lettersOfFigure(bytes, index, end, in: run, isLast: isLast)
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
  }

  private func isDigit(_ bytes: Span<UInt8>, _ index: Int, in run: Range<Int>) -> Bool {
    index < run.upperBound && TextBytes.isDigit(bytes[index])
  }

  /// Whether the digits before and behind a hyphen are a telephone number, a ZIP code or a date, not a range: three
  /// groups, or three to five digits before four that are not two years.
  private func isHyphenated(_ bytes: Span<UInt8>, _ index: Int, _ hyphen: Int, in run: Range<Int>) -> Bool {
    var end = hyphen + 1
    while isDigit(bytes, end, in: run) { end += 1 }
    if end + 1 < run.upperBound, bytes[end] == UInt8(ascii: "-"), TextBytes.isDigit(bytes[end + 1]) { return true }
    var first = hyphen
    while first > index, TextBytes.isDigit(bytes[first - 1]) { first -= 1 }
    return end - hyphen == 5 && (hyphen - first == 3 || hyphen - first == 5)
  }

  private func lettersOfFigure(
    _ bytes: Span<UInt8>, _ index: Int, _ end: Int, in run: Range<Int>, isLast: Bool
  ) -> Int {
    guard end < run.upperBound, ScalarClass.at(end, in: bytes).scalarClass == .letter else { return end }
    var letters = end
    while letters < run.upperBound, TextBytes.isLetter(bytes[letters]) { letters += 1 }
    if rules.rule(bytes, end..<letters) == .unit { return end }
    return wordEnd(bytes, end, in: run, isLast: isLast)
  }
}
