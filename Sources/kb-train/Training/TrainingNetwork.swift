import LanguageAnalysis

/// The whole network while it trains.
///
/// A token's embedding is the sum of its word's row and its pieces' rows. Layer 1 reads a paragraph, and from it comes
/// where sentences start; the other layers read a sentence each. Tags come from layer 2, entities and the tree from
/// the last: arcs and relations are scored for pairs of words (after Dozat and Manning 2017).
struct TrainingNetwork {
  let shape: NetworkShape
  var words: Matrix
  /// From what is known of words elsewhere to their embedding.
  var vectorMap: Matrix
  var kinds: Matrix
  private let knowledge: Knowledge
  var pieces: Matrix
  var layers: [RecurrentLayer]
  var starts: Matrix
  var startsBias: Matrix
  var tags: Matrix
  var tagsBias: Matrix
  var entities: Matrix
  var entitiesBias: Matrix
  /// The scores of entity tags (columns) behind others and behind the start of a sentence (rows).
  var transitions = Matrix(16, TrainingNetwork.entityColumns)
  var parser: ParserHead
  /// The share of numbers that dropout keeps.
  var kept: Float = 0.75
  /// The count of words that are taken for unknown every other time.
  var rareness: Float = 0

  static let startColumns = 16
  static let tagColumns = (NetworkShape.tags + 15) / 16 * 16
  static let entityColumns = 16

  init(_ shape: NetworkShape, _ knowledge: Knowledge, _ random: inout SplitMix) {
    self.shape = shape
    self.knowledge = knowledge
    vectorMap = Matrix(Knowledge.width, shape.input, bound: (3 / Float(Knowledge.width)).squareRoot(), &random)
    kinds = Matrix(knowledge.kinds, shape.input, bound: 0.1, &random)
    words = Matrix(shape.words, shape.input, bound: 0.1, &random)
    // Pieces that the training never meets add nothing.
    pieces = Matrix(WordFeatures.pieceRows, shape.input)
    layers = []
    for layer in 0..<shape.layers {
      layers.append(
        RecurrentLayer(inputs: layer == 0 ? shape.input : shape.output, units: shape.units, &random))
    }
    let bound = (3 / Float(shape.output)).squareRoot()
    starts = Matrix(shape.output, Self.startColumns, bound: bound, &random)
    startsBias = Matrix(1, Self.startColumns)
    tags = Matrix(shape.output, Self.tagColumns, bound: bound, &random)
    tagsBias = Matrix(1, Self.tagColumns)
    entities = Matrix(shape.output, Self.entityColumns, bound: bound, &random)
    entitiesBias = Matrix(1, Self.entityColumns)
    parser = ParserHead(shape, &random)
  }

  /// Trains on one batch.
  mutating func train(_ batch: Example, _ optimizer: Optimizer, _ random: inout SplitMix) {
    let rows = batch.count
    let known = droppedWords(batch, &random)
    let vectors = known.informed.flatMap { row in
      knowledge.vectors[Int(row) * Knowledge.width..<(Int(row) + 1) * Knowledge.width]
    }
    let embedded = embed(batch, known, vectors)
    var masks: [[Float]] = [mask(rows * shape.input, &random)]
    var outputs: [[Float]] = []
    var traces: [RecurrentLayer.Trace] = []
    var input = Self.times(embedded, masks[0])
    for (index, layer) in layers.enumerated() {
      let sequences = index == 0 ? batch.paragraphs : batch.sentences
      var (output, trace) = layer.forward(input, rows: rows, sequences)
      if index > 0 { for place in output.indices { output[place] += outputs[index - 1][place] } }
      outputs.append(output)
      traces.append(trace)
      masks.append(mask(output.count, &random))
      input = Self.times(output, masks[index + 1])
    }
    var gradients = outputs.map { [Float](repeating: 0, count: $0.count) }
    headGradients(batch, outputs, masks, &gradients)
    for index in layers.indices.reversed() {
      let back = layers[index].backward(gradients[index], rows: rows, traces[index])
      if index == 0 {
        scatter(Self.times(back, masks[0]), batch, known, vectors)
      } else {
        for place in back.indices {
          gradients[index - 1][place] += gradients[index][place] + back[place] * masks[index][place]
        }
      }
    }
    step(optimizer, batch, known)
  }

  /// Adds to the gradients of each layer's output what the heads on it want.
  private mutating func headGradients(
    _ batch: Example, _ outputs: [[Float]], _ masks: [[Float]], _ gradients: inout [[Float]]
  ) {
    let tagLayer = min(1, layers.count - 1)
    let last = layers.count - 1
    Self.add(startGradients(batch, Self.times(outputs[0], masks[1])), masks[1], to: &gradients[0])
    Self.add(
      tagGradients(batch, Self.times(outputs[tagLayer], masks[tagLayer + 1])), masks[tagLayer + 1],
      to: &gradients[tagLayer])
    let top = Self.times(outputs[last], masks[last + 1])
    Self.add(entityGradients(batch, top), masks[last + 1], to: &gradients[last])
    Self.add(parser.gradients(batch, top, rows: batch.count), masks[last + 1], to: &gradients[last])
  }

  private static func add(_ values: [Float], _ mask: [Float], to sums: inout [Float]) {
    for index in values.indices { sums[index] += values[index] * mask[index] }
  }

  private static func times(_ values: [Float], _ mask: [Float]) -> [Float] {
    var result = values
    for index in values.indices { result[index] *= mask[index] }
    return result
  }

  private func mask(_ count: Int, _ random: inout SplitMix) -> [Float] {
    let limit = UInt32(kept * 65_536)
    let scale = 1 / kept
    var mask = [Float](repeating: 0, count: count)
    var bits: UInt64 = 0
    for index in 0..<count {
      if index % 4 == 0 { bits = random.next() }
      mask[index] = UInt32(bits & 0xFFFF) < limit ? scale : 0
      bits >>= 16
    }
    return mask
  }

  /// The rows of a batch's words: those of their own embeddings, those of what is known of them elsewhere, and those of
  /// their pieces, -1 for pieces that are left out.
  private struct KnownRows {
    var own: [UInt32] = []
    var informed: [UInt32] = []
    var pieces: [Int32] = []
  }

  /// Rare words are taken for unknown now and then, so that the row of unknown words learns what they are like; at times
  /// without the pieces that tell them from others, and without what is known of them elsewhere.
  private func droppedWords(_ batch: Example, _ random: inout SplitMix) -> KnownRows {
    var rows = KnownRows()
    rows.pieces = batch.pieces.map { Int32($0) }
    for (index, row) in batch.words.enumerated() {
      let isDropped = random.unit() < rareness / (rareness + Float(wordCounts[Int(row)]))
      let isForgotten = random.unit() < 0.3
      let isStrange = random.unit() < 0.5
      rows.own.append(isDropped ? 0 : row)
      rows.informed.append(isDropped && isForgotten ? 0 : row)
      guard isDropped, isStrange else { continue }
      for piece in WordFeatures.tellingPieces { rows.pieces[index * WordFeatures.pieces + piece] = -1 }
    }
    return rows
  }

  /// How often the treebanks have each word.
  var wordCounts: [Int] = []

  private func embed(_ batch: Example, _ known: KnownRows, _ vectors: [Float]) -> [Float] {
    let width = shape.input
    var sums = Product.forward(vectors, vectorMap, rows: batch.count)
    for index in 0..<batch.count {
      Self.addRow(words.values, Int(known.own[index]), to: &sums, at: index * width, width)
      for piece in 0..<WordFeatures.pieces {
        let row = Int(known.pieces[index * WordFeatures.pieces + piece])
        if row >= 0 { Self.addRow(pieces.values, row, to: &sums, at: index * width, width) }
      }
      for kind in knowledge.kindsOfRows[Int(known.informed[index])] {
        Self.addRow(kinds.values, Int(kind), to: &sums, at: index * width, width)
      }
    }
    return sums
  }

  static func addRow(_ rows: [Float], _ row: Int, to sums: inout [Float], at place: Int, _ width: Int) {
    for column in 0..<width { sums[place + column] += rows[row * width + column] }
  }

  private mutating func scatter(
    _ gradients: [Float], _ batch: Example, _ known: KnownRows, _ vectors: [Float]
  ) {
    let width = shape.input
    for index in 0..<batch.count {
      Self.add(gradients, index, to: &words.gradients, row: Int(known.own[index]), width)
      for piece in 0..<WordFeatures.pieces {
        let row = Int(known.pieces[index * WordFeatures.pieces + piece])
        if row >= 0 { Self.add(gradients, index, to: &pieces.gradients, row: row, width) }
      }
      for kind in knowledge.kindsOfRows[Int(known.informed[index])] {
        Self.add(gradients, index, to: &kinds.gradients, row: Int(kind), width)
      }
    }
    Product.addWeightGradients(vectors, &vectorMap, gradients, rows: batch.count)
  }

  private static func add(_ gradients: [Float], _ index: Int, to rows: inout [Float], row: Int, _ width: Int) {
    for column in 0..<width { rows[row * width + column] += gradients[index * width + column] }
  }

  /// The embedding of every word of the vocabulary, with what is known of it elsewhere.
  func finishedWords() -> [Float] {
    let width = shape.input
    var rows = Product.forward(knowledge.vectors, vectorMap, rows: shape.words)
    for row in 0..<shape.words {
      Self.addRow(words.values, wordCounts[row] > 0 ? row : 0, to: &rows, at: row * width, width)
      for kind in knowledge.kindsOfRows[row] {
        Self.addRow(kinds.values, Int(kind), to: &rows, at: row * width, width)
      }
    }
    return rows
  }

  private mutating func step(_ optimizer: Optimizer, _ batch: Example, _ known: KnownRows) {
    var optimizer = optimizer
    let norm =
      layers.reduce(0) { $0 + $1.weights.gradientNorm } + tags.gradientNorm + entities.gradientNorm
      + parser.gradientNorm
    optimizer.clip = Float(min(1, 5 / (norm.squareRoot() + 1e-9)))
    for row in Set(known.own).sorted() { words.step(optimizer, row: Int(row)) }
    for row in Set(known.pieces).sorted() where row >= 0 { pieces.step(optimizer, row: Int(row)) }
    for index in layers.indices { layers[index].step(optimizer) }
    vectorMap.step(optimizer)
    for kind in Set(known.informed.flatMap { knowledge.kindsOfRows[Int($0)] }).sorted() {
      kinds.step(optimizer, row: Int(kind))
    }
    starts.step(optimizer)
    startsBias.step(optimizer)
    tags.step(optimizer)
    tagsBias.step(optimizer)
    entities.step(optimizer)
    entitiesBias.step(optimizer)
    transitions.step(optimizer)
    parser.step(optimizer)
  }
}
