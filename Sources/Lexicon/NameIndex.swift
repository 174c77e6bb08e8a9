public import Documents

/// Names of one or more words, found in running text by the longest match, without an allocation a look-up.
///
/// A name is known by the hash of its bytes with ASCII capitals folded, runs of white space as one blank and curly
/// apostrophes straight. The hashes of its beginnings are kept as well, up to each place where a tokenizer may end a
/// token, so that a walk over tokens stops at the first one that no name goes on with.
public struct NameIndex: Sendable {
  /// A name that stands in a text.
  public struct Match: Sendable, Hashable {
    /// The number of words that the name covers, from 1.
    public var words: Int
    /// The entries of that name, never empty, in the order in which they were added.
    public var entries: [Int]
    /// Whether the name means something else as well, so that the text has to decide.
    public var isAmbiguous: Bool
  }

  private struct Spelling: Sendable {
    var name: String
    var entry: Int32
    var isAmbiguous: Bool
    /// The next spelling of the same hash, or -1.
    var next: Int32
  }

  private var spellings: [Spelling] = []
  /// The first spelling of each hash; -1 for one that is a beginning only.
  private var heads: KeyTable

  /// Makes an empty index with room for so many names.
  init(capacity: Int = 0) {
    spellings.reserveCapacity(capacity)
    heads = KeyTable(capacity: capacity * 3)
  }

  /// Adds a name for an entry; one that ends in `?` is ambiguous.
  mutating func add(_ marked: Substring, entry: Int) {
    let isAmbiguous = marked.utf8.last == 0x3F
    let name = isAmbiguous ? String(Substring(marked.utf8.dropLast())) : String(marked)
    guard !name.isEmpty else { return }
    var hash = FoldedHash()
    let bytes = name.utf8.span
    for index in 0..<bytes.count {
      if index > 0, Self.isBoundary(bytes[index - 1], bytes[index]), heads[hash.value] == nil { heads[hash.value] = -1 }
      hash.add(bytes, at: index)
    }
    append(
      Spelling(name: name, entry: Int32(entry), isAmbiguous: isAmbiguous, next: -1), hash: hash.value)
  }

  private mutating func append(_ spelling: Spelling, hash: UInt64) {
    let place = Int32(spellings.count)
    spellings.append(spelling)
    guard var last = heads[hash], last >= 0 else {
      heads[hash] = place
      return
    }
    while spellings[Int(last)].next >= 0 { last = spellings[Int(last)].next }
    spellings[Int(last)].next = place
  }

  /// Whether a tokenizer may part a word between the two bytes.
  private static func isBoundary(_ a: UInt8, _ b: UInt8) -> Bool { !isWordByte(a) || !isWordByte(b) }
  private static func isWordByte(_ byte: UInt8) -> Bool {
    TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || byte >= 0x80
  }

  /// The longest name that begins with the word at `start` and ends with a word before `end`.
  ///
  /// A name matches where every capital of its spelling is one in the text, so that "us" is no country.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - words: the words' ranges in the text, in order.
  public func longestMatch(in bytes: Span<UInt8>, words: [ByteRange], from start: Int, to end: Int) -> Match? {
    var hash = FoldedHash()
    var best: Match?
    var position = words[start].start
    for word in start..<end {
      if word > start, words[word].start > position { hash.addBlank() }
      for index in words[word].start..<words[word].end { hash.add(bytes, at: index) }
      position = words[word].end
      guard let head = heads[hash.value] else { break }
      guard head >= 0 else { continue }
      if let found = match(head, bytes, words[start].start..<position, words: word - start + 1) { best = found }
    }
    return best
  }

  /// The entries whose name is `text`, in any case.
  public func entries(named text: some StringProtocol) -> Match? {
    var hash = FoldedHash()
    let text = String(text)
    let bytes = text.utf8.span
    for index in 0..<bytes.count { hash.add(bytes, at: index) }
    guard let head = heads[hash.value], head >= 0 else { return nil }
    return collect(head, words: 1) { _ in true }
  }

  private func match(_ head: Int32, _ bytes: Span<UInt8>, _ range: Range<Int>, words: Int) -> Match? {
    var found: Match?
    var place = head
    while place >= 0 {
      let spelling = spellings[Int(place)]
      if Self.agrees(spelling.name.utf8.span, bytes, range) { Self.note(spelling, in: &found, words: words) }
      place = spelling.next
    }
    return found
  }

  private func collect(_ head: Int32, words: Int, where agrees: (Spelling) -> Bool) -> Match? {
    var found: Match?
    var place = head
    while place >= 0 {
      let spelling = spellings[Int(place)]
      if agrees(spelling) { Self.note(spelling, in: &found, words: words) }
      place = spelling.next
    }
    return found
  }

  private static func note(_ spelling: Spelling, in match: inout Match?, words: Int) {
    let entry = Int(spelling.entry)
    guard var known = match else {
      match = Match(words: words, entries: [entry], isAmbiguous: spelling.isAmbiguous)
      return
    }
    if !known.entries.contains(entry) { known.entries.append(entry) }
    known.isAmbiguous = known.isAmbiguous || spelling.isAmbiguous
    match = known
  }

  /// Whether each ASCII capital of the name is a capital in the text, blanks and apostrophes aside.
  private static func agrees(_ name: Span<UInt8>, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    for place in 0..<name.count where TextBytes.isLetter(name[place]) {
      while index < range.upperBound, !TextBytes.isLetter(bytes[index]) { index += 1 }
      guard index < range.upperBound else { return false }
      if TextBytes.isUpper(name[place]), !TextBytes.isUpper(bytes[index]) { return false }
      index += 1
    }
    return true
  }
}

/// A hash of text that is the same for capitals and small letters, one blank and many, curly and straight apostrophes.
///
/// FNV-1a; see ``TextKey``.
struct FoldedHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private var endsInBlank = false

  mutating func add(_ bytes: Span<UInt8>, at index: Int) {
    let byte = bytes[index]
    if TextBytes.isLetter(byte) {
      step(TextBytes.lowered(byte))
      endsInBlank = false
      return
    }
    if TextBytes.isSpace(byte) { return addBlank() }
    // U+2018 and U+2019 are E2 80 98 and E2 80 99: one apostrophe at their last byte.
    if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0x98 { return }
    if byte == 0x80, index > 0, bytes[index - 1] == 0xE2, index + 1 < bytes.count, bytes[index + 1] & 0xFE == 0x98 {
      return
    }
    let isCurly = byte & 0xFE == 0x98 && index >= 2 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
    step(isCurly ? 0x27 : TextBytes.lowered(byte))
    endsInBlank = false
  }

  mutating func addBlank() {
    if !endsInBlank { step(0x20) }
    endsInBlank = true
  }

  private mutating func step(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}
