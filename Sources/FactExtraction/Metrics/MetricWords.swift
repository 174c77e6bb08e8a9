internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// The words that may belong to a figure's metric: those around it in its sentence and those of all wordings, each once.
struct MetricWords {
  /// A word with where it stands.
  struct Word {
    var key: TextKey
    var text: String
    /// Its first place in the sentence; nil for a word of a wording that stands elsewhere.
    var token: Int?
    /// Whether the wording of the rules has it.
    var isByRule = false
    /// The kinds of the wordings that have it, each once.
    var kinds: [MetricWording.Kind] = []
  }

  /// The wordings, each text once; the first is that of the rules.
  private(set) var wordings: [MetricWording] = []
  /// The words of each wording, as places in `words`.
  private(set) var contents: [[Int]] = []
  private(set) var words: [Word] = []

  /// How many tokens around a figure are looked at, so that a sentence of a thousand figures takes no longer for each.
  private static let reach = 60
  /// Words that carry no meaning of their own.
  private static let functionWords = KeySet(
    words: """
      the a an of to in on for and with by at from its their his her that will be as s t who which was were is are has had \
      have not
      """)

  init(_ made: MetricWordings) {
    let reading = made.finder.reading
    let sentence = reading.sentences[reading.sentence(of: made.candidate.head)].tokens
    let figure = made.candidate.tokens
    let near = (figure.lowerBound - Self.reach..<figure.upperBound + Self.reach).clamped(to: sentence)
    for token in near where reading.tokens[token].upos != .punctuation {
      guard !made.finder.phrases.isFigure(token, made.candidate) else { continue }
      Self.eachWord(of: reading.form(token)) { _ = place(of: $0, $1, at: token) }
    }
    var known: [String: Int] = [:]
    for wording in made.all {
      let text = wording.metric.text
      let index = known[text] ?? wordings.count
      if index == wordings.count {
        known[text] = index
        wordings.append(wording)
        contents.append(content(of: text))
      }
      for word in contents[index] {
        if index == 0 { words[word].isByRule = true }
        if !words[word].kinds.contains(wording.kind) { words[word].kinds.append(wording.kind) }
      }
    }
  }

  /// The words of a wording, each once.
  private mutating func content(of text: String) -> [Int] {
    var content: [Int] = []
    // The analysis has folded the case of all letters, of which those beyond ASCII are rare.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    Self.eachWord(of: isASCII ? text : text.lowercased()) { key, bytes in
      if let place = place(of: key, bytes, at: nil), !content.contains(place) { content.append(place) }
    }
    return content
  }

  private mutating func place(of key: TextKey, _ bytes: [UInt8], at token: Int?) -> Int? {
    if Self.functionWords.contains(key) { return nil }
    if let place = words.firstIndex(where: { $0.key == key }) { return place }
    words.append(Word(key: key, text: String(decoding: bytes, as: UTF8.self), token: token))
    return words.count - 1
  }

  /// Calls `body` with each run of letters and digits, ASCII capitals folded: its key and its bytes.
  private static func eachWord(of text: String, _ body: (TextKey, [UInt8]) -> Void) {
    var key = TextKey.Builder()
    var bytes: [UInt8] = []
    func end() {
      if !bytes.isEmpty { body(key.key, bytes) }
      key = TextKey.Builder()
      bytes.removeAll(keepingCapacity: true)
    }
    // Punctuation and symbols beyond ASCII begin with C2 (U+0080 to U+00BF) or E2 (U+2000 to U+2FFF).
    var skipped = 0
    for byte in text.utf8 {
      if skipped > 0 {
        skipped -= 1
      } else if byte == 0xC2 || byte == 0xE2 {
        end()
        skipped = byte == 0xC2 ? 1 : 2
      } else if byte >= 0x80 || TextBytes.isLetter(byte) || TextBytes.isDigit(byte) {
        key.add(TextBytes.lowered(byte))
        bytes.append(TextBytes.lowered(byte))
      } else {
        end()
      }
    }
    end()
  }
}
