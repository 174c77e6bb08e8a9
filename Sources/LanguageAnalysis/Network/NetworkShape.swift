/// The sizes of the network, shared by training and use.
package struct NetworkShape: Sendable, Equatable {
  /// Numbers of a token's embedding.
  package var input = 128
  /// Units of one direction of a layer.
  package var units = 112
  /// Recurrent layers.
  package var layers = 3
  /// Numbers of the arc scorer's vectors.
  package var arc = 96
  /// Numbers of the relation scorer's vectors.
  package var relation = 64
  /// Rows of the word table; row 0 stands for every unknown word.
  package var words = 1

  package init() {}

  /// Reads the sizes from a model.
  init(_ numbers: [Int32]) {
    (input, units, layers) = (Int(numbers[0]), Int(numbers[1]), Int(numbers[2]))
    (arc, relation, words) = (Int(numbers[3]), Int(numbers[4]), Int(numbers[5]))
  }

  /// The sizes as a model keeps them.
  package var numbers: [Int32] { [input, units, layers, arc, relation, words].map { Int32($0) } }

  /// Numbers of a layer's output: both directions.
  package var output: Int { 2 * units }
  /// Sums of a layer: candidate, forget gate and output gate of both directions.
  package var gates: Int { 6 * units }
  /// Sums of the parser's heads: a token as dependent and as head of an arc, and both of a relation.
  package var parser: Int { 2 * arc + 2 * relation }

  /// The universal tags, then the Penn tags.
  package static let tags = TagTables.upos.count + TagTables.xpos.count
  /// The number of relations.
  package static let relations = TagTables.relations.count
  /// The tags of the entity recogniser: outside, then beginning and inside of every label.
  package static let entities = 1 + 2 * TagTables.labels.count
  /// Distances between a token and its head that have a score of their own, in each direction.
  package static let farthest = 15
  /// The scores by distance: 0 is unused, then from -15 to 15; the last is the root's.
  package static let distances = 2 * farthest + 2

  /// The place in the distance scores of a head `distance` tokens to the right.
  @inline(__always) package static func place(ofDistance distance: Int) -> Int {
    max(-farthest, min(farthest, distance)) + farthest
  }
}
