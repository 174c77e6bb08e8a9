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

  /// The entities of tokens whose best tags are given, each by a margin of 5.
  static func entities(_ tags: [Int]) -> [EntityMention] {
    let model = Self.model(depth: 16, width: NetworkShape.entities)
    let head = QuantizedMatrix(model.section(.tags))
    var sums = [Int32](repeating: 0, count: tags.count * head.stride)
    for (token, tag) in tags.enumerated() { sums[token * head.stride + tag] = Int32(5 / head.scale) }
    var decoder = EntityDecoder()
    var entities: [EntityMention] = []
    decoder.decode(sums, 0..<tags.count, head, firstToken: 10, into: &entities)
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

  @Test func `A sentence without names has none`() { #expect(Self.entities([0, 0, 0]).isEmpty) }
}
