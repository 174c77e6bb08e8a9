internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Persons by the title before their name: "Foreign Minister Ana Ruiz", "Mr Lund", "industry minister Kenji Abe".
extension NameReader {
  /// The person that a run names behind a title in it or before it; other names in the title are found as well.
  func addressed(_ tokens: Range<Int>, in sentence: Range<Int>, into found: inout [NameCandidate]) -> NameCandidate? {
    if let title = titleInside(tokens) {
      let name = title.upperBound..<tokens.upperBound
      var person = NameCandidate(tokens: withSuffix(name), sense: .person, title: title, isAddressed: true)
      describe(&person, titleFrom: tokens.lowerBound, into: &found)
      return person
    }
    guard let title = titleBefore(tokens.lowerBound, in: sentence), isPersonal(tokens, after: title) else { return nil }
    var person = NameCandidate(tokens: withSuffix(tokens), sense: .person, title: title, isAddressed: true)
    describe(&person, titleFrom: title.lowerBound, into: &found)
    return person
  }

  /// The last title of a run that a person's name follows: all tokens before the name.
  private func titleInside(_ tokens: Range<Int>) -> Range<Int>? {
    var end: Int?
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if let match = runs.title(at: token, before: tokens.upperBound), token + match.words < tokens.upperBound {
        end = token + match.words
        token += match.words
      } else {
        if end != nil, token != end { break }
        token += 1
      }
    }
    guard let end, isPersonal(end..<tokens.upperBound, after: tokens.lowerBound..<end) else { return nil }
    return tokens.lowerBound..<end
  }

  /// A title in small letters that ends where a name begins, with the nouns and adjectives before it.
  private func titleBefore(_ name: Int, in sentence: Range<Int>) -> Range<Int>? {
    var start: Int?
    for first in stride(from: name - 1, through: max(sentence.lowerBound, name - 4), by: -1) {
      if let match = runs.title(at: first, before: name), first + match.words == name { start = first }
    }
    guard var start else { return nil }
    while start > sentence.lowerBound, isTitleModifier(start - 1) { start -= 1 }
    return start..<name
  }

  private func isTitleModifier(_ token: Int) -> Bool {
    let word = runs.reading.tokens[token]
    guard word.upos == .noun || word.upos == .adjective, !runs.shapes[token].contains(.capital) else { return false }
    return runs.label(token) == nil
  }

  /// Whether the words behind a title read as a person's name.
  private func isPersonal(_ tokens: Range<Int>, after title: Range<Int>) -> Bool {
    guard (1...6).contains(tokens.count) else { return false }
    let last = tokens.upperBound - 1
    if runs.label(tokens.lowerBound) == .person || runs.label(last) == .person { return true }
    guard runs.head(endingAt: tokens.upperBound, from: tokens.lowerBound) == nil else { return false }
    if lexicon.givenNames.gender(runs.key(tokens.lowerBound)) != nil, tokens.count > 1 { return true }
    if let known = runs.known(at: tokens.lowerBound, before: tokens.upperBound), !known.isAmbiguous { return false }
    return tokens.contains { runs.reading.tokens[$0].upos == .properNoun } && runs.label(last) != .organization
  }

  /// Reads the country, the gender and the part of a title that is a role; names of bodies in it become candidates.
  func describe(_ person: inout NameCandidate, titleFrom start: Int, into found: inout [NameCandidate]) {
    var role = start
    var token = start
    let end = person.tokens.lowerBound
    while token < end {
      if let known = runs.known(at: token, before: end), token + known.words <= end {
        let code = lexicon.country(of: known.senses[0])
        if person.country == nil { person.country = code }
        // "Labour" of "Labour Attaché" names no party.
        if let title = runs.title(at: token, before: end), title.words > known.words {
          token += title.words
          continue
        }
        if let sense = bodySense(known.senses[0]) {
          found.append(NameCandidate(tokens: token..<token + known.words, sense: sense, country: code))
        }
        token += known.words
        if token < end { role = token }
      } else if let match = runs.title(at: token, before: end), match.sort == .honorific {
        if person.gender == nil { person.gender = addressedGender(token) }
        if token == role { role = token + match.words }
        token += match.words
      } else {
        token += 1
      }
    }
    person.title = role < end ? role..<end : nil
    if person.gender == nil {
      person.gender = NameReader.gender(lexicon.givenNames.gender(runs.key(person.tokens.lowerBound)))
    }
  }

  func bodySense(_ sense: KnownNames.Sense) -> NameCandidate.Sense? {
    switch sense {
    case .institution(let index): .institution(index)
    case .region(let index): .region(index)
    case .country(let code): .country(code)
    case .demonym, .capital, .metonym, .place: nil
    }
  }

  private static let women: Set<String> = [
    "mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "baroness", "madam", "mme",
  ]
  private static let men: Set<String> = ["mr", "mr.", "sir", "lord", "baron", "herr", "monsieur", "messrs"]

  private func addressedGender(_ token: Int) -> NameCandidate.Gender? {
    let form = runs.reading.form(token)
    return Self.women.contains(form) ? .female : Self.men.contains(form) ? .male : nil
  }
}
