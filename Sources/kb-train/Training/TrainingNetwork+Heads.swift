import LanguageAnalysis

extension TrainingNetwork {
  /// The gradients of the loss of where sentences start, for the inputs of that head.
  mutating func startGradients(_ batch: Example, _ inputs: [Float]) -> [Float] {
    var scores = Self.scores(inputs, starts, startsBias, rows: batch.count)
    let first = Set(batch.sentences.map(\.lowerBound) + batch.hiddenStarts)
    let opening = Set(batch.paragraphs.map(\.lowerBound))
    let weight = 1 / Float(batch.count)
    for row in 0..<batch.count {
      let range = row * Self.startColumns..<row * Self.startColumns + 2
      if opening.contains(row) {
        for index in range { scores[index] = 0 }
      } else {
        Loss.choice(&scores, range, wanted: first.contains(row) ? 1 : 0, weight: weight)
      }
      for index in range.upperBound..<(row + 1) * Self.startColumns { scores[index] = 0 }
    }
    return Self.backward(inputs, &starts, &startsBias, scores, rows: batch.count)
  }

  /// The gradients of the loss of the tags, for the inputs of that head.
  mutating func tagGradients(_ batch: Example, _ inputs: [Float]) -> [Float] {
    var scores = Self.scores(inputs, tags, tagsBias, rows: batch.count)
    let weight = 1 / Float(batch.count)
    let universal = UPOS.allCases.count
    for row in 0..<batch.count {
      let start = row * Self.tagColumns
      Loss.choice(&scores, start..<start + universal, wanted: batch.upos, row, weight: weight)
      Loss.choice(&scores, start + universal..<start + NetworkShape.tags, wanted: batch.xpos, row, weight: weight)
      for index in start + NetworkShape.tags..<start + Self.tagColumns { scores[index] = 0 }
    }
    return Self.backward(inputs, &tags, &tagsBias, scores, rows: batch.count)
  }

  /// The gradients of the loss of the entities, for the inputs of that head.
  mutating func entityGradients(_ batch: Example, _ inputs: [Float]) -> [Float] {
    let scores = Self.scores(inputs, entities, entitiesBias, rows: batch.count)
    var gradients = [Float](repeating: 0, count: scores.count)
    let chain = TagChain(transitions)
    let weight = 1 / Float(batch.count)
    for sentence in batch.sentences {
      guard let found = chain.marginals(scores, sentence, stride: Self.entityColumns),
        let wanted = batch.wantedEntities(sentence, scores, stride: Self.entityColumns, chain, found)
      else { continue }
      for (word, row) in sentence.enumerated() {
        for tag in 0..<NetworkShape.entities {
          let place = word * NetworkShape.entities + tag
          gradients[row * Self.entityColumns + tag] = (found.tags[place] - wanted.tags[place]) * weight
        }
      }
      for place in found.pairs.indices {
        let (before, tag) = place.quotientAndRemainder(dividingBy: NetworkShape.entities)
        transitions.gradients[before * Self.entityColumns + tag] += (found.pairs[place] - wanted.pairs[place]) * weight
      }
    }
    return Self.backward(inputs, &entities, &entitiesBias, gradients, rows: batch.count)
  }

  /// The scores of entity tags behind others, as the model keeps them.
  var transitionScores: [Float] {
    (0...NetworkShape.entities).flatMap { before in
      transitions.values[before * Self.entityColumns..<before * Self.entityColumns + NetworkShape.entities]
    }
  }

  static func scores(_ inputs: [Float], _ weights: Matrix, _ bias: Matrix, rows: Int) -> [Float] {
    var scores = Product.forward(inputs, weights, rows: rows)
    for row in 0..<rows {
      for column in 0..<weights.columns { scores[row * weights.columns + column] += bias.values[column] }
    }
    return scores
  }

  static func backward(
    _ inputs: [Float], _ weights: inout Matrix, _ bias: inout Matrix, _ gradients: [Float], rows: Int
  ) -> [Float] {
    for row in 0..<rows {
      for column in 0..<weights.columns { bias.gradients[column] += gradients[row * weights.columns + column] }
    }
    return Product.backward(inputs, &weights, gradients, rows: rows)
  }
}
