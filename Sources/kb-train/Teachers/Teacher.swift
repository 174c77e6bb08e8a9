import LanguageAnalysis

/// A trained network that tells what it thinks of text without annotations, as probabilities.
struct Teacher {
  private let network: TrainingNetwork
  /// The embeddings of all words of the vocabulary.
  private let words: [Float]

  init(_ network: TrainingNetwork) {
    self.network = network
    words = network.finishedWords()
  }

  /// What a network thinks of one batch, a row of probabilities a word.
  struct Opinion {
    /// What the last layer that ran gives.
    var outputs: [Float]
    /// The probability that a sentence starts.
    var starts: [Float]
    var upos: [Float] = []
    var xpos: [Float] = []
    var entities: [Float] = []
    /// The arcs of each sentence, a row a word: the root, then the words.
    var arcs: [[Float]] = []
    var vectors: [Float] = []
  }

  /// Reads the paragraphs of a batch.
  func read(_ batch: Example) -> Opinion {
    let width = network.shape.input
    var embedded = [Float](repeating: 0, count: batch.count * width)
    for index in 0..<batch.count {
      TrainingNetwork.addRow(words, Int(batch.words[index]), to: &embedded, at: index * width, width)
      for piece in 0..<WordFeatures.pieces {
        let row = Int(batch.pieces[index * WordFeatures.pieces + piece])
        TrainingNetwork.addRow(network.pieces.values, row, to: &embedded, at: index * width, width)
      }
    }
    let outputs = network.layers[0].forward(embedded, rows: batch.count, batch.paragraphs).outputs
    let scores = TrainingNetwork.scores(outputs, network.starts, network.startsBias, rows: batch.count)
    let columns = TrainingNetwork.startColumns
    let starts = (0..<batch.count).map { row -> Float in
      var pair = [scores[row * columns], scores[row * columns + 1]]
      Loss.softmax(&pair, 0..<2)
      return pair[1]
    }
    return Opinion(outputs: outputs, starts: starts)
  }

  /// Reads the sentences of a batch, all that the first layer does not tell.
  func readSentences(_ batch: Example, _ opinion: inout Opinion) {
    let rows = batch.count
    for index in 1..<network.layers.count {
      var outputs = network.layers[index].forward(opinion.outputs, rows: rows, batch.sentences).outputs
      for place in outputs.indices { outputs[place] += opinion.outputs[place] }
      opinion.outputs = outputs
      if index == 1 { addTags(rows, &opinion) }
    }
    let entities = TrainingNetwork.scores(opinion.outputs, network.entities, network.entitiesBias, rows: rows)
    let chain = TagChain(network.transitions)
    opinion.entities = batch.sentences.flatMap { sentence in
      chain.marginals(entities, sentence, stride: TrainingNetwork.entityColumns)?.tags ?? []
    }
    opinion.vectors = network.parser.vectors(opinion.outputs, rows: rows)
    opinion.arcs = batch.sentences.map { sentence in
      var arcs = network.parser.arcs(sentence, opinion.vectors)
      return Self.probabilities(&arcs.scores, rows: sentence.count, stride: arcs.padded, 0..<sentence.count + 1)
    }
  }

  private func addTags(_ rows: Int, _ opinion: inout Opinion) {
    var tags = TrainingNetwork.scores(opinion.outputs, network.tags, network.tagsBias, rows: rows)
    let universal = UPOS.allCases.count
    opinion.upos = Self.probabilities(&tags, rows: rows, stride: TrainingNetwork.tagColumns, 0..<universal)
    opinion.xpos = Self.probabilities(
      &tags, rows: rows, stride: TrainingNetwork.tagColumns, universal..<NetworkShape.tags)
  }

  /// The probabilities of the relation to each word's head.
  func relations(_ opinion: Opinion, _ headRows: [Int]) -> [Float] {
    let parser = network.parser
    let hidden = parser.hidden(opinion.vectors, headRows)
    var scores = TrainingNetwork.scores(hidden, parser.relations, parser.relationsBias, rows: headRows.count)
    return Self.probabilities(
      &scores, rows: headRows.count, stride: ParserHead.relationColumns, 0..<NetworkShape.relations)
  }

  /// The probabilities of the choices in `range` of each row, without what else the rows hold.
  private static func probabilities(
    _ scores: inout [Float], rows: Int, stride: Int, _ range: Range<Int>
  ) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(rows * range.count)
    for row in 0..<rows {
      let places = row * stride + range.lowerBound..<row * stride + range.upperBound
      Loss.softmax(&scores, places)
      result += scores[places]
    }
    return result
  }
}
