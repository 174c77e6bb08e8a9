/// The regular inflected forms of English verbs.
enum VerbForms {
  /// Third person, past and present participle of a verb in small letters, with the consonant doubled and not where
  /// stress would decide ("visited", "committed").
  static func forms(of verb: String) -> [String] {
    let letters = Array(verb.utf8)
    guard letters.count > 2, letters.allSatisfy({ $0 &- 0x61 < 26 }) else { return [] }
    let last = letters[letters.count - 1]
    let before = letters[letters.count - 2]
    if last == UInt8(ascii: "e") {
      return [verb + "s", verb + "d", String(verb.dropLast()) + "ing"]
    }
    if last == UInt8(ascii: "y"), !isVowel(before) {
      return [String(verb.dropLast()) + "ies", String(verb.dropLast()) + "ied", verb + "ing"]
    }
    let plain = [verb + (takesEs(last, before) ? "es" : "s"), verb + "ed", verb + "ing"]
    guard doubles(letters) else { return plain }
    let doubled = verb + String(verb.suffix(1))
    return plain + [doubled + "ed", doubled + "ing"]
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }

  private static func takesEs(_ last: UInt8, _ before: UInt8) -> Bool {
    if "sxzo".utf8.contains(last) { return true }
    return last == UInt8(ascii: "h") && "cs".utf8.contains(before)
  }

  /// Consonant, one vowel, consonant other than w, x and y; an l also behind two vowels, as in British spelling.
  private static func doubles(_ letters: [UInt8]) -> Bool {
    let count = letters.count
    guard !isVowel(letters[count - 1]), !"wxy".utf8.contains(letters[count - 1]) else { return false }
    let isShort = !isVowel(letters[count - 3]) || letters[count - 1] == UInt8(ascii: "l")
    return isVowel(letters[count - 2]) && isShort
  }
}
