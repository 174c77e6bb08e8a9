internal import Lexicon

/// A frame that a word evoked, with its conditions met.
struct FrameMatch: Sendable {
  /// The frame's place in the lexicon.
  var frame: Int
  /// The evoking word with its arguments.
  var predicate: Predicate
  /// The further words of a multiword entry.
  var others: [Int]
  /// Whether the match rests on an agent that the text leaves out.
  var lacksAgent: Bool
}
