internal import Documents
internal import LanguageAnalysis
internal import PolicyModel

/// The actors of one document, and which token speaks of which.
struct ResolvedActors: Sendable {
  /// One mention: its tokens and its actor. A name, or a pronoun or description resolved to one.
  struct Mention: Sendable, Hashable {
    /// The tokens of the name, never empty, all of one sentence.
    var tokens: Range<Int>
    /// The place in `actors`.
    var actor: Int
    /// Whether it names the actor; a pronoun or description ("the agency") does not.
    var isName: Bool
  }

  /// In order of first mention.
  let actors: [Actor]
  /// The country that the document is at home in.
  let home: HomeCountry
  /// In text order, without overlap.
  let mentions: [Mention]
  /// Each token's mention as an index into `mentions`, or -1.
  private let mentionOf: [Int32]

  init(actors: [Actor], mentions: [Mention], home: HomeCountry = .unknown, tokenCount: Int) {
    self.home = home
    self.actors = actors
    self.mentions = mentions
    var mentionOf = [Int32](repeating: -1, count: tokenCount)
    for (index, mention) in mentions.enumerated() {
      for token in mention.tokens { mentionOf[token] = Int32(index) }
    }
    self.mentionOf = mentionOf
  }

  /// The place in ``mentions`` of the first one that begins at a token or behind it.
  func firstMention(from token: Int) -> Int { mentions.partitioningIndex { $0.tokens.lowerBound >= token } }

  /// The mention that a token belongs to.
  func mention(at token: Int) -> Mention? {
    mentionOf[token] >= 0 ? mentions[Int(mentionOf[token])] : nil
  }

  /// The actor that a token names or stands for, as an index into `actors`.
  func actor(at token: Int) -> Int? { mention(at: token)?.actor }

  /// The actors that are named or stood for in a range of tokens, each once, in text order.
  func actors(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    for token in range {
      if let actor = actor(at: token), !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  /// The party that a noun phrase stands for: the actor of its head, or else the words of the phrase.
  ///
  /// - Parameter head: the token that heads the phrase in the tree.
  func party(headedBy head: Int, in reading: Reading) -> Party {
    if let mention = mention(at: head) {
      let bytes = reading.tree.bytes(mention.tokens)
      return Party(actor: mention.actor, surface: reading.document.text[bytes], range: bytes)
    }
    let bytes = reading.tree.bytes(reading.timeless(reading.tree.phrase(headedBy: head), around: head))
    return Party(actor: nil, surface: reading.document.text[bytes], range: bytes)
  }

  /// The parties of a noun phrase and of what is coordinated with it: two for "France and Germany".
  func parties(headedBy head: Int, in reading: Reading) -> [Party] {
    reading.tree.conjuncts(of: head).map { party(headedBy: $0, in: reading) }
  }
}
