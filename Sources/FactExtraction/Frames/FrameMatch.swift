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
  /// Whether a place that needs a class is filled by a word of none, so that the frame may be meant or not.
  var isLoose = false
}

/// Why a frame that a word may evoke does not match.
enum FrameMiss: Error, Sendable {
  /// The word does not stand as the entry wants it: as a verb, a noun.
  case stance(Frame.Trigger)
  /// A further word of the entry is missing.
  case words
  /// The word's clause is not of the form that the frame wants.
  case clause
  /// A place is empty, or what fills it is of no class that the frame needs.
  case need(Frame.Condition, filler: Int?)
  /// What fills a place is of a class that the frame bars.
  case bar(Frame.Condition, filler: Int)
}

/// One frame that a word may evoke, and what came of it.
struct FrameAttempt: Sendable {
  var token: Int
  var candidate: FrameLexicon.Candidate
  var result: Result<FrameMatch, FrameMiss>
}
