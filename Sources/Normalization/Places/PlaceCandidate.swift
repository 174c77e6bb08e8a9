internal import Documents
internal import Lexicon

/// A known name that stands in the text, before it is decided whether and which place it means.
struct PlaceCandidate {
  var range: ByteRange
  /// What it may stand for, the most usual first; no institutions.
  var senses: [KnownNames.Sense]
  /// Whether it is as often an ordinary word or a person's name.
  var isAmbiguous: Bool
  /// The key of its bytes, the same for all mentions.
  var key: UInt64
  /// What the words beside it say for a place (above 0) or against (below 0).
  var evidence = 0
  var form = PlaceMention.Form.name
  /// Whether "region", "province" or the like follows.
  var isDivision = false
  /// The candidate behind a comma or in front of one that may tell which is meant ("Athens, Georgia").
  var neighbour: Int?
}
