import LanguageAnalysis

/// The scorers of arcs and relations while they train.
///
/// A token has a vector as dependent and one as head. The score of an arc is their bilinear product, plus a score of
/// the head alone, plus one of their distance. A relation is chosen from the rectified sum of two smaller vectors.
struct ParserHead {
  private let shape: NetworkShape
  /// From the encoder's output: arc as dependent, arc as head, relation as dependent, relation as head.
  var projection: Matrix
  var projectionBias: Matrix
  var bilinear: Matrix
  /// The vector of the root as head, and what each number of a head's vector is worth alone.
  var root: Matrix
  var headWorth: Matrix
  var distance: Matrix
  var relations: Matrix
  var relationsBias: Matrix

  static let relationColumns = (NetworkShape.relations + 15) / 16 * 16

  init(_ shape: NetworkShape, _ random: inout SplitMix) {
    self.shape = shape
    projection = Matrix(shape.output, shape.parser, bound: (3 / Float(shape.output)).squareRoot(), &random)
    projectionBias = Matrix(1, shape.parser)
    bilinear = Matrix(shape.arc, shape.arc, bound: (1 / Float(shape.arc)).squareRoot(), &random)
    root = Matrix(1, shape.arc, bound: 0.1, &random)
    headWorth = Matrix(1, shape.arc)
    distance = Matrix(1, NetworkShape.distances)
    relations = Matrix(
      shape.relation, Self.relationColumns, bound: (3 / Float(shape.relation)).squareRoot(), &random)
    relationsBias = Matrix(1, Self.relationColumns)
  }

  var gradientNorm: Double { projection.gradientNorm + bilinear.gradientNorm + relations.gradientNorm }

  mutating func step(_ optimizer: Optimizer) {
    projection.step(optimizer)
    projectionBias.step(optimizer)
    bilinear.step(optimizer)
    root.step(optimizer)
    headWorth.step(optimizer)
    distance.step(optimizer)
    relations.step(optimizer)
    relationsBias.step(optimizer)
  }

  /// The gradients of the loss of the tree, for the inputs.
  mutating func gradients(_ batch: Example, _ inputs: [Float], rows: Int) -> [Float] {
    let width = shape.parser
    let arcs = 2 * shape.arc
    let vectors = vectors(inputs, rows: rows)
    var gradients = [Float](repeating: 0, count: rows * width)
    let weight = 1 / Float(rows)
    for sentence in batch.sentences { arcGradients(batch, sentence, vectors, weight, &gradients) }
    relationGradients(batch, vectors, weight, &gradients)
    for row in 0..<rows {
      for column in 0..<arcs where vectors[row * width + column] < 0 { gradients[row * width + column] *= 0.1 }
    }
    return TrainingNetwork.backward(inputs, &projection, &projectionBias, gradients, rows: rows)
  }

  /// The vectors of all words.
  func vectors(_ inputs: [Float], rows: Int) -> [Float] {
    let width = shape.parser
    var vectors = TrainingNetwork.scores(inputs, projection, projectionBias, rows: rows)
    for row in 0..<rows {
      for column in 0..<2 * shape.arc where vectors[row * width + column] < 0 { vectors[row * width + column] *= 0.1 }
    }
    return vectors
  }

  /// The scores of all arcs of a sentence with the vectors that they come from.
  struct Arcs {
    var queries: [Float]
    /// Row 0 is the root, then the words; padded to full lanes.
    var heads: [Float]
    /// A row of `padded` numbers a word.
    var scores: [Float]
    var padded: Int
  }

  /// The arcs of a sentence.
  func arcs(_ sentence: Range<Int>, _ vectors: [Float]) -> Arcs {
    let (count, arc, width) = (sentence.count, shape.arc, shape.parser)
    let start = sentence.lowerBound * width
    var queries = [Float](repeating: 0, count: count * arc)
    Product.add(
      vectors, Operand(start: start, rowStride: width), bilinear.values, rows: count, depth: arc, width: arc,
      to: &queries)
    let padded = (count + 1 + 15) / 16 * 16
    var heads = [Float](repeating: 0, count: padded * arc)
    for column in 0..<arc { heads[column] = root.values[column] }
    for word in 0..<count {
      for column in 0..<arc { heads[(word + 1) * arc + column] = vectors[start + word * width + arc + column] }
    }
    return Arcs(
      queries: queries, heads: heads, scores: scores(queries, heads, count: count, padded: padded), padded: padded)
  }

  private mutating func arcGradients(
    _ batch: Example, _ sentence: Range<Int>, _ vectors: [Float], _ weight: Float, _ gradients: inout [Float]
  ) {
    let count = sentence.count
    var arcs = arcs(sentence, vectors)
    let padded = arcs.padded
    for word in 0..<count {
      let row = word * padded
      Loss.choice(
        &arcs.scores, row..<row + count + 1, wanted: batch.heads, sentence.lowerBound + word, weight: weight)
      for index in row + count + 1..<row + padded { arcs.scores[index] = 0 }
      for head in 0...count { distance.gradients[Self.place(word, head)] += arcs.scores[row + head] }
    }
    let span = Span(start: sentence.lowerBound * shape.parser, count: count, padded: padded)
    backward(arcs.scores, arcs.queries, arcs.heads, span, vectors, &gradients)
  }

  private struct Span {
    var start: Int
    var count: Int
    var padded: Int
  }

  static func place(_ word: Int, _ head: Int) -> Int {
    head == 0 ? NetworkShape.distances - 1 : NetworkShape.place(ofDistance: head - 1 - word)
  }

  private func scores(_ queries: [Float], _ heads: [Float], count: Int, padded: Int) -> [Float] {
    let arc = shape.arc
    var scores = [Float](repeating: 0, count: count * padded)
    let turned = Product.transposed(heads, rows: padded, columns: arc)
    Product.add(
      queries, Operand(rowStride: arc), turned, rows: count, depth: arc, width: padded, to: &scores)
    var worth = [Float](repeating: 0, count: padded)
    for head in 0..<padded {
      for column in 0..<arc { worth[head] += heads[head * arc + column] * headWorth.values[column] }
    }
    for word in 0..<count {
      for head in 0...count {
        scores[word * padded + head] += worth[head] + distance.values[Self.place(word, head)]
      }
      scores[word * padded + word + 1] = -1e9
    }
    return scores
  }

  private mutating func backward(
    _ scores: [Float], _ queries: [Float], _ heads: [Float], _ span: Span, _ vectors: [Float],
    _ gradients: inout [Float]
  ) {
    let (arc, width, count, padded) = (shape.arc, shape.parser, span.count, span.padded)
    var queryGradients = [Float](repeating: 0, count: count * arc)
    Product.add(
      scores, Operand(rowStride: padded), heads, rows: count, depth: padded, width: arc, to: &queryGradients)
    var headGradients = [Float](repeating: 0, count: padded * arc)
    Product.add(
      scores, Operand(rowStride: 1, columnStride: padded), queries, rows: padded, depth: count, width: arc,
      to: &headGradients)
    for head in 0...count {
      var sum: Float = 0
      for word in 0..<count { sum += scores[word * padded + head] }
      for column in 0..<arc {
        headGradients[head * arc + column] += sum * headWorth.values[column]
        headWorth.gradients[column] += sum * heads[head * arc + column]
      }
    }
    Product.add(
      vectors, Operand(start: span.start, rowStride: 1, columnStride: width), queryGradients, rows: arc, depth: count,
      width: arc, to: &bilinear.gradients)
    var dependents = [Float](repeating: 0, count: count * arc)
    let turned = Product.transposed(bilinear.values, rows: arc, columns: arc)
    Product.add(
      queryGradients, Operand(rowStride: arc), turned, rows: count, depth: arc, width: arc, to: &dependents)
    for column in 0..<arc { root.gradients[column] += headGradients[column] }
    for word in 0..<count {
      let place = span.start + word * width
      for column in 0..<arc {
        gradients[place + column] += dependents[word * arc + column]
        gradients[place + arc + column] += headGradients[(word + 1) * arc + column]
      }
    }
  }

  /// The numbers that relations are chosen from, for each word with its head's row; zeros where that is -1.
  func hidden(_ vectors: [Float], _ headRows: [Int]) -> [Float] {
    let (width, size, first) = (shape.parser, shape.relation, 2 * shape.arc)
    var hidden = [Float](repeating: 0, count: headRows.count * size)
    for (row, head) in headRows.enumerated() where head >= 0 {
      for column in 0..<size {
        hidden[row * size + column] = max(
          0, vectors[row * width + first + column] + vectors[head * width + first + size + column])
      }
    }
    return hidden
  }

  /// For each word with its right head.
  private mutating func relationGradients(
    _ batch: Example, _ vectors: [Float], _ weight: Float, _ gradients: inout [Float]
  ) {
    let (width, size, first) = (shape.parser, shape.relation, 2 * shape.arc)
    let rows = batch.count
    let headRows = batch.headRows
    let hidden = hidden(vectors, headRows)
    var scores = TrainingNetwork.scores(hidden, relations, relationsBias, rows: rows)
    for row in 0..<rows {
      let start = row * Self.relationColumns
      if headRows[row] >= 0 {
        Loss.choice(
          &scores, start..<start + NetworkShape.relations, wanted: batch.relations, row, weight: weight)
        for index in start + NetworkShape.relations..<start + Self.relationColumns { scores[index] = 0 }
      } else {
        for index in start..<start + Self.relationColumns { scores[index] = 0 }
      }
    }
    let back = TrainingNetwork.backward(hidden, &relations, &relationsBias, scores, rows: rows)
    for row in 0..<rows where headRows[row] >= 0 {
      let head = headRows[row]
      for column in 0..<size where hidden[row * size + column] > 0 {
        gradients[row * width + first + column] += back[row * size + column]
        gradients[head * width + first + size + column] += back[row * size + column]
      }
    }
  }
}
