internal import Documents

/// The nearest thing that can be read, for what cannot.
extension QueryParser {
  /// What to do about a word that is not understood.
  func hint(for token: QueryToken) -> String {
    if let nearest = Nearest.words(to: token.folded, among: vocabulary.suggestible, limit: 3).first {
      return "did you mean “\(nearest)”? To look for the word, say “about \(token.text)”"
    }
    return "to look for the word, say “about \(token.text)”; by an actor, say “by \(token.text)”"
  }

  private func canRead(_ phrase: String) -> Bool {
    var parser = QueryParser(vocabulary: vocabulary, today: today)
    parser.names = names
    parser.makesSuggestions = false
    return parser.parse(phrase).query != nil
  }

  /// Phrases near this one that can be read: its words with the unknown ones corrected, then what was understood, then
  /// the plain subject.
  func suggestions(for query: TypedQuery?) -> [String] {
    var words = tokens.map { $0.isQuoted ? "\"\($0.text)\"" : $0.text }
    let unknown = draft.diagnostics.filter { $0.code == "unknown-word" }.compactMap(\.range)
    var isCorrected = false
    var understood: [String] = []
    for index in tokens.indices {
      guard unknown.contains(tokens[index].range) else {
        understood.append(words[index])
        continue
      }
      guard let nearest = Nearest.words(to: tokens[index].folded, among: vocabulary.suggestible, limit: 1).first else {
        continue
      }
      words[index] = nearest
      isCorrected = true
    }
    var phrases = isCorrected ? [words.joined(separator: " ")] : []
    if !isCorrected, !unknown.isEmpty {
      let sought = tokens.filter { unknown.contains($0.range) }.map(\.text).joined(separator: " ")
      phrases.append("\(query == nil ? "documents" : understood.joined(separator: " ")) about \(sought)")
      if query != nil { phrases.append(understood.joined(separator: " ")) }
    }
    if let subject = query?.subject {
      phrases.append("\(subject.rawValue) by \(subject.dimensions[0].rawValue)")
    } else {
      phrases += ["commitments by country", "operations by kind", "latest events"]
    }
    var seen: Set<String> = []
    return phrases.filter { $0.utf8.count <= 200 && seen.insert($0).inserted && canRead($0) }
  }
}

/// Words at a small edit distance.
public enum Nearest {
  /// The words of `candidates` that take at most two edits (one for up to six letters) to become `word`, nearest
  /// first, then by the alphabet.
  ///
  /// An edit adds, drops or changes a letter or swaps two neighbours (Damerau 1964, restricted).
  /// - Complexity: O(candidates × length²).
  public static func words(to word: String, among candidates: some Collection<String>, limit: Int) -> [String] {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard wanted.count >= 3, wanted.count <= 40 else { return [] }
    let most = wanted.count <= 6 ? 1 : 2
    let wantedLetters = letters(wanted)
    var found: [(distance: Int, word: String)] = []
    for candidate in candidates {
      guard abs(candidate.utf8.count - word.utf8.count) <= 4 * most else { continue }
      let scalars = Array(candidate.lowercased().unicodeScalars)
      guard abs(scalars.count - wanted.count) <= most,
        (letters(scalars) ^ wantedLetters).nonzeroBitCount <= 2 * most
      else { continue }
      let distance = distance(wanted, scalars)
      if distance > 0, distance <= most { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.word) < ($1.distance, $1.word) }
    return found.prefix(limit).map(\.word)
  }

  /// The letters that occur, as bits: an edit changes two of them at most.
  private static func letters(_ word: [Unicode.Scalar]) -> UInt64 {
    word.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        current[j] = min(last[j] + 1, current[j - 1] + 1, change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, current)
    }
    return last[b.count]
  }
}
