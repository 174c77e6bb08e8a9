internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Finds when and where a figure holds, and to whom it is attributed.
struct FigureSetting {
  private let reading: Reading
  private let actors: ResolvedActors
  private let countries: Countries
  /// The statements of named speakers by the sentences that they reach over.
  private let statements: [Int: [Statement]]
  /// The names of places and states by their sentences.
  private let locations: [Int: [Range<Int>]]

  private static let baselines: Set = [TextKey("than"), TextKey("from"), TextKey("with"), TextKey("to"), TextKey("by")]
  private static let prepositions: Set = [
    TextKey("in"), TextKey("at"), TextKey("near"), TextKey("off"), TextKey("across"), TextKey("throughout"),
    TextKey("around"), TextKey("on"), TextKey("of"), TextKey("through"), TextKey("along"),
  ]
  private static let reach = 25

  init(reading: Reading, actors: ResolvedActors, statements: [Statement], countries: Countries) {
    self.reading = reading
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

  /// The date of the same sentence that stands nearest to the figure and is no baseline.
  func period(of candidate: FigureCandidate) -> Period {
    let sentence = reading.sentences[reading.sentence(of: candidate.head)].tokens
    var best: (distance: Int, date: ResolvedDate)?
    for token in sentence {
      guard let index = reading.measure(at: token), case .date(let date) = reading.measures[index].value else {
        continue
      }
      guard isFirst(token, of: index), !isBaseline(token, sentence) else { continue }
      let distance = abs(token - candidate.head)
      if distance < best?.distance ?? Self.reach { best = (distance, date) }
    }
    guard let date = best?.date else { return .unknown }
    return Period(start: date.first, end: date.last == date.first ? nil : date.last)
  }

  private func isFirst(_ token: Int, of measure: Int) -> Bool {
    token == 0 || reading.measure(at: token - 1) != measure
  }

  private func isBaseline(_ token: Int, _ sentence: Range<Int>) -> Bool {
    for before in [token - 1, token - 2] where before >= sentence.lowerBound {
      if Self.baselines.contains(reading.formKey(before)), before == token - 1 || reading.form(token - 1) == "in" {
        return true
      }
    }
    return false
  }

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

  /// Whether a preposition of place introduces the name, an article between them or not.
  private func isPlaced(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var before = tokens.lowerBound - 1
    while before >= sentence.lowerBound, [.determiner, .adjective].contains(reading.tokens[before].upos) { before -= 1 }
    return before >= sentence.lowerBound && Self.prepositions.contains(reading.formKey(before))
  }

  private func country(_ tokens: Range<Int>, _ name: String) -> CountryCode? {
    if let actor = actors.actor(at: tokens.lowerBound), let code = actors.actors[actor].country { return code }
    let found = countries.countries(named: name)
    return found.count == 1 ? found[0].code : nil
  }

  /// The speaker of the narrowest statement that holds the figure.
  func source(of candidate: FigureCandidate) -> Party? {
    let range = reading.tree.bytes(candidate.tokens)
    let around = (statements[reading.sentence(of: candidate.head)] ?? []).filter { $0.range.contains(range) }
    return around.min { $0.range.count < $1.range.count }?.speaker
  }
}
