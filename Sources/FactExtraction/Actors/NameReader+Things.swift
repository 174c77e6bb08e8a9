internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Names of what does not act: "Hurricane Mitch", "the tanker Prestige", and "Mitch" after that.
extension NameReader {
  /// The candidates without those that a noun in front says to be such things, and without their names alone.
  func withoutThings(_ candidates: [NameCandidate]) -> [NameCandidate] {
    var names: Set<TextKey> = []
    let isThing = candidates.map { candidate in
      let isThing = mayBeThing(candidate) && isNamedThing(candidate.tokens)
      if isThing { names.insert(runs.key(candidate.tokens.upperBound - 1)) }
      return isThing
    }
    guard !names.isEmpty else { return candidates }
    return zip(candidates, isThing).filter { candidate, isThing in
      !isThing
        && !(candidate.tokens.count == 1 && mayBeThing(candidate)
          && names.contains(runs.key(candidate.tokens.lowerBound)))
    }.map(\.0)
  }

  /// Whether nothing surer than a label or a given name speaks for a name.
  private func mayBeThing(_ candidate: NameCandidate) -> Bool {
    guard candidate.title == nil, !candidate.isAddressed, !candidate.isLetterhead else { return false }
    return switch candidate.sense {
    case .person, .unknown, .place: true
    case .organisation: candidate.isGuess
    default: false
    }
  }

  private func isNamedThing(_ name: Range<Int>) -> Bool {
    let inside = name.dropLast().contains { thing(at: $0, before: name.upperBound - 1) != nil }
    return inside
      || (1...2).contains { count in
        let first = name.lowerBound - count
        return first >= 0 && thing(at: first, before: name.lowerBound) == count
      }
  }

  /// How many words at a token say that what follows is a thing.
  private func thing(at token: Int, before end: Int) -> Int? {
    let match = reading.document.text.withBytes { bytes in
      lexicon.descriptors.longestMatch(in: bytes, words: runs.shapes.ranges, from: token, to: end)
    }
    guard let match, case .thing = match.head else { return nil }
    return match.words
  }
}
