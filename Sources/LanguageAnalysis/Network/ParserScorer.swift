/// Scores arcs and relations, and builds the tree of each sentence.
struct ParserScorer: Sendable {
  private let shape: NetworkShape
  private let projection: QuantizedMatrix
  private let bilinear: QuantizedMatrix
  private let relations: QuantizedMatrix
  private let arcs: ArcScorer
  /// Longer sentences are parsed in parts of this many tokens, so that the work stays linear.
  static let longest = 192
  /// Queries are rounded more coarsely than other inputs, because they are larger: ±32 fits.
  private static let queryScale: Float = 0.25

  init(_ model: LanguageModel, _ shape: NetworkShape) {
    self.shape = shape
    projection = QuantizedMatrix(model.section(.parser))
    bilinear = QuantizedMatrix(model.section(.bilinear))
    relations = QuantizedMatrix(model.section(.relations))
    let root = QuantizedMatrix(model.section(.root))
    let distances = Array(model.numbers(.numbers, as: Float.self)[1...])
    arcs = ArcScorer(
      depth: shape.arc, scale: 1 / (QuantizedMatrix.inputScale * QuantizedMatrix.inputScale * Self.queryScale),
      root: root.firstColumn, rootScale: root.scale / Self.queryScale,
      rootBias: distances[NetworkShape.distances - 1],
      distances: (-Self.longest...Self.longest).map { distances[NetworkShape.place(ofDistance: $0)] },
      longest: Self.longest)
  }

  /// The heads (places in the window, -1 for a root) and relations of the tokens of all sentences of a window whose
  /// last layer has run.
  func parse(_ sentences: [Range<Int>], tokens: Int, _ network: inout NetworkMemory, _ memory: inout ParserMemory) {
    memory.prepare(shape, tokens: tokens)
    let arc = shape.arc
    Kernels.dense(network.inputs, rows: tokens, projection, into: &network.sums)
    Kernels.activate(
      network.sums, rows: tokens, projection, columns: 0..<arc, slope: 0.1, into: &memory.dependents)
    Kernels.activate(
      network.sums, rows: tokens, projection, columns: arc..<2 * arc, slope: 0.1, into: &memory.heads)
    Kernels.dense(memory.dependents, rows: tokens, bilinear, into: &memory.sums)
    Kernels.activate(
      memory.sums, rows: tokens, bilinear, columns: 0..<arc, slope: 1, factor: Self.queryScale,
      into: &memory.queries)
    for sentence in sentences { parse(sentence, &memory) }
    relate(network.sums, tokens: tokens, &memory)
  }

  private func parse(_ sentence: Range<Int>, _ memory: inout ParserMemory) {
    var start = sentence.lowerBound
    var firstRoot = -1
    while start < sentence.upperBound {
      let part = start..<min(start + Self.longest, sentence.upperBound)
      Kernels.arcs(
        memory.queries, memory.heads, start: part.lowerBound, count: part.count, arcs, into: &memory.scores)
      memory.decoder.decode(memory.scores, count: part.count)
      for index in 0..<part.count {
        let head = memory.decoder.heads[index]
        memory.result[part.lowerBound + index] = head == 0 ? Int32(firstRoot) : Int32(part.lowerBound + head - 1)
        if head == 0, firstRoot < 0 { firstRoot = part.lowerBound + index }
      }
      start = part.upperBound
    }
  }

  /// The relations of all tokens to their heads, from the projection's sums.
  private func relate(_ sums: [Int32], tokens: Int, _ memory: inout ParserMemory) {
    for token in 0..<tokens { memory.partners[token] = max(0, memory.result[token]) }
    Kernels.activatePairs(
      sums, memory.partners[..<tokens], projection, columns: 2 * shape.arc..<2 * shape.arc + shape.relation,
      into: &memory.dependents)
    Kernels.dense(memory.dependents, rows: tokens, relations, into: &memory.sums)
    for token in 0..<tokens {
      memory.relations[token] =
        memory.result[token] < 0
        ? .root : TagTables.relations[best(memory.sums, token * relations.stride)]
    }
  }

  /// The best relation but root.
  private func best(_ sums: [Int32], _ start: Int) -> Int {
    var best = 0
    var top = -Float.infinity
    for index in 0..<relations.width where index != Self.rootIndex {
      let score = Float(sums[start + index]) * relations.scale + relations.biasValue(index)
      if score > top { (best, top) = (index, score) }
    }
    return best
  }

  private static let rootIndex = TagTables.relations.firstIndex(of: .root)
}

/// The arrays that the parser works in, kept from window to window.
struct ParserMemory {
  var dependents: [Int16] = []
  var heads: [Int16] = []
  var queries: [Int16] = []
  var sums: [Int32] = []
  var scores: [Float] = []
  var decoder = TreeDecoder()
  /// The head of each token of the window, -1 for a root.
  var result: [Int32] = []
  /// The row of each token whose numbers are added to its own to choose the relation: its head's, or any for a root.
  var partners: [Int32] = []
  var relations: [DependencyRelation] = []

  mutating func prepare(_ shape: NetworkShape, tokens: Int) {
    let width = max(shape.arc, shape.relation)
    grow(&dependents, tokens * width, 0)
    grow(&heads, tokens * width, 0)
    grow(&queries, tokens * width, 0)
    let longest = min(tokens, ParserScorer.longest)
    grow(&sums, tokens * max(width, NetworkShape.relations + 16), 0)
    grow(&scores, longest * (longest + 1), 0)
    grow(&result, tokens, -1)
    grow(&partners, tokens, 0)
    grow(&relations, tokens, .dep)
  }

  private func grow<Number>(_ array: inout [Number], _ count: Int, _ zero: Number) {
    if array.count < count { array += [Number](repeating: zero, count: count - array.count) }
  }
}
