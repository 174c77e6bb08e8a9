internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// What belongs to a name behind its first run: "of Justice", "and Human Services", "for the Second Circuit".
extension NameRuns {
  /// "Health and Safety Executive", "Agriculture, Fisheries and Conservation Department", "Nurses and Midwives
  /// Organisation": a second or third run after "and" whose head serves all.
  func jointHead(after base: Range<Int>, before end: Int) -> Int? {
    var join = base.upperBound
    guard join + 1 < end, servesAnother(base), !names(base) else { return nil }
    if key(join) == Self.comma, isNameWord(join + 1) {
      let second = join + 1..<simpleRun(from: join + 1, before: end)
      guard second.count <= 2, servesAnother(second), !names(second) else { return nil }
      join = second.upperBound
    }
    guard join + 1 < end, Self.and.contains(key(join)), isNameWord(join + 1) else { return nil }
    let upper = simpleRun(from: join + 1, before: end)
    guard upper - join > 2, case .organisation = head(endingAt: upper, from: join + 1),
      !isPeople(upper - 1), known(at: join + 1, before: upper) == nil,
      lexicon.givenNames.gender(key(join + 1)) == nil, !opensWithTitle(join + 1)
    else { return nil }
    return upper
  }

  /// Whether a run says of itself not what it is, or only whom it is of: "Nurses" of "Nurses and Midwives Organisation".
  private func servesAnother(_ run: Range<Int>) -> Bool {
    head(endingAt: run.upperBound, from: run.lowerBound) == nil || isPeople(run.upperBound - 1)
  }

  private func isPeople(_ token: Int) -> Bool { [.nns, .nnps].contains(reading.tokens[token].xpos) }

  /// Whether a run is a name of somebody, or a known one.
  private func names(_ run: Range<Int>) -> Bool {
    known(at: run.lowerBound, before: run.upperBound)?.words == run.count
      || lexicon.givenNames.gender(key(run.lowerBound)) != nil || label(run.lowerBound) == .person
  }

  private func opensWithTitle(_ token: Int) -> Bool { title(at: token, before: token + 4) != nil }

  /// "of Justice" after "Department", "and Human Services" after "of Health", ", Livestock and Fisheries".
  func complement(after base: Range<Int>, at upper: Int, before end: Int) -> Int? {
    guard upper + 1 < end, let head = head(endingAt: base.upperBound, from: base.lowerBound) else { return nil }
    if upper == base.upperBound {
      guard Self.linkers.contains(key(upper)) else { return nil }
      if key(upper) == TextKey("in") || key(upper) == TextKey("to") {
        guard head == .thing else { return nil }
      }
      let first = Self.articles.contains(key(upper + 1)) ? upper + 2 : upper + 1
      guard first < end, isNameWord(first), !isOrgan(base, of: first, before: end) else { return nil }
      return complementRun(from: first, before: end)
    }
    if upper + 2 < end, Self.articles.contains(key(upper + 1)) || isNameWord(upper + 1), extendsTwice(upper) {
      let first = Self.articles.contains(key(upper + 1)) ? upper + 2 : upper + 1
      guard isNameWord(first) else { return nil }
      return complementRun(from: first, before: end)
    }
    return coordinated(at: upper, before: end)
  }

  /// "Executive Board of the International Monetary Fund": by which a known institution acts, and no body beside it.
  private func isOrgan(_ base: Range<Int>, of first: Int, before end: Int) -> Bool {
    guard Self.organs.contains(key(base.upperBound - 1)), let known = known(at: first, before: end) else {
      return false
    }
    return known.senses.contains { if case .institution = $0 { true } else { false } }
  }

  private static let organs: KeySet = [TextKey("board"), TextKey("secretariat"), TextKey("presidium")]

  /// "Court of Appeals for the Second Circuit", "Ministry of Transport of Peru": a further phrase of the name.
  private func extendsTwice(_ link: Int) -> Bool {
    if key(link) == TextKey("for") { return true }
    guard [TextKey("of"), TextKey("on")].contains(key(link)) else { return false }
    // "The Bank of England on Monday", "Ministry of Justice of Peru": a place ends a name unless its country follows.
    if let known = known(at: link + 1, before: reading.tokens.count), key(link) == TextKey("of") {
      if case .country = known.senses[0] { return true }
      return false
    }
    return self.known(at: link - 1, before: link) == nil && label(link + 1) != .person && label(link + 1) != .location
      && !opensWithTitle(link + 1)
  }

  /// The name words of a complement; a plural possessor in it belongs to it ("on Veterans' Affairs").
  func complementRun(from first: Int, before end: Int) -> Int {
    var upper = simpleRun(from: first, before: end)
    if let known = known(at: first, before: end) { upper = max(upper, first + known.words) }
    if upper + 1 < end, Self.apostrophes.contains(key(upper)), isNameWord(upper + 1) {
      upper = simpleRun(from: upper + 1, before: end)
    }
    return upper
  }

  /// Whether two words or more make an organisation of their own.
  private func isOrganisation(_ tokens: Range<Int>) -> Bool {
    guard tokens.count > 1, case .organisation = head(endingAt: tokens.upperBound, from: tokens.lowerBound) else {
      return false
    }
    return true
  }

  /// A further subject of a ministry or committee: after "and", or after a comma where an "and" follows.
  private func coordinated(at upper: Int, before end: Int) -> Int? {
    var join = upper
    if key(join) == Self.comma, join + 1 < end, Self.and.contains(key(join + 1)) { join += 1 }
    guard join + 1 < end, isNameWord(join + 1), Self.and.contains(key(join)) || key(join) == Self.comma else {
      return nil
    }
    let next = simpleRun(from: join + 1, before: end)
    if let known = known(at: join + 1, before: end), !known.isAmbiguous { return nil }
    guard next - join <= 4, lexicon.givenNames.gender(key(join + 1)) == nil, label(join + 1) != .person,
      !opensWithTitle(join + 1), !isOrganisation(join + 1..<next)
    else { return nil }
    if key(join) == Self.comma {
      guard next + 1 < end, Self.and.contains(key(next)) || key(next) == Self.comma, isNameWord(next + 1) else {
        return nil
      }
      return coordinated(at: next, before: end)
    }
    return next
  }
}
