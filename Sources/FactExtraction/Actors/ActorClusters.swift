internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Gathers the candidates of a document into actors.
struct ActorClusters: Sendable {
  let reading: Reading
  let lexicon: ActorLexicon
  let uses: NameUseReader
  var clusters: [ActorCluster] = []
  var places: [ActorCluster.Identity: Int] = [:]
  private var persons = PersonIndex()
  var acronyms: [String: Int] = [:]

  /// The document's own country, which decides between names of several.
  let home: CountryCode?

  init(reading: Reading, lexicon: ActorLexicon, home: CountryCode?) {
    self.home = home
    self.reading = reading
    self.lexicon = lexicon
    uses = NameUseReader(reading: reading)
  }

  /// Gathers candidates: full names first, then surnames, acronyms and what stands in headlines alone.
  mutating func gather(_ candidates: [NameCandidate], acronyms introduced: [AcronymIntroduction]) {
    let overridden = Set(introduced.map(\.acronym))
    let introductions = Set(introduced.map(\.tokens))
    var later: [NameCandidate] = []
    for candidate in candidates where !introductions.contains(candidate.tokens) && !candidate.isCommon {
      if candidate.tokens.count == 1, overridden.contains(reading.surface(candidate.tokens)) {
        later.append(candidate)
      } else if !addNow(candidate) {
        later.append(candidate)
      }
    }
    introduce(introduced)
    mergeShortForms()
    let things = Set(introduced.filter(\.isThing).map(\.acronym))
    for candidate in later where !things.contains(reading.surface(candidate.tokens)) { addLater(candidate) }
    for candidate in candidates where candidate.isCommon { addCommon(candidate) }
  }

  /// Adds a candidate that stands for itself; false for one that needs the others first.
  private mutating func addNow(_ candidate: NameCandidate) -> Bool {
    switch decided(candidate) {
    case .person:
      guard candidate.tokens.count > 1, !candidate.isHeadline else { return false }
      addPerson(candidate)
    case .organisation(let kind):
      guard !candidate.isHeadline, candidate.tokens.count > 1 || candidate.isDescribed else { return false }
      addOrganisation(candidate, kind)
    case .institution(let index): addInstitution(candidate, index)
    case .country(let code): addCountry(code, candidate)
    case .people(let code): addPeople(code, candidate)
    case .seat(let code): addSeat(code, candidate)
    case .region(let index): addRegion(candidate, index)
    case .office, .thing: return true
    case .place, .unknown: return false
    }
    return true
  }

  /// The sense of a candidate with several: the one of the document's own country, else the first.
  private func decided(_ candidate: NameCandidate) -> NameCandidate.Sense {
    guard let home else { return candidate.sense }
    guard let sense = candidate.alternatives.first(where: { lexicon.country(of: $0) == home }) else {
      return foreign(candidate, home)
    }
    switch sense {
    case .institution(let index): return .institution(index)
    case .place: return .place(home)
    default: return candidate.sense
    }
  }

  /// An institution of another country by a name that many share is one of the document's own: "Department of Justice".
  private func foreign(_ candidate: NameCandidate, _ home: CountryCode) -> NameCandidate.Sense {
    guard candidate.isAmbiguous, case .institution(let index) = candidate.sense,
      let country = lexicon.institutions[index].country, country != home
    else { return candidate.sense }
    return candidate.tokens.count > 1 ? .organisation(lexicon.institutions[index].kind) : .unknown
  }

  private mutating func addLater(_ candidate: NameCandidate) {
    let surface = reading.surface(candidate.tokens)
    if candidate.tokens.count == 1, let place = acronyms[surface] { return note(candidate, in: place, surface) }
    switch decided(candidate) {
    case .person: addPerson(candidate)
    case .place:
      if let place = persons.place(of: words(candidate.tokens)), candidate.tokens.count == 1 {
        return note(candidate, in: place, surface)
      }
      addPlace(candidate, surface)
    case .organisation(let kind):
      if let place = persons.place(of: words(candidate.tokens)) { return note(candidate, in: place, surface) }
      if candidate.isHeadline { return addIfKnown(candidate, surface) }
      addOrganisation(candidate, kind)
    case .unknown:
      if let place = persons.place(of: words(candidate.tokens)) { return note(candidate, in: place, surface) }
      if isActingAcronym(candidate, surface) { return addOrganisation(candidate, .agency) }
      addIfKnown(candidate, surface)
    default: _ = addNow(candidate)
    }
  }

  /// Whether letters that nothing is known of do what only a body does: "AFKD said", "cleared by AFKD".
  private func isActingAcronym(_ candidate: NameCandidate, _ surface: String) -> Bool {
    let letters = surface.utf8.filter(TextBytes.isUpper).count
    guard candidate.tokens.count == 1, letters >= 3, letters == surface.utf8.count, !candidate.isHeadline else {
      return false
    }
    let token = candidate.tokens.lowerBound
    switch reading.tokens[token].relation {
    case .oblAgent: return true
    case .nsubj: return reading.tree.head(of: token).map { !lexicon.reporting[reading.lemmaKey($0)].isEmpty } ?? false
    default: return false
    }
  }

  private func words(_ tokens: Range<Int>) -> [String] {
    reading.surface(tokens).lowercased().split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" }.map(String.init)
  }

  mutating func place(of identity: ActorCluster.Identity, or make: @autoclosure () -> ActorCluster) -> Int {
    if let place = places[identity] { return place }
    places[identity] = clusters.count
    clusters.append(make())
    return clusters.count - 1
  }

  mutating func note(_ candidate: NameCandidate, in place: Int, _ surface: String, isActor: Bool = true) {
    clusters[place].add(surface: surface)
    clusters[place].mentions.append((candidate.tokens, true))
    if isActor { clusters[place].isActor = true }
    if clusters[place].country == nil {
      let isHome = candidate.alternatives.contains { lexicon.country(of: $0) == home }
      clusters[place].country = isHome ? home : candidate.isAmbiguous ? nil : candidate.country
    }
    if clusters[place].gender == nil { clusters[place].gender = candidate.gender }
    if let title = candidate.title { clusters[place].add(role: role(title)) }
  }

  /// A title as a role: an abbreviation in full, white space as single blanks.
  private func role(_ title: Range<Int>) -> String {
    let match = reading.document.text.withBytes { bytes in
      lexicon.titles.longestMatch(
        in: bytes, words: title.map { reading.tokens[$0].range }, from: 0, to: title.count)
    }
    if let match, match.words == title.count, let full = match.fullForm { return full }
    if title.count == 1, let singular = RoleSpread.singular(of: reading.form(title.lowerBound)) { return singular }
    return reading.surface(title).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// Adds the pronouns and descriptions that stand for actors found so far.
  mutating func addReferences(_ runs: NameRuns) {
    let homePlace = home.map { country($0) }
    let resolver = ReferenceResolver(runs: runs, uses: uses, clusters: clusters, home: homePlace)
    for reference in resolver.references() {
      clusters[reference.cluster].mentions.append((reference.tokens, false))
      guard reference.cluster == homePlace, reading.tokens[reference.tokens.upperBound - 1].upos != .pronoun else {
        continue
      }
      clusters[reference.cluster].isActor = true
      clusters[reference.cluster].add(surface: reading.surface(reference.tokens))
    }
  }

  /// Adds the roles that stand beside the names of persons.
  mutating func addRoles(_ reader: RoleReader) {
    for index in clusters.indices where clusters[index].kind == .person {
      for mention in clusters[index].mentions where mention.isName {
        for role in reader.roles(around: mention.tokens) {
          clusters[index].add(role: role.title)
          if clusters[index].country == nil { clusters[index].country = role.country }
        }
      }
    }
  }

  // MARK: Persons

  private mutating func addPerson(_ candidate: NameCandidate) {
    let surface = reading.surface(candidate.tokens)
    let words = words(candidate.tokens)
    if let place = persons.place(of: words) { return note(candidate, in: place, surface) }
    let isSupported = candidate.isAddressed || candidate.tokens.count > 1 && !candidate.isHeadline
    guard isSupported || candidate.gender != nil && uses.use(of: candidate.tokens) == .acting && !candidate.isHeadline
    else { return }
    let place = clusters.count
    clusters.append(ActorCluster(identity: .person(place), name: surface, kind: .person))
    persons.add(words, place: place)
    note(candidate, in: place, surface)
  }

  // MARK: Organisations

  private mutating func addInstitution(_ candidate: NameCandidate, _ index: Int) {
    let institution = lexicon.institutions[index]
    let place = place(
      of: .institution(index),
      or: ActorCluster(
        identity: .institution(index), name: institution.name, kind: institution.kind, country: institution.country))
    note(candidate, in: place, reading.surface(candidate.tokens))
  }

  mutating func addRegion(_ candidate: NameCandidate, _ index: Int) {
    let region = lexicon.regions[index]
    let place = place(
      of: .region(index), or: ActorCluster(identity: .region(index), name: region.name, kind: region.kind))
    let use = uses.use(of: candidate.tokens)
    let acts = region.kind == .international ? use != .location : use == .acting || use == .party
    note(candidate, in: place, reading.surface(candidate.tokens), isActor: acts)
  }

  private mutating func addOrganisation(_ candidate: NameCandidate, _ kind: Actor.Kind) {
    let surface = reading.surface(candidate.tokens)
    let use = uses.use(of: candidate.tokens)
    if candidate.tokens.count == 1 || candidate.isGuess, kind == .company, !candidate.isDescribed,
      use != .acting && use != .party && use != .owner
    {
      return addIfKnown(candidate, surface)
    }
    let isInCapitals = candidate.isLetterhead && !surface.contains(where: \.isLowercase)
    let name = isInCapitals ? Self.titleCased(surface) : surface
    note(candidate, in: organisation(surface, named: name, kind), name)
  }

  /// The cluster of an organisation.
  private mutating func organisation(_ surface: String, named name: String, _ kind: Actor.Kind) -> Int {
    let key = OrganisationKey(surface, lexicon: lexicon).text
    return place(of: .organisation(key), or: ActorCluster(identity: .organisation(key), name: name, kind: kind))
  }

  /// Words in capitals or in small letters as a name is written: "Harwich City Council", "Court of Appeal".
  private static func titleCased(_ words: String) -> String {
    words.split(separator: " ").map { word in
      let small = word.lowercased()
      return smallWords.contains(small) ? small : small.prefix(1).uppercased() + small.dropFirst()
    }.joined(separator: " ")
  }

  private static let smallWords: Set = ["of", "for", "and", "the", "on", "in", "to"]

  private mutating func addIfKnown(_ candidate: NameCandidate, _ surface: String) {
    let key = OrganisationKey(surface, lexicon: lexicon).text
    if let place = places[.organisation(key)] { note(candidate, in: place, surface) }
  }

  /// A body in small letters: the one of the text that its words fit, or one of its own where it acts.
  private mutating func addCommon(_ candidate: NameCandidate) {
    guard case .organisation(let kind) = candidate.sense else { return }
    let surface = reading.surface(candidate.tokens)
    let words = Set(self.words(candidate.tokens)).subtracting(Self.smallWords)
    let known = clusters.firstIndex { cluster in
      guard cluster.kind != .person, cluster.kind != .country else { return false }
      if kind == .legislature, cluster.kind == .legislature { return cluster.country == candidate.country ?? home }
      return cluster.words.isSuperset(of: words)
    }
    if let known { return note(candidate, in: known, surface) }
    let use = uses.use(of: candidate.tokens)
    guard use == .acting || use == .owner else { return }
    note(candidate, in: organisation(surface, named: Self.titleCased(surface), kind), surface)
  }

  private mutating func introduce(_ introductions: [AcronymIntroduction]) {
    var placeOf: [Int: Int] = [:]
    for (place, cluster) in clusters.enumerated() {
      for mention in cluster.mentions { placeOf[mention.tokens.lowerBound] = place }
    }
    for introduction in introductions where !introduction.isThing {
      guard let place = placeOf[introduction.name.lowerBound] else { continue }
      clusters[place].add(surface: introduction.acronym)
      clusters[place].mentions.append((introduction.tokens, true))
      acronyms[introduction.acronym] = place
    }
  }

}
