internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Finds when and where a figure holds, and to whom it is attributed.
struct FigureSetting {
  private let context: FigureContext
  private var reading: Reading { context.reading }
  let actors: ResolvedActors
  private let countries: Countries
  /// The statements of named speakers by the sentences that they reach over.
  private let statements: [Int: [Statement]]
  /// The names of places and states by their sentences.
  private let locations: [Int: [Range<Int>]]

  private static let prepositions: KeySet = [
    TextKey("in"), TextKey("at"), TextKey("near"), TextKey("off"), TextKey("across"), TextKey("throughout"),
    TextKey("around"), TextKey("on"), TextKey("of"), TextKey("through"), TextKey("along"),
  ]
  private static let reach = 25

  init(context: FigureContext, actors: ResolvedActors, statements: [Statement], countries: Countries) {
    let reading = context.reading
    self.context = context
    self.actors = actors
    self.countries = countries
    self.statements = Self.bySentence(statements, reading)
    locations = Self.locations(reading, actors)
  }

  private static func bySentence(_ statements: [Statement], _ reading: Reading) -> [Int: [Statement]] {
    var result: [Int: [Statement]] = [:]
    for statement in statements where statement.speaker?.actor != nil {
      let first = reading.token(from: statement.range.start)
      let last = reading.token(from: statement.range.end - 1)
      guard last < reading.tokens.count else { continue }
      for sentence in reading.sentence(of: first)...reading.sentence(of: last) {
        result[sentence, default: []].append(statement)
      }
    }
    return result
  }

  private static func locations(_ reading: Reading, _ actors: ResolvedActors) -> [Int: [Range<Int>]] {
    let named = reading.analysis.entities.filter { $0.label == .location }.map(\.tokens)
    let states = actors.mentions.filter { mention in
      mention.isName && [.country, .region].contains(actors.actors[mention.actor].kind)
    }.map(\.tokens)
    return Dictionary(grouping: named + states) { reading.sentence(of: $0.lowerBound) }
  }

  /// The period that the figure covers.
  func period(of candidate: FigureCandidate) -> Period { FigurePeriod(context: context).period(of: candidate) }

  /// The named place of the same sentence that stands nearest to the figure behind a preposition of place.
  func place(of candidate: FigureCandidate) -> PlaceReference? {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    var best: (distance: Int, tokens: Range<Int>)?
    for tokens in locations[reading.sentence(of: candidate.head)] ?? [] {
      let distance = abs(tokens.lowerBound - candidate.head)
      guard isPlaced(tokens, sentence), distance < best?.distance ?? Self.reach else { continue }
      best = (distance, tokens)
    }
    guard let tokens = best?.tokens else { return nil }
    let name = reading.surface(tokens)
    return PlaceReference(name: name, country: country(tokens, name))
  }

  /// The place or state of that name, if it is known as one.
  func place(named name: String) -> PlaceReference? {
    let found = countries.countries(named: name)
    if found.count == 1 { return PlaceReference(name: name, country: found[0].code) }
    let codes = Set(Places.embedded.places(named: name).compactMap(\.country))
    guard !codes.isEmpty else { return nil }
    let home = actors.home.plain.flatMap { codes.contains($0) ? $0 : nil }
    return PlaceReference(name: name, country: codes.count == 1 ? codes.first : home)
  }

  /// Whether a preposition of place introduces the name, an article between them or not.
  private func isPlaced(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var before = tokens.lowerBound - 1
    while before >= sentence.lowerBound, [.determiner, .adjective].contains(reading.tokens[before].upos) { before -= 1 }
    return before >= sentence.lowerBound && Self.prepositions.contains(reading.formKey(before))
  }

  private func country(_ tokens: Range<Int>, _ name: String) -> CountryCode? {
    if let actor = actors.actor(at: tokens.lowerBound), let code = actors.actors[actor].country { return code }
    let found = countries.countries(named: name)
    if found.count == 1 { return found[0].code }
    let codes = Set(Places.embedded.places(named: name).compactMap(\.country))
    if codes.count == 1 { return codes.first }
    return actors.home.plain.flatMap { codes.contains($0) ? $0 : nil }
  }

  /// The country of a figure without a place: the nation that its words name, or else the document's own.
  func country(of candidate: FigureCandidate) -> CountryCode? {
    let clause = context.clause(of: candidate.head)
    let heads = [context.noun(of: candidate), context.thing(of: candidate), clause].compactMap(\.self)
    for head in heads {
      for token in reading.tree.phrase(headedBy: head) {
        if let code = nation(token) { return code }
      }
    }
    return actors.home.plain
  }

  private func nation(_ token: Int) -> CountryCode? {
    if let actor = actors.actor(at: token), actors.actors[actor].kind == .country {
      return actors.actors[actor].country
    }
    guard reading.isProperNoun(token) || reading.tokens[token].upos == .adjective else { return nil }
    let found = countries.countries(named: reading.surface(token))
    return found.count == 1 ? found[0].code : nil
  }

  /// Whom the figure is attributed to.
  func source(of candidate: FigureCandidate) -> Party? {
    SourceFinder(context: context, actors: actors, statements: statements).source(of: candidate)
  }
}
