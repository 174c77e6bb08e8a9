internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// The words that may belong to a figure's metric: those of its sentence and of all wordings, each once.
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
  private var places: [TextKey: Int] = [:]

  /// Words that carry no meaning of their own.
  private static let functionWords = KeySet(
    words: """
      the a an of to in on for and with by at from its their his her that will be as s t who which was were is are has had \
      have not
      """)

  init(_ made: MetricWordings) {
    let reading = made.finder.reading
    let sentence = reading.sentences[reading.sentence(of: made.candidate.head)].tokens
    for token in sentence where reading.tokens[token].upos != .punctuation {
      guard !made.finder.phrases.isFigure(token, made.candidate) else { continue }
      for word in Self.words(of: reading.form(token)) { _ = place(of: word, at: token) }
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
    for word in Self.words(of: text.lowercased()) {
      if let place = place(of: word, at: nil), !content.contains(place) { content.append(place) }
    }
    return content
  }

  private mutating func place(of word: Substring, at token: Int?) -> Int? {
    let text = String(word)
    let key = TextKey(text)
    if Self.functionWords.contains(key) { return nil }
    if let place = places[key] { return place }
    places[key] = words.count
    words.append(Word(key: key, text: text, token: token))
    return words.count - 1
  }

  private static func words(of text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }
}
