internal import Documents
internal import LanguageAnalysis
internal import Lexicon
internal import PolicyModel

extension FrameContext {
  /// The signs of a match that every table shares.
  func cues(of match: FrameMatch, kind: FactKind?, reality: Reality) -> Cues {
    let predicate = match.predicate
    let frame = frame(match)
    var cues = Cues(
      table: frame.table, prior: match.isLoose ? frame.confidence * 0.6 : frame.confidence,
      construction: construction(of: match))
    cues.note(.rule, frame.id)
    cues.note(.rule, rule(of: match))
    if let kind { cues.note(.kind, kind.description) }
    cues.note(.evoker, match.others.isEmpty ? "word" : "words")
    cues.note(.evoker, "loose", if: match.isLoose)
    let isHeadline = predicate.group?.tense == .present && reading.isHeadline(predicate.token)
    cues.note(.tense, isHeadline ? "headline" : predicate.group?.tense.rawValue ?? "none")
    cues.note(
      .tense, "present-passive",
      if: !isHeadline && predicate.group?.tense == .present && predicate.group?.isPassive == true)
    cues.note(.reality, reality.rawValue)
    cues.note(.embedding, "reported", if: self.reality.isReported(predicate.clause))
    noteFillers(match, &cues)
    cues.note(.relation, reading.tokens[predicate.token].relation.rawValue)
    if let carrier = predicate.carrier { cues.note(.embedding, reading.tokens[carrier].relation.rawValue) }
    noteNoun(predicate, &cues)
    noteSetting(predicate.token, &cues)
    noteWord(match, &cues)
    return cues
  }

  /// Notes the evoking word with its particle, by itself and in its frame: of the words that one frame lists, some mean
  /// it more often, and a verb means another thing with a particle that the frame does not name ("rule out").
  private func noteWord(_ match: FrameMatch, _ cues: inout Cues) {
    let token = match.predicate.token
    var word = reading.lemma(token)
    if let particle = reading.tree.child(of: token, [.compoundPrt]) {
      word += "-" + reading.form(particle)
      cues.note(.evoker, "particle", if: !match.others.contains(particle))
    }
    cues.note(.word, word)
    cues.note(.word, frame(match).id + "/" + word)
  }

  /// Notes whether the document is a legislator's, who speaks of what others did, and whether one acts.
  func noteParliament(_ parties: [Party], _ cues: inout Cues) {
    cues.note(parliament)
    cues.note(.actor, "legislator", if: parties.contains { $0.actor.map(parliament.contains) ?? false })
  }

  private func noteFillers(_ match: FrameMatch, _ cues: inout Cues) {
    let subject = match.lacksAgent ? "left-out" : filler(match.predicate.subject)
    let object = filler(match.predicate.object)
    cues.note(.subject, subject)
    cues.note(.object, object)
    cues.note(.subjectGroup, Self.group(subject))
    cues.note(.objectGroup, Self.group(object))
  }

  /// What a filler has in common with others: somebody known, somebody described, a thing, nothing.
  private static func group(_ filler: String) -> String {
    switch filler {
    case "none", "left-out": "nothing"
    case "reference", "first-person", "pronoun": "pronoun"
    case "authority", "people", "counted-people", "organization": "described"
    case "thing", "clause", "time", "money", "counted": "thing"
    default: "named"
    }
  }

  /// How much is known besides the words themselves: signs that weigh together what each family weighs alone.
  func noteDetail(
    _ match: FrameMatch, _ parties: [Party], _ period: Period, _ place: PlaceReference?, hasFigure: Bool,
    _ cues: inout Cues
  ) {
    let predicate = match.predicate
    let isDated = period != .unknown
    let hasActor = parties.contains { $0.actor != nil }
    let details = [isDated, place != nil, hasActor, hasFigure].count { $0 }
    cues.note(.detail, details == 0 ? "none" : details == 1 ? "one" : details == 2 ? "two" : "rich")
    if predicate.group?.tense == .present, !isDated, !hasFigure, !reading.isHeadline(predicate.token) {
      cues.note(.detail, "timeless")
      cues.note(.detail, "timeless-relative", if: reading.tokens[predicate.token].relation == .relativeClause)
    }
    if predicate.trigger == .noun, predicate.carrier == nil, !isDated, !hasFigure { cues.note(.detail, "mention") }
  }

  /// The signs of time and place.
  func note(_ period: Period, _ place: PlaceReference?, _ cues: inout Cues) {
    if period == .unknown {
      cues.note(.date, "none")
    } else {
      cues.note(.date, time.isAhead(period) == true ? "ahead" : period.end == nil ? "day" : "span")
    }
    cues.note(.place, place == nil ? "none" : place?.country == nil ? "named" : "country")
  }

  /// The sign of the best-known party among some.
  func note(_ parties: [Party], _ cues: inout Cues) {
    cues.note(.actor, parties.contains { $0.actor != nil } ? "named" : parties.isEmpty ? "none" : "described")
    cues.note(.parties, count: parties.count)
  }

  /// How the evoking word stands: its part of speech, and the voice of a verb.
  func construction(of match: FrameMatch) -> String {
    switch match.predicate.trigger {
    case .verb: match.predicate.group?.isPassive == true ? "passive" : "verb"
    case .noun: match.predicate.carrier == nil ? "noun" : "carried-noun"
    case .adjective: "adjective"
    case .modal: "modal"
    }
  }

  private func noteNoun(_ predicate: Predicate, _ cues: inout Cues) {
    guard predicate.trigger == .noun else { return }
    let isPlural = reading.tokens[predicate.token].xpos == .nns
    cues.note(.number, isPlural ? "plural" : "singular")
    if reading.tree.child(of: predicate.token, [.nmodPoss]) != nil {
      cues.note(.determiner, "possessive")
    } else if let determiner = reading.tree.child(of: predicate.token, [.det]) {
      let isIndefinite = ["a", "an"].contains(reading.form(determiner))
      cues.note(.determiner, isIndefinite ? "indefinite" : "definite")
    } else {
      cues.note(.determiner, isPlural ? "bare-plural" : "bare")
    }
  }

  /// Where the words stand in the sentence and the document.
  func noteSetting(_ token: Int, _ cues: inout Cues) {
    let sentence = reading.sentence(of: token)
    let count = reading.sentences[sentence].tokens.count
    cues.note(.length, count <= 8 ? "short" : count <= 20 ? "medium" : count <= 35 ? "long" : "very-long")
    cues.note(.quoted, reading.quoted[token] ? "yes" : "no")
    cues.note(.block, reading.blockName(token))
    let share = Double(sentence) / Double(max(1, reading.sentences.count))
    cues.note(.position, reading.position(share, ofSentence: sentence))
  }

  /// What kind of phrase fills a place.
  func filler(_ head: Int?) -> String {
    guard let head else { return "none" }
    if let mention = actors.mention(at: head) {
      return mention.isName ? actors.actors[mention.actor].kind.rawValue : "reference"
    }
    if reading.isTime(head) { return "time" }
    let members = matcher.classReader.classes(ofPhrase: head)
    func belongs(_ name: String) -> Bool { lexicon.classes[name].map(members.meets) ?? false }
    if belongs("money") { return "money" }
    if reading.tokens[head].upos == .pronoun { return reading.isFirstPerson(head) ? "first-person" : "pronoun" }
    if belongs("authority") { return "authority" }
    if belongs("person") { return belongs("number") ? "counted-people" : "people" }
    if belongs("organization") { return "organization" }
    if belongs("number") { return "counted" }
    return reading.tokens[head].upos == .verb ? "clause" : "thing"
  }
}

extension Reading {
  /// Where a sentence stands; what is told in so few sentences that none leads is "alone".
  func position(_ share: Double, ofSentence sentence: Int) -> String {
    if sentences.count < Self.fewSentences { return "alone" }
    return sentence < 2 ? "first" : share < 0.2 ? "early" : share < 0.7 ? "middle" : "late"
  }
  private static let fewSentences = 4

  /// The kind of block that a token stands in; a heading without a text below it repeats nothing.
  func blockName(_ token: Int) -> String {
    guard blockOf[token] >= 0 else { return "none" }
    return switch document.blocks[Int(blockOf[token])].kind {
    case .heading: sentences.count < Self.fewSentences ? "heading-alone" : "heading"
    case .paragraph: "paragraph"
    case .listItem: "list-item"
    case .tableRow: "table-row"
    case .quotation: "quotation"
    case .furniture: "furniture"
    }
  }
}
