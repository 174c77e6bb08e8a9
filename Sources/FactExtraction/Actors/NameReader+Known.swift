internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Names of the data files, and what stands around them.
extension NameReader {
  /// A known name that begins without a capital, such as "al-Qaeda" or "eu-LISA".
  func knownInSmallLetters(_ token: Int, before end: Int) -> NameCandidate? {
    guard !runs.shapes[token].contains(.capital), let known = runs.known(at: token, before: end),
      !known.isAmbiguous
    else { return nil }
    return candidate(known, at: token)
  }

  /// Whether a known name is meant as one: an ambiguous one only where the recogniser agrees, a place not where it sees
  /// a person.
  func accepts(_ known: KnownNames.Match, at tokens: Range<Int>) -> Bool {
    let label = runs.label(tokens.lowerBound)
    if label == .person {
      if lexicon.givenNames.gender(runs.key(tokens.lowerBound)) != nil || known.isAmbiguous { return false }
      let entity = reading.analysis.entities[Int(runs.entityOf[tokens.lowerBound])].tokens
      if entity.count > tokens.count { return false }
    }
    guard known.isAmbiguous else { return true }
    if case .institution = known.senses[0], tokens.lowerBound > 0, reading.form(tokens.lowerBound - 1) == "the" {
      return true
    }
    return label == .organization || label == .location || label == .nationality
      || runs.shapes[tokens.lowerBound].contains(.allCapitals)
  }

  func candidate(_ known: KnownNames.Match, at token: Int) -> NameCandidate {
    let sense: NameCandidate.Sense =
      switch known.senses[0] {
      case .country(let code): .country(code)
      case .demonym(let code): .people(code)
      case .capital(let code), .metonym(let code): .seat(code)
      case .region(let index): .region(index)
      case .place(let index): .place(lexicon.places[index].country)
      case .institution(let index): .institution(index)
      }
    let tokens = token..<token + known.words
    var candidate = NameCandidate(
      tokens: tokens, sense: sense, alternatives: known.senses.count > 1 ? known.senses : [],
      country: lexicon.country(of: known.senses[0]), isAmbiguous: known.isAmbiguous)
    if case .seat = sense {
      let surface = reading.surface(tokens)
      candidate.seated = lexicon.regions.firstIndex { $0.seats.contains(surface) }
    }
    return candidate
  }

  /// "The Danish navy", "UK parliament": a nation's one body of a kind, in small letters behind the nation's name.
  func nationalBody(_ tokens: Range<Int>, _ known: KnownNames.Match, before end: Int) -> NameCandidate? {
    guard let code = lexicon.country(of: known.senses[0]), tokens.upperBound < end else { return nil }
    switch known.senses[0] {
    case .country, .demonym: break
    default: return nil
    }
    let match = reading.document.text.withBytes { bytes in
      lexicon.heads.longestMatch(in: bytes, words: runs.shapes.ranges, from: tokens.upperBound, to: end)
    }
    guard let match, case .organisation(let kind) = match.head, reading.tokens[tokens.upperBound].xpos != .nns,
      kind == .military && Self.forces.contains(runs.key(tokens.upperBound + match.words - 1)) || kind == .legislature
        || Self.services.contains(runs.key(tokens.upperBound + match.words - 1))
    else { return nil }
    let next = tokens.upperBound + match.words
    if next < end, reading.tokens[next].upos == .noun { return nil }
    return NameCandidate(tokens: tokens.lowerBound..<next, sense: .organisation(kind), country: code)
  }
  private static let forces = Set(["army", "navy", "military", "force", "forces", "marines"].map { TextKey($0) })
  private static let services = Set(["coastguard", "guard", "gendarmerie", "police", "bank"].map { TextKey($0) })

  /// "Mali's National Police": the owner's country.
  func possessor(of index: Int, in found: inout [NameCandidate]) {
    guard index > 0, case .organisation = found[index].sense, found[index].country == nil else { return }
    let owner = found[index - 1]
    let gap = owner.tokens.upperBound..<found[index].tokens.lowerBound
    guard gap.count == 1, reading.tokens[gap.lowerBound].xpos == .pos else { return }
    found[index].country = owner.country
  }
}
