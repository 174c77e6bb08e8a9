import Documents
import LanguageAnalysis

/// What is known of words from elsewhere than the treebanks: vectors, kinds of names, and how often they are
/// capitalised. The rows are the vocabulary's.
struct Knowledge {
  /// The numbers of a word's vector.
  static let width = 2 * WordVectors.width
  /// Kinds that a word can have, padded for the kernels.
  static let kinds = 32
  /// The length that vectors are brought to.
  private static let length: Float = 2

  private(set) var vectors: [Float] = []
  private(set) var kindsOfRows: [[UInt8]] = []

  /// Adds the words that only the corpus or the gazetteer has to the vocabulary, and collects what is known of all.
  init(_ corpus: Corpus, gazetteer: Gazetteer, _ vocabulary: inout Vocabulary, seed: UInt64) {
    let bag = WordVectors(window: 5, isStructured: false).train(corpus, seed: seed)
    let structured = WordVectors(window: 3, isStructured: true).train(corpus, seed: seed + 1)
    for (word, key) in corpus.keys.enumerated() where corpus.counts[word] >= 3 { vocabulary.addUnseen(key) }
    for key in gazetteer.keys { vocabulary.addUnseen(key) }
    vectors = [Float](repeating: 0, count: vocabulary.size * Self.width)
    kindsOfRows = [[UInt8]](repeating: [], count: vocabulary.size)
    let half = WordVectors.width
    for (word, key) in corpus.keys.enumerated() {
      guard let row = vocabulary.rows[key].map({ Int($0) }) else { continue }
      for column in 0..<half {
        vectors[row * Self.width + column] = bag[word * half + column] * Self.length
        vectors[row * Self.width + half + column] = structured[word * half + column] * Self.length
      }
      if let kind = Self.capitalKind(corpus, word) { kindsOfRows[row].append(kind) }
    }
    for (key, kinds) in gazetteer.kinds {
      guard let row = vocabulary.rows[key] else { continue }
      kindsOfRows[Int(row)] += kinds
    }
  }

  /// How often a word has a capital inside a sentence, in four steps.
  private static func capitalKind(_ corpus: Corpus, _ word: Int) -> UInt8? {
    let inside = corpus.inside[word]
    guard inside >= 3 else { return nil }
    let share = Float(corpus.capitals[word]) / Float(inside)
    return share < 0.05 ? 0 : share < 0.5 ? 1 : share < 0.95 ? 2 : 3
  }
}

/// The kinds of names that words are known for, from gazetteer.tsv.
struct Gazetteer {
  /// The kinds of each word, from 4 on; lower numbers stand for capitals.
  private(set) var kinds: [TextKey: [UInt8]] = [:]
  /// The words in file order.
  private(set) var keys: [TextKey] = []

  init(_ text: String) throws {
    var numbers: [Substring: UInt8] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { throw TreebankError(description: "gazetteer.tsv: cannot read: \(line)") }
      let number = numbers[cells[0]] ?? UInt8(4 + numbers.count)
      guard Int(number) < Knowledge.kinds else { throw TreebankError(description: "gazetteer.tsv: too many kinds") }
      numbers[cells[0]] = number
      for word in cells[1].split(separator: " ") {
        let key = TextKey(String(word))
        if kinds[key] == nil { keys.append(key) }
        kinds[key, default: []].append(number)
      }
    }
  }
}
