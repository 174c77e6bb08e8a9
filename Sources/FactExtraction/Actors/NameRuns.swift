internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import Normalization

/// Finds the capitalised runs of a sentence that may be names, with the small words inside them.
struct NameRuns: Sendable {
  /// A run, and its part before "of" or "for", which has the word that says what it is.
  struct Run: Sendable, Hashable {
    var tokens: Range<Int>
    var base: Range<Int>
  }

  let reading: Reading
  let shapes: TokenShapes
  let lexicon: ActorLexicon
  /// Each token's entity as an index into the analysis' entities, or -1.
  let entityOf: [Int32]

  init(reading: Reading, shapes: TokenShapes, lexicon: ActorLexicon) {
    self.reading = reading
    self.shapes = shapes
    self.lexicon = lexicon
    var entityOf = [Int32](repeating: -1, count: reading.tokens.count)
    for (index, entity) in reading.analysis.entities.enumerated() {
      for token in entity.tokens { entityOf[token] = Int32(index) }
    }
    self.entityOf = entityOf
  }

  private static let particles = KeySet(
    words:
      "de del de la le du des der den van von bin ibn ben al el da dos das do di della degli zu zum ter ten te y e ul af av"
  )
  static let linkers = KeySet(words: "of for on against to in")
  static let articles = KeySet(words: "the an a")
  static let and = KeySet(words: "and &")
  private static let hyphens = KeySet(words: "- – ‑")
  static let apostrophes = KeySet(words: "' ’")
  /// The one legal form that is written in small letters.
  private static let plc = TextKey("plc")
  static let comma = TextKey(",")
  /// Word classes that begin no name.
  private static let function: Set<UPOS> = [
    .determiner, .adposition, .pronoun, .coordinatingConjunction, .subordinatingConjunction, .auxiliary, .particle,
    .interjection, .punctuation,
  ]

  func label(_ token: Int) -> EntityMention.Label? {
    entityOf[token] >= 0 ? reading.analysis.entities[Int(entityOf[token])].label : nil
  }

  /// The longest known name that begins at a token.
  func known(at token: Int, before end: Int) -> KnownNames.Match? {
    reading.document.text.withBytes { bytes in
      lexicon.names.longestMatch(in: bytes, words: shapes.ranges, from: token, to: end)
    }
  }

  /// Whether a token may be part of a name by its capital.
  func isNameWord(_ token: Int) -> Bool {
    guard shapes[token].contains(.capital) || isUnitNumber(token) else { return false }
    if Self.function.contains(reading.tokens[token].upos), !shapes[token].contains(.allCapitals),
      !shapes[token].contains(.initial), label(token) == nil, isOpening(token) || reading.tokens[token].range.count <= 5
    {
      return false
    }
    return !isDate(token) && !isPartyTag(token) && !isArticle(token) && !isCurrency(token)
  }

  /// "A" before a name: "A World Bank credit".
  private func isArticle(_ token: Int) -> Bool {
    reading.tokens[token].upos == .determiner && Self.articles.contains(key(token)) && isOpening(token)
  }

  /// "US" of "US$ 3 million".
  private func isCurrency(_ token: Int) -> Bool {
    guard reading.isMoney(at: token) else { return false }
    return token + 1 < reading.tokens.count && !shapes[token + 1].contains(.spaced)
      && reading.tokens[token + 1].xpos == .dollar || reading.tokens[token].xpos == .dollar
  }

  /// "D" or "Ore." of "(D-Ore.)" behind a legislator's name.
  private func isPartyTag(_ token: Int) -> Bool {
    let first = reading.sentences[reading.sentence(of: token)].tokens.lowerBound
    let dash = Self.hyphens.contains(key(token)) ? token : token - 1
    if token > first, ["(", ","].contains(reading.form(token - 1)), isPartyLetter(token) { return true }
    guard dash > first + 1, Self.hyphens.contains(key(dash)), ["d", "r", "i"].contains(reading.form(dash - 1)) else {
      return false
    }
    return ["(", ","].contains(reading.form(dash - 2))
  }

  private func isPartyLetter(_ token: Int) -> Bool {
    let form = reading.form(token)
    if form.hasPrefix("d-") || form.hasPrefix("r-") || form.hasPrefix("i-") { return true }
    guard ["d", "r", "i"].contains(form), token + 1 < reading.tokens.count else { return false }
    return Self.hyphens.contains(key(token + 1))
  }

  /// "509th" of "509th Bomb Wing".
  private func isUnitNumber(_ token: Int) -> Bool {
    guard shapes[token].contains(.digit), token + 1 < reading.tokens.count, shapes[token + 1].contains(.capital),
      !isDate(token + 1)
    else { return false }
    let form = reading.form(token)
    return label(token) == .organization || ["st", "nd", "rd", "th", "d"].contains { form.hasSuffix($0) }
  }

  private func isDate(_ token: Int) -> Bool {
    guard let measure = reading.measure(at: token) else { return false }
    if case .date = reading.measures[measure].value { return true }
    return false
  }

  /// Whether a sentence, or a quotation in it, begins at a token, so that its capital proves nothing.
  func isOpening(_ token: Int) -> Bool {
    let first = reading.sentences[reading.sentence(of: token)].tokens.lowerBound
    return token == first
      || reading.tokens[token - 1].upos == .punctuation && !Self.hyphens.contains(key(token - 1))
        && key(token - 1) != Self.comma
  }

  func key(_ token: Int) -> TextKey { reading.formKey(token) }

  /// Whether a capital that a sentence begins with may be one of a name.
  func opensName(_ token: Int, before end: Int) -> Bool {
    if !isOpening(token) || label(token) != nil || shapes[token].contains(.allCapitals) { return true }
    if reading.tokens[token].upos == .properNoun { return true }
    if known(at: token, before: end) != nil { return true }
    return token + 1 < end && isNameWord(token + 1) && reading.tokens[token].upos != .adverb
      && reading.tokens[token].upos != .verb
  }

  /// The run that begins with a name word.
  func run(from start: Int, before end: Int) -> Run {
    var upper = simpleRun(from: start, before: end)
    if let known = known(at: start, before: end) { upper = max(upper, start + known.words) }
    if isParty(start..<upper, before: end) { upper += 1 }
    var base = start..<upper
    if let joined = jointHead(after: base, before: end) {
      upper = joined
      base = start..<upper
    }
    while let extended = complement(after: base, at: upper, before: end) { upper = extended }
    return Run(tokens: start..<upper, base: base)
  }

  /// "The New Power party": the word in small letters behind a name of its own, with which nothing else is described.
  private func isParty(_ run: Range<Int>, before end: Int) -> Bool {
    let word = run.upperBound
    guard word < end, key(word) == Self.party, run.lowerBound > 0, Self.articles.contains(key(run.lowerBound - 1)),
      known(at: run.lowerBound, before: run.upperBound) == nil, label(run.lowerBound) != .person
    else { return false }
    return reading.tokens[word].relation != .compound
  }
  private static let party = TextKey("party")

  /// Name words, and what joins them without a doubt.
  func simpleRun(from start: Int, before end: Int) -> Int {
    var next = start + 1
    while next < end {
      if isNameWord(next) || continuesEntity(next) || key(next) == Self.plc {
        next += 1
      } else if next + 1 < end, let joined = joiner(at: next, before: end) {
        next = joined
      } else {
        break
      }
    }
    return next
  }

  /// A word in small letters inside a person's or body's name as the recogniser sees it: "al-Amr", "sans".
  private func continuesEntity(_ token: Int) -> Bool {
    guard entityOf[token] >= 0, entityOf[token] == entityOf[token - 1], label(token) == .person,
      !Self.function.contains(reading.tokens[token].upos)
    else { return false }
    return true
  }

  /// The place behind a joining token and the name word that it joins.
  private func joiner(at token: Int, before end: Int) -> Int? {
    let key = key(token)
    if Self.hyphens.contains(key), !shapes[token].contains(.spaced), !shapes[token + 1].contains(.spaced) {
      return continuesName(token + 1) ? token + 2 : nil
    }
    if reading.tokens[token].xpos == .pos || Self.apostrophes.contains(key), isNameWord(token + 1),
      ownsByName(token - 1)
    {
      return endsInHead(from: token + 1, before: end) ? token + 2 : nil
    }
    if key == TextKey("&"), isNameWord(token + 1) { return token + 2 }
    guard Self.particles.contains(key) else { return nil }
    if isNameWord(token + 1) { return token + 2 }
    if token + 2 < end, Self.hyphens.contains(self.key(token + 1)), isNameWord(token + 2) { return token + 3 }
    return token + 2 < end && Self.particles.contains(self.key(token + 1)) && isNameWord(token + 2) ? token + 3 : nil
  }

  /// Whether what follows a hyphen belongs to the name: "Jong-un", but not "EU-funded".
  private func continuesName(_ token: Int) -> Bool {
    if shapes[token].contains(.capital) || shapes[token].contains(.digit) { return true }
    switch reading.tokens[token].xpos {
    case .vbn, .vbg, .vbd, .jj: return false
    default: return reading.tokens[token].upos == .properNoun || label(token - 2) == .person
    }
  }

  /// Whether a possessor is part of a name ("Teachers' Association", "President's Office") and no owner of its own.
  private func ownsByName(_ token: Int) -> Bool {
    if Self.apostrophes.contains(key(token + 1)) || Self.peoples.contains(key(token)) { return true }
    return title(at: token, before: token + 1) != nil
  }
  private static let peoples = KeySet(words: "people women men children king queen bishop coroner")

  private func endsInHead(from token: Int, before end: Int) -> Bool {
    var last = token
    while last + 1 < end, isNameWord(last + 1) { last += 1 }
    return head(endingAt: last + 1, from: token) != nil
  }

  /// What the words before `end` make of a run that begins at `start`.
  func head(endingAt end: Int, from start: Int) -> OrganisationWords.Head? {
    reading.document.text.withBytes { bytes in
      for first in max(start, end - 4)..<end {
        if let match = lexicon.heads.longestMatch(in: bytes, words: shapes.ranges, from: first, to: end),
          first + match.words == end
        {
          return match.head
        }
      }
      return nil
    }
  }

  /// The longest title that begins at a token.
  func title(at token: Int, before end: Int) -> Titles.Match? {
    let end = min(end, reading.tokens.count)
    guard token < end else { return nil }
    return reading.document.text.withBytes { bytes in
      lexicon.titles.longestMatch(in: bytes, words: shapes.ranges, from: token, to: end)
    }
  }
}
