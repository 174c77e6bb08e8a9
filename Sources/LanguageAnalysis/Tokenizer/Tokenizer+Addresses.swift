import Documents

extension Tokenizer {
  /// Behind the part of a run that is one token as a whole, from its start: an internet or e-mail address or a sign of
  /// the list (":-)"); nil where the run is to be scanned.
  func wholeRun(_ bytes: Span<UInt8>, _ run: Range<Int>) -> Int? {
    if run.count >= 2, run.count <= 24, !TextBytes.isLetter(bytes[run.lowerBound]), rules.rule(bytes, run) == .whole {
      return run.upperBound
    }
    guard run.count >= 6 else { return nil }
    let isAddress = hasScheme(bytes, run) || isMail(bytes, run)
    guard isAddress, ScalarClass.at(run.lowerBound, in: bytes).scalarClass != .punctuation else { return nil }
    return addressEnd(bytes, run)
  }

  /// Whether the run starts with "www." or holds "://".
  private func hasScheme(_ bytes: Span<UInt8>, _ run: Range<Int>) -> Bool {
    let first = run.lowerBound
    if bytes[first] | 0x20 == UInt8(ascii: "w") {
      if bytes[first + 1] | 0x20 == UInt8(ascii: "w"), bytes[first + 2] | 0x20 == UInt8(ascii: "w"),
        bytes[first + 3] == UInt8(ascii: ".")
      {
        return true
      }
    }
    for index in first..<min(first + 10, run.upperBound - 2) where bytes[index] == UInt8(ascii: ":") {
      return bytes[index + 1] == UInt8(ascii: "/") && bytes[index + 2] == UInt8(ascii: "/")
    }
    return false
  }

  /// Whether the run has an at sign between letters or digits.
  private func isMail(_ bytes: Span<UInt8>, _ run: Range<Int>) -> Bool {
    for index in run.lowerBound + 1..<run.upperBound - 1 where bytes[index] == UInt8(ascii: "@") {
      return isWord(bytes[index - 1]) && isWord(bytes[index + 1])
    }
    return false
  }

  private func isWord(_ byte: UInt8) -> Bool { TextBytes.isLetter(byte) || TextBytes.isDigit(byte) }

  /// The run's end without closing punctuation.
  private func addressEnd(_ bytes: Span<UInt8>, _ run: Range<Int>) -> Int {
    var end = run.upperBound
    while end > run.lowerBound + 4 {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        end -= 1
      default: return end
      }
    }
    return end
  }
}
