internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization
internal import PolicyModel

/// Words parts of a sentence so that they can stand in a metric: phrases without figures, verbs as participles.
struct PhraseWording {
  let context: FigureContext
  let actors: ResolvedActors

  private static let mostWords = 14
  private static let mostClauseWords = 10
  private static let mostSubjectWords = 6
  private static let compounds: RelationSet = [.compound, .amod, .flat, .nmodPoss]

  private var reading: Reading { context.reading }
  private var tree: DependencyTree { reading.tree }

  /// A noun phrase with its short restrictive clause, without figures, comparators and the article in front.
  func phrase(_ head: Int, without candidate: FigureCandidate?) -> String {
    let full = extent(of: head)
    let end = restriction(of: head).map { max(full.upperBound, $0.upperBound) } ?? full.upperBound
    let kept = trimmed(
      (full.lowerBound..<end).prefix(Self.mostWords).filter { !isFigure($0, candidate) && !introducesFigure($0) },
      around: head)
    return words(kept.isEmpty ? [head] : kept)
  }

  /// The noun phrase of a head, cut where a word that hangs on another begins.
  func extent(of head: Int) -> Range<Int> {
    let full = tree.phrase(headedBy: head)
    let upper =
      (head..<full.upperBound).first { !tree.dominates(head, $0) || reading.form($0) == "," } ?? full.upperBound
    return full.lowerBound..<upper
  }

  /// The short participle or relative clause right behind a noun phrase that says which things are meant.
  func restriction(of head: Int) -> Range<Int>? {
    let start = extent(of: head).upperBound
    guard let clause = tree.child(of: head, [.acl, .relativeClause]), tree.subtree(of: clause).lowerBound == start
    else {
      return nil
    }
    let whole = tree.subtree(of: clause)
    let end = whole.first { !tree.dominates(clause, $0) } ?? whole.upperBound
    return end > clause && end - start <= Self.mostClauseWords ? start..<end : nil
  }

  /// "Of" of "a deficit of €3 million in May".
  func introducesFigure(_ token: Int) -> Bool {
    guard reading.tokens[token].relation == .case, let noun = tree.head(of: token) else { return false }
    return reading.measure(at: noun) != nil
  }

  /// Whether a token belongs to a figure, a date or the comparator of the candidate.
  func isFigure(_ token: Int, _ candidate: FigureCandidate?) -> Bool {
    if reading.measure(at: token) != nil { return true }
    guard let candidate, let range = reading.measures[candidate.measure].comparatorRange else { return false }
    return range.overlaps(reading.tokens[token].range)
  }

  /// Without articles, prepositions and punctuation in front, nor what hangs in the air behind.
  private func trimmed(_ tokens: [Int], around head: Int) -> [Int] {
    var tokens = tokens[...]
    while let first = tokens.first, first != head,
      [.determiner, .adposition, .punctuation, .coordinatingConjunction].contains(reading.tokens[first].upos)
        || reading.tokens[first].xpos == .possessivePronoun || reading.tokens[first].upos == .adverb
        || reading.tokens[first].upos == .numeral
    {
      tokens.removeFirst()
    }
    while let last = tokens.last, last != head,
      [.adposition, .punctuation, .determiner, .coordinatingConjunction].contains(reading.tokens[last].upos)
    {
      tokens.removeLast()
    }
    return Array(tokens)
  }

  /// A subject in few words: its phrase, or its head with what is compounded with it; empty for a pronoun that stands
  /// for nobody.
  func subject(_ head: Int) -> String {
    if reading.tokens[head].upos == .pronoun {
      guard let mention = actors.mention(at: head), !mention.isName else { return "" }
      return actors.actors[mention.actor].name
    }
    if let mention = actors.mention(at: head), mention.isName { return words(mention.tokens) }
    let full = extent(of: head)
    guard full.count > Self.mostSubjectWords else { return phrase(head, without: nil) }
    let lower =
      tree.children(of: head, Self.compounds).filter { $0 < head }
      .map { tree.subtree(of: $0).lowerBound }.min() ?? head
    return words(trimmed((lower..<head + 1).filter { reading.measure(at: $0) == nil }, around: head))
  }

  /// The past participle of a verb.
  func participle(_ verb: Int) -> String {
    let token = reading.tokens[verb]
    if token.xpos == .vbn { return reading.surface(verb) }
    if token.xpos == .vbd, !Participles.embedded.isIrregular(reading.lemmaKey(verb)) { return reading.surface(verb) }
    return Participles.embedded.participle(of: reading.lemma(verb))
  }

  /// Tokens as written, with a blank wherever white space or something left out stands between two.
  func words(_ tokens: some Sequence<Int>) -> String {
    var text = ""
    var end: Int?
    for token in tokens {
      if let end, reading.tokens[token].range.start > end { text += " " }
      text += reading.surface(token)
      end = reading.tokens[token].range.end
    }
    return text
  }

  static func joined(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
}
