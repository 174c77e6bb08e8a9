internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds where something happens: a named place behind a preposition of place.
struct ClausePlace: Sendable {
  let reading: Reading
  let actors: ResolvedActors
  let classReader: WordClassReader
  let countries: Countries

  private var tree: DependencyTree { reading.tree }
  private static let prepositions: Set = [
    TextKey("in"), TextKey("at"), TextKey("near"), TextKey("off"), TextKey("on"), TextKey("outside"),
    TextKey("inside"), TextKey("across"), TextKey("throughout"), TextKey("around"), TextKey("along"), TextKey("over"),
  ]
  private static let directions: Set = [TextKey("to"), TextKey("into"), TextKey("from")]

  /// The place of a predicate: under its own word, its carrier or its object.
  func place(of predicate: Predicate, isMotion: Bool = false) -> PlaceReference? {
    var words = [predicate.token, predicate.clause]
    if let object = predicate.object, tree.dominates(predicate.clause, object) { words.append(object) }
    for word in words {
      for child in tree.children(of: word) {
        guard [.obl, .nmod].contains(reading.tokens[child].relation) else { continue }
        guard let marker = tree.caseMarker(of: child) else { continue }
        let key = reading.formKey(marker)
        guard Self.prepositions.contains(key) || (isMotion && Self.directions.contains(key)) else { continue }
        if let place = reference(child) { return place }
      }
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
    guard reading.tokens[head].upos == .properNoun, classReader.entity(at: head)?.label != .person else { return nil }
    let range = tree.phrase(headedBy: head)
    return countries.countries(named: reading.surface(range)).isEmpty ? nil : reference(range, under: head)
  }

  private func reference(_ tokens: Range<Int>, under head: Int) -> PlaceReference {
    let name = reading.surface(tokens)
    return PlaceReference(name: name, country: country(named: name) ?? outerCountry(head))
  }

  private func country(named name: String) -> CountryCode? {
    let found = countries.countries(named: name)
    return found.count == 1 ? found[0].code : nil
  }

  /// The country of "Sarajevo, Bosnia and Herzegovina" or of "Lille in France".
  private func outerCountry(_ head: Int) -> CountryCode? {
    for child in tree.children(of: head, [.appos, .nmod, .nmodUnmarked, .flat, .list, .nmodDesc, .conj]) {
      let range = classReader.entity(at: child)?.tokens ?? tree.phrase(headedBy: child)
      if let code = country(named: reading.surface(range)) { return code }
    }
    return nil
  }
}
