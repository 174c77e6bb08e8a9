internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Finds whom the pronoun of a reporting verb stands for: "he" for the person named last, "it" for the body.
///
/// The nearest sentence that names one decides; in it the subject comes first. Honorifics and given names tell men from
/// women.
struct PronounReader {
  let reading: Reading
  let actors: ResolvedActors
  let isQuoted: [Bool]

  private enum Wanted { case man, woman, body }
  private static let wanted: [TextKey: Wanted] = [
    TextKey("he"): .man, TextKey("she"): .woman, TextKey("it"): .body, TextKey("they"): .body,
  ]
  private static let men: Set = [TextKey("mr"), TextKey("mr."), TextKey("sir"), TextKey("lord"), TextKey("king")]
  private static let women: Set = [
    TextKey("ms"), TextKey("ms."), TextKey("mrs"), TextKey("mrs."), TextKey("miss"), TextKey("dame"),
    TextKey("baroness"), TextKey("lady"), TextKey("queen"),
  ]
  private static let subjects: RelationSet = [.nsubj, .nsubjPass, .nsubjOuter]
  private static let farthest = 8

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
    guard isPerson, !isOther(wanted, actors.actors[mention.actor].name) else { return false }
    let opposite = wanted == .man ? Self.women : Self.men
    return !actors.mentions.contains { other in
      other.actor == mention.actor && honorifics(of: other).contains { opposite.contains(reading.formKey($0)) }
    }
  }

  /// Whether the given name is one of the other sex.
  private func isOther(_ wanted: Wanted, _ name: String) -> Bool {
    guard let first = name.split(separator: " ").first else { return false }
    let gender = GivenNames.embedded.gender(TextKey(String(first).utf8.span, foldingCase: true))
    return gender == (wanted == .man ? .female : .male)
  }

  /// The first token of a name and the one before it.
  private func honorifics(of mention: ResolvedActors.Mention) -> ClosedRange<Int> {
    max(0, mention.tokens.lowerBound - 1)...mention.tokens.lowerBound
  }
}
