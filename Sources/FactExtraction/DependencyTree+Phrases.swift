internal import Documents
internal import LanguageAnalysis

extension DependencyTree {
  /// What a noun phrase leaves out when it has to name its head alone.
  private static let asides: RelationSet = [
    .relativeClause, .appos, .parataxis, .punct, .conj, .cc, .case, .mark, .acl, .list, .discourse, .ccPreconj, .cop,
    .nsubj, .aux, .advcl, .advmod, .nsubjOuter, .csubj, .vocative, .dislocated, .relativeAdverbialClause,
  ]

  /// The noun phrase of a head as the shortest span that names it: determiner, modifiers, compounds and `of` phrases,
  /// without relative clauses, appositions, coordinated phrases and its own preposition.
  func phrase(headedBy head: Int) -> Range<Int> { span(of: head, leavingOut: Self.asides) }

  /// The tokens around `head` that reach from the first to the last child not left out, stopping on each side at the
  /// first child that is.
  private func span(of head: Int, leavingOut asides: RelationSet) -> Range<Int> {
    var lower = head
    for child in children(of: head).reversed() where child < head {
      if asides.contains(tokens[child].relation) {
        if tokens[child].relation == .punct || tokens[child].relation == .advmod { continue }
        break
      }
      lower = min(lower, subtree(of: child).lowerBound)
    }
    var upper = head + 1
    for child in children(of: head) where child > head {
      if asides.contains(tokens[child].relation) { break }
      upper = max(upper, subtree(of: child).upperBound)
    }
    return lower..<upper
  }

  /// A range without punctuation at its ends, but never without `token`.
  func trimmed(_ range: Range<Int>, around token: Int) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < token, tokens[lower].upos == .punctuation { lower += 1 }
    while upper - 1 > token, tokens[upper - 1].upos == .punctuation { upper -= 1 }
    return lower..<upper
  }

  /// The bytes from the first to the last token of a non-empty range.
  func bytes(_ range: Range<Int>) -> ByteRange {
    ByteRange(tokens[range.lowerBound].range.start, tokens[range.upperBound - 1].range.end)
  }
}
