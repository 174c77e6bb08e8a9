internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds the country of a fact whose place does not tell: the document's own, for what authorities do at home.
struct FactCountry: Sendable {
  let actors: ResolvedActors
  let classReader: WordClassReader
  let countryOf: PlaceCountry

  /// What mostly goes on in the country of those who do it; visits, meetings, agreements and the like may be anywhere.
  private static let domestic: Set<String> = [
    "legislation", "ruling", "appointment", "election", "launch", "publication", "protest", "incident",
  ]
  /// What forces and helpers do abroad as well.
  private static let abroad: Set<String> = ["strike"]

  func callAsFunction(event kind: FactKind, _ place: PlaceReference?, _ agents: [Party]) -> CountryCode? {
    if let country = place?.country { return country }
    guard Self.domestic.contains(kind.description) else { return nil }
    return home(agents)
  }

  /// - Parameter sentence: the tokens that tell of it; other countries and regions in it may be where it was.
  func callAsFunction(
    operation kind: FactKind, _ place: PlaceReference?, _ leads: [Party], in sentence: Range<Int>
  ) -> CountryCode? {
    if let country = place?.country { return country }
    guard !Self.abroad.contains(kind.description), !namesAbroad(sentence) else { return nil }
    return home(leads)
  }

  /// Whether a sentence names another country or a region, or somebody or something of one.
  private func namesAbroad(_ sentence: Range<Int>) -> Bool {
    let isOther = { (index: Int) -> Bool in
      let actor = actors.actors[index]
      return actor.kind == .region || actor.kind == .country && actor.country != actors.home.code
    }
    return actors.actors(in: sentence).contains(where: isOther)
      || sentence.contains { token in
        classReader.entity(at: token).map { $0.tokens.lowerBound == token && isAbroad($0) } ?? false
      }
  }

  /// Whether a place or nationality is of another country.
  private func isAbroad(_ entity: EntityMention) -> Bool {
    let name = classReader.reading.surface(entity.tokens)
    switch entity.label {
    case .location:
      return countryOf(name).map { $0 != actors.home.code } ?? (Regions.embedded.region(named: name) != nil)
    case .nationality:
      return countryOf.countries.countries(demonym: name).contains { $0.code != actors.home.code }
    default: return false
    }
  }

  /// The document's country where it is beyond doubt and no agent is of another.
  private func home(_ agents: [Party]) -> CountryCode? {
    guard let home = actors.home.code else { return nil }
    let named = agents.compactMap { $0.actor.map { actors.actors[$0] } }
    guard named.allSatisfy({ $0.country == home || ($0.country == nil && $0.kind != .international) }) else {
      return nil
    }
    return actors.home.isPlain || named.contains { $0.country == home } ? home : nil
  }
}
