internal import Documents
internal import LanguageAnalysis
internal import Lexicon

/// Offices with their field: "Minister for Home Affairs Ada Lund", "the Chancellor of the Exchequer".
extension NameReader {
  /// Reads a run that ends in a title, with "of" or "for" and the field behind it; returns where to go on.
  func readOffice(_ run: NameRuns.Run, in sentence: Range<Int>, into found: inout [NameCandidate]) -> Int? {
    let base = run.base
    guard endsInTitle(base) else { return nil }
    let end = sentence.upperBound
    var upper = base.upperBound
    while upper < end, let next = field(at: upper, before: end) { upper = next }
    if upper > base.upperBound, let name = personStart(in: base.upperBound..<upper) {
      var person = NameCandidate(
        tokens: withSuffix(name..<upper), sense: .person, title: base.lowerBound..<name, isAddressed: true)
      describe(&person, titleFrom: base.lowerBound, into: &found)
      found.append(person)
      return person.tokens.upperBound
    }
    var office = NameCandidate(tokens: base.lowerBound..<upper, sense: .office)
    bodies(in: base.lowerBound..<upper, into: &found, office: &office)
    found.append(office)
    return upper
  }

  private func endsInTitle(_ tokens: Range<Int>) -> Bool {
    (max(tokens.lowerBound, tokens.upperBound - 4)..<tokens.upperBound).contains { first in
      guard let match = runs.title(at: first, before: tokens.upperBound), first + match.words == tokens.upperBound
      else {
        return false
      }
      return match.sort == .office
    }
  }

  private static let linkers: KeySet = [TextKey("of"), TextKey("for"), TextKey("to")]
  private static let joins: KeySet = [TextKey("and"), TextKey("&"), TextKey(",")]

  /// The end of "of Foreign Affairs", or of "and Trade" behind it.
  private func field(at token: Int, before end: Int) -> Int? {
    guard token + 1 < end else { return nil }
    var first = token + 1
    if Self.linkers.contains(runs.key(token)) {
      if reading.form(first) == "the" { first += 1 }
    } else {
      guard Self.joins.contains(runs.key(token)), Self.linkers.contains(runs.key(token)) || isListed(first, before: end)
      else { return nil }
    }
    guard first < end, runs.isNameWord(first) else { return nil }
    return runs.complementRun(from: first, before: end)
  }

  /// Whether a name word after "and" or a comma goes on with the field: one to three words that begin no person, known
  /// name or title; after a comma only where an "and" follows.
  private func isListed(_ first: Int, before end: Int) -> Bool {
    guard runs.isNameWord(first) else { return false }
    let run = runs.complementRun(from: first, before: end)
    let upper = (first..<run).dropFirst().first { beginsPerson($0, before: run) } ?? run
    guard upper - first <= 3, lexicon.givenNames.gender(runs.key(first)) == nil, runs.label(first) != .person,
      runs.title(at: first, before: upper) == nil, runs.known(at: first, before: upper) == nil
    else { return false }
    if reading.form(first - 1) != "," { return true }
    return upper + 1 < end && ["and", "&"].contains(reading.form(upper)) && isListed(upper + 1, before: end)
  }

  /// Where a person's name begins in the field of an office: at a given name or where the recogniser sees a person.
  private func personStart(in tokens: Range<Int>) -> Int? {
    tokens.dropFirst(2).first { beginsPerson($0, before: tokens.upperBound) }
  }

  private func beginsPerson(_ token: Int, before end: Int) -> Bool {
    guard runs.shapes[token].contains(.capital) else { return false }
    if runs.label(token) == .person { return true }
    return token + 1 < end && lexicon.givenNames.gender(runs.key(token)) != nil && runs.label(token) != .organization
  }

  /// The bodies and countries that an office names.
  private func bodies(in tokens: Range<Int>, into found: inout [NameCandidate], office: inout NameCandidate) {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard let known = runs.known(at: token, before: tokens.upperBound) else {
        token += 1
        continue
      }
      if office.country == nil { office.country = lexicon.country(of: known.senses[0]) }
      if known.words > 1 || !known.isAmbiguous, let sense = bodySense(known.senses[0]) {
        let country = lexicon.country(of: known.senses[0])
        found.append(NameCandidate(tokens: token..<token + known.words, sense: sense, country: country))
      }
      token += known.words
    }
  }
}
