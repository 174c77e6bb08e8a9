internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// Reads the runs of a document as candidates for names: what each may name by its words, its title and its
/// surroundings.
struct NameReader: Sendable {
  let runs: NameRuns
  private var reading: Reading { runs.reading }
  private var lexicon: ActorLexicon { runs.lexicon }

  /// The candidates in text order, without overlap.
  func candidates() -> [NameCandidate] {
    var found: [NameCandidate] = []
    for sentence in reading.sentences {
      let isHeadline = isHeadline(sentence)
      let first = found.count
      read(sentence.tokens, into: &found)
      for index in first..<found.count {
        found[index].isHeadline = isHeadline
        possessor(of: index, in: &found)
      }
    }
    return found
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
      if runs.isNameWord(token), runs.opensName(token, before: sentence.upperBound) {
        let run = runs.run(from: token, before: sentence.upperBound)
        read(run, in: sentence, into: &found)
        token = run.tokens.upperBound
      } else if let known = knownInSmallLetters(token, before: sentence.upperBound) {
        found.append(known)
        token = known.tokens.upperBound
      } else {
        token += 1
      }
    }
  }

  /// A known name that begins without a capital, such as "al-Qaeda" or "eu-LISA".
  private func knownInSmallLetters(_ token: Int, before end: Int) -> NameCandidate? {
    guard !runs.shapes[token].contains(.capital), let known = runs.known(at: token, before: end),
      !known.isAmbiguous, let sense = sense(of: known)
    else { return nil }
    return NameCandidate(tokens: token..<token + known.words, sense: sense)
  }

  // MARK: One run

  private func read(_ run: NameRuns.Run, in sentence: Range<Int>, into found: inout [NameCandidate]) {
    let tokens = run.tokens
    if let known = runs.known(at: tokens.lowerBound, before: tokens.upperBound), known.words == tokens.count,
      accepts(known, at: tokens), let sense = sense(of: known)
    {
      return found.append(NameCandidate(tokens: tokens, sense: sense, country: lexicon.country(of: known.senses[0])))
    }
    if let person = addressed(tokens, in: sentence, into: &found) { return found.append(person) }
    switch head(of: run) {
    case .organisation(let kind): return found.append(organisation(tokens, kind))
    case .thing: return readThing(run, in: sentence, into: &found)
    case nil: break
    }
    if let person = person(tokens) { return found.append(person) }
    split(tokens, into: &found)
  }

  /// What a run is by its head word; nothing where the words are a person's.
  private func head(of run: NameRuns.Run) -> OrganisationWords.Head? {
    let last = run.base.upperBound - 1
    if runs.label(last) == .person, run.tokens == run.base { return nil }
    if let head = runs.head(endingAt: run.base.upperBound, from: run.base.lowerBound) {
      // A lone head word names nothing by itself ("Council", "Act").
      return run.tokens.count > 1 || runs.label(last) == .organization ? head : .thing
    }
    guard run.tokens != run.base else { return nil }
    return runs.head(endingAt: run.tokens.upperBound, from: run.tokens.lowerBound)
  }

  /// A law or plan is no actor, and what its name is made of is none either, but for what owns it.
  private func readThing(_ run: NameRuns.Run, in sentence: Range<Int>, into found: inout [NameCandidate]) {
    let tokens = run.tokens
    guard let known = runs.known(at: tokens.lowerBound, before: tokens.upperBound), !known.isAmbiguous,
      known.words < tokens.count, let sense = sense(of: known)
    else { return }
    found.append(NameCandidate(tokens: tokens.lowerBound..<tokens.lowerBound + known.words, sense: sense))
  }

  private func organisation(_ tokens: Range<Int>, _ kind: Actor.Kind) -> NameCandidate {
    var candidate = NameCandidate(tokens: tokens, sense: .organisation(kind))
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if let known = runs.known(at: token, before: tokens.upperBound) {
        if candidate.country == nil { candidate.country = lexicon.country(of: known.senses[0]) }
        token += known.words
      } else {
        token += 1
      }
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
    if people * 2 > tokens.count, !isKnown || tokens.count > 1 && gender != nil {
      return NameCandidate(tokens: tokens, sense: .person, gender: Self.gender(gender))
    }
    guard gender != nil, tokens.count >= 2, !isKnown else { return nil }
    let others = labels.filter { $0 == .organization || $0 == .location || $0 == .event }.count
    return others == 0 ? NameCandidate(tokens: tokens, sense: .person, gender: Self.gender(gender)) : nil
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
        let sense = sense(of: known), !isInsideEntity(token, known.words)
      {
        readRest(pending..<token, into: &found)
        found.append(NameCandidate(tokens: token..<token + known.words, sense: sense))
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
    case .nationality: sense = .organisation(.group)
    case .event, .miscellaneous, nil: break
    }
    let gender = Self.gender(lexicon.givenNames.gender(runs.key(tokens.lowerBound)))
    found.append(NameCandidate(tokens: tokens, sense: sense, gender: sense == .person ? gender : nil))
  }

  // MARK: Known names

  /// Whether a known name is meant as one: an ambiguous one only where the recogniser agrees.
  private func accepts(_ known: KnownNames.Match, at tokens: Range<Int>) -> Bool {
    let label = runs.label(tokens.lowerBound)
    if label == .person, tokens.count == 1 || lexicon.givenNames.gender(runs.key(tokens.lowerBound)) != nil {
      return false
    }
    guard known.isAmbiguous else { return true }
    return label == .organization || label == .location || label == .nationality
  }

  private func sense(of known: KnownNames.Match) -> NameCandidate.Sense? {
    switch known.senses[0] {
    case .country(let code): .country(code)
    case .demonym(let code): .people(code)
    case .capital(let code), .metonym(let code): .seat(code)
    case .region(let index): .region(index)
    case .place(let index): .place(lexicon.places[index].country)
    case .institution(let index): .institution(index)
    }
  }

  /// "Mali's National Police": the owner's country.
  private func possessor(of index: Int, in found: inout [NameCandidate]) {
    guard index > 0, case .organisation = found[index].sense, found[index].country == nil else { return }
    let owner = found[index - 1]
    let gap = owner.tokens.upperBound..<found[index].tokens.lowerBound
    guard gap.count == 1, reading.tokens[gap.lowerBound].xpos == .pos else { return }
    switch owner.sense {
    case .country(let code), .people(let code): found[index].country = code
    default: found[index].country = owner.country
    }
  }
}
