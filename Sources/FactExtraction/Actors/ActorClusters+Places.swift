internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Countries, their people and seats, and places, which are actors only where they act.
extension ActorClusters {
  mutating func addCountry(_ code: CountryCode, _ candidate: NameCandidate) {
    let (tokens, governs) = governmentPhrase(candidate.tokens)
    let use = uses.use(of: candidate.tokens)
    var candidate = candidate
    candidate.tokens = tokens
    let acts =
      governs || use == .acting || use == .party || use == .owner || use == .standing
      || isGoverned(candidate.tokens)
    note(candidate, in: country(code), reading.surface(tokens), isActor: acts && !candidate.isHeadline)
  }

  mutating func addPeople(_ code: CountryCode, _ candidate: NameCandidate) {
    let (tokens, governs) = governmentPhrase(candidate.tokens)
    guard governs else { return }
    var candidate = candidate
    candidate.tokens = tokens
    note(candidate, in: country(code), reading.surface(tokens), isActor: !candidate.isHeadline)
  }

  mutating func addSeat(_ code: CountryCode, _ candidate: NameCandidate) {
    let (tokens, governs) = governmentPhrase(candidate.tokens)
    guard governs || uses.use(of: candidate.tokens) == .acting || uses.isAddressee(candidate.tokens),
      !candidate.isHeadline
    else { return }
    if !governs, code != home, let region = candidate.seated { return addRegion(candidate, region) }
    var candidate = candidate
    candidate.tokens = tokens
    note(candidate, in: country(code), reading.surface(tokens))
  }

  /// The cluster of a country.
  mutating func country(_ code: CountryCode) -> Int {
    let name = lexicon.countries[code]?.name ?? code.description
    return place(
      of: .country(code), or: ActorCluster(identity: .country(code), name: name, kind: .country, country: code))
  }

  private static let governing: KeySet = [
    TextKey("government"), TextKey("authority"), TextKey("official"), TextKey("regime"), TextKey("leader"),
    TextKey("spokesman"), TextKey("spokeswoman"), TextKey("spokesperson"),
  ]

  /// "British officials", "the UK government": the phrase with its noun, and whether it stands for the state.
  private func governmentPhrase(_ tokens: Range<Int>) -> (Range<Int>, Bool) {
    let next = tokens.upperBound
    guard next < reading.tokens.count, Self.governing.contains(reading.lemmaKey(next)),
      reading.sentence(of: next) == reading.sentence(of: tokens.lowerBound)
    else { return (tokens, false) }
    return (tokens.lowerBound..<next + 1, true)
  }

  /// "The people of Kenya", "the government of Peru".
  private func isGoverned(_ tokens: Range<Int>) -> Bool {
    guard let head = reading.tree.head(of: uses.head(of: tokens)) else { return false }
    return Self.governing.contains(reading.lemmaKey(head)) || reading.lemmaKey(head) == TextKey("people")
  }

  /// Whether a place is a state or province, which makes agreements as a city seldom does.
  private func isDivision(_ candidate: NameCandidate) -> Bool {
    lexicon.names.senses(of: reading.surface(candidate.tokens))?.senses.contains { sense in
      guard case .place(let place) = sense else { return false }
      return lexicon.places[place].kind == .state
    } ?? false
  }

  mutating func addPlace(_ candidate: NameCandidate, _ surface: String) {
    guard case .place(let code) = candidate.sense, code != nil, !candidate.isHeadline else { return }
    let use = uses.use(of: candidate.tokens)
    guard use == .acting || use == .party && isDivision(candidate) else { return }
    let place = place(
      of: .place(surface),
      or: ActorCluster(identity: .place(surface), name: surface, kind: .government, country: code))
    note(candidate, in: place, surface)
  }
}
