import Documents
import LanguageAnalysis

/// Scores an analyser on a treebank from raw text.
struct Evaluator {
  var analyzer: LanguageAnalyzer

  /// The scores of one paragraph: words are compared by the bytes they cover, as in the CoNLL 2018 shared task
  /// (a head is right where it is the right word or both are roots; relations are compared without subtypes).
  func scores(_ paragraph: TreebankParagraph) -> Scores {
    let analysis = analyzer.analyze(Document(source: "", text: paragraph.text))
    var scores = Self.scores(analysis, paragraph)
    let sentences = paragraph.sentences.map { $0.words.map(\.range) }
    Self.addGold(analyzer.analyze(paragraph.text, sentences: sentences), paragraph, to: &scores)
    return scores
  }

  /// The relations that facts are read from.
  private static let core: Set<DependencyRelation> = [
    .nsubj, .nsubjPass, .obj, .iobj, .obl, .oblAgent, .nmod, .ccomp, .xcomp, .conj, .appos,
  ]

  /// Adds the scores of trees over the treebank's own tokens and sentences.
  private static func addGold(_ analysis: Analysis, _ paragraph: TreebankParagraph, to scores: inout Scores) {
    let words = paragraph.sentences.flatMap(\.words)
    if words.allSatisfy({ $0.entity != nil }) {
      let gold = Set(paragraph.sentences.flatMap(LabelledSpan.spans))
      scores.goldNames = nameCounts(analysis, gold).values.reduce(Counts(), +)
    }
    var index = 0
    for sentence in paragraph.sentences {
      let first = index
      for word in sentence.words {
        let token = analysis.tokens[index]
        index += 1
        let isHead = (token.head < 0 ? -1 : Int(token.head) - first) == word.head
        let isUniversal = universal(token.relation) == universal(word.relation)
        scores.goldUAS += Counts(system: 1, gold: 1, correct: isHead ? 1 : 0)
        scores.goldLAS += Counts(system: 1, gold: 1, correct: isHead && isUniversal ? 1 : 0)
        scores.core += Counts(
          system: core.contains(token.relation) ? 1 : 0, gold: core.contains(word.relation) ? 1 : 0,
          correct: core.contains(word.relation) && isHead && token.relation == word.relation ? 1 : 0)
      }
    }
  }

  static func scores(_ analysis: Analysis, _ paragraph: TreebankParagraph) -> Scores {
    var scores = Scores()
    var gold: [ByteRange: (word: TreebankWord, head: ByteRange?)] = [:]
    var goldSentences: Set<ByteRange> = []
    var goldEntities: Set<LabelledSpan> = []
    var hasEntities = true
    for sentence in paragraph.sentences {
      for word in sentence.words {
        gold[word.range] = (word, word.head < 0 ? nil : sentence.words[word.head].range)
        if word.entity == nil { hasEntities = false }
      }
      if let first = sentence.words.first, let last = sentence.words.last {
        goldSentences.insert(first.range.union(last.range))
      }
      goldEntities.formUnion(LabelledSpan.spans(of: sentence))
    }
    scores.sentences = Counts(
      system: analysis.sentences.count, gold: goldSentences.count,
      correct: analysis.sentences.count { goldSentences.contains($0.range) })
    var both = Counts(system: analysis.tokens.count, gold: gold.count)
    (scores.upos, scores.xpos, scores.lemmas, scores.uas, scores.las) = (both, both, both, both, both)
    for token in analysis.tokens {
      guard let (word, head) = gold[token.range] else { continue }
      both.correct += 1
      if token.upos == word.upos { scores.upos.correct += 1 }
      if token.xpos == word.xpos { scores.xpos.correct += 1 }
      if analysis.symbols[token.lemma] == word.lemma || word.lemma == "_" { scores.lemmas.correct += 1 }
      let systemHead = token.head < 0 ? nil : analysis.tokens[Int(token.head)].range
      guard systemHead == head else { continue }
      scores.uas.correct += 1
      if universal(token.relation) == universal(word.relation) { scores.las.correct += 1 }
    }
    scores.tokens = both
    if hasEntities { scores.names = nameCounts(analysis, goldEntities) }
    return scores
  }

  /// Only persons, organisations and places count.
  private static func nameCounts(_ analysis: Analysis, _ gold: Set<LabelledSpan>) -> [EntityMention.Label: Counts] {
    let system = Set(
      analysis.entities.map { entity in
        let first = analysis.tokens[entity.tokens.lowerBound].range
        return LabelledSpan(
          range: first.union(analysis.tokens[entity.tokens.upperBound - 1].range), label: entity.label)
      })
    var counts: [EntityMention.Label: Counts] = [:]
    for label in LabelledSpan.counted {
      counts[label] = Counts(
        system: system.count { $0.label == label }, gold: gold.count { $0.label == label },
        correct: system.intersection(gold).count { $0.label == label })
    }
    return counts
  }

  private static func universal(_ relation: DependencyRelation) -> Substring {
    relation.rawValue.prefix { $0 != ":" }
  }
}

/// A named entity by its bytes.
struct LabelledSpan: Hashable {
  var range: ByteRange
  var label: EntityMention.Label

  /// The labels that are scored.
  static let counted: [EntityMention.Label] = [.person, .organization, .location]

  /// The counted spans of a treebank's sentence.
  static func spans(of sentence: TreebankSentence) -> [LabelledSpan] {
    var spans: [LabelledSpan] = []
    var last = 0
    for word in sentence.words {
      let tag = word.entity ?? 0
      if tag > 0, tag % 2 == 0, last > 0, (last - 1) / 2 == (tag - 1) / 2 {
        spans[spans.count - 1].range = spans[spans.count - 1].range.union(word.range)
      } else if tag > 0 {
        spans.append(LabelledSpan(range: word.range, label: TagTables.labels[(tag - 1) / 2]))
      }
      last = tag
    }
    return spans.filter { counted.contains($0.label) }
  }
}
