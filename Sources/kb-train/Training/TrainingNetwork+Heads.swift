import LanguageAnalysis

extension TrainingNetwork {
  /// The gradients of the loss of where sentences start, for the inputs of that head.
  mutating func startGradients(_ batch: Example, _ inputs: [Float]) -> [Float] {
    var scores = Self.scores(inputs, starts, startsBias, rows: batch.count)
    let first = Set(batch.sentences.map(\.lowerBound))
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

  /// The gradients of the loss of the entities, for the inputs of that head. Where the spans know three classes only,
  /// no span means no span of those: any other tag is as good.
  mutating func entityGradients(_ batch: Example, _ inputs: [Float]) -> [Float] {
    var scores = Self.scores(inputs, entities, entitiesBias, rows: batch.count)
    let weight = 1 / Float(batch.count)
    let outside = [0] + Array(7..<NetworkShape.entities)
    for row in 0..<batch.count {
      let range = row * Self.entityColumns..<row * Self.entityColumns + NetworkShape.entities
      if batch.hasThreeClasses[row], batch.entities.best(row) == 0 {
        Loss.choice(&scores, range, wanted: outside, weight: weight)
      } else {
        Loss.choice(&scores, range, wanted: batch.entities, row, weight: weight)
      }
      for index in range.upperBound..<(row + 1) * Self.entityColumns { scores[index] = 0 }
    }
    return Self.backward(inputs, &entities, &entitiesBias, scores, rows: batch.count)
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
