internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

/// What the builders of events, operations and commitments read a match with.
struct FrameContext: Sendable {
  let reading: Reading
  let actors: ResolvedActors
  let lexicon: FrameLexicon
  let matcher: FrameMatcher
  let reality: RealityReader
  let time: ClauseTime
  let place: ClausePlace
  let country: FactCountry
  let parties: PartyFinder
  let parliament: Parliament
  let voice: DocumentVoice
  let counts: Counts
  let judge: FactJudge
  init(
    reading: Reading, actors: ResolvedActors, statements: [Statement], lexicon: FrameLexicon, countries: Countries,
    judge: FactJudge
  ) {
    self.judge = judge
    self.reading = reading
    self.actors = actors
    self.lexicon = lexicon
    matcher = FrameMatcher(reading: reading, actors: actors, lexicon: lexicon)
    reality = RealityReader(reading: reading, classes: lexicon.classes)
    time = ClauseTime(reading: reading)
    country = FactCountry(
      actors: actors, classReader: matcher.classReader,
      countryOf: PlaceCountry(countries: countries, home: actors.home.code))
    place = ClausePlace(
      reading: reading, actors: actors, classReader: matcher.classReader, countries: countries)
    parliament = Parliament(actors: actors, classes: lexicon.classes)
    voice = DocumentVoice(
      reading: reading, actors: actors, statements: statements, parliament: parliament, classes: lexicon.classes)
    parties = PartyFinder(
      reading: reading, actors: actors, classReader: matcher.classReader, voice: voice,
      joint: JointDescriptions(reading: reading, actors: actors, classes: lexicon.classes))
    counts = Counts(reading: reading, classes: lexicon.classes)
  }

  /// The frame of a match.
  func frame(_ match: FrameMatch) -> Frame { lexicon.frames[match.frame] }

  /// The heads that fill a role: those of its first filled place.
  func heads(_ role: Frame.Role, of match: FrameMatch) -> [Int] {
    for entry in frame(match).roles where entry.role == role {
      for slot in entry.slots {
        let heads = matcher.slots.heads(slot, of: match)
        if !heads.isEmpty { return heads }
      }
    }
    return []
  }

  /// The parties of a role; of its places the first that yields one.
  func parties(_ role: Frame.Role, of match: FrameMatch) -> [Party] {
    for entry in frame(match).roles where entry.role == role {
      for slot in entry.slots {
        let heads = matcher.slots.heads(slot, of: match).filter { isParty($0, in: slot) && !isEvoking($0, match) }
        let found = parties.parties(heads)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// Whether a word is one of those that evoke the frame ("visit" of "paid a visit"), and nobody's name.
  private func isEvoking(_ head: Int, _ match: FrameMatch) -> Bool {
    match.others.contains(head) && actors.actor(at: head) == nil
  }

  /// Whether a phrase may be a party: in front of a noun only a name or an authority is one.
  private func isParty(_ head: Int, in slot: Frame.Slot) -> Bool {
    guard slot == .compound else { return true }
    if actors.actor(at: head) != nil { return true }
    guard let authority = lexicon.classes["authority"] else { return false }
    return lexicon.classes[reading.lemmaKey(head)].meets(authority)
  }

  /// Whether the match is real, to come, or none.
  func reality(of match: FrameMatch) -> Reality {
    let predicate = match.predicate
    if predicate.trigger == .noun { return reality.reality(ofNoun: predicate.token, carrier: predicate.carrier) }
    return reality.reality(of: predicate.token)
  }

  /// Whether a match only says what a law would do, which is no act of anybody.
  func isProvision(_ match: FrameMatch, _ reality: Reality) -> Bool {
    guard let rules = lexicon.classes["rules"], let subject = match.predicate.subject,
      lexicon.classes[reading.lemmaKey(subject)].meets(rules)
    else { return false }
    let isAbout = frame(match).needs.contains { $0.slot == .subject && $0.classes.meets(rules) }
    return !isAbout && (reality == .planned || frame(match).table == .operations)
  }

  /// The tokens of the sentence that states a match.
  func sentence(of match: FrameMatch) -> Range<Int> {
    reading.sentences[reading.sentence(of: match.predicate.token)].tokens
  }

  /// The words that state a match: its clause with its subject, without white space or stops at the ends.
  func evidence(of match: FrameMatch) -> Evidence {
    let predicate = match.predicate
    var range = reading.tree.subtree(of: predicate.clause)
    for argument in [predicate.subject, predicate.object] {
      guard let argument, reading.sentence(of: argument) == reading.sentence(of: predicate.token) else { continue }
      let phrase = reading.tree.phrase(headedBy: argument)
      range = min(range.lowerBound, phrase.lowerBound)..<max(range.upperBound, phrase.upperBound)
    }
    range = reading.tree.trimmed(range, around: predicate.clause)
    return Evidence(
      range: reading.tree.bytes(range), sentence: reading.sentence(of: predicate.token),
      confidence: frame(match).confidence,
      rule: rule(of: match))
  }

  /// The frame's name with the construction that matched: `operations/arrest.passive`.
  func rule(of match: FrameMatch) -> String { "\(frame(match).rule).\(construction(of: match))" }
}
