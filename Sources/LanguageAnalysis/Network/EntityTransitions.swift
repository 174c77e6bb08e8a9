/// What it is worth that an entity tag stands behind another or begins a sentence.
package struct EntityTransitions: Sendable {
  private static let tags = NetworkShape.entities
  /// The number of tags, which stands for what is before a sentence.
  package static let start = NetworkShape.entities

  /// The scores, a row for each tag before it, then the start's.
  private let scores: [Float]

  init(_ scores: [Float]) { self.scores = scores }

  /// The score of a tag behind another or behind the start.
  @inline(__always) func score(_ tag: Int, behind before: Int) -> Float { scores[before * Self.tags + tag] }

  /// Whether a tag may stand behind another: an inside tag follows a beginning or inside tag of its label only.
  package static func isLegal(_ tag: Int, behind before: Int) -> Bool {
    tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1
  }
}
