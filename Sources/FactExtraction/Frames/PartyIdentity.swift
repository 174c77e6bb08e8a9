internal import PolicyModel

extension Party {
  /// Whether two are one actor, or the same words.
  func isSame(as other: Party) -> Bool { actor != nil ? actor == other.actor : range == other.range }
}
