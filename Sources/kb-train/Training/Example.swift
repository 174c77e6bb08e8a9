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
  /// Words at which a sentence starts that is read together with the one before it.
  var hiddenStarts: [Int] = []
  var upos = Targets()
  var xpos = Targets()
  /// The place of each head in its sentence, counted from 1; 0 for the root.
  var heads = Targets()
  /// The relation to the head that is wanted most.
  var relations = Targets()
  /// The entity tags; nothing where the sentence has no spans.
  var entities = Targets()
  /// What the entity tags of each word say.
  var entityScheme: [EntityScheme] = []

  /// The number of words.
  var count: Int { words.count }

  /// Adds the words of another.
  mutating func append(_ other: Example) {
    let base = count
    words += other.words
    pieces += other.pieces
    paragraphs += other.paragraphs.map { $0.lowerBound + base..<$0.upperBound + base }
    sentences += other.sentences.map { $0.lowerBound + base..<$0.upperBound + base }
    hiddenStarts += other.hiddenStarts.map { $0 + base }
    upos.append(other.upos)
    xpos.append(other.xpos)
    heads.append(other.heads)
    relations.append(other.relations)
    entities.append(other.entities)
    entityScheme += other.entityScheme
  }
}

/// What entity tags say of a word.
enum EntityScheme: UInt8 {
  /// Its name's label among all, or that it is part of none.
  case allClasses
  /// The same for persons, organisations and places only: other words may be part of other names.
  case threeClasses
  /// What teachers hold probable.
  case opinions
}

extension Example {
  /// What is wanted of the entity tags of a sentence, given what the network holds probable; nil where its tags are not
  /// a legal sequence.
  func wantedEntities(
    _ sentence: Range<Int>, _ scores: [Float], stride: Int, _ chain: TagChain, _ found: TagChain.Marginals
  ) -> TagChain.Marginals? {
    if entityScheme[sentence.lowerBound] == .opinions {
      var wanted = TagChain.Marginals(tags: [Float](repeating: 0, count: found.tags.count), pairs: found.pairs)
      for (word, row) in sentence.enumerated() {
        for place in entities.places(row) {
          wanted.tags[word * NetworkShape.entities + Int(entities.classes[place])] = entities.shares[place]
        }
      }
      return wanted
    }
    return chain.marginals(scores, sentence, stride: stride, allowed: sentence.map(allowedEntities))
  }

  /// The entity tags that a word may have, a bit each.
  private func allowedEntities(_ row: Int) -> UInt16 {
    guard let tag = entities.best(row) else { return .max }
    return tag == 0 && entityScheme[row] == .threeClasses ? Self.noneOfThree : 1 << UInt16(tag)
  }

  /// The tags of all words that are part of no person, organisation or place.
  private static let noneOfThree: UInt16 = TagTables.labels.enumerated().reduce(1) { bits, label in
    LabelledSpan.counted.contains(label.element) ? bits : bits | 3 << UInt16(1 + 2 * label.offset)
  }
}

extension Example {
  /// The row of each word's wanted head; -1 for roots.
  var headRows: [Int] {
    var rows = [Int](repeating: -1, count: count)
    for sentence in sentences {
      for row in sentence {
        if let head = heads.best(row), head > 0 { rows[row] = sentence.lowerBound + head - 1 }
      }
    }
    return rows
  }
}

extension Example: NumberStreamable {
  func write(to stream: inout NumberWriter) {
    stream.write(words)
    stream.write(pieces)
    stream.write((paragraphs + sentences).map { Int32($0.count) })
    stream.write([UInt32(paragraphs.count)])
    for targets in [upos, xpos, heads, relations, entities] { targets.write(to: &stream) }
    stream.write(entityScheme.map(\.rawValue))
  }

  init(from stream: inout NumberReader) throws {
    words = try stream.read()
    pieces = try stream.read()
    let lengths: [Int32] = try stream.read()
    let count: [UInt32] = try stream.read()
    paragraphs = Self.runs(lengths.prefix(Int(count[0])))
    sentences = Self.runs(lengths.dropFirst(Int(count[0])))
    upos = try Targets(from: &stream)
    xpos = try Targets(from: &stream)
    heads = try Targets(from: &stream)
    relations = try Targets(from: &stream)
    entities = try Targets(from: &stream)
    entityScheme = try stream.read().map { EntityScheme(rawValue: $0) ?? .opinions }
  }

  private static func runs(_ lengths: ArraySlice<Int32>) -> [Range<Int>] {
    var start = 0
    return lengths.map { length in
      defer { start += Int(length) }
      return start..<start + Int(length)
    }
  }
}

/// The words that have a row of their own, most frequent first.
struct Vocabulary {
  /// The row of each key; row 0 is for unknown words.
  private(set) var rows: [TextKey: UInt32] = [:]
  private var variants: Set<TextKey> = []
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

  /// Has a word that the treebanks do not have read as another that they have.
  mutating func addVariant(_ key: TextKey, of other: TextKey) {
    guard let row = rows[other], counts[Int(row)] > 0 else { return }
    if let own = rows[key], counts[Int(own)] > 0 { return }
    rows[key] = row
    variants.insert(key)
  }

  /// The row of a word that shares it with none that stands for it.
  func ownRow(_ key: TextKey) -> Int? { variants.contains(key) ? nil : rows[key].map { Int($0) } }

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
        if let entity = word.entity { entities.append(entity) } else { entities.appendNothing() }
        entityScheme.append(paragraph.hasThreeClasses ? .threeClasses : .allClasses)
      }
      sentences.append(start..<words.count)
    }
    paragraphs = [0..<words.count]
  }
}
