internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Reads the runs of a document as candidates for names: what each may name by its words, its title and its
/// surroundings.
struct NameReader: Sendable {
  let runs: NameRuns
  var reading: Reading { runs.reading }
  var lexicon: ActorLexicon { runs.lexicon }

  /// The candidates in text order, without overlap.
  func candidates() -> [NameCandidate] {
    var found: [NameCandidate] = []
    var isAbove = true
    for sentence in reading.sentences {
      let isHeadline = isHeadline(sentence)
      let first = found.count
      read(sentence.tokens, into: &found)
      isAbove = isAbove && isLetterheadLine(sentence)
      for index in first..<found.count {
        found[index].isLetterhead = isAbove && isLetterhead(found[index], in: sentence)
        found[index].isHeadline = isHeadline && !found[index].isLetterhead
        possessor(of: index, in: &found)
      }
    }
    return withoutThings(found)
  }

  private static let letterheadBlocks = 6
  private static let letterheadWords = 16

  /// Whether a line may stand above the text as letterheads do: near the top, short and no sentence.
  private func isLetterheadLine(_ sentence: Sentence) -> Bool {
    let last = reading.form(sentence.tokens.upperBound - 1)
    return reading.blockOf[sentence.tokens.lowerBound] < Self.letterheadBlocks
      && sentence.tokens.count <= Self.letterheadWords && last != "." && last != "?" && last != ":"
  }

  /// Whether a body's name is its line in the letterhead, but for its acronym, a place or a date behind it.
  private func isLetterhead(_ candidate: NameCandidate, in sentence: Sentence) -> Bool {
    switch candidate.sense {
    case .organisation(.media), .organisation(.group): return false
    case .organisation, .institution: break
    default: return false
    }
    let start = sentence.tokens.lowerBound
    guard candidate.tokens.count > 1,
      candidate.tokens.lowerBound == start
        || candidate.tokens.lowerBound == start + 1 && NameRuns.articles.contains(runs.key(start))
    else { return false }
    let next = candidate.tokens.upperBound
    return next == sentence.tokens.upperBound || reading.tokens[next].upos == .punctuation
  }

  /// Whether a sentence is written in capitals as headings are: three of four longer words, and no full stop.
  private func isHeadline(_ sentence: Sentence) -> Bool {
    var (words, capitals) = (0, 0)
    for token in sentence.tokens where reading.tokens[token].range.count > 3 {
      guard !runs.shapes[token].contains(.digit), reading.tokens[token].upos != .punctuation else { continue }
      words += 1
      if runs.shapes[token].contains(.capital) { capitals += 1 }
    }
    let isHeading = reading.isHeading(sentence.tokens.lowerBound)
    let ends = reading.form(sentence.tokens.upperBound - 1)
    guard words >= 3, isHeading || ends != "." && ends != "?" && ends != ":" else { return false }
    return capitals * 4 >= words * 3
  }

  private func read(_ sentence: Range<Int>, into found: inout [NameCandidate]) {
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      if let end = dateline(from: token, in: sentence) {
        token = end
      } else if runs.isNameWord(token), runs.opensName(token, before: sentence.upperBound) {
        let run = runs.run(from: token, before: sentence.upperBound)
        token = read(run, in: sentence, into: &found)
      } else if runs.isNameWord(token) {
        // A word that opens a sentence is a name only where the document has it as one elsewhere.
        found.append(NameCandidate(tokens: token..<token + 1, sense: .unknown))
        token += 1
      } else if let known = knownInSmallLetters(token, before: sentence.upperBound) {
        found.append(known)
        token = known.tokens.upperBound
      } else if let body = commonBody(at: token, in: sentence) {
        found.append(body)
        token = body.tokens.upperBound
      } else {
        token += 1
      }
    }
  }

  /// The end of a place in capitals that opens a sentence of words in small letters: "NAIROBI More than 40 …".
  private func dateline(from token: Int, in sentence: Range<Int>) -> Int? {
    guard token == sentence.lowerBound, let known = runs.known(at: token, before: sentence.upperBound) else {
      return nil
    }
    let end = token + known.words
    guard end < sentence.upperBound, runs.shapes[end].contains(.capital), !runs.shapes[end].contains(.allCapitals),
      (token..<end).allSatisfy({ runs.shapes[$0].contains(.allCapitals) && reading.tokens[$0].range.count > 1 }),
      reading.tree.bytes(token..<end).count > 3
    else { return nil }
    switch known.senses[0] {
    case .capital, .place, .country: return end
    default: return nil
    }
  }

  // MARK: One run

  /// Reads a run; returns where to go on.
  private func read(_ run: NameRuns.Run, in sentence: Range<Int>, into found: inout [NameCandidate]) -> Int {
    let tokens = run.tokens
    if let known = runs.known(at: tokens.lowerBound, before: tokens.upperBound), known.words == tokens.count,
      accepts(known, at: tokens)
    {
      if let body = nationalBody(tokens, known, before: sentence.upperBound) {
        found.append(body)
        return body.tokens.upperBound
      }
      found.append(candidate(known, at: tokens.lowerBound))
      return tokens.upperBound
    }
    if let end = readOffice(run, in: sentence, into: &found) { return end }
    if let person = addressed(tokens, in: sentence, into: &found) {
      found.append(person)
      return person.tokens.upperBound
    }
    switch head(of: run) {
    case .organisation(let kind): found.append(organisation(run, kind))
    case .thing: readThing(run, into: &found)
    case nil:
      if let body = described(tokens) {
        found.append(body)
        return body.tokens.upperBound
      }
      if let person = person(tokens) {
        found.append(person)
        return person.tokens.upperBound
      }
      split(tokens, into: &found)
    }
    return tokens.upperBound
  }

  /// What a run is by its head word; nothing where the words are a person's.
  private func head(of run: NameRuns.Run) -> OrganisationWords.Head? {
    let last = run.base.upperBound - 1
    if runs.label(last) == .person, run.tokens == run.base,
      run.tokens.count == 1 || lexicon.givenNames.gender(runs.key(run.tokens.lowerBound)) != nil
    {
      return nil
    }
    if run.tokens != run.base, Self.laws.contains(runs.key(run.tokens.upperBound - 1)) { return .thing }
    if let head = runs.head(endingAt: run.base.upperBound, from: run.base.lowerBound) {
      // A lone head word names nothing by itself ("Council", "Act").
      return run.tokens.count > 1 ? head : .thing
    }
    guard run.tokens != run.base else { return nil }
    return runs.head(endingAt: run.tokens.upperBound, from: run.tokens.lowerBound)
  }

  /// What a phrase with "of" or "for" ends in where it names a law or programme, whatever it begins with.
  private static let laws = Set(["act", "bill", "law", "program", "programme", "treaty"].map { TextKey($0) })

  /// A law or plan is no actor, and what its name is made of is none either, but for a body that owns it.
  private func readThing(_ run: NameRuns.Run, into found: inout [NameCandidate]) {
    let tokens = run.tokens
    var thing = NameCandidate(tokens: tokens, sense: .thing)
    if let known = runs.known(at: tokens.lowerBound, before: tokens.upperBound), !known.isAmbiguous,
      known.words < tokens.count
    {
      found.append(candidate(known, at: tokens.lowerBound))
      thing.tokens = tokens.lowerBound + known.words..<tokens.upperBound
    }
    found.append(thing)
  }

  private func organisation(_ run: NameRuns.Run, _ kind: Actor.Kind) -> NameCandidate {
    let tokens = run.tokens
    var candidate = NameCandidate(tokens: tokens, sense: .organisation(kind))
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard let known = runs.known(at: token, before: tokens.upperBound) else {
        token += 1
        continue
      }
      if candidate.country == nil {
        candidate.country = lexicon.country(of: known.senses[0])
        candidate.alternatives = known.senses.count > 1 ? known.senses : []
      }
      if run.base.count == 1, reading.form(run.base.lowerBound) == "government",
        case .country(let code) = known.senses[0],
        token + known.words == tokens.upperBound
      {
        candidate.sense = .country(code)
      }
      token += known.words
    }
    return candidate
  }

  /// Two or more words that begin with a given name or that the recogniser takes for a person.
  private func person(_ tokens: Range<Int>) -> NameCandidate? {
    let labels = tokens.map { runs.label($0) }
    let people = labels.filter { $0 == .person }.count
    let gender = lexicon.givenNames.gender(runs.key(tokens.lowerBound))
    guard tokens.count <= 6 else { return nil }
    let isKnown = runs.known(at: tokens.lowerBound, before: tokens.upperBound).map { !$0.isAmbiguous } ?? false
    let tokens = withSuffix(tokens)
    if people * 2 > labels.count, !isKnown || tokens.count > 1 && gender != nil {
      return NameCandidate(tokens: tokens, sense: .person, gender: Self.gender(gender))
    }
    guard gender != nil, tokens.count >= 2, !isKnown else { return nil }
    let others = labels.filter { $0 == .organization || $0 == .location || $0 == .event }.count
    return others == 0 ? NameCandidate(tokens: tokens, sense: .person, gender: Self.gender(gender)) : nil
  }

  private static let suffixes: KeySet = [TextKey("jr"), TextKey("jr."), TextKey("sr"), TextKey("sr.")]

  /// A name with the ", Jr." behind it.
  func withSuffix(_ tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    guard end < reading.tokens.count else { return tokens }
    if reading.form(end) == "," { end += 1 }
    guard end < reading.tokens.count, Self.suffixes.contains(runs.key(end)) else { return tokens }
    return tokens.lowerBound..<end + 1
  }

  static func gender(_ gender: GivenNames.Gender?) -> NameCandidate.Gender? {
    switch gender {
    case .female: .female
    case .male: .male
    case .either, nil: nil
    }
  }

  /// Known names inside a run that is none as a whole, and what the recogniser makes of the rest.
  private func split(_ tokens: Range<Int>, into found: inout [NameCandidate]) {
    var token = tokens.lowerBound
    var pending = token
    while token < tokens.upperBound {
      if let known = runs.known(at: token, before: tokens.upperBound), accepts(known, at: token..<token + known.words),
        !isInsideEntity(token, known.words)
      {
        readRest(pending..<token, into: &found)
        found.append(candidate(known, at: token))
        token += known.words
        pending = token
      } else {
        token += 1
      }
    }
    readRest(pending..<tokens.upperBound, into: &found)
  }

  /// Whether the words are the inner part of a longer organisation or person that the recogniser sees.
  private func isInsideEntity(_ token: Int, _ words: Int) -> Bool {
    guard runs.entityOf[token] >= 0 else { return false }
    let entity = reading.analysis.entities[Int(runs.entityOf[token])]
    guard entity.label == .organization || entity.label == .person else { return false }
    return entity.tokens.lowerBound < token || entity.tokens.upperBound > token + words
  }

  private func readRest(_ tokens: Range<Int>, into found: inout [NameCandidate]) {
    guard !tokens.isEmpty else { return }
    var sense = NameCandidate.Sense.unknown
    switch runs.label(tokens.lowerBound) {
    case .organization: sense = .organisation(.company)
    case .person: sense = .person
    case .location: sense = .place(nil)
    case .event, .nationality, .miscellaneous, nil: break
    }
    let gender = Self.gender(lexicon.givenNames.gender(runs.key(tokens.lowerBound)))
    found.append(
      NameCandidate(tokens: tokens, sense: sense, gender: sense == .person ? gender : nil, isGuess: true))
  }

}
