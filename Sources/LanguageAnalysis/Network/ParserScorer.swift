/// Scores arcs and relations, and builds the tree of each sentence.
struct ParserScorer: Sendable {
  private let shape: NetworkShape
  private let projection: QuantizedMatrix
  private let bilinear: QuantizedMatrix
  private let root: QuantizedMatrix
  private let relations: QuantizedMatrix
  /// Scores by distance (see `NetworkShape.distances`).
  private let distances: [Float]
  /// Longer sentences are parsed in parts of this many tokens, so that the work stays linear.
  static let longest = 192
  /// Queries are rounded more coarsely than other inputs, because they are larger: ±32 fits.
  private static let queryScale: Float = 0.25

  init(_ model: LanguageModel, _ shape: NetworkShape) {
    self.shape = shape
    projection = QuantizedMatrix(model.section(.parser))
    bilinear = QuantizedMatrix(model.section(.bilinear))
    root = QuantizedMatrix(model.section(.root))
    relations = QuantizedMatrix(model.section(.relations))
    distances = Array(model.numbers(.numbers, as: Float.self)[1...])
  }

  /// The heads (places in the window, -1 for a root) and relations of the tokens of all sentences of a window whose
  /// last layer has run.
  func parse(_ sentences: [Range<Int>], tokens: Int, _ network: inout NetworkMemory, _ memory: inout ParserMemory) {
    memory.prepare(shape, tokens: tokens)
    Kernels.dense(network.inputs, rows: tokens, projection, into: &network.sums)
    project(network.sums, tokens: tokens, &memory)
    Kernels.quantize(memory.numbers, count: tokens * shape.arc, into: &memory.dependents)
    Kernels.dense(memory.dependents, rows: tokens, bilinear, into: &memory.sums)
    for token in 0..<tokens {
      for column in 0..<shape.arc {
        let place = token * shape.arc + column
        memory.numbers[place] =
          (Float(memory.sums[place]) * bilinear.scale + bilinear.biasValue(column)) * Self.queryScale
      }
    }
    Kernels.quantize(memory.numbers, count: tokens * shape.arc, into: &memory.queries)
    for sentence in sentences { parse(sentence, &memory) }
    relate(sentences, tokens: tokens, &memory)
  }

  /// Splits the projection's sums into the vectors of arcs and of relations.
  private func project(_ sums: [Int32], tokens: Int, _ memory: inout ParserMemory) {
    let (arc, width) = (shape.arc, shape.parser)
    for token in 0..<tokens {
      for column in 0..<arc {
        let value = Float(sums[token * width + column]) * projection.scale + projection.biasValue(column)
        memory.numbers[token * arc + column] = value < 0 ? value * 0.1 : value
        let head = Float(sums[token * width + arc + column]) * projection.scale + projection.biasValue(arc + column)
        memory.headNumbers[token * arc + column] = head < 0 ? head * 0.1 : head
      }
      for column in 0..<2 * shape.relation {
        memory.relationNumbers[token * 2 * shape.relation + column] =
          Float(sums[token * width + 2 * arc + column]) * projection.scale + projection.biasValue(2 * arc + column)
      }
    }
    Kernels.quantize(memory.headNumbers, count: tokens * arc, into: &memory.heads)
  }

  private func parse(_ sentence: Range<Int>, _ memory: inout ParserMemory) {
    var start = sentence.lowerBound
    var firstRoot = -1
    while start < sentence.upperBound {
      let part = start..<min(start + Self.longest, sentence.upperBound)
      score(part, &memory)
      memory.decoder.decode(memory.scores, count: part.count)
      for index in 0..<part.count {
        let head = memory.decoder.heads[index]
        memory.result[part.lowerBound + index] = head == 0 ? Int32(firstRoot) : Int32(part.lowerBound + head - 1)
        if head == 0, firstRoot < 0 { firstRoot = part.lowerBound + index }
      }
      start = part.upperBound
    }
  }

  /// The scores of all arcs of a part: a row a token; the root first, then every token as head.
  private func score(_ part: Range<Int>, _ memory: inout ParserMemory) {
    let (count, arc) = (part.count, shape.arc)
    Kernels.products(
      memory.queries, memory.heads, keyStart: part.lowerBound * arc, queryStart: part.lowerBound * arc,
      shape: (count, count, arc), into: &memory.sums)
    let scale = 1 / (QuantizedMatrix.inputScale * QuantizedMatrix.inputScale * Self.queryScale)
    for token in 0..<count {
      let row = token * (count + 1)
      let query = (part.lowerBound + token) * arc
      memory.scores[row] =
        Float(root.product(memory.queries, query)) * root.scale / Self.queryScale
        + distances[NetworkShape.distances - 1]
      for head in 0..<count {
        memory.scores[row + 1 + head] =
          Float(memory.sums[token * count + head]) * scale + distances[NetworkShape.place(ofDistance: head - token)]
      }
    }
  }

  private func relate(_ sentences: [Range<Int>], tokens: Int, _ memory: inout ParserMemory) {
    let size = shape.relation
    for token in 0..<tokens {
      let head = max(0, Int(memory.result[token]))
      for column in 0..<size {
        memory.numbers[token * size + column] = max(
          0,
          memory.relationNumbers[token * 2 * size + column] + memory.relationNumbers[head * 2 * size + size + column])
      }
    }
    Kernels.quantize(memory.numbers, count: tokens * size, into: &memory.dependents)
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
  var numbers: [Float] = []
  var headNumbers: [Float] = []
  var relationNumbers: [Float] = []
  var dependents: [Int16] = []
  var heads: [Int16] = []
  var queries: [Int16] = []
  var sums: [Int32] = []
  var scores: [Float] = []
  var decoder = TreeDecoder()
  /// The head of each token of the window, -1 for a root.
  var result: [Int32] = []
  var relations: [DependencyRelation] = []

  mutating func prepare(_ shape: NetworkShape, tokens: Int) {
    let width = max(shape.arc, shape.relation)
    grow(&numbers, tokens * width, 0)
    grow(&headNumbers, tokens * width, 0)
    grow(&relationNumbers, tokens * 2 * shape.relation, 0)
    grow(&dependents, tokens * width, 0)
    grow(&heads, tokens * width, 0)
    grow(&queries, tokens * width, 0)
    let longest = min(tokens, ParserScorer.longest)
    grow(&sums, max(tokens * max(width, NetworkShape.relations + 16), longest * longest), 0)
    grow(&scores, longest * (longest + 1), 0)
    grow(&result, tokens, -1)
    grow(&relations, tokens, .dep)
  }

  private func grow<Number>(_ array: inout [Number], _ count: Int, _ zero: Number) {
    if array.count < count { array += [Number](repeating: zero, count: count - array.count) }
  }
}
