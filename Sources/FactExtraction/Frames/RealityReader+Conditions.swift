internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// What comes about only if something else does.
extension RealityReader {
  private static let suppositions = KeySet(words: "if unless provided lest")
  private static let concessions = KeySet(words: "even as")
  private static let mostSteps = 4

  /// "If the force enters, its troops will arrest people": whether a clause, or the one above an infinitive, rests on a
  /// supposition; "even if" supposes nothing.
  func isHypothetical(_ verb: Int) -> Bool {
    var current = verb
    for _ in 0..<Self.mostSteps {
      if tree.children(of: current, [.advcl]).contains(where: isSupposition) { return true }
      guard [.xcomp, .conj].contains(reading.tokens[current].relation), let head = tree.head(of: current) else {
        return false
      }
      current = head
    }
    return false
  }

  private func isSupposition(_ clause: Int) -> Bool {
    tree.children(of: clause, [.mark]).contains { mark in
      Self.suppositions.contains(reading.formKey(mark))
        && (mark == 0 || !Self.concessions.contains(reading.formKey(mark - 1)))
    }
  }
}
