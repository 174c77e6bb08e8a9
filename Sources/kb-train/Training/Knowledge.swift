import Documents
import LanguageAnalysis

/// What is known of words from elsewhere than the treebanks: vectors, kinds of names, and how often they are
/// capitalised. The rows are the vocabulary's.
struct Knowledge {
  /// The numbers of a word's vector.
  static let width = 2 * WordVectors.width + PretrainedVectors.width
  /// The length that vectors are brought to.
  private static let length: Float = 2

  private(set) var vectors: [Float] = []
  /// The kinds of each row's word: its capitals, the gazetteer's, then its classes.
  private(set) var kindsOfRows: [[UInt16]] = []
  /// How many kinds there are.
  private(set) var kinds = 0

  /// Adds the words that only the corpus or the word lists have to the vocabulary, and collects what is known of all.
  init(_ corpus: Corpus, _ wordVectors: CorpusVectors, _ lists: WordLists, _ vocabulary: inout Vocabulary) {
    for (word, key) in corpus.keys.enumerated() where corpus.counts[word] >= 3 { vocabulary.addUnseen(key) }
    for key in lists.gazetteer.keys + lists.clusters.keys + lists.vectors.keys { vocabulary.addUnseen(key) }
    vectors = [Float](repeating: 0, count: vocabulary.size * Self.width)
    kindsOfRows = [[UInt16]](repeating: [], count: vocabulary.size)
    let half = WordVectors.width
    for (word, key) in corpus.keys.enumerated() {
      guard let row = vocabulary.ownRow(key) else { continue }
      for column in 0..<half {
        vectors[row * Self.width + column] = wordVectors.bag[word * half + column] * Self.length
        vectors[row * Self.width + half + column] = wordVectors.structured[word * half + column] * Self.length
      }
      if let kind = Self.capitalKind(corpus, word) { kindsOfRows[row].append(kind) }
    }
    add(lists.vectors, vocabulary)
    add(lists.gazetteer.kinds, from: 4, vocabulary)
    let first = 4 + lists.gazetteer.count
    add(lists.clusters.classes, from: first, vocabulary)
    kinds = first + lists.clusters.count
  }

  private mutating func add(_ pretrained: PretrainedVectors, _ vocabulary: Vocabulary) {
    for (word, key) in pretrained.keys.enumerated() {
      guard let row = vocabulary.ownRow(key) else { continue }
      let place = (row + 1) * Self.width - PretrainedVectors.width
      for column in 0..<PretrainedVectors.width {
        vectors[place + column] = pretrained.values[word * PretrainedVectors.width + column] * Self.length
      }
    }
  }

  private mutating func add(_ kinds: [TextKey: [UInt16]], from first: Int, _ vocabulary: Vocabulary) {
    for (key, kinds) in kinds {
      guard let row = vocabulary.ownRow(key) else { continue }
      kindsOfRows[row] += kinds.map { $0 + UInt16(first) }
    }
  }

  /// How often a word has a capital inside a sentence, in four steps.
  private static func capitalKind(_ corpus: Corpus, _ word: Int) -> UInt16? {
    let inside = corpus.inside[word]
    guard inside >= 3 else { return nil }
    let share = Float(corpus.capitals[word]) / Float(inside)
    return share < 0.05 ? 0 : share < 0.5 ? 1 : share < 0.95 ? 2 : 3
  }
}

/// The kinds of names that words are known for, from gazetteer.tsv.
struct Gazetteer {
  /// The kinds of each word, numbered from 0.
  private(set) var kinds: [TextKey: [UInt16]] = [:]
  /// How many kinds there are.
  private(set) var count = 0
  /// The words in file order.
  private(set) var keys: [TextKey] = []

  init(_ text: String) throws {
    var numbers: [Substring: UInt16] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { throw TreebankError(description: "gazetteer.tsv: cannot read: \(line)") }
      let number = numbers[cells[0]] ?? UInt16(numbers.count)
      numbers[cells[0]] = number
      for word in cells[1].split(separator: " ") {
        let key = TextKey(String(word))
        if kinds[key] == nil { keys.append(key) }
        kinds[key, default: []].append(number)
      }
    }
    count = numbers.count
  }
}
