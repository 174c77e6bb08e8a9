import Documents

/// The network in use: from tokens to the numbers that sentence ends, tags, entities and trees are read from.
struct Encoder: Sendable {
  let shape: NetworkShape
  private let words: KeyTable
  private let wordRows: EmbeddingTable
  private let pieceRows: EmbeddingTable
  private let embeddingScale: Float
  private let layers: [QuantizedMatrix]
  let starts: QuantizedMatrix
  let tags: QuantizedMatrix
  let entities: QuantizedMatrix
  let entityTransitions: EntityTransitions
  let parser: ParserScorer

  init(_ model: LanguageModel) {
    shape = NetworkShape(model.numbers(.shape, as: Int32.self))
    words = KeyTable(model.section(.words))
    wordRows = EmbeddingTable(model.section(.wordRows), width: shape.input)
    pieceRows = EmbeddingTable(model.section(.pieceRows), width: shape.input)
    embeddingScale = model.numbers(.numbers, as: Float.self)[0]
    let kinds: [ModelSectionKind] = [.firstLayer, .secondLayer, .thirdLayer]
    layers = kinds.prefix(shape.layers).map { QuantizedMatrix(model.section($0)) }
    starts = QuantizedMatrix(model.section(.starts))
    tags = QuantizedMatrix(model.section(.tags))
    entities = QuantizedMatrix(model.section(.entities))
    entityTransitions = EntityTransitions(model.numbers(.entityTransitions, as: Float.self))
    parser = ParserScorer(model, shape)
  }

  /// Embeds the tokens of a window.
  func embed(_ bytes: Span<UInt8>, _ tokens: ArraySlice<ByteRange>, in memory: inout NetworkMemory) {
    memory.prepare(shape, tokens: tokens.count)
    for index in 0..<tokens.count * shape.input { memory.sums[index] = 0 }
    for (index, range) in tokens.enumerated() {
      memory.pieces.removeAll(keepingCapacity: true)
      let key = memory.features.read(bytes, range, into: &memory.pieces)
      memory.word[0] = words[key.value] ?? 0
      let place = index * shape.input
      Kernels.addRows(wordRows, memory.word, 0..<1, to: &memory.sums, at: place)
      Kernels.addRows(pieceRows, memory.pieces, 0..<WordFeatures.pieces, to: &memory.sums, at: place)
    }
    Kernels.quantize(
      memory.sums, count: tokens.count * shape.input, scale: embeddingScale, into: &memory.inputs)
  }

  /// Runs layer `index` over all tokens, each sequence for itself; its outputs replace those of the layer below.
  func run(_ index: Int, _ sequences: [Range<Int>], tokens: Int, in memory: inout NetworkMemory) {
    let layer = layers[index]
    Kernels.dense(memory.inputs, rows: tokens, layer, into: &memory.sums)
    for sequence in sequences {
      for direction in 0..<2 {
        Kernels.recur(
          memory.sums, sequence, layer, direction: direction, units: shape.units, states: &memory.states,
          into: &memory.outputs)
      }
    }
    let count = tokens * shape.output
    if index > 0 {
      Kernels.addAndQuantize(&memory.outputs, memory.residual, count: count, into: &memory.inputs)
    } else {
      Kernels.quantize(memory.outputs, count: count, into: &memory.inputs)
    }
    swap(&memory.outputs, &memory.residual)
  }

  /// The scores of a head for all tokens, in `memory.sums`, without its bias.
  func score(_ head: QuantizedMatrix, tokens: Int, in memory: inout NetworkMemory) {
    Kernels.dense(memory.inputs, rows: tokens, head, into: &memory.sums)
  }
}

/// The arrays that the network works in, kept from window to window.
struct NetworkMemory {
  var features = WordFeatures()
  var pieces: [UInt32] = []
  var word: [UInt32] = [0]
  /// The inputs of the next product.
  var inputs: [Int16] = []
  var sums: [Int32] = []
  var states: [Float] = []
  var outputs: [Float] = []
  /// The outputs of the last layer that ran.
  var residual: [Float] = []

  /// Grows the arrays to a window's size.
  mutating func prepare(_ shape: NetworkShape, tokens: Int) {
    grow(&inputs, tokens * max(shape.input, shape.output), 0)
    grow(&sums, tokens * max(shape.input, shape.gates, shape.parser, NetworkShape.tags + 16), 0)
    grow(&states, shape.units, 0)
    grow(&outputs, tokens * shape.output, 0)
    grow(&residual, tokens * shape.output, 0)
  }

  private func grow<Number>(_ array: inout [Number], _ count: Int, _ zero: Number) {
    if array.count < count { array += [Number](repeating: zero, count: count - array.count) }
  }
}
