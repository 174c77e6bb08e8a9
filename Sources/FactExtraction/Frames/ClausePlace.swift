internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds where something happens: a named place behind a preposition of place.
struct ClausePlace: Sendable {
  let reading: Reading
  let actors: ResolvedActors
  let classReader: WordClassReader
  let countryOf: PlaceCountry
  private let leads: BlockLeads
  /// The names and surnames of the persons of the document, in small letters.
  private let personNames: Set<String>

  init(reading: Reading, actors: ResolvedActors, classReader: WordClassReader, countries: Countries) {
    self.reading = reading
    self.actors = actors
    self.classReader = classReader
    countryOf = PlaceCountry(countries: countries, home: actors.home.code)
    leads = BlockLeads(reading: reading)
    personNames = Set(
      actors.actors.filter { $0.kind == .person }.flatMap { actor in
        let name = actor.name.lowercased()
        return [name] + name.split(separator: " ").suffix(1).map(String.init)
      })
  }

  private var tree: DependencyTree { reading.tree }
  private static let prepositions: KeySet = [
    TextKey("in"), TextKey("at"), TextKey("near"), TextKey("off"), TextKey("on"), TextKey("outside"),
    TextKey("inside"), TextKey("across"), TextKey("throughout"), TextKey("around"), TextKey("along"), TextKey("over"),
    TextKey("within"), TextKey("through"), TextKey("aboard"), TextKey("under"),
  ]
  private static let inner: KeySet = [
    TextKey("in"), TextKey("at"), TextKey("near"), TextKey("off"), TextKey("outside"),
  ]
  private static let directions: KeySet = [TextKey("to"), TextKey("into"), TextKey("from")]
  private static let of = TextKey("of")
  private static let phrases: RelationSet = [.obl, .nmod, .oblAgent]

  /// The place of a predicate: under its own word, its carrier, its object or its subject, in front of its sentence,
  /// or in the words that lead its block ("Ghana: …").
  ///
  /// - Parameters:
  ///   - isMotion: whether "to" and "from" say where it is.
  ///   - isLocal: whether what is acted upon may be the place itself ("shelled Aleppo").
  func place(of predicate: Predicate, isMotion: Bool = false, isLocal: Bool = false) -> PlaceReference? {
    var words = [predicate.token, predicate.clause]
    if let object = predicate.object, tree.dominates(predicate.clause, object) { words.append(object) }
    for word in words {
      if let place = place(under: word, isMotion: isMotion) { return place }
    }
    for word in words {
      for child in tree.children(of: word) where Self.phrases.contains(reading.tokens[child].relation) {
        if let place = place(inside: child) { return place }
      }
    }
    if isMotion || isLocal, let object = predicate.object, let place = site(object) { return place }
    if let subject = predicate.subject, tree.dominates(predicate.clause, subject), let place = place(inside: subject) {
      return place
    }
    return opening(reading.sentence(of: predicate.token)) ?? lead(of: predicate.token)
  }

  private func place(under word: Int, isMotion: Bool) -> PlaceReference? {
    for child in tree.children(of: word) {
      guard [.obl, .nmod].contains(reading.tokens[child].relation) else { continue }
      guard let marker = tree.caseMarker(of: child) else { continue }
      let key = reading.formKey(marker)
      guard Self.prepositions.contains(key) || (isMotion && Self.directions.contains(key)) else { continue }
      if let place = reference(child) ?? unknownSite(child, behind: key) { return place }
    }
    return nil
  }

  /// The place that a phrase itself is said to be in: "at a ceremony in Lyon", "by a court in Lyon".
  private func place(inside phrase: Int) -> PlaceReference? {
    for child in tree.children(of: phrase, [.nmod]) {
      guard let marker = tree.caseMarker(of: child), Self.inner.contains(reading.formKey(marker)) else { continue }
      if let place = reference(child) ?? unknownSite(child, behind: reading.formKey(marker)) { return place }
    }
    return nil
  }

  /// A name that no list has and that was taken for a person's, though nobody is in or near anybody: "a house in Vlašky".
  private func unknownSite(_ head: Int, behind marker: TextKey) -> PlaceReference? {
    guard Self.enclosing.contains(marker), let entity = classReader.entity(at: head), entity.label == .person,
      entity.tokens.count == 1, tree.child(of: head, [.flat, .nmodDesc, .nmodPoss, .compound, .det]) == nil
    else { return nil }
    return PlaceReference(name: reading.surface(entity.tokens), country: outerCountry(head))
  }

  private static let enclosing: KeySet = [TextKey("in"), TextKey("near"), TextKey("outside")]

  /// A place that is visited: "toured the Lyon depot".
  private func site(_ head: Int) -> PlaceReference? {
    if let place = reference(head) { return place }
    guard reading.isProperNoun(head), classReader.entity(at: head)?.label != .person,
      actors.actor(at: head).map({ actors.actors[$0].kind != .person }) ?? true
    else { return nil }
    return reference(tree.phrase(headedBy: head), under: head)
  }

  /// The place that a sentence begins with: "In Lyon, …".
  private func opening(_ sentence: Int) -> PlaceReference? {
    let tokens = reading.sentences[sentence].tokens
    for token in tokens.prefix(8) {
      guard reading.tokens[token].relation == .obl || reading.tokens[token].relation == .nmod,
        let marker = tree.caseMarker(of: token), marker == tokens.lowerBound,
        Self.inner.contains(reading.formKey(marker))
      else { continue }
      return reference(token)
    }
    return nil
  }

  private func lead(of token: Int) -> PlaceReference? {
    // "BUSH:" before what he says is no place.
    guard let tokens = leads.tokens(before: token), !personNames.contains(reading.surface(tokens).lowercased()) else {
      return nil
    }
    for candidate in tokens {
      if let entity = classReader.entity(at: candidate), entity.label == .location {
        return reference(entity.tokens, under: candidate)
      }
      let name = reading.surface(candidate..<tokens.upperBound)
      if let country = countryOf(name) { return PlaceReference(name: name, country: country) }
    }
    return nil
  }

  /// The named place that a phrase's head belongs to.
  private func reference(_ head: Int) -> PlaceReference? {
    guard !reading.isTime(head) else { return nil }
    if let entity = classReader.entity(at: head), entity.label == .location {
      return reference(entity.tokens, under: head)
    }
    if let mention = actors.mention(at: head), mention.isName,
      [.country, .region].contains(actors.actors[mention.actor].kind)
    {
      return reference(mention.tokens, under: head)
    }
    if reading.tokens[head].upos == .noun { return namedPlace(ofKind: head) }
    guard reading.tokens[head].upos == .properNoun, classReader.entity(at: head)?.label != .person else { return nil }
    let range = tree.phrase(headedBy: head)
    return countryOf(reading.surface(range)) == nil ? nil : reference(range, under: head)
  }

  /// The name in "the city of Lyon" and "the Lyon region".
  private func namedPlace(ofKind head: Int) -> PlaceReference? {
    for child in tree.children(of: head) {
      switch reading.tokens[child].relation {
      case .nmod:
        guard let marker = tree.caseMarker(of: child), reading.formKey(marker) == Self.of else { continue }
      case .compound, .nmodPoss: break
      default: continue
      }
      if let entity = classReader.entity(at: child), entity.label == .location {
        return reference(entity.tokens, under: child)
      }
    }
    return nil
  }

  private func reference(_ tokens: Range<Int>, under head: Int) -> PlaceReference {
    let name = reading.surface(tokens)
    return PlaceReference(name: name, country: outerCountry(head) ?? countryOf(name))
  }

  /// The country of "Sarajevo, Bosnia and Herzegovina" or of "Lille in France".
  private func outerCountry(_ head: Int) -> CountryCode? {
    for child in tree.children(of: head, [.appos, .nmod, .nmodUnmarked, .flat, .list, .nmodDesc, .conj]) {
      let range = classReader.entity(at: child)?.tokens ?? tree.phrase(headedBy: child)
      let found = countryOf.countries.countries(named: reading.surface(range))
      if found.count == 1 { return found[0].code }
    }
    return nil
  }
}
