internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds whom the pronoun of a reporting verb stands for: "he" for the person named last, "it" for the body.
///
/// The nearest sentence that names one decides; in it the subject comes first. Honorifics and given names tell men from
/// women.
struct PronounReader {
  private let reading: Reading
  private let actors: ResolvedActors
  private let isQuoted: [Bool]
  /// The actors whom an honorific or a given name tells to be men or women.
  private let men: Set<Int>
  private let women: Set<Int>

  private enum Wanted { case man, woman, body }
  private static let wanted: [TextKey: Wanted] = [
    TextKey("he"): .man, TextKey("she"): .woman, TextKey("it"): .body, TextKey("they"): .body,
  ]
  private static let honorificsOfMen: KeySet = [
    TextKey("mr"), TextKey("mr."), TextKey("sir"), TextKey("lord"), TextKey("king"),
  ]
  private static let honorificsOfWomen: KeySet = [
    TextKey("ms"), TextKey("ms."), TextKey("mrs"), TextKey("mrs."), TextKey("miss"), TextKey("dame"),
    TextKey("baroness"), TextKey("lady"), TextKey("queen"),
  ]
  private static let subjects: RelationSet = [.nsubj, .nsubjPass, .nsubjOuter]
  private static let farthest = 8

  init(reading: Reading, actors: ResolvedActors, isQuoted: [Bool]) {
    self.reading = reading
    self.actors = actors
    self.isQuoted = isQuoted
    men = Self.actors(in: reading, actors, Self.honorificsOfMen, .male)
    women = Self.actors(in: reading, actors, Self.honorificsOfWomen, .female)
  }

  /// The actors with a mention that begins with, or stands behind, one of the honorifics, or with such a given name.
  private static func actors(
    in reading: Reading, _ actors: ResolvedActors, _ honorifics: KeySet, _ gender: GivenNames.Gender
  ) -> Set<Int> {
    var found: Set<Int> = []
    for mention in actors.mentions where mention.isName {
      let first = mention.tokens.lowerBound
      let isTitled = (max(0, first - 1)...first).contains { honorifics.contains(reading.formKey($0)) }
      if isTitled { found.insert(mention.actor) }
    }
    for (index, actor) in actors.actors.enumerated() where actor.kind == .person {
      guard let given = actor.name.split(separator: " ").first else { continue }
      let key = TextKey(String(given).utf8.span, foldingCase: true)
      if GivenNames.embedded.gender(key) == gender { found.insert(index) }
    }
    return found
  }

  /// The actor that the pronoun stands for, or nil where the token is no such pronoun or nobody fits.
  func antecedent(of token: Int) -> Int? {
    guard let wanted = Self.wanted[reading.formKey(token)] else { return nil }
    let sentence = reading.sentence(of: token)
    for index in stride(from: sentence, through: max(0, sentence - Self.farthest), by: -1) {
      let tokens = reading.sentences[index].tokens
      if let actor = actor(wanted, in: tokens.lowerBound..<min(tokens.upperBound, token)) { return actor }
    }
    return nil
  }

  private func actor(_ wanted: Wanted, in tokens: Range<Int>) -> Int? {
    var named: Int?
    var subject: Int?
    for token in tokens where !isQuoted[token] {
      guard let mention = actors.mention(at: token), mention.isName, fits(mention, wanted) else { continue }
      named = mention.actor
      if Self.subjects.contains(reading.tokens[token].relation) { subject = mention.actor }
    }
    return subject ?? named
  }

  private func fits(_ mention: ResolvedActors.Mention, _ wanted: Wanted) -> Bool {
    let isPerson = actors.actors[mention.actor].kind == .person
    guard wanted != .body else { return !isPerson }
    return isPerson && !(wanted == .man ? women : men).contains(mention.actor)
  }
}
