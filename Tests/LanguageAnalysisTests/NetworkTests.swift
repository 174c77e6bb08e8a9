import Testing

@testable import LanguageAnalysis

@Suite struct NetworkTests {
  /// A model of one matrix: `depth` inputs, `width` outputs, weights that differ from place to place.
  static func model(depth: Int, width: Int) -> LanguageModel {
    var values: [Float] = []
    for place in 0..<depth * width { values.append(Float((place * 37) % 101 - 50) / 50) }
    var writer = ModelWriter()
    writer.add(
      .tags,
      QuantizedMatrix.encode(
        values, depth: depth, columns: width, width: width, bias: [Float](repeating: 0, count: width)))
    return LanguageModel(bytes: writer.finish())
  }

  @Test(arguments: [1, 2, 5, 6, 13])
  func `Products of packed weights are those of the matrix`(rows: Int) {
    let (depth, width) = (32, 20)
    let model = Self.model(depth: depth, width: width)
    let matrix = QuantizedMatrix(model.section(.tags))
    let inputs = (0..<rows * depth).map { Int16(truncatingIfNeeded: $0 * 7919 % 4001 - 2000) }
    var sums = [Int32](repeating: 0, count: rows * matrix.stride)
    Kernels.dense(inputs, rows: rows, matrix, into: &sums)
    for row in 0..<rows {
      for output in 0..<width {
        var expected: Int32 = 0
        for input in 0..<depth {
          let value = Float((input * width + output) * 37 % 101 - 50) / 50
          expected += Int32(inputs[row * depth + input]) * Int32((value * QuantizedMatrix.weightLimit).rounded())
        }
        #expect(sums[row * matrix.stride + output] == expected)
      }
    }
  }

  @Test func `The largest sums fit`() {
    let largest = Int(QuantizedMatrix.inputLimit) * Int(QuantizedMatrix.weightLimit) * 256
    #expect(largest <= Int(Int32.max))
  }

  @Test(arguments: [1, 3, 4, 9])
  func `Scores of arcs are products, with those of distances and the root's`(count: Int) {
    let (depth, start, longest) = (16, 2, 12)
    let queries = (0..<(start + count) * depth).map { Int16(truncatingIfNeeded: $0 * 7919 % 401 - 200) }
    let keys = (0..<(start + count) * depth).map { Int16(truncatingIfNeeded: $0 * 104_729 % 401 - 200) }
    let scorer = ArcScorer(
      depth: depth, scale: 0.5, root: (0..<depth).map { Int16($0 - 5) }, rootScale: 2, rootBias: 3,
      distances: (-longest...longest).map { Float($0 * 10) }, longest: longest)
    var scores = [Float](repeating: 0, count: count * (count + 1))
    Kernels.arcs(queries, keys, start: start, count: count, scorer, into: &scores)
    for token in 0..<count {
      let query = queries[(start + token) * depth..<(start + token + 1) * depth]
      let root = zip(query, scorer.root).reduce(0) { $0 + Int($1.0) * Int($1.1) }
      #expect(scores[token * (count + 1)] == Float(root) * 2 + 3)
      for head in 0..<count {
        let key = keys[(start + head) * depth..<(start + head + 1) * depth]
        let product = zip(query, key).reduce(0) { $0 + Int($1.0) * Int($1.1) }
        #expect(scores[token * (count + 1) + 1 + head] == Float(product) * 0.5 + Float((head - token) * 10))
      }
    }
  }

  @Test func `A gated recurrence keeps, lets in and lets out what its gates say`() {
    let units = 16
    var writer = ModelWriter()
    // The biases: every candidate 0.5, forget gates that keep a half, output gates that are open.
    let bias = (0..<6 * units).map { [Float(0.5), 0, 20][$0 / units % 3] }
    writer.add(
      .firstLayer,
      QuantizedMatrix.encode(
        [Float](repeating: 0, count: 2 * 6 * units), depth: 2, columns: 6 * units, width: 6 * units, bias: bias))
    let model = LanguageModel(bytes: writer.finish())
    let layer = QuantizedMatrix(model.section(.firstLayer))
    var states = [Float](repeating: 0, count: units)
    var outputs = [Float](repeating: 0, count: 3 * 2 * units)
    Kernels.recur(
      [Int32](repeating: 0, count: 3 * layer.stride), 0..<3, layer, direction: 1, units: units, states: &states,
      into: &outputs)
    // Hyperbolic tangents of 0.25, 0.375 and 0.4375, from the last row back.
    for (row, expected) in zip([2, 1, 0], [Float(0.244919), 0.358357, 0.411576]) {
      #expect(abs(outputs[row * 2 * units + units] - expected) < 0.0002)
      #expect(outputs[row * 2 * units] == 0)
    }
  }

  /// The entities of tokens whose best tags are given, each by a margin of 5, with what it is worth that a tag begins a
  /// name behind another.
  static func entities(_ tags: [Int], touching: Float = 0) -> [EntityMention] {
    let model = Self.model(depth: 16, width: NetworkShape.entities)
    let head = QuantizedMatrix(model.section(.tags))
    var sums = [Int32](repeating: 0, count: tags.count * head.stride)
    for (token, tag) in tags.enumerated() { sums[token * head.stride + tag] = Int32(5 / head.scale) }
    let count = NetworkShape.entities
    let transitions = EntityTransitions(
      (0..<(count + 1) * count).map { place in
        let (before, tag) = place.quotientAndRemainder(dividingBy: count)
        return before > 0 && before < count && tag % 2 == 1 ? touching : 0
      })
    var decoder = EntityDecoder()
    var entities: [EntityMention] = []
    decoder.decode(sums, 0..<tags.count, head, transitions, firstToken: 10, into: &entities)
    return entities
  }

  @Test func `Entities begin and go on`() {
    #expect(
      Self.entities([0, 1, 2, 0, 5]) == [
        EntityMention(tokens: 11..<13, label: .person), EntityMention(tokens: 14..<15, label: .location),
      ])
  }

  @Test func `An inside tag needs its beginning`() {
    #expect(Self.entities([2, 2, 2]) == [EntityMention(tokens: 10..<13, label: .person)])
  }

  @Test func `Names that touch are told apart by what it is worth`() {
    let two = [EntityMention(tokens: 10..<11, label: .person), EntityMention(tokens: 11..<12, label: .person)]
    #expect(Self.entities([1, 1]) == two)
    #expect(Self.entities([1, 1], touching: 5) == two)
    #expect(Self.entities([1, 1], touching: -6).count == 1)
  }

  @Test func `A sentence without names has none`() { #expect(Self.entities([0, 0, 0]).isEmpty) }
}
