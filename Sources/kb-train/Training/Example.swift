import Documents
import LanguageAnalysis

/// One paragraph as the network trains on it: numbers only, or several paragraphs in one.
struct Example {
  /// The row of each word.
  var words: [UInt32] = []
  /// The rows of the pieces, `WordFeatures.pieces` for each word.
  var pieces: [UInt32] = []
  /// The words of each paragraph.
  var paragraphs: [Range<Int>] = []
  /// The words of each sentence.
  var sentences: [Range<Int>] = []
  var upos: [Int] = []
  var xpos: [Int] = []
  /// The place of each head in its sentence, counted from 1; 0 for the root.
  var heads: [Int] = []
  var relations: [Int] = []
  /// The entity tags; -1 where the sentence has no spans.
  var entities: [Int] = []
  /// Whether the entity tags know three classes only.
  var hasThreeClasses: [Bool] = []

  /// The number of words.
  var count: Int { words.count }

  /// Adds the words of another.
  mutating func append(_ other: Example) {
    let base = count
    words += other.words
    pieces += other.pieces
    paragraphs += other.paragraphs.map { $0.lowerBound + base..<$0.upperBound + base }
    sentences += other.sentences.map { $0.lowerBound + base..<$0.upperBound + base }
    upos += other.upos
    xpos += other.xpos
    heads += other.heads
    relations += other.relations
    entities += other.entities
    hasThreeClasses += other.hasThreeClasses
  }
}

/// The words that have a row of their own, most frequent first.
struct Vocabulary {
  /// The row of each key; row 0 is for unknown words.
  private(set) var rows: [TextKey: UInt32] = [:]
  /// How often the treebanks have the word of each row.
  private(set) var counts: [Int] = [0]

  /// Adds a word once more.
  mutating func count(_ key: TextKey) {
    if let row = rows[key] {
      counts[Int(row)] += 1
    } else {
      rows[key] = UInt32(counts.count)
      counts.append(1)
    }
  }

  /// Adds a word that the treebanks do not have.
  mutating func addUnseen(_ key: TextKey) {
    guard rows[key] == nil else { return }
    rows[key] = UInt32(counts.count)
    counts.append(0)
  }

  /// The number of rows.
  var size: Int { counts.count }
}

extension Example {
  /// Reads one paragraph.
  init(_ paragraph: TreebankParagraph, _ vocabulary: Vocabulary) {
    var features = WordFeatures()
    for sentence in paragraph.sentences {
      let start = words.count
      for word in sentence.words {
        let key = paragraph.text.withBytes { bytes in features.read(bytes, word.range, into: &pieces) }
        words.append(vocabulary.rows[key] ?? 0)
        upos.append(UPOS.allCases.firstIndex(of: word.upos) ?? 0)
        xpos.append(XPOS.allCases.firstIndex(of: word.xpos) ?? 0)
        heads.append(word.head + 1)
        relations.append(DependencyRelation.allCases.firstIndex(of: word.relation) ?? 0)
        entities.append(word.entity ?? -1)
        hasThreeClasses.append(paragraph.hasThreeClasses)
      }
      sentences.append(start..<words.count)
    }
    paragraphs = [0..<words.count]
  }
}
